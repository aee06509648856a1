#include "widgets/hold_button.h"

#include "widgets/theme.h"

#include <QAccessibleWidget>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

using namespace std::chrono_literals;
constexpr auto tickEvery = 16ms;

// A button whose press action does nothing: a screen reader's "press" is not a hold.
class HoldButtonAccessible : public QAccessibleWidget
{
public:
    explicit HoldButtonAccessible(HoldButton *button) : QAccessibleWidget(button, QAccessible::Button) {}

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        const auto *button = qobject_cast<const HoldButton *>(object());
        state.disabled = state.disabled || (button && button->blocked());
        state.pressed = button && button->progress() > 0;
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        const auto *button = qobject_cast<const HoldButton *>(object());
        if (button && kind == QAccessible::Name)
            return button->accessibleName();
        if (button && kind == QAccessible::Description)
            return button->toolTip();
        return QAccessibleWidget::text(kind);
    }

    QStringList actionNames() const override { return {setFocusAction()}; }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *button = qobject_cast<HoldButton *>(object);
    return button ? new HoldButtonAccessible(button) : nullptr;
}

bool isHoldKey(int key)
{
    return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

HoldButton::HoldButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_timer.setInterval(tickEvery);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &HoldButton::tick);
    describe();
}

HoldButton::~HoldButton() = default;

void HoldButton::setPurpose(const QString &purpose)
{
    m_purpose = purpose;
    describe();
}

void HoldButton::setBlockedReason(const QString &reason)
{
    if (reason == m_blockedReason)
        return;
    m_blockedReason = reason;
    if (blocked())
        abort();
    describe();
    updateGeometry();
    update();
    QAccessible::State changed;
    changed.disabled = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
}

void HoldButton::setClock(SteadyNow now)
{
    m_now = std::move(now);
}

void HoldButton::tick()
{
    if (!m_gesture.pressed())
        return;
    const bool reached = m_gesture.update(m_now());
    update();
    Q_EMIT progressChanged(m_gesture.progress());
    if (!reached)
        return;
    m_timer.stop();
    Q_EMIT held();
}

void HoldButton::begin()
{
    if (blocked() || !isEnabled() || m_gesture.pressed())
        return;
    m_gesture.press(m_now());
    m_timer.start();
    update();
}

void HoldButton::abort()
{
    m_timer.stop();
    m_heldKey = 0;
    if (!m_gesture.pressed())
        return;
    m_gesture.release();
    update();
    Q_EMIT progressChanged(0);
}

void HoldButton::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin();
    event->accept();
}

void HoldButton::mouseMoveEvent(QMouseEvent *event)
{
    if (m_heldKey == 0 && m_gesture.pressed() && !rect().contains(event->position().toPoint()))
        abort();
}

void HoldButton::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_heldKey == 0)
        abort();
    event->accept();
}

void HoldButton::keyPressEvent(QKeyEvent *event)
{
    if (!isHoldKey(event->key())) {
        event->ignore();
        return;
    }
    event->accept();
    if (event->isAutoRepeat() || m_gesture.pressed())
        return;
    begin();
    if (m_gesture.pressed())
        m_heldKey = event->key();
}

void HoldButton::keyReleaseEvent(QKeyEvent *event)
{
    if (!isHoldKey(event->key())) {
        event->ignore();
        return;
    }
    event->accept();
    if (!event->isAutoRepeat() && event->key() == m_heldKey)
        abort();
}

void HoldButton::focusOutEvent(QFocusEvent *event)
{
    abort();
    QAbstractButton::focusOutEvent(event);
}

void HoldButton::hideEvent(QHideEvent *event)
{
    abort();
    QAbstractButton::hideEvent(event);
}

void HoldButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange && !isEnabled())
        abort();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

void HoldButton::describe()
{
    const QString how = tr("Hold for 0.6 s, with the mouse, Space or Enter. Letting go early does nothing.");
    if (blocked()) {
        setToolTip(tr("Not now: %1").arg(m_blockedReason));
        setAccessibleName(tr("%1, not now: %2").arg(text(), m_blockedReason));
    } else {
        setToolTip(m_purpose.isEmpty() ? how : tr("%1\n%2", "purpose, how to hold").arg(m_purpose, how));
        setAccessibleName(tr("%1, hold to act").arg(text()));
    }
}

QSize HoldButton::sizeHint() const
{
    const QFontMetrics bold(QFont(font().family(), font().pointSize(), QFont::DemiBold));
    const QFontMetrics plain(font());
    const int em = plain.height();
    const int widest = std::max(bold.horizontalAdvance(text()), plain.horizontalAdvance(tr("hold 0.6 s")));
    return {widest + 2 * em, std::max(44, int(std::lround(2.9 * em)))};
}

QSize HoldButton::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), fontMetrics().height() * 8), hint.height()};
}

void HoldButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool free = isEnabled() && !blocked();
    const qreal em = fontMetrics().height();
    const qreal radius = em * 0.22;
    const QRectF plate = QRectF(rect()).adjusted(3, 3, -3, -3);
    QPainterPath shape;
    shape.addRoundedRect(plate, radius, radius);

    painter.fillPath(shape, free && underMouse() ? palette::line : palette::raised);
    const double done = m_gesture.progress();
    if (done > 0) {
        // Filled from the side where reading begins; bright on dark, so that it is seen from the next chair.
        painter.save();
        painter.setClipPath(shape);
        const qreal width = plate.width() * done;
        const qreal left = layoutDirection() == Qt::RightToLeft ? plate.right() - width : plate.left();
        painter.fillRect(QRectF(left, plate.top(), width, plate.height()), palette::outline);
        painter.fillRect(QRectF(left, plate.bottom() - em * 0.2, width, em * 0.2), palette::focus);
        painter.restore();
    }
    painter.setPen(QPen(free ? palette::outline : palette::line, 1.2, free ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    if (hasFocus()) {
        painter.setPen(QPen(palette::focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius + 2, radius + 2);
    }

    const QRectF room = plate.adjusted(em * 0.5, em * 0.2, -em * 0.5, -em * 0.2);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.85);
    const qreal upper = QFontMetricsF(bold).height();
    const qreal lower = QFontMetricsF(small).height();
    const qreal top = room.center().y() - (upper + lower) / 2;
    painter.setFont(bold);
    painter.setPen(free ? palette::focus : palette::disabled);
    painter.drawText(QRectF(room.left(), top, room.width(), upper), Qt::AlignCenter,
                     elided(bold, text(), room.width()));
    QString hint = tr("hold 0.6 s");
    if (blocked())
        hint = m_blockedReason;
    else if (m_gesture.fired())
        hint = tr("done", "the hold button has acted");
    painter.setFont(small);
    painter.setPen(free ? (done > 0 ? palette::focus : palette::secondary) : palette::secondary);
    painter.drawText(QRectF(room.left(), top + upper, room.width(), lower), Qt::AlignCenter,
                     elided(small, hint, room.width()));
}

} // namespace gantry::widgets

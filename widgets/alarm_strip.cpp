#include "widgets/alarm_strip.h"

#include "widgets/theme.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

constexpr auto blinkEvery = 333ms; // half a period of 1.5 Hz
constexpr int priorities = 5;

int priorityOf(const QModelIndex &index)
{
    const int number = index.data(AlarmRole::Priority).toInt();
    return number >= 1 && number <= priorities ? number : int(TileAlarm::Unknown);
}

QString wordsOf(const QModelIndex &index)
{
    const QString where = index.data(AlarmRole::Where).toString();
    const QString what = index.data(AlarmRole::What).toString();
    return where.isEmpty() ? what : AlarmStrip::tr("%1  %2", "where, what").arg(where, what);
}

} // namespace

AlarmStrip::AlarmStrip(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_blink.setInterval(blinkEvery);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_blinkOn = !m_blinkOn;
        update();
    });
    recount();
}

void AlarmStrip::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_model = model;
    if (model) {
        m_connections = {connect(model, &QAbstractItemModel::modelReset, this, &AlarmStrip::recount),
                         connect(model, &QAbstractItemModel::rowsInserted, this, &AlarmStrip::recount),
                         connect(model, &QAbstractItemModel::rowsRemoved, this, &AlarmStrip::recount),
                         connect(model, &QAbstractItemModel::rowsMoved, this, &AlarmStrip::recount),
                         connect(model, &QAbstractItemModel::layoutChanged, this, &AlarmStrip::recount),
                         connect(model, &QAbstractItemModel::dataChanged, this, &AlarmStrip::recount),
                         connect(model, &QObject::destroyed, this, [this] {
                             m_model = nullptr;
                             recount();
                         })};
    }
    recount();
}

void AlarmStrip::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    update();
}

QModelIndex AlarmStrip::worst() const
{
    return m_model && m_model->rowCount() > 0 ? m_model->index(0, 0) : QModelIndex();
}

bool AlarmStrip::blinking() const
{
    const QModelIndex index = worst();
    return index.isValid() && priorityOf(index) == int(TileAlarm::Critical) &&
           !index.data(AlarmRole::Acknowledged).toBool();
}

void AlarmStrip::recount()
{
    const std::array<int, 6> before = m_counts;
    m_counts = {};
    const int rows = m_model ? m_model->rowCount() : 0;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (!index.data(AlarmRole::Returned).toBool() || !index.data(AlarmRole::Acknowledged).toBool())
            ++m_counts[std::size_t(priorityOf(index))];
    }
    setAccessibleName(sentence());
    tuneBlink();
    update();
    // A new critical alarm is said at once (Qt 6.4 has no announcement events).
    if (m_counts[1] > before[1]) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString AlarmStrip::sentence() const
{
    const QModelIndex index = worst();
    if (!index.isValid())
        return tr("No alarms");
    QStringList parts;
    for (int priority = 1; priority <= priorities; ++priority) {
        if (const int count = m_counts[std::size_t(priority)])
            parts += tr("%1: %2", "priority, how many").arg(alarmWord(TileAlarm(priority))).arg(count);
    }
    const QString spoken = index.data(AlarmRole::AccessibleText).toString();
    parts += tr("worst: %1").arg(spoken.isEmpty() ? wordsOf(index) : spoken);
    return parts.join(QStringLiteral("; "));
}

void AlarmStrip::tuneBlink()
{
    const bool wanted = isVisible() && blinking() && motionAllowed(this);
    if (wanted == m_blink.isActive())
        return;
    m_blinkOn = true;
    if (wanted)
        m_blink.start();
    else
        m_blink.stop();
}

QSize AlarmStrip::sizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 40, int(std::lround(em * 2.1))};
}

QSize AlarmStrip::minimumSizeHint() const
{
    return {fontMetrics().height() * 16, sizeHint().height()};
}

void AlarmStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // mirrored by us; a text runs as its own letters do
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette::panel);
    const qreal em = fontMetrics().height();
    const bool mirror = layoutDirection() == Qt::RightToLeft;
    const auto placed = [&](const QRectF &box) {
        return mirror ? QRectF(width() - box.right(), box.top(), box.width(), box.height()) : box;
    };
    QFont figures = font();
    figures.setWeight(QFont::DemiBold);
    const qreal side = em * 0.85;
    const qreal middle = height() / 2.0;
    qreal x = em * 0.7;
    for (int priority = 1; priority <= priorities; ++priority) {
        const int count = m_counts[std::size_t(priority)];
        if (count == 0 && priority > int(TileAlarm::Minor))
            continue;
        // Quiet when fine: a priority without alarms keeps its place, without its colour.
        const QRectF shape = placed({x, middle - side / 2, side, side});
        if (count > 0)
            paintAlarmShape(painter, shape, TileAlarm(priority));
        else
            paintIdleAlarmShape(painter, shape, TileAlarm(priority));
        const QString text = locale().toString(count);
        const qreal wide = std::max(tabularWidth(figures, text), tabularWidth(figures, QStringLiteral("0")));
        painter.setFont(figures);
        painter.setPen(count > 0 ? palette::text : palette::disabled);
        drawTabular(painter, placed({x + side + em * 0.35, 0, wide, qreal(height())}), Qt::AlignLeft | Qt::AlignVCenter,
                    text);
        x += side + em * 0.35 + wide + em * 0.9;
    }
    const QRectF room(x + em * 0.3, 0, width() - x - em, height());
    const QModelIndex index = worst();
    if (!index.isValid()) {
        painter.setFont(font());
        painter.setPen(palette::secondary);
        painter.drawText(placed(room), int(Qt::AlignVCenter | (mirror ? Qt::AlignRight : Qt::AlignLeft)),
                         elided(font(), tr("No alarms"), room.width()));
    } else {
        const bool acknowledged = index.data(AlarmRole::Acknowledged).toBool();
        QString rest = index.data(AlarmRole::Age).toString();
        if (!acknowledged && !m_readOnly) {
            const QString hint = tr("Enter = acknowledge");
            rest = rest.isEmpty() ? hint : tr("%1   %2", "how long, hint").arg(rest, hint);
        }
        const qreal restWidth = std::min(room.width() * 0.45, std::ceil(tabularWidth(font(), rest)) + 1);
        painter.setFont(figures);
        const QSizeF size = alarmBadgeSize(figures, wordsOf(index));
        const qreal badgeWidth = std::min(size.width(), std::max(0.0, room.width() - restWidth - em));
        const QRectF badge(room.left(), middle - size.height() / 2, badgeWidth, size.height());
        painter.setOpacity(blinking() && !m_blinkOn ? 0.45 : (acknowledged ? 0.7 : 1));
        paintAlarmBadge(painter, placed(badge), TileAlarm(priorityOf(index)), wordsOf(index));
        painter.setOpacity(1);
        painter.setFont(font());
        painter.setPen(palette::secondary);
        drawTabular(painter, placed({badge.right() + em * 0.7, 0, restWidth, qreal(height())}),
                    (mirror ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, rest);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(palette::focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void AlarmStrip::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = worst();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->isAutoRepeat() || !index.isValid() || (!enter && event->key() != Qt::Key_F) || (enter && m_readOnly))
        return event->ignore();
    if (enter)
        Q_EMIT acknowledgeRequested(index);
    else
        Q_EMIT showRequested(index);
}

void AlarmStrip::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = worst();
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT showRequested(index);
}

void AlarmStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tuneBlink();
}

void AlarmStrip::hideEvent(QHideEvent *event)
{
    m_blink.stop();
    QWidget::hideEvent(event);
}

void AlarmStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::StyleChange)
        tuneBlink();
}

bool AlarmStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), sentence(), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace gantry::widgets

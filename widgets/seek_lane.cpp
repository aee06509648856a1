#include "widgets/seek_lane.h"

#include "widgets/theme.h"

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <map>

namespace gantry::widgets {

using std::chrono::microseconds;

namespace {

double seconds(microseconds time)
{
    return std::chrono::duration<double>(time).count();
}

class SeekLaneAccessible : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit SeekLaneAccessible(SeekLane *lane) : QAccessibleWidget(lane, QAccessible::Slider) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    QVariant currentValue() const override { return seconds(lane()->position()); }
    QVariant maximumValue() const override { return seconds(lane()->end()); }
    QVariant minimumValue() const override { return seconds(lane()->begin()); }
    QVariant minimumStepSize() const override { return 1.0; }
    void setCurrentValue(const QVariant &value) override
    {
        const microseconds wanted(std::int64_t(value.toDouble() * 1e6));
        Q_EMIT lane()->seekRequested(std::clamp(wanted, lane()->begin(), lane()->end()));
    }

private:
    SeekLane *lane() const { return static_cast<SeekLane *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *lane = qobject_cast<SeekLane *>(object);
    return lane ? new SeekLaneAccessible(lane) : nullptr;
}

// A pennant: what a person or a rule did.
void paintFlag(QPainter &painter, const QRectF &box, const QColor &colour)
{
    QPainterPath flag;
    flag.moveTo(box.left() + box.width() * 0.2, box.top());
    flag.lineTo(box.right(), box.top() + box.height() * 0.28);
    flag.lineTo(box.left() + box.width() * 0.2, box.top() + box.height() * 0.56);
    flag.closeSubpath();
    painter.fillPath(flag, colour);
    painter.fillRect(
        QRectF(box.left() + box.width() * 0.12, box.top(), std::max(1.0, box.width() * 0.12), box.height()), colour);
}

bool worse(const TransportMark &a, const TransportMark &b)
{
    const auto rank = [](const TransportMark &mark) { return mark.priority == 0 ? 9 : mark.priority; };
    return rank(a) < rank(b);
}

} // namespace

SeekLane::SeekLane(QWidget *parent)
    : QWidget(parent)
    , m_formatter([](microseconds elapsed) { return QStringLiteral("T+%1 s").arg(seconds(elapsed), 0, 'f', 1); })
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Position in the session"));
}

void SeekLane::setSpan(microseconds begin, microseconds end)
{
    m_begin = begin;
    m_end = std::max(begin, end);
    update();
}

void SeekLane::setPosition(microseconds elapsed)
{
    if (elapsed == m_position)
        return;
    m_position = elapsed;
    update();
}

void SeekLane::setMarks(std::vector<TransportMark> marks)
{
    m_marks = std::move(marks);
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const TransportMark &a, const TransportMark &b) { return a.elapsed < b.elapsed; });
    update();
}

void SeekLane::setFormatter(Formatter formatter)
{
    m_formatter = std::move(formatter);
}

QRectF SeekLane::track() const
{
    const qreal em = fontMetrics().height();
    return {em * 0.8, em * 1.05, std::max(1.0, width() - em * 1.6), em * 0.4};
}

qreal SeekLane::xOf(microseconds elapsed) const
{
    const QRectF line = track();
    if (m_end <= m_begin)
        return line.left();
    const double share = seconds(elapsed - m_begin) / seconds(m_end - m_begin);
    return line.left() + std::clamp(share, 0.0, 1.0) * line.width();
}

microseconds SeekLane::elapsedAt(qreal x) const
{
    const QRectF line = track();
    const double share = std::clamp((x - line.left()) / line.width(), 0.0, 1.0);
    return m_begin + microseconds(std::int64_t(std::llround(share * double((m_end - m_begin).count()))));
}

QSize SeekLane::sizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 30, int(std::lround(em * 2.6))};
}

QSize SeekLane::minimumSizeHint() const
{
    return {fontMetrics().height() * 12, sizeHint().height()};
}

void SeekLane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal em = fontMetrics().height();
    const QRectF line = track();
    const qreal head = xOf(m_position);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette::picture);
    painter.drawRoundedRect(line, line.height() / 2, line.height() / 2);
    painter.setBrush(palette::outline);
    if (head > line.left())
        painter.drawRoundedRect(
            QRectF(line.left(), line.top(), std::max(line.height(), head - line.left()), line.height()),
            line.height() / 2, line.height() / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette::outline, 1));
    painter.drawRoundedRect(line.adjusted(0.5, 0.5, -0.5, -0.5), line.height() / 2, line.height() / 2);

    // One mark per place: where many fall together the worst is drawn.
    const qreal side = em * 0.68;
    std::map<std::pair<int, int>, const TransportMark *> places;
    for (const TransportMark &mark : m_marks) {
        const int row = mark.kind == TransportMark::Kind::Alarm ? 0 : 1;
        const TransportMark *&place = places[{row, int(xOf(mark.elapsed) / (side * 0.8))}];
        if (!place || worse(mark, *place))
            place = &mark;
    }
    for (const auto &[place, mark] : places) {
        const qreal x = xOf(mark->elapsed);
        if (mark->kind == TransportMark::Kind::Alarm)
            paintAlarmShape(painter, {x - side / 2, line.top() - side - em * 0.16, side, side},
                            mark->priority > 0 ? TileAlarm(std::min(mark->priority, 5)) : TileAlarm::Unknown);
        else
            paintFlag(painter, {x - side * 0.18, line.bottom() + em * 0.18, side, side},
                      mark->kind == TransportMark::Kind::Command ? palette::text : palette::secondary);
    }

    painter.setPen(QPen(palette::picture, 1));
    painter.setBrush(palette::focus);
    const QRectF handle(head - em * 0.14, line.top() - em * 0.3, em * 0.28, line.height() + em * 0.6);
    painter.drawRoundedRect(handle, em * 0.1, em * 0.1);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette::focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), em * 0.2, em * 0.2);
    }
}

const TransportMark *SeekLane::markNear(qreal x) const
{
    const qreal reach = fontMetrics().height() * 0.4;
    const TransportMark *nearest = nullptr;
    for (const TransportMark &mark : m_marks) {
        const qreal distance = std::abs(xOf(mark.elapsed) - x);
        if (distance <= reach && (!nearest || distance < std::abs(xOf(nearest->elapsed) - x)))
            nearest = &mark;
    }
    return nearest;
}

void SeekLane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_end <= m_begin)
        return;
    const QPointF point = event->position();
    const TransportMark *mark = track().adjusted(0, -4, 0, 4).contains(point) ? nullptr : markNear(point.x());
    Q_EMIT seekRequested(mark ? std::clamp(mark->elapsed, m_begin, m_end) : elapsedAt(point.x()));
}

void SeekLane::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) && m_end > m_begin)
        Q_EMIT seekRequested(elapsedAt(event->position().x()));
}

bool SeekLane::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const TransportMark *mark = markNear(help->pos().x());
        const QString when = m_formatter(mark ? mark->elapsed : elapsedAt(help->pos().x()));
        QToolTip::showText(help->globalPos(), mark ? tr("%1\n%2", "time, what happened").arg(when, mark->text) : when,
                           this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    return QWidget::event(event);
}

} // namespace gantry::widgets

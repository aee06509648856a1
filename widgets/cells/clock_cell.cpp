#include "widgets/cells/clock_cell.h"

#include "widgets/cells/cell_type.h"
#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 100ms;
constexpr auto lastMinute = 60s;
constexpr auto lastSeconds = 10s;

} // namespace

QString clockDigits(std::chrono::seconds time)
{
    const qint64 seconds = std::max<qint64>(0, time.count());
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

ClockFace countdownFace(const QString &word, std::chrono::milliseconds remaining)
{
    using std::chrono::seconds;
    // 00:00:01 stands for the whole last second: zero is the moment itself.
    if (remaining > 0ms) {
        const seconds left = std::chrono::ceil<seconds>(remaining);
        if (remaining < lastSeconds)
            return {word, clockDigits(left), ClockCell::tr("LAST SECONDS"), ClockFace::Mood::LastSeconds};
        if (remaining < lastMinute)
            return {word, clockDigits(left), ClockCell::tr("LAST MINUTE"), ClockFace::Mood::LastMinute};
        return {word, clockDigits(left), {}, ClockFace::Mood::Calm};
    }
    const seconds over = std::chrono::floor<seconds>(-remaining);
    return {word, QStringLiteral("+%1").arg(clockDigits(over)), ClockCell::tr("OVER"), ClockFace::Mood::Over};
}

ClockCell::ClockCell(Face face, QObject *parent) : CellView(parent), m_face(std::move(face)), m_shown(m_face())
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &ClockCell::look);
    m_timer.start();
}

void ClockCell::look()
{
    ClockFace face = m_face();
    if (face == m_shown)
        return;
    m_shown = std::move(face);
    Q_EMIT changed();
}

void ClockCell::paint(QPainter &painter, const QRectF &box) const
{
    using Mood = ClockFace::Mood;
    const auto [title, content] = titled(box);
    const bool plate = m_shown.mood == Mood::LastSeconds;
    const QColor ink = plate                                                            ? palette::picture
                       : m_shown.mood == Mood::LastMinute || m_shown.mood == Mood::Over ? palette::thirdBus
                                                                                        : palette::text;
    drawTitle(painter, title, m_shown.word);
    // The word of the state has its line whether it says something or not, so that digits never jump.
    const qreal line = std::floor(content.height() * 0.2);
    const QRectF room = content.adjusted(0, 0, 0, -line);
    const QFont digits = fittingFont(QStringLiteral("+00:00:00"), {room.width() * 0.96, room.height() * 0.9},
                                     m_shown.mood == Mood::Calm ? QFont::Medium : QFont::Bold);
    if (plate) {
        const QSizeF size(std::min(room.width(), tabularWidth(digits, m_shown.digits) * 1.12),
                          std::min(room.height(), QFontMetricsF(digits).height()));
        painter.fillRect(QRectF(room.center() - QPointF(size.width(), size.height()) / 2, size), palette::thirdBus);
    }
    drawLine(painter, room, m_shown.digits, digits, ink);
    const QRectF foot(content.left(), room.bottom(), content.width(), line);
    const QFont word = fittingFont(m_shown.state, {foot.width(), line}, QFont::Bold);
    drawLine(painter, foot, m_shown.state, word, palette::thirdBus);
}

QString ClockCell::sentence() const
{
    const QString time = tr("%1 %2", "which clock, its time").arg(m_shown.word, m_shown.digits);
    return m_shown.state.isEmpty()
               ? time
               : tr("%1, %2", "a clock's time, what is to be said about it").arg(time, m_shown.state.toLower());
}

} // namespace gantry::widgets

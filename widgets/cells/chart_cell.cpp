#include "widgets/cells/chart_cell.h"

#include "widgets/cells/cell_type.h"
#include "widgets/charts/lane_painter.h"
#include "widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 1s;

// Pieces of a line: an unknown value, or a silence, ends one.
std::vector<QPolygonF> pieces(const Series &series, const LaneContent &lane, const LaneX &x,
                              const std::function<qreal(double)> &y)
{
    std::vector<QPolygonF> lines;
    double last = -1e18;
    for (const SeriesPoint &point : series.points) {
        if (point.seconds < lane.from || point.seconds > lane.to)
            continue;
        if (std::isnan(point.value)) {
            last = -1e18;
            continue;
        }
        if (lines.empty() || point.seconds - last > lane.silence)
            lines.emplace_back();
        lines.back() << QPointF(x(point.seconds), y(point.value));
        last = point.seconds;
    }
    return lines;
}

} // namespace

ChartCell::ChartCell(Source source, QObject *parent) : CellView(parent), m_source(std::move(source)), m_lane(m_source())
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &ChartCell::look);
    m_timer.start();
}

void ChartCell::look()
{
    m_lane = m_source();
    Q_EMIT changed();
}

void ChartCell::paint(QPainter &painter, const QRectF &box) const
{
    const auto [title, content] = titled(box);
    drawTitle(painter, title, m_lane.title);
    // Figures: as many series as have a line of their own.
    const qreal line = std::floor(std::clamp(content.height() * 0.2, 6.0, content.height()));
    qreal left = content.left();
    const std::size_t most = std::max<std::size_t>(1, std::min<std::size_t>(m_lane.series.size(), 3));
    const qreal share = content.width() / qreal(most);
    for (std::size_t i = 0; i < most && i < m_lane.series.size(); ++i) {
        const QRectF room(left, content.top(), share, line);
        const QString age = m_lane.newestAge(i);
        const QString value = m_lane.newestText(i);
        const QFont font = fittingFont(value, {room.width() * 0.66, line}, QFont::DemiBold);
        const qreal wide = std::min(tabularWidth(font, value), room.width());
        drawLine(painter, {room.left(), room.top(), wide + 1, line}, value, font,
                 age.isEmpty() ? palette::text : palette::secondary, Qt::AlignLeft);
        const QString beside = age.isEmpty() ? m_lane.series[i].name : age;
        const QRectF rest = room.adjusted(wide + line * 0.25, line * 0.25, -line * 0.2, 0);
        drawLine(painter, rest, beside, fontOfLineHeight(std::max(4.0, line * 0.5)), lineLook(i).colour, Qt::AlignLeft);
        left += share;
    }
    const QRectF area = content.adjusted(0, line + 2, 0, 0);
    if (area.height() >= 12 && area.width() >= 24)
        paintLines(painter, area);
}

void ChartCell::paintLines(QPainter &painter, const QRectF &area) const
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    const LaneX x = [&](double seconds) {
        return area.left() + (seconds - m_lane.from) / std::max(1e-9, m_lane.to - m_lane.from) * area.width();
    };
    paintLaneGaps(painter, m_lane, area, x);
    if (const auto extent = m_lane.extent()) {
        const ChartScale scale = niceScale(extent->first, extent->second);
        const auto y = [&](double value) {
            return area.bottom() - (value - scale.low) / std::max(1e-9, scale.high - scale.low) * area.height();
        };
        painter.setRenderHint(QPainter::Antialiasing, false);
        const qreal figures = std::clamp(area.height() * 0.1, 8.0, QFontMetricsF(textFont(0.8)).height());
        for (double value = scale.low; value <= scale.high + scale.step / 2; value += scale.step) {
            painter.setPen(QPen(palette::line, 1));
            const qreal at = std::clamp(std::round(y(value)) + 0.5, area.top() + 0.5, area.bottom() - 0.5);
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
            const QString text = QLocale().toString(value, 'g', 4);
            if (area.height() > 5 * figures && at - figures >= area.top())
                drawLine(painter, {area.left() + 2, at - figures, area.width() * 0.3, figures}, text,
                         fontOfLineHeight(figures * 0.95), palette::secondary, Qt::AlignLeft);
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        for (std::size_t i = m_lane.series.size(); i-- > 0;) {
            painter.setPen(QPen(lineLook(i).colour, std::max(1.5, area.height() / 90), lineLook(i).style));
            for (const QPolygonF &piece : pieces(m_lane.series[i], m_lane, x, y))
                piece.size() == 1 ? painter.drawPoint(piece.front()) : painter.drawPolyline(piece);
        }
    }
    painter.restore();
}

QString ChartCell::sentence() const
{
    return m_lane.sentence();
}

} // namespace gantry::widgets

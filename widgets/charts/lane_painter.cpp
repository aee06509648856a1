#include "widgets/charts/lane_painter.h"

#include "widgets/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace gantry::widgets {

namespace {

struct LaneWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::TimeChart)
};

} // namespace

const LineLook &lineLook(std::size_t line)
{
    // Okabe-Ito without the green and the vermilion that mean tally here; the blue, lightened, last.
    static const std::array<LineLook, 5> all{{{QColor(0x56, 0xB4, 0xE9), Qt::SolidLine},
                                              {QColor(0xE6, 0x9F, 0x00), Qt::DashLine},
                                              {QColor(0xCC, 0x79, 0xA7), Qt::DashDotLine},
                                              {QColor(0xF0, 0xE4, 0x42), Qt::DotLine},
                                              {QColor(0x2E, 0x8F, 0xD6), Qt::DashDotDotLine}}};
    return all[line % all.size()];
}

void paintLaneGaps(QPainter &painter, const LaneContent &lane, const QRectF &area, const LaneX &x)
{
    if (!lane.hasData()) {
        painter.setFont(textFont());
        painter.setPen(palette::secondary);
        painter.drawText(area, Qt::AlignCenter, LaneWords::tr("no data yet"));
        return;
    }
    const QFont font = textFont(0.8);
    painter.setFont(font);
    for (const ChartGap &gap : lane.gaps()) {
        const QRectF box(x(gap.from), area.top(), x(gap.to) - x(gap.from), area.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(palette::line, Qt::BDiagPattern));
        painter.drawRect(box);
        const QString words = LaneWords::tr("no data");
        const QSizeF size(QFontMetricsF(font).horizontalAdvance(words) + 8, QFontMetricsF(font).height());
        if (box.width() < size.width() + 4 || box.height() < size.height())
            continue;
        const QRectF plate(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2, size.width(),
                           size.height());
        painter.setBrush(palette::panel);
        painter.drawRect(plate);
        painter.setPen(palette::secondary);
        painter.drawText(plate, Qt::AlignCenter, words);
    }
}

void paintLaneFlags(QPainter &painter, const LaneContent &lane, const QRectF &area, const LaneX &x)
{
    const QFont font = textFont(0.8);
    const QFontMetricsF metrics(font);
    const qreal side = metrics.height() * 0.75;
    std::array<qreal, 2> occupied{-1e9, -1e9}; // two rows of words
    for (const ChartFlag &flag : lane.flags) {
        if (flag.seconds < lane.from || flag.seconds > lane.to)
            continue;
        const qreal at = std::round(x(flag.seconds)) + 0.5;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(palette::secondary, 1, Qt::DashLine));
        painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
        const qreal shape = flag.priority > 0 ? side + 3 : 0;
        const QString words =
            lane.flagWords ? metrics.elidedText(flag.text, Qt::ElideMiddle, metrics.height() * 11) : QString();
        const qreal width = shape + (words.isEmpty() ? 0 : metrics.horizontalAdvance(words) + 8);
        // Towards the side with room; where flags crowd, the line alone stands and the tip tells.
        const bool leftwards = at + width > area.right();
        const qreal left = leftwards ? at - width : at + 1;
        std::size_t row = 0;
        while (row < occupied.size() && left < occupied[row])
            ++row;
        if (row == occupied.size() || left < area.left() || width <= 0)
            continue;
        occupied[row] = left + width;
        const QRectF plate(left, area.top() + 1 + qreal(row) * (metrics.height() + 1), width, metrics.height() + 1);
        QColor behind = palette::panel;
        behind.setAlpha(225);
        painter.fillRect(plate, behind);
        painter.setRenderHint(QPainter::Antialiasing);
        if (flag.priority > 0)
            paintAlarmShape(painter, {plate.left() + 3, plate.center().y() - side / 2, side, side},
                            TileAlarm(std::min(flag.priority, 5)));
        painter.setFont(font);
        painter.setPen(palette::text);
        painter.drawText(plate.adjusted(4 + shape, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, words);
    }
}

void paintLaneCursor(QPainter &painter, const LaneContent &lane, const QRectF &area, const LaneX &x)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (lane.now && *lane.now > lane.from && *lane.now < lane.to) {
        painter.setPen(QPen(palette::outline, 1));
        painter.drawLine(QPointF(x(*lane.now), area.top()), QPointF(x(*lane.now), area.bottom()));
    }
    if (!lane.cursor || *lane.cursor < lane.from || *lane.cursor > lane.to)
        return;
    painter.setPen(QPen(palette::focus, 1));
    painter.drawLine(QPointF(x(*lane.cursor), area.top()), QPointF(x(*lane.cursor), area.bottom()));
    const QFont font = textFont(0.85);
    const QString words = elided(font, lane.readOut(*lane.cursor), area.width() - 8);
    const qreal width = QFontMetricsF(font).horizontalAdvance(words) + 8;
    const qreal height = QFontMetricsF(font).height() + 2;
    const qreal left = std::clamp(x(*lane.cursor) + 4, area.left(), std::max(area.left(), area.right() - width));
    const QRectF plate(left, area.bottom() - height - 1, width, height);
    painter.fillRect(plate, palette::raised);
    painter.setFont(font);
    painter.setPen(palette::focus);
    painter.drawText(plate, Qt::AlignCenter, words);
}

void paintLaneHeader(QPainter &painter, const LaneContent &lane, const QRectF &room)
{
    const QFont heading = textFont(1.0, QFont::DemiBold);
    const QFont large = textFont(1.35, QFont::DemiBold);
    const QFont small = textFont(0.85);
    const qreal em = QFontMetricsF(heading).height();
    const qreal baseline =
        room.top() + (room.height() + QFontMetricsF(large).ascent() - QFontMetricsF(large).descent()) / 2;
    const auto write = [&](const QFont &font, const QColor &colour, qreal left, const QString &text) {
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(colour);
        const qreal wide = tabularWidth(font, text);
        drawTabular(painter, {left, baseline - metrics.ascent(), wide, metrics.height()}, Qt::AlignLeft, text);
        return wide;
    };
    // From the right: the first line's figure stands outermost, so that it never moves.
    qreal right = room.right();
    const qreal least =
        room.left() + std::min(QFontMetricsF(heading).horizontalAdvance(lane.title), room.width() * 0.35);
    for (std::size_t i = 0; i < lane.series.size(); ++i) {
        const Series &one = lane.series[i];
        const QString value = lane.newestText(i);
        const QString age = lane.newestAge(i);
        const qreal valueWidth = tabularWidth(large, value);
        const qreal ageWidth = age.isEmpty() ? 0 : tabularWidth(small, age) + em * 0.4;
        const QString name = elided(small, one.name, em * 10);
        const qreal nameWidth = (name.isEmpty() ? 0 : QFontMetricsF(small).horizontalAdvance(name) + em * 0.4) +
                                (lane.series.size() > 1 ? em * 1.4 : 0);
        if (right - valueWidth - ageWidth - nameWidth < least + em && i > 0)
            break;
        const bool known = age.isEmpty();
        write(large, known ? palette::text : palette::secondary, right - valueWidth, value);
        right -= valueWidth;
        if (!age.isEmpty()) {
            write(small, palette::secondary, right - ageWidth, age);
            right -= ageWidth;
        }
        if (right - nameWidth > least) {
            const qreal nameLeft = right - nameWidth + (lane.series.size() > 1 ? em * 1.4 : 0);
            write(small, palette::secondary, nameLeft, name);
            if (lane.series.size() > 1) {
                painter.setPen(QPen(lineLook(i).colour, 2, lineLook(i).style));
                const qreal y = std::round(baseline - QFontMetricsF(small).xHeight() / 2) + 0.5;
                painter.drawLine(QPointF(nameLeft - em * 1.3, y), QPointF(nameLeft - em * 0.3, y));
            }
            right -= nameWidth;
        }
        right -= em * 1.1;
    }
    const qreal words = std::max(0.0, right - room.left());
    const qreal wide = write(heading, palette::text, room.left(), elided(heading, lane.title, words));
    const qreal rest = words - wide - em * 0.6;
    if (!lane.note.isEmpty() && rest > em * 3)
        write(small, palette::secondary, room.left() + wide + em * 0.6, elided(small, lane.note, rest));
}

} // namespace gantry::widgets

#include "widgets/wall/edit_painter.h"

#include "widgets/theme.h"

#include <QPainter>

namespace gantry::widgets {

namespace {

constexpr int handle = 10;      // pixels
constexpr int tellableStep = 6; // pixels between dots

} // namespace

void paintEditGrid(QPainter &painter, const WallGrid &grid, QSize units)
{
    if (grid.pitch.width() < tellableStep || grid.pitch.height() < tellableStep)
        return;
    painter.setPen(QColor(255, 255, 255, 110));
    const QPoint first = grid.origin - QPoint((grid.gap + 1) / 2, (grid.gap + 1) / 2);
    for (int y = 0; y <= units.height(); ++y) {
        for (int x = 0; x <= units.width(); ++x)
            painter.drawPoint(first + QPoint(x * grid.pitch.width(), y * grid.pitch.height()));
    }
}

void paintEditedCell(QPainter &painter, const QRect &box, bool strong, bool dashed)
{
    const int width = strong ? 2 : 1;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(strong ? palette::focus : palette::secondary, width, dashed ? Qt::DashLine : Qt::SolidLine,
                        Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(box.adjusted(width / 2, width / 2, -width, -width));
}

void paintHandles(QPainter &painter, const QRect &box, bool active)
{
    const QPoint middle = box.center();
    for (const int x : {box.left(), middle.x(), box.right()}) {
        for (const int y : {box.top(), middle.y(), box.bottom()}) {
            QRect square(0, 0, handle, handle);
            square.moveCenter({x, y});
            if (QPoint(x, y) != middle)
                painter.fillRect(square, active ? palette::focus : palette::secondary);
        }
    }
}

void paintOverlap(QPainter &painter, const QRect &box)
{
    painter.fillRect(box, QBrush(palette::focus, Qt::BDiagPattern));
}

void paintPlate(QPainter &painter, const QRect &box, const QString &text, bool inTheMiddle)
{
    const QFont font = textFont(inTheMiddle ? 1.25 : 1.0, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int margin = metrics.height() / 3;
    const QString shown = elided(font, text, box.width() - 4 * margin);
    QRect plate(QPoint(), QSize(metrics.horizontalAdvance(shown) + 2 * margin, metrics.height() + margin));
    if (plate.width() > box.width() || plate.height() > box.height())
        return;
    plate.moveTopLeft(box.topLeft() + QPoint(margin, margin));
    if (inTheMiddle)
        plate.moveCenter(box.center());
    painter.fillRect(plate, palette::background);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(palette::outline);
    painter.drawRect(plate.adjusted(0, 0, -1, -1));
    painter.setFont(font);
    painter.setPen(palette::text);
    painter.drawText(plate, Qt::AlignCenter | Qt::TextSingleLine, shown);
}

} // namespace gantry::widgets

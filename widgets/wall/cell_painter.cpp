#include "widgets/wall/cell_painter.h"

#include "widgets/theme.h"

#include <QPainter>

namespace gantry::widgets {

namespace {

constexpr qreal frame = 1;

} // namespace

void paintCellFrame(QPainter &painter, const TileBox &box)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(palette::line, frame));
    painter.setBrush(palette::panel);
    painter.drawRect(QRectF(box.tile).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

void paintCellView(QPainter &painter, const TileBox &box, const CellView &view)
{
    const QRectF inner = QRectF(box.tile).adjusted(frame, frame, -frame, -frame);
    if (inner.width() < 1 || inner.height() < 1)
        return;
    painter.save();
    painter.setClipRect(inner, Qt::IntersectClip);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    view.paint(painter, inner);
    painter.restore();
}

} // namespace gantry::widgets

#include "widgets/wall/wall_raster.h"

#include "widgets/wall/cell_painter.h"

#include <QPainter>

namespace gantry::widgets {

QRegion WallRaster::takePictures(Qt::LayoutDirection direction)
{
    QRegion stale;
    const SteadyTime now = m_cells.now();
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        if (WallTile *tile = m_cells.tile(cell))
            stale += tile->refreshPicture(m_stage.box(cell), direction, now);
    }
    return stale;
}

QRegion WallRaster::takeEverything(Qt::LayoutDirection direction)
{
    QRegion stale;
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        if (WallTile *tile = m_cells.tile(cell))
            stale += tile->refresh(m_stage.box(cell), direction, m_cells.now()).all();
    }
    return stale;
}

void WallRaster::paint(QPainter &painter, const QRegion &exposed, const QRect &wall, const WallLook &look)
{
    paintGround(painter, exposed);
    for (int cell = 0; cell < m_cells.count(); ++cell)
        paintCell(painter, exposed, cell, look);
    paintEmpty(painter, wall, look);
}

void WallRaster::paintBelow(QPainter &painter, const QRegion &exposed, const QRect &wall, const WallLook &look)
{
    paintGround(painter, exposed);
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        const TileBox *box = m_stage.box(cell);
        if (!box || !exposed.intersects(focusRect(*box)))
            continue;
        if (WallTile *tile = m_cells.tile(cell)) {
            painter.fillRect(tile->layout(*box, look.direction).picture, palette::picture);
            tile->paintRound(painter, exposed, *box, look.direction);
        } else {
            paintView(painter, *box, cell);
        }
        paintHand(painter, *box, cell, look);
    }
    paintEmpty(painter, wall, look);
}

void WallRaster::paintEmpty(QPainter &painter, const QRect &wall, const WallLook &look) const
{
    if (m_cells.count() > 0)
        return;
    painter.setFont(textFont(1.4, QFont::DemiBold));
    painter.setPen(palette::secondary);
    painter.drawText(wall.adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap, look.emptyText);
}

// What no tile covers. New pictures alone expose nothing of it.
void WallRaster::paintGround(QPainter &painter, const QRegion &exposed)
{
    QRegion ground = exposed;
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        if (const TileBox *box = m_cells.tile(cell) ? m_stage.box(cell) : nullptr)
            ground -= box->tile;
    }
    for (const QRect &piece : ground)
        painter.fillRect(piece, palette::background);
}

void WallRaster::paintCell(QPainter &painter, const QRegion &exposed, int cell, const WallLook &look)
{
    const TileBox *box = m_stage.box(cell);
    if (!box || !exposed.intersects(focusRect(*box)))
        return;
    if (WallTile *tile = m_cells.tile(cell)) {
        // Painted at any moment, not only at ours: the mark on a stale picture must not wait for the timer.
        const SteadyTime now = m_cells.now();
        tile->settle(now);
        tile->paint(painter, exposed, *box, look.direction, look.guide, now);
    } else {
        paintView(painter, *box, cell);
    }
    paintHand(painter, *box, cell, look);
}

void WallRaster::paintView(QPainter &painter, const TileBox &box, int cell) const
{
    paintCellFrame(painter, box);
    if (const CellView *view = m_cells.view(cell))
        paintCellView(painter, box, *view);
}

void WallRaster::paintHand(QPainter &painter, const TileBox &box, int cell, const WallLook &look) const
{
    if (cell == look.selected && m_stage.full() < 0)
        paintTileFocus(painter, box, look.focused);
}

} // namespace gantry::widgets

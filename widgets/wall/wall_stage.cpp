#include "widgets/wall/wall_stage.h"

#include "widgets/wall/tile_painter.h"

namespace gantry::widgets {

void WallStage::fit(QSize size, const WallMetrics &metrics)
{
    WallPlan alone;
    if (m_full >= 0)
        alone.cells = {{{}, m_cells.content(m_full)}};
    m_layout = wallLayout(m_full >= 0 ? alone : m_cells.plan(), size, metrics);
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        if (WallTile *tile = m_cells.tile(cell))
            tile->forgetLayout();
    }
}

void WallStage::demandPictures(bool visible, qreal devicePixelRatio, media::PictureForm form) const
{
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        WallTile *tile = m_cells.tile(cell);
        if (!tile)
            continue;
        const TileBox *seen = visible ? box(cell) : nullptr;
        tile->demandPictures(seen ? (pictureRoom(*seen).size() * devicePixelRatio).toSize() : QSize(), form);
    }
}

const TileBox *WallStage::box(int cell) const
{
    if (!m_cells.has(cell))
        return nullptr;
    const int place = m_full < 0 ? cell : (cell == m_full ? 0 : -1);
    if (place < 0 || std::size_t(place) >= m_layout.tiles.size())
        return nullptr;
    const TileBox &box = m_layout.tiles[std::size_t(place)];
    return box.tile.isEmpty() ? nullptr : &box;
}

QRect WallStage::rect(int cell) const
{
    const TileBox *seen = box(cell);
    return seen ? seen->tile : QRect();
}

std::vector<QRect> WallStage::rects() const
{
    std::vector<QRect> all;
    for (int cell = 0; cell < m_cells.count(); ++cell)
        all.push_back(rect(cell));
    return all;
}

int WallStage::cellAt(QPoint point) const
{
    const int place = m_layout.tileAt(point);
    return place >= 0 && m_full >= 0 ? m_full : place;
}

} // namespace gantry::widgets

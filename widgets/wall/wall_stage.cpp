#include "widgets/wall/wall_stage.h"

#include "widgets/wall/tile_painter.h"

#include <map>

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

void WallStage::tellSlots(qreal devicePixelRatio) const
{
    std::map<int, QSize> wanted;
    for (int cell = 0; cell < m_cells.count(); ++cell) {
        const TileBox *seen = box(cell);
        if (!seen || m_cells.row(cell) < 0)
            continue;
        QSize &size = wanted[m_cells.row(cell)];
        size = size.expandedTo((pictureRoom(*seen).size() * devicePixelRatio).toSize());
    }
    for (const auto &[row, size] : wanted) {
        const std::shared_ptr<media::FrameSlot> &slot = m_cells.slot(row);
        if (slot && slot->wantedSize() != size)
            slot->setWantedSize(size);
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

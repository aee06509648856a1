#pragma once
// Where the cells stand on the surface now: as the plan has it, or one of them alone. UI thread only.

#include "widgets/wall/wall_cells.h"
#include "widgets/wall/wall_layout.h"

#include <QPoint>

#include <vector>

namespace gantry::widgets {

class WallStage
{
public:
    explicit WallStage(WallCells &cells) : m_cells(cells) {}

    // The cell that fills the surface; -1: none. fit() has to follow.
    void setFull(int cell) { m_full = m_cells.has(cell) ? cell : -1; }
    int full() const { return m_full; }
    // Places every cell anew.
    void fit(QSize size, const WallMetrics &metrics);
    // Lets every tile ask for pictures in the size in which it is seen: a decode thread scales once for each size.
    void demandPictures(bool visible, qreal devicePixelRatio, media::PictureForm form = media::PictureForm::Rgb) const;

    const WallGrid &grid() const { return m_layout.grid; }
    // Null where the cell is not seen.
    const TileBox *box(int cell) const;
    // Empty where the cell is not seen.
    QRect rect(int cell) const;
    std::vector<QRect> rects() const;
    // -1: none.
    int cellAt(QPoint point) const;

private:
    WallCells &m_cells;
    WallLayout m_layout;
    int m_full = -1;
};

} // namespace gantry::widgets

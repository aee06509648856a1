#pragma once
// How a cell looks that is not a picture.

#include "widgets/wall/cell_view.h"
#include "widgets/wall/wall_layout.h"

namespace gantry::widgets {

// The quiet frame and bed of every such cell; an empty one is nothing else.
void paintCellFrame(QPainter &painter, const TileBox &box);
// The view inside its frame, clipped to it.
void paintCellView(QPainter &painter, const TileBox &box, const CellView &view);
} // namespace gantry::widgets

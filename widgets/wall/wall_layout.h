#pragma once
// Where the tiles of a wall stand: pure geometry, in whole pixels. A tile is a picture with a label strip below, or
// what is no picture (a clock, a list) and fills its cell.
//
// A plan is meant for a screen of 16:9, so that cells of a 3×3 are pictures of 16:9 with their labels; a cell that
// would be higher than wide there holds a picture of 9:16, whatever window it comes to stand in. In other windows cells
// become narrower or lower as a whole; those of a tight plan then stand as close as their pictures allow. An automatic
// plan takes the grid (1, 2×2, 3×3 …, or with fewer rows or columns) that gives the largest pictures.
//
// Order and places do not mirror in right-to-left languages: pictures keep theirs (conventions, section 10).

#include "widgets/wall/wall_plan.h"

#include <QMargins>
#include <QRect>
#include <QSize>

#include <vector>

namespace gantry::widgets {

struct WallMetrics
{
    int gap = 10;         // between tiles and around the wall: room for the focus outline
    int labelHeight = 40; // what two lines of label want; a small tile gives less, never less than 1/12 of its height
};

struct TileBox
{
    QRect tile;    // picture and label; tiles never overlap and lie inside the wall. Empty where there is no room
    QRect picture; // 16:9 or 9:16, at the top of the tile; all of the tile where it is no picture
    QRect label;   // below the picture, as wide, at least 1/12 of the tile's height; empty where it is no picture

    bool operator==(const TileBox &) const = default;
};

// Where the units of a plan's grid lie.
struct WallGrid
{
    QPoint origin;
    QSize pitch; // of one unit and the gap behind it; empty: no room
    int gap = 0;

    QRect box(const QRect &place) const; // in pixels, without the gaps around it; empty where there is no room
    // The unit below the point; points outside the grid give units outside it.
    QPoint unitAt(QPoint point) const;
};

struct WallLayout
{
    int columns = 0;
    int rows = 0;
    std::vector<TileBox> tiles; // one a cell, in the order of the plan; none if there is no room at all
    WallGrid grid;

    // Tile below the point, or -1.
    int tileAt(QPoint point) const;
};

WallLayout wallLayout(const WallPlan &plan, QSize size, const WallMetrics &metrics = {});
// So many pictures, as an automatic plan has them.
WallLayout wallLayout(int count, QSize size, const WallMetrics &metrics = {});

} // namespace gantry::widgets

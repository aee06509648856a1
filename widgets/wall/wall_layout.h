#pragma once
// Where the tiles of a wall stand: pure geometry. Tiles are 16:9 pictures with a label strip below, in the grid
// (1, 2×2, 3×3 …, or with fewer rows or columns) that gives the largest pictures.

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
    QRect tile;    // picture and label; tiles never overlap and lie inside the wall
    QRect picture; // 16:9, at the top of the tile
    QRect label;   // below the picture, as wide, at least 1/12 of the tile's height

    bool operator==(const TileBox &) const = default;
};

struct WallLayout
{
    int columns = 0;
    int rows = 0;
    std::vector<TileBox> tiles; // in reading order, left to right; empty if there is no room at all

    // Tile below the point, or -1.
    int tileAt(QPoint point) const;
};

WallLayout wallLayout(int count, QSize size, const WallMetrics &metrics = {});

} // namespace gantry::widgets

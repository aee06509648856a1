#include "widgets/wall/wall_layout.h"

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

constexpr int smallestPicture = 16; // pixels wide; below this there is nothing to see

int pictureHeight(int width)
{
    return int(std::lround(width * 9.0 / 16.0));
}

// At least 1/12 of the tile (1/11 of the picture), at most a third of the picture unless the picture is tiny.
int labelHeight(int picture, const WallMetrics &metrics)
{
    const int least = (picture + 10) / 11;
    return std::max({1, least, std::min(metrics.labelHeight, picture / 3)});
}

// The widest 16:9 picture that, with its label, fits a cell; 0 if none does.
int widestPicture(int width, int height, const WallMetrics &metrics)
{
    const auto fits = [&](int w) {
        const int picture = pictureHeight(w);
        return picture + labelHeight(picture, metrics) <= height;
    };
    if (width < smallestPicture || !fits(smallestPicture))
        return 0;
    int low = smallestPicture;
    int high = width;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (fits(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

} // namespace

int WallLayout::tileAt(QPoint point) const
{
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (tiles[i].tile.contains(point))
            return int(i);
    }
    return -1;
}

WallLayout wallLayout(int count, QSize size, const WallMetrics &metrics)
{
    WallLayout layout;
    const int gap = std::max(0, metrics.gap);
    int best = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const int cellWidth = (size.width() - gap * (columns + 1)) / columns;
        const int cellHeight = (size.height() - gap * (rows + 1)) / rows;
        const int width = widestPicture(cellWidth, cellHeight, metrics);
        if (width > best) {
            best = width;
            layout.columns = columns;
            layout.rows = rows;
        }
    }
    if (best == 0)
        return {};

    const int picture = pictureHeight(best);
    const int label = labelHeight(picture, metrics);
    const int blockWidth = layout.columns * best + (layout.columns - 1) * gap;
    const int blockHeight = layout.rows * (picture + label) + (layout.rows - 1) * gap;
    const QPoint origin((size.width() - blockWidth) / 2, (size.height() - blockHeight) / 2);
    layout.tiles.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const QPoint corner =
            origin + QPoint((i % layout.columns) * (best + gap), (i / layout.columns) * (picture + label + gap));
        TileBox box;
        box.tile = QRect(corner, QSize(best, picture + label));
        box.picture = QRect(corner, QSize(best, picture));
        box.label = QRect(corner + QPoint(0, picture), QSize(best, label));
        layout.tiles.push_back(box);
    }
    return layout;
}

} // namespace gantry::widgets

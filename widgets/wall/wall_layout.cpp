#include "widgets/wall/wall_layout.h"

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

constexpr int smallestPicture = 16; // pixels of its longer side; below this there is nothing to see
constexpr double wide = 16.0 / 9.0;
constexpr double tall = 9.0 / 16.0;

int pictureHeight(int width, double shape)
{
    return int(std::lround(width / shape));
}

// At least 1/12 of the tile (1/11 of the picture), at most a third of the picture unless the picture is tiny.
int labelHeight(int picture, const WallMetrics &metrics)
{
    const int least = (picture + 10) / 11;
    return std::max({1, least, std::min(metrics.labelHeight, picture / 3)});
}

int tileHeight(int width, double shape, const WallMetrics &metrics)
{
    const int picture = pictureHeight(width, shape);
    return picture + labelHeight(picture, metrics);
}

// The widest picture that, with its label, fits a cell; 0 if none does.
int widestPicture(QSize cell, double shape, const WallMetrics &metrics)
{
    const int least = shape < 1 ? smallestPicture * 9 / 16 : smallestPicture;
    if (cell.width() < least || tileHeight(least, shape, metrics) > cell.height())
        return 0;
    int low = least;
    int high = cell.width();
    while (low < high) {
        const int middle = low + (high - low + 1) / 2;
        if (tileHeight(middle, shape, metrics) <= cell.height())
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

// What a cell is meant to hold: 9:16 if it is higher than wide on a screen of 16:9. In an automatic plan every picture
// is 16:9, however few columns or rows the window allows.
class Shapes
{
public:
    explicit Shapes(const WallPlan &plan) : m_grid(plan.isAutomatic() ? QSize(0, 0) : plan.grid) {}
    double of(const WallCell &cell) const
    {
        return cell.place.height() * 9 * m_grid.width() > cell.place.width() * 16 * m_grid.height() ? tall : wide;
    }

private:
    QSize m_grid; // 0 for an automatic plan
};

TileBox pictureBox(const QRect &cell, double shape, const WallMetrics &metrics)
{
    const int width = widestPicture(cell.size(), shape, metrics);
    if (width == 0)
        return {};
    const int picture = pictureHeight(width, shape);
    const int label = labelHeight(picture, metrics);
    const QPoint corner = cell.topLeft() + QPoint((cell.width() - width) / 2, (cell.height() - picture - label) / 2);
    return {QRect(corner, QSize(width, picture + label)), QRect(corner, QSize(width, picture)),
            QRect(corner + QPoint(0, picture), QSize(width, label))};
}

// One unit and the gap behind it, with a gap before the first.
int pitchFor(int units, int side, int gap)
{
    return std::max(0, (side - gap) / units);
}

// As much as the largest tiles need, so that tiles stand close together in a window of another shape.
QSize tightPitch(const WallPlan &plan, const Shapes &shapes, const WallGrid &loose, const WallMetrics &metrics)
{
    QSize tight;
    for (const WallCell &cell : plan.cells) {
        if (!showsPicture(cell.content.kind))
            continue;
        const QSize tile = pictureBox(loose.box(cell.place), shapes.of(cell), metrics).tile.size();
        const auto perUnit = [&](int pixels, int units) { return (pixels + loose.gap + units - 1) / units; };
        if (!tile.isEmpty())
            tight = tight.expandedTo(
                {perUnit(tile.width(), cell.place.width()), perUnit(tile.height(), cell.place.height())});
    }
    return tight.isEmpty() ? loose.pitch : tight.boundedTo(loose.pitch);
}

WallGrid gridFor(const WallPlan &plan, const Shapes &shapes, QSize size, const WallMetrics &metrics)
{
    const int columns = plan.grid.width();
    const int rows = plan.grid.height();
    WallGrid grid;
    grid.gap = std::max(0, metrics.gap);
    grid.pitch = {pitchFor(columns, size.width(), grid.gap), pitchFor(rows, size.height(), grid.gap)};
    if (grid.pitch.isEmpty())
        return grid;
    if (plan.tight)
        grid.pitch = tightPitch(plan, shapes, grid, metrics);
    const QSize block(columns * grid.pitch.width() - grid.gap, rows * grid.pitch.height() - grid.gap);
    grid.origin = {(size.width() - block.width()) / 2, (size.height() - block.height()) / 2};
    return grid;
}

// Cells in reading order, in the grid that gives the largest pictures; no grid if there is no room.
WallPlan gridded(const WallPlan &automatic, QSize size, const WallMetrics &metrics)
{
    WallPlan plan = automatic;
    plan.tight = true;
    const int count = int(plan.cells.size());
    const int gap = std::max(0, metrics.gap);
    int best = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const QSize cell(pitchFor(columns, size.width(), gap) - gap, pitchFor(rows, size.height(), gap) - gap);
        const int width = widestPicture(cell, wide, metrics);
        if (width > best) {
            best = width;
            plan.grid = {columns, rows};
        }
    }
    for (int i = 0; i < count && best > 0; ++i)
        plan.cells[std::size_t(i)].place = QRect(i % plan.grid.width(), i / plan.grid.width(), 1, 1);
    return plan;
}

int floorDivided(int a, int b)
{
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

} // namespace

QRect WallGrid::box(const QRect &place) const
{
    const QSize size(place.width() * pitch.width() - gap, place.height() * pitch.height() - gap);
    if (size.isEmpty())
        return {};
    return {origin + QPoint(place.x() * pitch.width(), place.y() * pitch.height()), size};
}

QPoint WallGrid::unitAt(QPoint point) const
{
    if (pitch.isEmpty())
        return {-1, -1};
    const QPoint from = point - origin + QPoint(gap / 2, gap / 2); // half of a gap belongs to each side
    return {floorDivided(from.x(), pitch.width()), floorDivided(from.y(), pitch.height())};
}

int WallLayout::tileAt(QPoint point) const
{
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (tiles[i].tile.contains(point))
            return int(i);
    }
    return -1;
}

WallLayout wallLayout(const WallPlan &plan, QSize size, const WallMetrics &metrics)
{
    const WallPlan placed = plan.isAutomatic() ? gridded(plan, size, metrics) : plan;
    if (placed.grid.isEmpty())
        return {};
    const Shapes shapes(plan);
    WallLayout layout{placed.grid.width(), placed.grid.height(), {}, gridFor(placed, shapes, size, metrics)};
    layout.tiles.reserve(placed.cells.size());
    for (const WallCell &cell : placed.cells) {
        const QRect box = layout.grid.box(cell.place);
        layout.tiles.push_back(showsPicture(cell.content.kind) ? pictureBox(box, shapes.of(cell), metrics)
                                                               : TileBox{box, box, {}});
    }
    if (std::ranges::all_of(layout.tiles, [](const TileBox &box) { return box.tile.isEmpty(); }))
        layout.tiles.clear();
    return layout;
}

WallLayout wallLayout(int count, QSize size, const WallMetrics &metrics)
{
    WallPlan plan;
    plan.cells.assign(std::size_t(std::max(0, count)), {{}, {CellKind::Feed, {}}});
    return wallLayout(plan, size, metrics);
}

} // namespace gantry::widgets

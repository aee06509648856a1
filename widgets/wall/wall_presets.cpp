#include "widgets/wall/wall_presets.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gantry::widgets {

namespace {

using Cells = std::vector<WallCell>;

void addRest(Cells &cells, QSize grid)
{
    const std::size_t large = cells.size();
    for (int y = 0; y < grid.height(); ++y) {
        for (int x = 0; x < grid.width(); ++x) {
            const QRect place(x, y, 1, 1);
            const bool taken = std::any_of(cells.begin(), cells.begin() + std::ptrdiff_t(large),
                                           [&](const WallCell &cell) { return cell.place.intersects(place); });
            if (!taken)
                cells.push_back({place, {CellKind::Feed, {}}});
        }
    }
}

// One large cell for program at the top left, small ones around it.
WallPlan oneLarge(int side, int large)
{
    WallPlan plan{{}, {side, side}, {{{0, 0, large, large}, {CellKind::Program, {}}}}, true};
    addRest(plan.cells, plan.grid);
    return plan;
}

WallPlan twoLarge()
{
    WallPlan plan{{}, {4, 4}, {{{0, 0, 2, 2}, {CellKind::Preview, {}}}, {{2, 0, 2, 2}, {CellKind::Program, {}}}}, true};
    addRest(plan.cells, plan.grid);
    return plan;
}

WallPlan square(int columns, int rows)
{
    WallPlan plan{{}, {columns, rows}, {}, true};
    addRest(plan.cells, plan.grid);
    return plan;
}

// Cells that are higher than wide on a screen of 16:9, in the fewest rows in which full pictures of 9:16 fit.
WallPlan columns(int count)
{
    if (count <= 1) // in the middle of three: one column alone would be as wide as the screen
        return {{}, {3, 1}, {{{1, 0, 1, 1}, {CellKind::Feed, {}}}}, true};
    int rows = 1;
    while (count > std::max(rows * (rows * 256 / 81), rows == 1 ? 6 : 0))
        ++rows;
    const int wide = std::max((count + rows - 1) / rows, rows * 16 / 9 + 1);
    WallPlan plan{{}, {wide, rows}, {}, true};
    for (int i = 0; i < count; ++i)
        plan.cells.push_back({{i % wide, i / wide, 1, 1}, {CellKind::Feed, {}}});
    return plan;
}

WallPlan automatic(int count)
{
    WallPlan plan;
    plan.cells.assign(std::size_t(count), {{}, {CellKind::Feed, {}}});
    return plan;
}

struct Row
{
    QString name;
    QString text; // empty: see presetText()
    WallPlan (*make)(int count);
    bool asMany; // as it is asked for
};

const std::array<Row, 12> &table()
{
    static const std::array<Row, 12> rows{{
        {u"automatic"_s, {}, automatic, true},
        {u"1"_s, u"1"_s, [](int) { return square(1, 1); }, false},
        {u"2x2"_s, u"2×2"_s, [](int) { return square(2, 2); }, false},
        {u"3x3"_s, u"3×3"_s, [](int) { return square(3, 3); }, false},
        {u"4x4"_s, u"4×4"_s, [](int) { return square(4, 4); }, false},
        {u"5x5"_s, u"5×5"_s, [](int) { return square(5, 5); }, false},
        {u"6x6"_s, u"6×6"_s, [](int) { return square(6, 6); }, false},
        {u"2+8"_s, u"2+8"_s, [](int) { return twoLarge(); }, false},
        {u"1+5"_s, u"1+5"_s, [](int) { return oneLarge(3, 2); }, false},
        {u"1+7"_s, u"1+7"_s, [](int) { return oneLarge(4, 3); }, false},
        {u"1+12"_s, u"1+12"_s, [](int) { return oneLarge(4, 2); }, false},
        {u"columns"_s, {}, columns, true},
    }};
    return rows;
}

const Row *rowOf(const QString &name)
{
    const auto row = std::ranges::find(table(), name, &Row::name);
    return row != table().end() ? &*row : nullptr;
}

// What is said first, then the feeds nobody has named.
void fill(Cells &cells, const QStringList &feeds, const std::vector<CellContent> &said)
{
    const std::size_t fixed = std::min(cells.size(), said.size());
    QStringList rest = feeds;
    for (std::size_t i = 0; i < fixed; ++i) {
        cells[i].content = said[i];
        if (said[i].kind == CellKind::Feed)
            rest.removeAll(said[i].what);
    }
    for (std::size_t i = fixed; i < cells.size(); ++i) {
        if (cells[i].content.kind == CellKind::Feed)
            cells[i].content = rest.isEmpty() ? CellContent{} : CellContent{CellKind::Feed, rest.takeFirst()};
    }
}

// Cells of a plan that has as many as it is asked for.
int wanted(const QStringList &feeds, const std::vector<CellContent> &said)
{
    qsizetype named = 0;
    for (const QString &feed : feeds)
        named += std::ranges::count(said, CellContent{CellKind::Feed, feed}) > 0 ? 1 : 0;
    return int(std::min(maxPlanCells, said.size() + std::size_t(feeds.size() - named)));
}

} // namespace

const QStringList &presetNames()
{
    static const QStringList names = [] {
        QStringList all;
        for (const Row &row : table())
            all.append(row.name);
        return all;
    }();
    return names;
}

QString presetText(const QString &name)
{
    if (name == u"automatic")
        return QCoreApplication::translate("gantry::widgets", "Automatic", "layout");
    if (name == u"columns")
        return QCoreApplication::translate("gantry::widgets", "Vertical columns", "layout");
    const Row *row = rowOf(name);
    return row ? row->text : QString();
}

std::optional<WallPlan> presetPlan(const QString &name, const QStringList &feeds, const std::vector<CellContent> &said)
{
    const Row *row = rowOf(name);
    if (!row)
        return std::nullopt;
    WallPlan plan = row->make(row->asMany ? wanted(feeds, said) : 0);
    plan.name = presetText(name);
    fill(plan.cells, feeds, said);
    return plan;
}

std::optional<std::size_t> presetCells(const QString &name)
{
    const Row *row = rowOf(name);
    return row && !row->asMany ? std::optional(row->make(0).cells.size()) : std::nullopt;
}

WallPlan freePlan(const WallPlan &plan)
{
    WallPlan free = plan;
    free.tight = false;
    if (plan.isAutomatic()) {
        int side = 1;
        while (std::size_t(side) * std::size_t(side) < plan.cells.size())
            ++side;
        free.grid = {side, side};
        for (int i = 0; i < int(plan.cells.size()); ++i)
            free.cells[std::size_t(i)].place = {i % side, i / side, 1, 1};
        if (plan.cells.empty())
            free.grid = freeGrid;
    }
    // Whole steps only, so that every cell keeps its place.
    const auto steps = [](int side, int wished) {
        return std::max(1, std::min((wished + side - 1) / side, maxGridSide / side));
    };
    const int across = steps(free.grid.width(), freeGrid.width());
    const int down = steps(free.grid.height(), freeGrid.height());
    free.grid = {free.grid.width() * across, free.grid.height() * down};
    for (WallCell &cell : free.cells) {
        cell.place = {cell.place.x() * across, cell.place.y() * down, cell.place.width() * across,
                      cell.place.height() * down};
    }
    return free;
}

} // namespace gantry::widgets

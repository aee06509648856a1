#include "app/show/show_layouts.h"

#include "app/show/cell_part.h"
#include "widgets/wall/wall_presets.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gantry {

using widgets::maxGridSide;
using widgets::maxPlanCells;
using widgets::WallCell;
using widgets::WallPlan;

namespace {

using enum ShowPart::Need;

QSize readGrid(const ShowPart &part)
{
    if (!part.isObjectOf({u"columns"_s, u"rows"_s}))
        return {};
    const QString allowed = QCoreApplication::translate("show", "%1 to %2.", "two numbers").arg(1).arg(maxGridSide);
    const auto side = [&](const QString &key) { return part.wholeNumber(key, Required, 1, maxGridSide, allowed); };
    const auto columns = side(u"columns"_s);
    const auto rows = side(u"rows"_s);
    return columns && rows ? QSize(*columns, *rows) : QSize();
}

QRect readPlace(const ShowPart &part, QSize grid)
{
    const auto number = [&](const QString &key, int least, int most) {
        const QString allowed = QCoreApplication::translate("show", "%1 to %2.", "two numbers").arg(least).arg(most);
        return part.wholeNumber(key, Required, least, most, allowed);
    };
    const auto x = number(u"x"_s, 0, grid.width() - 1);
    const auto y = number(u"y"_s, 0, grid.height() - 1);
    const auto width = number(u"width"_s, 1, grid.width());
    const auto height = number(u"height"_s, 1, grid.height());
    if (!x || !y || !width || !height)
        return {};
    const QRect place(*x, *y, *width, *height);
    if (!QRect(QPoint(), grid).contains(place))
        part.fault(QCoreApplication::translate("show", "The cell reaches beyond the grid."),
                   QCoreApplication::translate("show", "The grid has %1 columns and %2 rows, counted from 0.")
                       .arg(grid.width())
                       .arg(grid.height()));
    return place;
}

void readFreeCells(const ShowPart &part, const ShowNames &feeds, Layout &layout)
{
    if (layout.grid.isEmpty())
        return; // said already; places cannot be judged
    QStringList places;
    for (const ShowPart &each : part.list(u"cells"_s, Required, qsizetype(maxPlanCells))) {
        if (!each.isObjectOf(QStringList{u"x"_s, u"y"_s, u"width"_s, u"height"_s} + cellContentKeys()))
            continue;
        const QRect place = readPlace(each, layout.grid);
        const auto below =
            std::ranges::find_if(layout.cells, [&](const WallCell &other) { return other.place.intersects(place); });
        if (below != layout.cells.end())
            each.fault(QCoreApplication::translate("show", "The cell overlaps %1.")
                           .arg(places.at(below - layout.cells.begin())),
                       QCoreApplication::translate("show", "Cells stand beside each other."));
        layout.cells.push_back({place, readCellContent(each, feeds)});
        places.append(each.place());
    }
}

void readPresetCells(const ShowPart &part, const ShowNames &feeds, Layout &layout)
{
    const auto preset =
        part.text(u"preset"_s, Required,
                  QCoreApplication::translate("show", "One of: %1.").arg(widgets::presetNames().join(u", "_s)));
    if (!preset)
        return;
    if (!widgets::presetNames().contains(*preset)) {
        part.at(u"preset"_s)
            .fault(QCoreApplication::translate("show", "There is no such preset."),
                   suggestion(*preset, widgets::presetNames()));
        return;
    }
    layout.preset = *preset;
    const std::size_t most = widgets::presetCells(*preset).value_or(maxPlanCells);
    for (const ShowPart &each : part.list(u"cells"_s, Optional, qsizetype(most))) {
        if (each.isObjectOf(cellContentKeys()))
            layout.cells.push_back({{}, readCellContent(each, feeds)});
    }
}

Layout readLayout(const ShowPart &part, const ShowNames &feeds, ShowNames &names)
{
    Layout layout;
    if (!part.isObjectOf({u"name"_s, u"preset"_s, u"grid"_s, u"cells"_s}))
        return layout;
    if (const auto name = part.name(u"name"_s)) {
        layout.name = *name;
        names.add(part, *name);
    }
    if (part.has(u"preset"_s) == part.has(u"grid"_s)) {
        part.fault(QCoreApplication::translate("show", "A layout has a preset or a grid, no more and no less."),
                   QCoreApplication::translate("show", "Presets: %1.").arg(widgets::presetNames().join(u", "_s)));
        return layout;
    }
    if (part.has(u"grid"_s)) {
        layout.grid = readGrid(part.at(u"grid"_s));
        readFreeCells(part, feeds, layout);
    } else {
        readPresetCells(part, feeds, layout);
    }
    return layout;
}

Wall readWall(const ShowPart &part, const ShowNames &layouts, ShowNames &names)
{
    Wall wall;
    if (!part.isObjectOf({u"name"_s, u"layout"_s, u"monitor"_s, u"fullScreen"_s}))
        return wall;
    if (const auto name = part.name(u"name"_s)) {
        wall.name = *name;
        names.add(part, *name);
    }
    if (const auto layout = part.name(u"layout"_s, Optional)) {
        wall.layout = *layout;
        layouts.require(part.at(u"layout"_s), *layout);
    }
    const ShowPart monitor = part.at(u"monitor"_s);
    if (part.has(u"monitor"_s) && monitor.isObjectOf({u"name"_s, u"serial"_s})) {
        wall.monitor = MonitorName{monitor.name(u"name"_s).value_or(QString()), {}};
        if (monitor.value()[u"serial"].toString(u"?"_s) != QString()) // many monitors tell none
            wall.monitor->serial = monitor.name(u"serial"_s, Optional).value_or(QString());
    }
    const ShowPart full = part.at(u"fullScreen"_s);
    if (part.has(u"fullScreen"_s) && !full.value().isBool())
        full.wrongKind(QCoreApplication::translate("show", "%1 or %2.", "two words").arg(u"true"_s, u"false"_s));
    wall.fullScreen = full.value().toBool();
    return wall;
}

QJsonObject wallObject(const Wall &wall)
{
    QJsonObject object{{u"name"_s, wall.name}};
    if (!wall.layout.isEmpty())
        object.insert(u"layout"_s, wall.layout);
    if (wall.monitor) {
        QJsonObject monitor{{u"name"_s, wall.monitor->name}};
        if (!wall.monitor->serial.isEmpty())
            monitor.insert(u"serial"_s, wall.monitor->serial);
        object.insert(u"monitor"_s, monitor);
    }
    if (wall.fullScreen)
        object.insert(u"fullScreen"_s, true);
    return object;
}

// Without what the preset would show by itself: a feed that is added to the show later then finds its place.
Layout shortest(Layout layout, const QStringList &feeds)
{
    const WallPlan plan = layoutPlan(layout, feeds);
    while (!layout.cells.empty()) {
        Layout shorter = layout;
        shorter.cells.pop_back();
        if (layoutPlan(shorter, feeds) != plan)
            break;
        layout = shorter;
    }
    return layout;
}

std::vector<widgets::CellContent> contents(const std::vector<WallCell> &cells)
{
    std::vector<widgets::CellContent> all;
    for (const WallCell &cell : cells)
        all.push_back(cell.content);
    return all;
}

} // namespace

void readLayouts(const ShowPart &file, const ShowNames &feeds, Show &show)
{
    ShowNames layouts;
    for (const ShowPart &part : file.list(u"layouts"_s, Optional, maxLayouts))
        show.layouts.append(readLayout(part, feeds, layouts));
    ShowNames walls;
    for (const ShowPart &part : file.list(u"walls"_s, Optional, maxWalls))
        show.walls.append(readWall(part, layouts, walls));
}

QJsonObject layoutObject(const Layout &layout)
{
    QJsonObject object{{u"name"_s, layout.name}};
    const bool isFree = layout.preset.isEmpty();
    if (isFree)
        object.insert(u"grid"_s, QJsonObject{{u"columns"_s, layout.grid.width()}, {u"rows"_s, layout.grid.height()}});
    else
        object.insert(u"preset"_s, layout.preset);
    QJsonArray cells;
    for (const WallCell &cell : layout.cells) {
        QJsonObject each = cellContentObject(cell.content);
        if (isFree) {
            each.insert(u"x"_s, cell.place.x());
            each.insert(u"y"_s, cell.place.y());
            each.insert(u"width"_s, cell.place.width());
            each.insert(u"height"_s, cell.place.height());
        }
        cells.append(each);
    }
    if (isFree || !cells.isEmpty())
        object.insert(u"cells"_s, cells);
    return object;
}

void writeLayouts(const Show &show, QJsonObject &file)
{
    QJsonArray layouts;
    for (const Layout &layout : show.layouts)
        layouts.append(layoutObject(layout));
    QJsonArray walls;
    for (const Wall &wall : show.walls)
        walls.append(wallObject(wall));
    if (!layouts.isEmpty())
        file.insert(u"layouts"_s, layouts);
    if (!walls.isEmpty())
        file.insert(u"walls"_s, walls);
}

WallPlan layoutPlan(const Layout &layout, const QStringList &feeds)
{
    WallPlan plan{{}, layout.grid, layout.cells};
    if (!layout.preset.isEmpty())
        plan = widgets::presetPlan(layout.preset, feeds, contents(layout.cells)).value_or(WallPlan());
    plan.name = layout.name;
    return plan;
}

Layout planLayout(const WallPlan &plan, const QString &preset, const QStringList &feeds)
{
    if (!preset.isEmpty()) {
        Layout kept{plan.name, preset, {}, {}};
        for (const WallCell &cell : plan.cells)
            kept.cells.push_back({{}, cell.content});
        if (widgets::freePlan(layoutPlan(kept, feeds)) == plan)
            return shortest(kept, feeds);
    }
    return {plan.name, {}, plan.grid, plan.cells};
}

QStringList feedNames(const Show &show)
{
    QStringList names;
    for (const Feed &feed : show.feeds)
        names.append(feed.id.text);
    return names;
}

QList<Layout> usualLayouts()
{
    QList<Layout> usual;
    for (const QString &preset : {u"automatic"_s, u"2+8"_s, u"1+5"_s, u"1+7"_s, u"1+12"_s, u"2x2"_s, u"3x3"_s, u"4x4"_s,
                                  u"columns"_s, u"1"_s, u"5x5"_s, u"6x6"_s})
        usual.append({widgets::presetText(preset), preset, {}, {}});
    return usual;
}

} // namespace gantry

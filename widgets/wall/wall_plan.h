#pragma once
// What a wall shows, and where: cells on a grid, each with what it shows. Plain values without a pixel; wall_layout.h
// turns them into boxes, wall_presets.h makes the usual ones, wall_edit.h changes them by hand.
//
// Contract of a plan: cells lie inside the grid and never overlap; `planFault` says whether one keeps it. What reads
// plans from outside asks; everything else may rely on it.

#include <QRect>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace gantry::widgets {

enum class CellKind { Empty, Feed, Program, Preview, Chart, Alarms, Clock, Image, Text, Figure };

// True for what has a picture with a label strip below: a feed, by its name or by its role.
constexpr bool showsPicture(CellKind kind)
{
    return kind == CellKind::Feed || kind == CellKind::Program || kind == CellKind::Preview;
}

struct CellContent
{
    CellKind kind = CellKind::Empty;
    // Feed: its name (WallRole::Label). Clock: "utc", "local", "show" or "countdown HH:MM:SS" (of today, local time).
    // Chart, Figure: which, in the words of whoever makes the cell. Image: the file. Text: the text.
    // Nothing for Empty, Program, Preview and Alarms.
    QString what;
    bool operator==(const CellContent &) const = default;
};

struct WallCell
{
    QRect place; // in grid units
    CellContent content;
    bool operator==(const WallCell &) const = default;
};

struct WallPlan
{
    QString name;
    // Columns and rows. Empty: an automatic plan, whose cells stand in their order in whatever grid suits the window,
    // and whose places mean nothing.
    QSize grid;
    std::vector<WallCell> cells;
    // The grid shrinks to what its pictures need, so that tiles stand close together in a window of another shape, as
    // those of a preset do. Otherwise it fills the window, whatever stands on it.
    bool tight = false;

    bool isAutomatic() const { return grid.isEmpty(); }
    bool operator==(const WallPlan &) const = default;
};

// Bounds. More cells than this are too small to see on any screen that is sold.
inline constexpr int maxGridSide = 64;
inline constexpr std::size_t maxPlanCells = 144;

enum class PlanFault { GridSize, TooManyCells, OutsideGrid, Overlap };
struct PlanBreach
{
    PlanFault fault;
    std::size_t cell = 0;  // the one that is wrong; for Overlap the later of the two
    std::size_t other = 0; // for Overlap the earlier
    bool operator==(const PlanBreach &) const = default;
};
// The first thing that is wrong with the plan, or nothing.
std::optional<PlanBreach> planFault(const WallPlan &plan);

// Every feed, in order, in the grid that suits the window: what a show without layouts gets.
WallPlan automaticPlan(const QStringList &feeds);

} // namespace gantry::widgets

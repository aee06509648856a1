#pragma once
// The layouts every multiviewer has, as plans. Pure. Large cells show program and preview by role, preview left and
// program right (conventions, section 1); the others show the feeds in the order of the show, and stay empty when there
// are no more.

#include "widgets/wall/wall_plan.h"

#include <optional>

namespace gantry::widgets {

// "automatic", "1", "2x2" … "6x6", "2+8", "1+5", "1+7", "1+12", "columns": the words of a show file, in the order of
// a menu. Grids and numbers are the same in every language; for the two words there is presetText().
const QStringList &presetNames();
// "2×2", "Automatic", "Vertical columns"; nothing for a name that is no preset's.
QString presetText(const QString &name);

// The plan, named as people read it. `said` is what its first cells show instead of what the preset would put there;
// feeds that are said are not repeated in the rest. More than the preset has cells for are left out; automatic and
// columns have as many as they are asked for. Nothing for a name that is no preset's.
std::optional<WallPlan> presetPlan(const QString &name, const QStringList &feeds,
                                   const std::vector<CellContent> &said = {});
// How many cells a preset has; nothing for one that has as many as it is asked for, or is none.
std::optional<std::size_t> presetCells(const QString &name);

// The same plan on a grid so fine that cells can be moved in small steps, no longer tight: where free editing begins.
// An automatic plan becomes a square of cells.
WallPlan freePlan(const WallPlan &plan);
// A free plan's grid where there is none to begin from: 24 units divide into 2, 3, 4, 6, 8 and 12.
inline constexpr QSize freeGrid{24, 24};

} // namespace gantry::widgets

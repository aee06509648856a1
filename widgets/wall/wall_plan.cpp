#include "widgets/wall/wall_plan.h"

namespace gantry::widgets {

std::optional<PlanBreach> planFault(const WallPlan &plan)
{
    if (plan.cells.size() > maxPlanCells)
        return PlanBreach{PlanFault::TooManyCells, maxPlanCells};
    if (plan.isAutomatic())
        return std::nullopt;
    if (plan.grid.width() > maxGridSide || plan.grid.height() > maxGridSide)
        return PlanBreach{PlanFault::GridSize};
    const QRect whole(QPoint(), plan.grid);
    for (std::size_t i = 0; i < plan.cells.size(); ++i) {
        if (plan.cells[i].place.isEmpty() || !whole.contains(plan.cells[i].place))
            return PlanBreach{PlanFault::OutsideGrid, i};
        for (std::size_t k = 0; k < i; ++k) {
            if (plan.cells[k].place.intersects(plan.cells[i].place))
                return PlanBreach{PlanFault::Overlap, i, k};
        }
    }
    return std::nullopt;
}

WallPlan automaticPlan(const QStringList &feeds)
{
    WallPlan plan;
    for (const QString &feed : feeds)
        plan.cells.push_back({{}, {CellKind::Feed, feed}});
    return plan;
}

} // namespace gantry::widgets

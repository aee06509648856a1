#include "widgets/wall/wall_edit.h"

#include <QUndoCommand>

#include <algorithm>

namespace gantry::widgets {

namespace {

QRect movedInside(QRect place, QPoint by, QSize grid)
{
    place.translate(by);
    place.moveLeft(std::clamp(place.left(), 0, grid.width() - place.width()));
    place.moveTop(std::clamp(place.top(), 0, grid.height() - place.height()));
    return place;
}

QRect resizedInside(QRect place, Qt::Edges edges, QPoint by, QSize grid)
{
    if (edges & Qt::LeftEdge)
        place.setLeft(std::clamp(place.left() + by.x(), 0, place.right()));
    if (edges & Qt::RightEdge)
        place.setRight(std::clamp(place.right() + by.x(), place.left(), grid.width() - 1));
    if (edges & Qt::TopEdge)
        place.setTop(std::clamp(place.top() + by.y(), 0, place.bottom()));
    if (edges & Qt::BottomEdge)
        place.setBottom(std::clamp(place.bottom() + by.y(), place.top(), grid.height() - 1));
    return place;
}

} // namespace

// The whole plan before and after: a plan is small, and nothing can be forgotten.
class WallEdit::Change final : public QUndoCommand
{
public:
    Change(WallEdit &edit, WallPlan to, int selected, const QString &what)
        : QUndoCommand(what)
        , m_edit(edit)
        , m_before(edit.m_plan)
        , m_after(std::move(to))
        , m_selectedBefore(edit.m_selected)
        , m_selectedAfter(selected)
    {
    }
    void undo() override { m_edit.apply(m_before, m_selectedBefore); }
    void redo() override { m_edit.apply(m_after, m_selectedAfter); }

private:
    WallEdit &m_edit;
    const WallPlan m_before;
    const WallPlan m_after;
    const int m_selectedBefore;
    const int m_selectedAfter;
};

WallEdit::WallEdit(WallPlan plan, QObject *parent) : QObject(parent), m_plan(std::move(plan))
{
    Q_ASSERT(!m_plan.isAutomatic());
    m_selected = m_plan.cells.empty() ? -1 : 0;
}

void WallEdit::select(int cell)
{
    const int wanted = cell >= 0 && cell < int(m_plan.cells.size()) ? cell : -1;
    if (wanted == m_selected)
        return;
    m_proposal.reset();
    m_selected = wanted;
    Q_EMIT changed();
}

void WallEdit::selectNext(int by)
{
    const int count = int(m_plan.cells.size());
    if (count > 0)
        select(hasSelection() ? ((m_selected + by) % count + count) % count : (by > 0 ? 0 : count - 1));
}

void WallEdit::move(QPoint by)
{
    if (hasSelection())
        propose(movedInside(m_proposal ? m_proposal->place : cell(m_plan).place, by, m_plan.grid));
}

void WallEdit::resize(Qt::Edges edges, QPoint by)
{
    if (hasSelection())
        propose(resizedInside(m_proposal ? m_proposal->place : cell(m_plan).place, edges, by, m_plan.grid));
}

void WallEdit::moveFromPlace(QPoint by)
{
    m_proposal.reset();
    move(by);
}

void WallEdit::resizeFromPlace(Qt::Edges edges, QPoint by)
{
    m_proposal.reset();
    resize(edges, by);
}

void WallEdit::propose(QRect place)
{
    m_proposal.reset();
    if (place != cell(m_plan).place) {
        m_proposal = EditProposal{place, {}};
        for (int each = 0; each < int(m_plan.cells.size()); ++each) {
            if (each != m_selected && m_plan.cells[std::size_t(each)].place.intersects(place))
                m_proposal->inTheWay.push_back(each);
        }
    }
    Q_EMIT changed();
}

bool WallEdit::settle()
{
    if (!m_proposal)
        return true;
    const EditProposal proposal = *m_proposal;
    m_proposal.reset();
    if (!proposal.fits()) {
        Q_EMIT changed();
        Q_EMIT refused(tr("Cells may not overlap: it stays where it was."));
        return false;
    }
    WallPlan to = m_plan;
    const bool sameSize = cell(to).place.size() == proposal.place.size();
    cell(to).place = proposal.place;
    change(std::move(to), m_selected, sameSize ? tr("move a cell") : tr("resize a cell"));
    return true;
}

void WallEdit::withdraw()
{
    if (!m_proposal)
        return;
    m_proposal.reset();
    Q_EMIT changed();
}

bool WallEdit::add()
{
    const auto room = largestRoom(m_plan);
    if (!room || m_plan.cells.size() >= maxPlanCells) {
        Q_EMIT refused(room ? tr("A layout has at most %1 cells.").arg(maxPlanCells)
                            : tr("No room: make a cell smaller, or remove one."));
        return false;
    }
    WallPlan to = m_plan;
    to.cells.push_back({*room, {}});
    change(std::move(to), int(m_plan.cells.size()), tr("add a cell"));
    return true;
}

void WallEdit::remove()
{
    if (!hasSelection())
        return;
    WallPlan to = m_plan;
    to.cells.erase(to.cells.begin() + m_selected);
    const int next = std::min(m_selected, int(to.cells.size()) - 1);
    change(std::move(to), next, tr("remove a cell"));
}

void WallEdit::show(const CellContent &content)
{
    if (!hasSelection() || cell(m_plan).content == content)
        return;
    WallPlan to = m_plan;
    cell(to).content = content;
    change(std::move(to), m_selected, tr("change what a cell shows"));
}

void WallEdit::swap(int one, int other)
{
    const auto is = [this](int each) { return each >= 0 && each < int(m_plan.cells.size()); };
    if (!is(one) || !is(other) || one == other)
        return;
    WallPlan to = m_plan;
    std::swap(to.cells[std::size_t(one)].content, to.cells[std::size_t(other)].content);
    change(std::move(to), other, tr("swap two cells"));
}

void WallEdit::swapTowards(Qt::Edge side)
{
    if (hasSelection())
        swap(m_selected, neighbour(m_plan, m_selected, side));
}

void WallEdit::rename(const QString &name)
{
    if (name == m_plan.name)
        return;
    WallPlan to = m_plan;
    to.name = name;
    change(std::move(to), m_selected, tr("rename the layout"));
}

void WallEdit::beginFrom(const WallPlan &plan)
{
    Q_ASSERT(!plan.isAutomatic());
    WallPlan to = plan;
    to.name = m_plan.name;
    change(std::move(to), plan.cells.empty() ? -1 : 0, tr("begin from another layout"));
}

void WallEdit::change(WallPlan to, int selected, const QString &what)
{
    Q_ASSERT(!planFault(to));
    m_history.push(new Change(*this, std::move(to), selected, what));
}

void WallEdit::apply(const WallPlan &plan, int selected)
{
    m_plan = plan;
    m_selected = std::min(selected, int(plan.cells.size()) - 1);
    m_proposal.reset();
    Q_EMIT changed();
}

std::optional<QRect> largestRoom(const WallPlan &plan)
{
    const QSize most(std::max(1, plan.grid.width() / 2), std::max(1, plan.grid.height() / 2));
    std::vector<int> free(std::size_t(plan.grid.width()), 0); // units free above and with this row, a column
    QRect best;
    for (int y = 0; y < plan.grid.height(); ++y) {
        for (int x = 0; x < plan.grid.width(); ++x) {
            const QPoint unit(x, y);
            const bool taken =
                std::ranges::any_of(plan.cells, [&](const WallCell &cell) { return cell.place.contains(unit); });
            free[std::size_t(x)] = taken ? 0 : free[std::size_t(x)] + 1;
        }
        for (int left = 0; left < plan.grid.width(); ++left) {
            int height = plan.grid.height();
            for (int right = left; right < std::min(left + most.width(), plan.grid.width()); ++right) {
                height = std::min(height, free[std::size_t(right)]);
                const int shown = std::min(height, most.height());
                const QRect room(left, y - height + 1, right - left + 1, shown);
                if (room.width() * room.height() > best.width() * best.height() && shown > 0)
                    best = room;
            }
        }
    }
    return best.isEmpty() ? std::nullopt : std::optional(best);
}

int neighbour(const WallPlan &plan, int cell, Qt::Edge side)
{
    const QRect from = plan.cells[std::size_t(cell)].place;
    int best = -1;
    int bestDistance = 0;
    for (int each = 0; each < int(plan.cells.size()); ++each) {
        const QRect to = plan.cells[std::size_t(each)].place;
        const int ahead = side == Qt::LeftEdge    ? from.left() - to.right()
                          : side == Qt::RightEdge ? to.left() - from.right()
                          : side == Qt::TopEdge   ? from.top() - to.bottom()
                                                  : to.top() - from.bottom();
        if (each == cell || ahead <= 0)
            continue;
        const QPoint across = to.center() - from.center();
        const bool sideways = side == Qt::LeftEdge || side == Qt::RightEdge;
        // Straight ahead before anything that stands aside.
        const int distance = ahead + 2 * std::abs(sideways ? across.y() : across.x());
        if (best < 0 || distance < bestDistance) {
            best = each;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace gantry::widgets

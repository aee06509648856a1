#pragma once
// A plan while it is edited: what hands do to it, each of which can be undone, and what they are about to do. Knows no
// pixel; edit_surface.h draws it. The plan keeps its contract at every moment: what would overlap is a proposal, which
// is shown and then refused. UI thread only.

#include "widgets/wall/wall_plan.h"

#include <QObject>
#include <QUndoStack>

#include <optional>
#include <vector>

namespace gantry::widgets {

// Where the selected cell would stand.
struct EditProposal
{
    QRect place;
    std::vector<int> inTheWay; // cells it would overlap
    bool fits() const { return inTheWay.empty(); }
    bool operator==(const EditProposal &) const = default;
};

class WallEdit final : public QObject
{
    Q_OBJECT

public:
    // A plan with a grid (freePlan() makes one of any).
    explicit WallEdit(WallPlan plan, QObject *parent = nullptr);

    const WallPlan &plan() const { return m_plan; }
    QUndoStack &history() { return m_history; }
    bool isChanged() const { return !m_history.isClean(); }
    // What is in the plan now is kept somewhere: the measure of isChanged().
    void setSaved() { m_history.setClean(); }

    int selected() const { return m_selected; } // -1: none
    void select(int cell);
    // The next or the one before, round about.
    void selectNext(int by);

    // Moves what is proposed, or the selected cell, by so many units; it stays inside the grid.
    void move(QPoint by);
    // Moves these edges of it; a cell keeps at least one unit a side.
    void resize(Qt::Edges edges, QPoint by);
    // As both, counted from where the cell stands, not from what is proposed: for a pointer.
    void moveFromPlace(QPoint by);
    void resizeFromPlace(Qt::Edges edges, QPoint by);
    const std::optional<EditProposal> &proposal() const { return m_proposal; }
    // Puts the cell where it is proposed. False: it would overlap; it stays where it was, and refused() has said so.
    bool settle();
    void withdraw();

    // A new empty cell where there is most room, selected; false, and said, where there is none.
    bool add();
    void remove();
    void show(const CellContent &content);
    // Two cells change what they show; places stay.
    void swap(int one, int other);
    // With the nearest cell on that side, which is then selected; nothing if there is none.
    void swapTowards(Qt::Edge side);
    void rename(const QString &name);
    // Begins again with another plan's grid and cells; the name stays.
    void beginFrom(const WallPlan &plan);

Q_SIGNALS:
    void changed(); // plan, selection or proposal
    void refused(const QString &why);

private:
    class Change;
    void propose(QRect place);
    void change(WallPlan to, int selected, const QString &what);
    void apply(const WallPlan &plan, int selected);
    bool hasSelection() const { return m_selected >= 0; }
    WallCell &cell(WallPlan &plan) const { return plan.cells[std::size_t(m_selected)]; }

    WallPlan m_plan;
    QUndoStack m_history;
    int m_selected = -1;
    std::optional<EditProposal> m_proposal;
};

// The largest free rectangle of a plan, at most a quarter of the grid; nothing if every unit is taken.
std::optional<QRect> largestRoom(const WallPlan &plan);
// The cell that stands nearest on that side of another; -1: none.
int neighbour(const WallPlan &plan, int cell, Qt::Edge side);

} // namespace gantry::widgets

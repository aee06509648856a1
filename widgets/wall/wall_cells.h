#pragma once
// The cells of a wall and what stands in them: a plan, resolved against the model of the feeds. A feed may stand in
// several cells, or in none; the program and preview cells follow the tally. Nothing is painted here and nothing knows
// where a cell stands. UI thread only.

#include "media/frame/frame_slot.h"
#include "widgets/steady_now.h"
#include "widgets/wall/cell_view.h"
#include "widgets/wall/wall_tile.h"

#include <QAbstractItemModel>
#include <QPointer>

#include <memory>
#include <vector>

namespace gantry::widgets {

class WallCells final : public QObject
{
    Q_OBJECT

public:
    // `bell` is rung when a feed that stands in a cell has a new picture; null: nobody wants to know.
    explicit WallCells(std::shared_ptr<media::FrameBell> bell = {}, QObject *parent = nullptr);
    ~WallCells() override;

    // Not owned. A model that goes away leaves no feeds.
    void setModel(QAbstractItemModel *model);
    QAbstractItemModel *model() const { return m_model; }
    void setFrameSlots(std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder);
    // An automatic plan without cells: every feed of the model in the order of its rows, whatever comes and goes.
    void setPlan(WallPlan plan);
    // What is shown: with the cells of all feeds where the plan left that open.
    const WallPlan &plan() const { return m_plan; }
    void setFactory(CellViewFactory factory);
    void setClock(SteadyNow now) { m_now = std::move(now); }
    SteadyTime now() const { return m_now(); }

    int count() const { return int(m_cells.size()); }
    // A feed that stands in no cell may be a guest behind the last one, to be shown alone; -1: none.
    void setGuest(int row);
    bool hasGuest() const { return m_cells.size() > m_plan.cells.size(); }
    int rows() const { return int(m_feeds.size()); }
    bool has(int cell) const { return cell >= 0 && cell < count(); }
    bool hasRow(int row) const { return row >= 0 && row < rows(); }
    const CellContent &content(int cell) const { return at(cell).content; }
    // The feed that the cell shows now; -1: none.
    int row(int cell) const { return has(cell) ? at(cell).row : -1; }
    // The first cell that stands for this feed by name, else by role; -1: none.
    int cellOfRow(int row) const;
    // A cell of pictures has a tile, another one a view, an empty one neither.
    WallTile *tile(int cell) { return at(cell).tile.get(); }
    const WallTile *tile(int cell) const { return at(cell).tile.get(); }
    CellView *view(int cell) const { return at(cell).view.get(); }
    const std::shared_ptr<media::FrameSlot> &slot(int row) const;
    QString sentence(int cell) const;

    // The feed that is heard, in whichever cell it stands; -1: none.
    void setHeardRow(int row);
    int heardRow() const { return m_heard; }
    void setMeter(AudioMeter meter);
    AudioMeter meter() const { return m_meter; }

Q_SIGNALS:
    // Every cell is another one: layout, selection and accessible children start afresh.
    void rearranged();
    // Words, or what is shown, in one cell.
    void changed(int cell);
    // A cell by role shows another feed now; changed() follows.
    void rowChanged(int cell);

private:
    struct Feed
    {
        QString name;
        TileTally tally = TileTally::Unknown;

        bool operator==(const Feed &) const = default;
    };
    struct Cell
    {
        CellContent content;
        int row = -1;
        std::unique_ptr<WallTile> tile;
        std::unique_ptr<CellView> view;
    };

    const Cell &at(int cell) const { return m_cells[std::size_t(cell)]; }
    Cell &at(int cell) { return m_cells[std::size_t(cell)]; }
    void reload();
    void onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    Feed feedAt(int row) const;
    void addCell(const CellContent &content, int row);
    bool followsRows() const { return m_given.isAutomatic() && m_given.cells.empty(); }
    int wantedRow(const CellContent &content) const;
    void fillTile(Cell &cell);
    TileNotice notice(const CellContent &content) const;
    void renameCells();
    void resolveAgain();

    std::shared_ptr<media::FrameBell> m_bell;
    QPointer<QAbstractItemModel> m_model;
    QList<QMetaObject::Connection> m_connections;
    std::vector<std::shared_ptr<media::FrameSlot>> m_slots;
    WallPlan m_given;
    WallPlan m_plan;
    CellViewFactory m_factory;
    std::vector<Feed> m_feeds;
    std::vector<Cell> m_cells;
    SteadyNow m_now = steadyNow();
    int m_heard = -1;
    AudioMeter m_meter = AudioMeter::SamplePeak;
};

} // namespace gantry::widgets

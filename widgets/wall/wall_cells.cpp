#include "widgets/wall/wall_cells.h"

#include "widgets/wall/tile_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace gantry::widgets {

namespace {

struct CellWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::WallCanvas)
};

} // namespace

WallCells::WallCells(std::shared_ptr<media::FrameBell> bell, QObject *parent) : QObject(parent), m_bell(std::move(bell))
{
}

WallCells::~WallCells() = default;

void WallCells::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_model = model;
    if (model) {
        const auto again = [this] { reload(); };
        m_connections = {connect(model, &QAbstractItemModel::modelReset, this, again),
                         connect(model, &QAbstractItemModel::rowsInserted, this, again),
                         connect(model, &QAbstractItemModel::rowsRemoved, this, again),
                         connect(model, &QAbstractItemModel::rowsMoved, this, again),
                         connect(model, &QAbstractItemModel::layoutChanged, this, again),
                         connect(model, &QObject::destroyed, this,
                                 [this] {
                                     m_model = nullptr;
                                     reload();
                                 }),
                         connect(model, &QAbstractItemModel::dataChanged, this, &WallCells::onDataChanged)};
    }
    reload();
}

void WallCells::setFrameSlots(std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder)
{
    m_slots = std::move(slotsInRowOrder);
    reload();
}

void WallCells::setPlan(WallPlan plan)
{
    m_given = std::move(plan);
    reload();
}

void WallCells::setFactory(CellViewFactory factory)
{
    m_factory = std::move(factory);
    reload();
}

int WallCells::cellOfRow(int row) const
{
    int byRole = -1;
    for (int cell = 0; row >= 0 && cell < count(); ++cell) {
        if (at(cell).row != row)
            continue;
        if (at(cell).content.kind == CellKind::Feed)
            return cell;
        byRole = byRole < 0 ? cell : byRole;
    }
    return byRole;
}

const std::shared_ptr<media::FrameSlot> &WallCells::slot(int row) const
{
    static const std::shared_ptr<media::FrameSlot> none;
    return row >= 0 && std::size_t(row) < m_slots.size() ? m_slots[std::size_t(row)] : none;
}

QString WallCells::sentence(int cell) const
{
    if (!has(cell))
        return {};
    const Cell &one = at(cell);
    if (one.tile) {
        const QString feed = one.tile->sentence(now());
        if (one.row < 0)
            return feed;
        switch (one.content.kind) {
        case CellKind::Program:
            return CellWords::tr("Program: %1", "the cell that shows what is on program; sentence").arg(feed);
        case CellKind::Preview:
            return CellWords::tr("Preview: %1", "the cell that shows what is on preview; sentence").arg(feed);
        default:
            return feed;
        }
    }
    if (one.view)
        return one.view->sentence();
    return one.content.kind == CellKind::Empty ? CellWords::tr("Empty cell")
                                               : CellWords::tr("A cell that cannot be shown here");
}

void WallCells::setHeardRow(int row)
{
    m_heard = row;
    for (int cell = 0; cell < count(); ++cell) {
        if (at(cell).tile && at(cell).tile->setHeard(row >= 0 && at(cell).row == row, now()))
            Q_EMIT changed(cell);
    }
}

void WallCells::setMeter(AudioMeter meter)
{
    m_meter = meter;
    for (int cell = 0; cell < count(); ++cell) {
        if (at(cell).row < 0)
            continue;
        at(cell).tile->setMeter(meter);
        at(cell).tile->read(m_model->index(at(cell).row, 0), {}, now());
        Q_EMIT changed(cell);
    }
}

// --- from plan and model to cells ---

void WallCells::reload()
{
    const int rowCount = m_model ? m_model->rowCount() : 0;
    m_feeds.clear();
    for (int row = 0; row < rowCount; ++row)
        m_feeds.push_back(feedAt(row));
    m_plan = m_given;
    m_cells.clear();
    if (followsRows()) {
        for (int row = 0; row < rowCount; ++row) {
            m_plan.cells.push_back({{}, {CellKind::Feed, m_feeds[std::size_t(row)].name}});
            addCell(m_plan.cells.back().content, row); // by its row: two feeds of one name are two feeds
        }
    } else {
        for (const WallCell &cell : m_plan.cells)
            addCell(cell.content, wantedRow(cell.content));
    }
    Q_EMIT rearranged();
}

WallCells::Feed WallCells::feedAt(int row) const
{
    const QModelIndex index = m_model->index(row, 0);
    return {index.data(WallRole::Label).toString(), tallyOf(index)};
}

void WallCells::setGuest(int row)
{
    if (hasGuest())
        m_cells.pop_back();
    if (hasRow(row))
        addCell({CellKind::Feed, m_feeds[std::size_t(row)].name}, row);
}

void WallCells::addCell(const CellContent &content, int row)
{
    Cell cell{content, row, nullptr, nullptr};
    if (showsPicture(cell.content.kind)) {
        fillTile(cell);
    } else if (cell.content.kind != CellKind::Empty && m_factory) {
        cell.view = m_factory(cell.content);
        if (cell.view) {
            const int place = count();
            connect(cell.view.get(), &CellView::changed, this, [this, place] { Q_EMIT changed(place); });
        }
    }
    m_cells.push_back(std::move(cell));
}

void WallCells::fillTile(Cell &cell)
{
    cell.tile = std::make_unique<WallTile>(cell.row + 1, slot(cell.row), m_bell);
    if (cell.row < 0) {
        cell.tile->showNotice(notice(cell.content), now());
        return;
    }
    cell.tile->setMeter(m_meter);
    cell.tile->setHeard(cell.row == m_heard, now());
    cell.tile->read(m_model->index(cell.row, 0), {}, now());
}

int WallCells::wantedRow(const CellContent &content) const
{
    const auto first = [&](auto matches) {
        const auto found = std::find_if(m_feeds.begin(), m_feeds.end(), matches);
        return found == m_feeds.end() ? -1 : int(found - m_feeds.begin());
    };
    switch (content.kind) {
    case CellKind::Feed:
        return first([&](const Feed &feed) { return feed.name == content.what; });
    case CellKind::Program:
        return first([](const Feed &feed) { return feed.tally == TileTally::Program; });
    case CellKind::Preview:
        return first([](const Feed &feed) { return feed.tally == TileTally::Preview; });
    default:
        return -1;
    }
}

TileNotice WallCells::notice(const CellContent &content) const
{
    if (content.kind == CellKind::Feed)
        return {content.what, CellWords::tr("NO SUCH FEED"), CellWords::tr("this show has no feed of that name"),
                TileTally::Off};
    const bool program = content.kind == CellKind::Program;
    const QString label = program ? CellWords::tr("Program", "the cell that shows what is on program")
                                  : CellWords::tr("Preview", "the cell that shows what is on preview");
    const bool known =
        std::none_of(m_feeds.begin(), m_feeds.end(), [](const Feed &feed) { return feed.tally == TileTally::Unknown; });
    // One feed of unknown tally may be the one: nothing is claimed then.
    if (!known || m_feeds.empty())
        return {label, CellWords::tr("TALLY UNKNOWN"), {}, TileTally::Unknown};
    return {
        label, program ? CellWords::tr("NOTHING ON PROGRAM") : CellWords::tr("NOTHING ON PREVIEW"), {}, TileTally::Off};
}

void WallCells::onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (!first.isValid() || first.parent().isValid() || first.column() > 0)
        return;
    const int end = std::min(last.row(), rows() - 1);
    bool other = false;
    for (int row = first.row(); row <= end; ++row) {
        Feed feed = feedAt(row);
        other = other || feed != m_feeds[std::size_t(row)];
        m_feeds[std::size_t(row)] = std::move(feed);
    }
    if (other && followsRows())
        renameCells();
    else if (other)
        resolveAgain();
    for (int cell = 0; cell < count(); ++cell) {
        Cell &one = at(cell);
        if (one.row < first.row() || one.row > end)
            continue;
        if (one.tile->read(m_model->index(one.row, 0), roles, now()))
            Q_EMIT changed(cell);
    }
}

void WallCells::renameCells()
{
    for (int row = 0; row < rows() && row < count(); ++row) {
        at(row).content.what = m_feeds[std::size_t(row)].name;
        m_plan.cells[std::size_t(row)].content.what = at(row).content.what;
    }
}

void WallCells::resolveAgain()
{
    for (int cell = 0; cell < count(); ++cell) {
        Cell &one = at(cell);
        if (!showsPicture(one.content.kind))
            continue;
        const int row = wantedRow(one.content);
        if (row < 0 && one.row < 0) {
            one.tile->showNotice(notice(one.content), now());
            Q_EMIT changed(cell);
        } else if (row != one.row) {
            one.row = row;
            fillTile(one);
            Q_EMIT rowChanged(cell);
            Q_EMIT changed(cell);
        }
    }
}

} // namespace gantry::widgets

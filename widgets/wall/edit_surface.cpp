#include "widgets/wall/edit_surface.h"

#include "widgets/wall/edit_painter.h"
#include "widgets/wall/wall_keys.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

constexpr int reach = 12; // pixels on each side of an edge that count as the edge: a target of 24

QPoint unitsOf(Qt::Edge side)
{
    switch (side) {
    case Qt::LeftEdge:
        return {-1, 0};
    case Qt::RightEdge:
        return {1, 0};
    case Qt::TopEdge:
        return {0, -1};
    case Qt::BottomEdge:
        break;
    }
    return {0, 1};
}

std::optional<Qt::Edge> sideOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return Qt::LeftEdge;
    case Qt::Key_Right:
        return Qt::RightEdge;
    case Qt::Key_Up:
        return Qt::TopEdge;
    case Qt::Key_Down:
        return Qt::BottomEdge;
    default:
        return std::nullopt;
    }
}

Qt::CursorShape cursorFor(Qt::Edges edges)
{
    if (edges == Qt::Edges())
        return Qt::SizeAllCursor;
    const bool sideways = edges & (Qt::LeftEdge | Qt::RightEdge);
    const bool upright = edges & (Qt::TopEdge | Qt::BottomEdge);
    if (!(sideways && upright))
        return sideways ? Qt::SizeHorCursor : Qt::SizeVerCursor;
    const bool falling = bool(edges & Qt::LeftEdge) == bool(edges & Qt::TopEdge);
    return falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

} // namespace

EditSurface::EditSurface(WallEdit &edit, std::function<WallGrid()> grid,
                         std::function<QString(const CellContent &)> words, QWidget *parent)
    : QWidget(parent), m_edit(edit), m_grid(std::move(grid)), m_words(std::move(words))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::ArrowCursor); // its own: a full-screen wall hides the one of the canvas
    setAccessibleDescription(tr("Arrows select a cell, with Alt they move it, with Shift they resize it, with Ctrl "
                                "they swap it. Enter puts it down, or chooses what it shows. Insert adds a cell, "
                                "Delete removes it. Escape leaves."));
    connect(&edit, &WallEdit::changed, this, [this] {
        tellCell();
        update();
    });
    tellCell();
}

// --- what stands where ---

QRect EditSurface::box(int cell) const
{
    return m_grid().box(m_edit.plan().cells[std::size_t(cell)].place);
}

int EditSurface::cellAt(QPointF point) const
{
    const auto &cells = m_edit.plan().cells;
    for (int cell = 0; cell < int(cells.size()); ++cell) {
        if (box(cell).contains(point.toPoint()))
            return cell;
    }
    return -1;
}

Qt::Edges EditSurface::edgesAt(QPointF point) const
{
    if (m_edit.selected() < 0)
        return {};
    const QRect at = box(m_edit.selected());
    const QPoint p = point.toPoint();
    if (!at.adjusted(-reach, -reach, reach, reach).contains(p))
        return {};
    // A small cell keeps a middle that moves it.
    const int across = std::min(reach, at.width() / 4);
    const int down = std::min(reach, at.height() / 4);
    Qt::Edges edges;
    edges.setFlag(Qt::LeftEdge, p.x() < at.left() + across);
    edges.setFlag(Qt::RightEdge, p.x() > at.right() - across);
    edges.setFlag(Qt::TopEdge, p.y() < at.top() + down);
    edges.setFlag(Qt::BottomEdge, p.y() > at.bottom() - down);
    return edges;
}

void EditSurface::tellCell()
{
    const int selected = m_edit.selected();
    QString name = tr("Layout editor, no cell selected");
    if (selected >= 0) {
        const WallCell &cell = m_edit.plan().cells[std::size_t(selected)];
        const auto &proposal = m_edit.proposal();
        const QRect place = proposal ? proposal->place : cell.place;
        name = tr("Layout editor: %1, column %2, row %3, %4 wide, %5 high")
                   .arg(m_words(cell.content))
                   .arg(place.x() + 1)
                   .arg(place.y() + 1)
                   .arg(place.width())
                   .arg(place.height());
        if (proposal && !proposal->fits())
            name = tr("%1, overlaps", "the sentence of a cell that is being moved").arg(name);
    }
    setAccessibleName(name);
}

// --- keys ---

void EditSurface::keyPressEvent(QKeyEvent *event)
{
    if (arrow(*event))
        return event->accept();
    const auto held = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (held != Qt::NoModifier)
        return event->ignore();
    if (const std::optional<int> row = rowOfDigitKey(*event)) {
        Q_EMIT feedWanted(*row);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_edit.proposal())
            m_edit.settle();
        else if (m_edit.selected() >= 0 && !event->isAutoRepeat())
            Q_EMIT contentWanted(mapToGlobal(box(m_edit.selected()).center()));
        return;
    case Qt::Key_Escape:
        if (m_edit.proposal() || m_drag) {
            m_drag.reset();
            m_edit.withdraw();
            update();
        } else if (!event->isAutoRepeat()) {
            Q_EMIT leaveWanted();
        }
        return;
    case Qt::Key_Insert:
        if (!event->isAutoRepeat())
            static_cast<void>(m_edit.add());
        return;
    case Qt::Key_Delete:
        if (!event->isAutoRepeat())
            m_edit.remove();
        return;
    case Qt::Key_Home:
        return m_edit.select(0);
    case Qt::Key_End:
        return m_edit.select(int(m_edit.plan().cells.size()) - 1);
    default:
        // Letters have a meaning on the wall below, which is not looked at now.
        event->setAccepted(event->key() < Qt::Key_Escape);
    }
}

bool EditSurface::arrow(const QKeyEvent &event)
{
    const std::optional<Qt::Edge> side = sideOf(event.key());
    if (side && m_edit.selected() < 0)
        m_edit.selectNext(1);
    else if (side)
        act(event.modifiers() & ~Qt::KeypadModifier, *side);
    return side.has_value();
}

void EditSurface::act(Qt::KeyboardModifiers held, Qt::Edge side)
{
    if (held == Qt::AltModifier || (held == Qt::NoModifier && m_edit.proposal()))
        m_edit.move(unitsOf(side));
    else if (held == Qt::ShiftModifier)
        m_edit.resize(Qt::RightEdge | Qt::BottomEdge, unitsOf(side));
    else if (held == Qt::ControlModifier)
        m_edit.swapTowards(side);
    else if (const int next = neighbour(m_edit.plan(), m_edit.selected(), side); next >= 0)
        m_edit.select(next);
}

// --- mouse ---

void EditSurface::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Qt::Edges edges = edgesAt(event->position());
    if (edges == Qt::Edges()) {
        const int cell = cellAt(event->position());
        m_edit.select(cell);
        if (cell < 0)
            return;
    }
    m_drag = Drag{event->position(), edges};
}

void EditSurface::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag) {
        const bool there = edgesAt(event->position()) != Qt::Edges() || cellAt(event->position()) >= 0;
        setCursor(there ? cursorFor(edgesAt(event->position())) : Qt::ArrowCursor);
        return;
    }
    const WallGrid grid = m_grid();
    if (grid.pitch.isEmpty())
        return;
    const QPointF moved = event->position() - m_drag->from;
    const QPoint by(int(std::lround(moved.x() / grid.pitch.width())),
                    int(std::lround(moved.y() / grid.pitch.height())));
    if (m_drag->edges != Qt::Edges())
        return m_edit.resizeFromPlace(m_drag->edges, by);
    const int below = cellAt(event->position());
    m_drag->swapWith = below != m_edit.selected() ? below : -1;
    m_drag->swapWith >= 0 ? m_edit.withdraw() : m_edit.moveFromPlace(by);
    update();
}

void EditSurface::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    const Drag drag = *m_drag;
    m_drag.reset();
    if (drag.swapWith >= 0)
        m_edit.swap(m_edit.selected(), drag.swapWith);
    else
        m_edit.settle();
    update();
}

void EditSurface::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && cellAt(event->position()) >= 0)
        Q_EMIT contentWanted(event->globalPosition().toPoint());
}

void EditSurface::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        m_edit.select(cellAt(event->pos()));
    if (m_edit.selected() >= 0)
        Q_EMIT contentWanted(event->reason() == QContextMenuEvent::Mouse
                                 ? event->globalPos()
                                 : mapToGlobal(box(m_edit.selected()).center()));
}

void EditSurface::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void EditSurface::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

// --- painting ---

void EditSurface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 90)); // the pictures step back behind what is being done
    paintEditGrid(painter, m_grid(), m_edit.plan().grid);
    for (int cell = 0; cell < int(m_edit.plan().cells.size()); ++cell)
        paintCell(painter, cell);
    paintProposal(painter);
}

void EditSurface::paintCell(QPainter &painter, int cell) const
{
    const QRect at = box(cell);
    const bool selected = cell == m_edit.selected();
    const bool swaps = m_drag && m_drag->swapWith == cell;
    paintEditedCell(painter, at, selected || swaps, swaps);
    paintPlate(painter, at, m_words(m_edit.plan().cells[std::size_t(cell)].content), false);
    if (swaps)
        paintPlate(painter, at, tr("SWAP", "two cells, shown while one is dragged onto the other"), true);
    if (selected && !m_edit.proposal())
        paintHandles(painter, at, hasFocus());
}

void EditSurface::paintProposal(QPainter &painter) const
{
    const auto &proposal = m_edit.proposal();
    if (!proposal)
        return;
    const QRect at = m_grid().box(proposal->place);
    for (const int other : proposal->inTheWay)
        paintOverlap(painter, box(other).intersected(at));
    paintEditedCell(painter, at, true, true);
    paintPlate(
        painter, at,
        proposal->fits()
            ? tr("%1 × %2", "columns and rows of a cell").arg(proposal->place.width()).arg(proposal->place.height())
            : tr("OVERLAPS", "a cell while it is moved over another"),
        true);
}

} // namespace gantry::widgets

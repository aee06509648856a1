#include "widgets/wall/wall_hands.h"

#include "widgets/wall/wall_canvas.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <optional>

namespace gantry::widgets {

WallHands::WallHands(WallCanvas &wall) : m_wall(wall)
{
    wall.installEventFilter(this);
}

void WallHands::letGo()
{
    if (m_carrying) {
        m_wall.updateCell(m_pressed);
        m_wall.updateCell(m_below);
    }
    m_carrying = false;
    m_pressed = -1;
    m_below = -1;
}

bool WallHands::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        return key(*static_cast<QKeyEvent *>(event));
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent *>(event));
        return false;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent *>(event));
        return false;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent *>(event));
        return false;
    case QEvent::MouseButtonDblClick: {
        const auto &mouse = *static_cast<QMouseEvent *>(event);
        if (mouse.button() == Qt::LeftButton)
            m_wall.toggleFull(m_wall.cellAt(mouse.position().toPoint()));
        return true;
    }
    case QEvent::Hide:
        letGo();
        return false;
    default:
        return false;
    }
}

// --- keys ---

bool WallHands::key(const QKeyEvent &event)
{
    if (m_wall.cellCount() == 0 && m_wall.tileCount() == 0)
        return false;
    if (arrow(event))
        return true;
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain)
        return false;
    if (const std::optional<int> row = rowOfDigitKey(event)) {
        m_wall.selectRow(*row);
        return true;
    }
    return plainKey(event);
}

bool WallHands::plainKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Home:
        m_wall.selectCell(0);
        return true;
    case Qt::Key_End:
        m_wall.selectCell(m_wall.cellCount() - 1);
        return true;
    case Qt::Key_F:
        if (!event.isAutoRepeat())
            m_wall.toggleFullSelection();
        return true;
    case Qt::Key_Escape:
        if (m_carrying) {
            letGo();
            return true;
        }
        if (m_wall.fullCell() < 0)
            return false;
        m_wall.setFullCell(-1);
        return true;
    case Qt::Key_Delete:
        m_wall.clearOver();
        return true;
    default:
        return false;
    }
}

bool WallHands::arrow(const QKeyEvent &event)
{
    std::optional<Step> way;
    switch (event.key()) {
    case Qt::Key_Left:
        way = Step::Left;
        break;
    case Qt::Key_Right:
        way = Step::Right;
        break;
    case Qt::Key_Up:
        way = Step::Up;
        break;
    case Qt::Key_Down:
        way = Step::Down;
        break;
    default:
        return false;
    }
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    if (held == Qt::NoModifier || held == Qt::ShiftModifier)
        return step(*way), true;
    if (held == Qt::ControlModifier && m_wall.isEditing() && !event.isAutoRepeat())
        return carry(*way), true;
    return false;
}

void WallHands::step(Step step)
{
    if (m_wall.fullCell() >= 0) {
        const bool on = step == Step::Right || step == Step::Down;
        m_wall.selectCell(std::clamp(m_wall.selectedCell() + (on ? 1 : -1), 0, m_wall.cellCount() - 1));
        return;
    }
    m_wall.selectCell(steppedCell(m_wall.cellRects(), m_wall.selectedCell(), step));
}

void WallHands::carry(Step step)
{
    const int from = m_wall.selectedCell();
    if (from < 0 || m_wall.fullCell() >= 0)
        return;
    const int to = steppedCell(m_wall.cellRects(), from, step);
    if (to != from)
        m_wall.requestSwap(from, to);
}

// --- mouse ---

void WallHands::press(const QMouseEvent &event)
{
    letGo();
    const QPoint at = event.position().toPoint();
    const int cell = m_wall.cellAt(at);
    if (cell < 0)
        return;
    m_wall.selectCell(cell);
    m_wall.clearOverAt(cell, event.position());
    if (event.button() == Qt::LeftButton && m_wall.isEditing() && m_wall.fullCell() < 0) {
        m_pressed = cell;
        m_pressedAt = at;
    }
}

void WallHands::move(const QMouseEvent &event)
{
    if (m_pressed < 0 || !(event.buttons() & Qt::LeftButton))
        return;
    const QPoint at = event.position().toPoint();
    if (!m_carrying && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    // Locked in the middle of it: the cell stays.
    if (!m_wall.isEditing())
        return letGo();
    const int cell = m_wall.cellAt(at);
    if (m_carrying && cell == m_below)
        return;
    m_wall.updateCell(m_pressed);
    m_wall.updateCell(m_below);
    m_carrying = true;
    m_below = cell;
    m_wall.updateCell(m_below);
}

void WallHands::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    const int from = carried();
    const int to = m_wall.cellAt(event.position().toPoint());
    letGo();
    if (from >= 0 && to >= 0 && to != from && m_wall.isEditing())
        m_wall.requestSwap(from, to);
}

} // namespace gantry::widgets

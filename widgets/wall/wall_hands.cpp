#include "widgets/wall/wall_hands.h"

#include "widgets/wall/wall_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <optional>

namespace gantry::widgets {

WallHands::WallHands(WallCanvas &wall) : m_wall(wall)
{
    wall.installEventFilter(this);
}

bool WallHands::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        return key(*static_cast<QKeyEvent *>(event));
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent *>(event));
        return false;
    case QEvent::MouseButtonDblClick: {
        const auto &mouse = *static_cast<QMouseEvent *>(event);
        if (mouse.button() == Qt::LeftButton)
            m_wall.toggleFull(m_wall.cellAt(mouse.position().toPoint()));
        return true;
    }
    default:
        return false;
    }
}

bool WallHands::key(const QKeyEvent &event)
{
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || (m_wall.cellCount() == 0 && m_wall.tileCount() == 0))
        return false;
    if (const std::optional<int> row = rowOfDigitKey(event)) {
        m_wall.selectRow(*row);
        return true;
    }
    if (arrow(event))
        return true;
    switch (event.key()) {
    case Qt::Key_Home:
        m_wall.selectCell(0);
        return true;
    case Qt::Key_End:
        m_wall.selectCell(m_wall.cellCount() - 1);
        return true;
    case Qt::Key_Escape:
        if (m_wall.fullCell() < 0)
            return false;
        m_wall.setFullCell(-1);
        return true;
    case Qt::Key_Delete:
        m_wall.clearOver();
        return true;
    default:
        return lookKey(event);
    }
}

// A key that is held down does its thing once.
bool WallHands::lookKey(const QKeyEvent &event)
{
    const bool once = !event.isAutoRepeat();
    switch (event.key()) {
    case Qt::Key_F:
        if (once)
            m_wall.toggleFullSelection();
        return true;
    case Qt::Key_O:
        if (once) {
            m_wall.setGuide(nextGuide(m_wall.guide()));
            Q_EMIT m_wall.said(guideWord(m_wall.guide()));
        }
        return true;
    case Qt::Key_P:
        if (once) {
            m_wall.setMeter(nextMeter(m_wall.meter()));
            Q_EMIT m_wall.said(meterWord(m_wall.meter()));
        }
        return true;
    default:
        return false;
    }
}

bool WallHands::arrow(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
        step(Step::Left);
        return true;
    case Qt::Key_Right:
        step(Step::Right);
        return true;
    case Qt::Key_Up:
        step(Step::Up);
        return true;
    case Qt::Key_Down:
        step(Step::Down);
        return true;
    default:
        return false;
    }
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

void WallHands::press(const QMouseEvent &event)
{
    const int cell = m_wall.cellAt(event.position().toPoint());
    if (cell < 0)
        return;
    m_wall.selectCell(cell);
    m_wall.clearOverAt(cell, event.position());
}

} // namespace gantry::widgets

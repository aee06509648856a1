#include "widgets/wall/listen_hand.h"

#include "widgets/wall/wall_canvas.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

namespace gantry::widgets {

ListenHand::ListenHand(WallCanvas &wall) : m_wall(wall)
{
    wall.installEventFilter(this);
}

bool ListenHand::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        return key(*static_cast<QKeyEvent *>(event));
    case QEvent::ContextMenu: {
        const auto *asked = static_cast<QContextMenuEvent *>(event);
        const bool byKey = asked->reason() == QContextMenuEvent::Keyboard;
        const int row = byKey ? m_wall.selectedRow() : m_wall.rowAt(asked->pos());
        const QRect tile = m_wall.tileRect(row);
        if (tile.isEmpty())
            return false;
        menu(row, byKey ? m_wall.mapToGlobal(tile.center()) : asked->globalPos());
        return true;
    }
    case QEvent::ToolTip: {
        const auto *asked = static_cast<QHelpEvent *>(event);
        const int row = m_wall.rowAt(asked->pos());
        QToolTip::showText(asked->globalPos(), row < 0 ? QString() : tr("%1 (L)", "what a key does").arg(offer(row)),
                           &m_wall, m_wall.tileRect(row));
        return true;
    }
    default:
        return false;
    }
}

bool ListenHand::key(const QKeyEvent &event)
{
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (event.key() != Qt::Key_L || !plain || m_wall.selectedRow() < 0)
        return false;
    if (!event.isAutoRepeat())
        Q_EMIT m_wall.listenRequested(m_wall.selectedRow());
    return true;
}

void ListenHand::menu(int row, QPoint at)
{
    auto *menu = new QMenu(&m_wall);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(offer(row), &m_wall, [wall = &m_wall, row] { Q_EMIT wall->listenRequested(row); });
    menu->popup(at);
}

QString ListenHand::offer(int row) const
{
    const QString feed = m_wall.model() ? m_wall.model()->index(row, 0).data().toString() : QString();
    return row == m_wall.heardRow() ? tr("Stop listening to %1", "feed").arg(feed)
                                    : tr("Listen to %1", "feed").arg(feed);
}

} // namespace gantry::widgets

#include "widgets/wall/listen_hand.h"

#include "widgets/wall/wall_canvas.h"

#include <QHelpEvent>
#include <QKeyEvent>
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
    case QEvent::ToolTip: {
        const auto *asked = static_cast<QHelpEvent *>(event);
        const int cell = m_wall.cellAt(asked->pos());
        const int row = m_wall.cellRow(cell);
        // What is no feed says what it is.
        QToolTip::showText(asked->globalPos(),
                           row < 0 ? m_wall.cellText(cell) : tr("%1 (L)", "what a key does").arg(offer(row)), &m_wall,
                           m_wall.cellRect(cell));
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

QString ListenHand::offer(int row) const
{
    const QString feed = m_wall.model() ? m_wall.model()->index(row, 0).data().toString() : QString();
    return row == m_wall.heardRow() ? tr("Stop listening to %1", "feed").arg(feed)
                                    : tr("Listen to %1", "feed").arg(feed);
}

} // namespace gantry::widgets

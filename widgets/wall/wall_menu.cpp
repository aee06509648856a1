#include "widgets/wall/wall_menu.h"

#include "widgets/wall/listen_hand.h"
#include "widgets/wall/wall_canvas.h"

#include <QAction>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QMenu>

namespace gantry::widgets {

namespace {

// The key stands beside the words; it is the wall's own, and pressed in the menu it does the same.
QAction *withKey(QAction *action, const QKeySequence &key)
{
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    return action;
}

} // namespace

QString meterWord(AudioMeter meter)
{
    switch (meter) {
    case AudioMeter::QuasiPeak:
        return WallMenu::tr("Audio bars: programme meter (PPM)");
    case AudioMeter::TruePeak:
        return WallMenu::tr("Audio bars: true peak");
    case AudioMeter::SamplePeak:
        break;
    }
    return WallMenu::tr("Audio bars: sample peak");
}

WallMenu::WallMenu(WallCanvas &wall, const ListenHand &listening) : m_wall(wall), m_listening(listening)
{
    wall.installEventFilter(this);
}

bool WallMenu::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu)
        return false;
    const auto *asked = static_cast<QContextMenuEvent *>(event);
    const bool byKey = asked->reason() == QContextMenuEvent::Keyboard;
    const int cell = byKey ? m_wall.selectedCell() : m_wall.cellAt(asked->pos());
    const QRect place = m_wall.cellRect(cell);
    if (place.isEmpty())
        return false;
    offer(cell, byKey ? m_wall.mapToGlobal(place.center()) : asked->globalPos());
    return true;
}

void WallMenu::offer(int cell, QPoint at)
{
    auto *menu = new QMenu(&m_wall);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    offerFeed(*menu, cell);
    menu->addSeparator();
    offerLooks(*menu);
    Q_EMIT m_wall.menuOffered(menu, cell);
    menu->popup(at);
}

void WallMenu::offerFeed(QMenu &menu, int cell)
{
    WallCanvas *wall = &m_wall;
    if (const int row = wall->cellRow(cell); row >= 0) {
        withKey(menu.addAction(m_listening.offer(row), wall, [wall, row] { Q_EMIT wall->listenRequested(row); }),
                Qt::Key_L);
    }
    const bool alone = wall->fullCell() >= 0;
    withKey(menu.addAction(alone ? tr("Show the whole wall again") : tr("Show this alone"), wall,
                           [wall, cell] { wall->toggleFull(cell); }),
            Qt::Key_F);
}

void WallMenu::offerLooks(QMenu &menu)
{
    WallCanvas *wall = &m_wall;
    QMenu *guides = menu.addMenu(tr("Safe areas and centre cuts"));
    auto *oneGuide = new QActionGroup(guides);
    for (int i = 0; i < wallGuides; ++i) {
        const auto guide = WallGuide(i);
        QAction *action = guides->addAction(guideWord(guide), wall, [wall, guide] { wall->setGuide(guide); });
        action->setCheckable(true);
        action->setChecked(guide == wall->guide());
        oneGuide->addAction(action);
        if (guide == nextGuide(wall->guide()))
            withKey(action, Qt::Key_O);
    }
    QMenu *meters = menu.addMenu(tr("Audio bars"));
    auto *oneMeter = new QActionGroup(meters);
    for (const AudioMeter meter : {AudioMeter::SamplePeak, AudioMeter::QuasiPeak, AudioMeter::TruePeak}) {
        QAction *action = meters->addAction(meterWord(meter), wall, [wall, meter] { wall->setMeter(meter); });
        action->setCheckable(true);
        action->setChecked(meter == wall->meter());
        oneMeter->addAction(action);
        if (meter == nextMeter(wall->meter()))
            withKey(action, Qt::Key_P);
    }
    withKey(menu.addAction(tr("Clear all OVER marks"), wall, &WallCanvas::clearOver), Qt::Key_Delete);
}

} // namespace gantry::widgets

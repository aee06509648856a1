#include "app/windows/room_window.h"

#include "app/windows/banner.h"
#include "app/windows/notice.h"
#include "app/windows/show_lock.h"
#include "widgets/wall/wall_driver.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QVBoxLayout>

#include <algorithm>

namespace gantry {

RoomWindow::RoomWindow(const QString &name, const QString &show, QWidget *parent)
    : QMainWindow(parent), m_name(name), m_show(show), m_banner(new Banner)
{
    m_windows = menuBar()->addMenu(tr("&Windows"));
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *keys = help->addAction(tr("&Keys"), this, &RoomWindow::showKeys);
    keys->setShortcut(Qt::Key_F1);
    addAction(keys); // of the window too: the menu bar of a full-screen wall is hidden, its keys are not
    help->addAction(tr("&About Gantry"), this, &RoomWindow::showAbout);
    tellTitle();
}

void RoomWindow::setContent(QWidget *content)
{
    auto *frame = new QWidget;
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(content, 1);
    setCentralWidget(frame);
    m_notice = new Notice(frame);
}

QMenu *RoomWindow::addMenu(const QString &title)
{
    auto *menu = new QMenu(title, this);
    menuBar()->insertMenu(m_windows->menuAction(), menu);
    return menu;
}

void RoomWindow::say(const QString &sentence)
{
    if (m_notice)
        m_notice->say(sentence);
}

void RoomWindow::setLock(ShowLock *lock)
{
    m_lock = lock;
    const auto offer = [&](const QString &text, QKeySequence key, const QString &tip, void (ShowLock::*act)()) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setAutoRepeat(false); // a key that is held down is one press
        action->setToolTip(tip);
        connect(action, &QAction::triggered, lock, act);
        addAction(action);
        return action;
    };
    QMenu *room = addMenu(tr("&Room"));
    room->addAction(offer(tr("&Lock, unlock"), Qt::CTRL | Qt::Key_L,
                          tr("Locked, no window closes and the show does not end by accident; twice unlocks"),
                          &ShowLock::press));
    room->addAction(
        offer(tr("&Edit layouts"), Qt::CTRL | Qt::Key_E, tr("Layouts can be changed, or no longer"), &ShowLock::edit));
    connect(lock, &ShowLock::changed, this, &RoomWindow::tellTitle);
    connect(lock, &ShowLock::said, this, [this](const QString &sentence) {
        if (isActiveWindow())
            say(sentence);
    });
    tellTitle();
}

void RoomWindow::setBanner(const QString &text)
{
    m_bannerText = text;
    m_banner->setText(text);
    tellTitle();
}

void RoomWindow::tellTitle()
{
    const QString room = m_bannerText.isEmpty() ? m_show : m_bannerText;
    setWindowTitle(m_lock ? tr("%1 · %2 · %3 · Gantry", "show or banner, window, EDIT or SHOW or LOCKED")
                                .arg(room, m_name, m_lock->word())
                          : tr("%1 · %2 · Gantry", "show, window").arg(room, m_name));
}

void RoomWindow::listWindows(const QList<RoomWindow *> &windows)
{
    // Not clear(): that leaves those alive that are actions of the window too, and a window may have gone.
    const QList<QAction *> old = m_windows->actions();
    qDeleteAll(old);
    int key = Qt::Key_F2; // up to F7: from F8 on they act
    for (RoomWindow *window : windows) {
        QAction *action = m_windows->addAction(window->name(), this, [window] {
            window->show();
            window->raise();
            window->activateWindow();
        });
        if (key < Qt::Key_F8)
            action->setShortcut(key++);
        addAction(action);
    }
    m_windows->addSeparator();
    // Not a single key, and not the usual one: nobody ends a show by a slip of the hand.
    QAction *quit = m_windows->addAction(tr("&End and close all windows"), this, &RoomWindow::endShow);
    quit->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Q);
    addAction(quit);
    m_siblings = windows;
}

void RoomWindow::endShow()
{
    if (m_lock && m_lock->isLocked())
        m_lock->refuse();
    else
        QCoreApplication::exit(0); // not quit(): our windows may refuse to close
}

void RoomWindow::closeEvent(QCloseEvent *event)
{
    if (m_lock && m_lock->isLocked()) {
        event->ignore();
        m_lock->refuse();
        return;
    }
    const bool last = std::none_of(m_siblings.begin(), m_siblings.end(),
                                   [this](const RoomWindow *window) { return window != this && window->isVisible(); });
    if (last && m_keepsRunning) {
        event->ignore();
        showMinimized();
    } else {
        QMainWindow::closeEvent(event);
    }
}

void RoomWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F11)
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    else if (event->key() == Qt::Key_Escape && isFullScreen())
        setWindowState(windowState() & ~Qt::WindowFullScreen);
    else
        QMainWindow::keyPressEvent(event);
}

void RoomWindow::showKeys()
{
    auto *page = new QMessageBox(
        QMessageBox::NoIcon, tr("Keys"),
        tr("<table cellspacing=6>"
           "<tr><td><b>Tab, arrows</b></td><td>move the focus</td></tr>"
           "<tr><td><b>1–9, 0</b></td><td>select a feed on the wall, with Shift 11–20</td></tr>"
           "<tr><td><b>F</b></td><td>the selected tile fills the wall, and back</td></tr>"
           "<tr><td><b>L</b></td><td>on the wall: listen to the selected feed, and stop</td></tr>"
           "<tr><td><b>O</b></td><td>on the wall: safe areas, centre cuts, and neither</td></tr>"
           "<tr><td><b>P</b></td><td>on the wall: audio bars by sample peak, programme meter or true peak</td></tr>"
           "<tr><td><b>Delete</b></td><td>on the wall: clear the OVER marks</td></tr>"
           "<tr><td><b>F, Enter</b></td><td>in the list of feeds: everything that is known of one, Esc closes "
           "it</td></tr>"
           "<tr><td><b>Enter</b></td><td>acknowledge the alarm in focus</td></tr>"
           "<tr><td><b>hold Space or Enter</b></td><td>on Start, Stop or Switch: acts after 0.6 s</td></tr>"
           "<tr><td><b>Space, J K L, ← →</b></td><td>replay: play, slower, stop, faster, 1 s steps</td></tr>"
           "<tr><td><b>A, C</b></td><td>replay: next alarm, next command; with Shift the one before</td></tr>"
           "<tr><td><b>Ctrl+L</b></td><td>lock the room; twice unlocks it</td></tr>"
           "<tr><td><b>Ctrl+1–9</b></td><td>on a wall: its layout</td></tr>"
           "<tr><td><b>Ctrl+E</b></td><td>layouts can be changed, and no longer</td></tr>"
           "<tr><td><b>Ctrl+Shift+E</b></td><td>on a wall: edit its layout</td></tr>"
           "<tr><td><b>Ctrl+Shift+N</b></td><td>on a wall: one more wall</td></tr>"
           "<tr><td><b>F2–F7</b></td><td>bring up a window</td></tr>"
           "<tr><td><b>hold F8</b></td><td>take what a failover plan advises</td></tr>"
           "<tr><td><b>hold F9</b></td><td>cut to the slate of a plan</td></tr>"
           "<tr><td><b>hold F10</b></td><td>return to the first input of a plan</td></tr>"
           "<tr><td><b>F12</b></td><td>hold all automation, at one press</td></tr>"
           "<tr><td><b>F11, Esc</b></td><td>full screen, and back</td></tr>"
           "<tr><td><b>Ctrl+Shift+Q</b></td><td>end</td></tr>"
           "</table>"),
        QMessageBox::Close, this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->setModal(false);
    page->show();
}

QString RoomWindow::drawnBy() const
{
    return widgets::wallDriver().sentence();
}

void RoomWindow::showAbout()
{
    auto *page =
        new QMessageBox(QMessageBox::NoIcon, tr("About Gantry"),
                        tr("<b>Gantry %1</b><br>The control room for live shows that run through the cloud.<br>"
                           "Qt %2. Free software under the GNU General Public License, version 3 or later.")
                                .arg(QStringLiteral(GANTRY_VERSION), QLatin1String(qVersion())) +
                            QStringLiteral("<p>") + drawnBy().toHtmlEscaped(),
                        QMessageBox::Close, this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->setModal(false);
    page->show();
}

} // namespace gantry

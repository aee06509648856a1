#include "app/windows/room_window.h"

#include "app/windows/banner.h"

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
}

void RoomWindow::setBanner(const QString &text)
{
    m_bannerText = text;
    m_banner->setText(text);
    tellTitle();
}

void RoomWindow::tellTitle()
{
    setWindowTitle(m_bannerText.isEmpty() ? tr("%1 · %2 · Gantry", "show, window").arg(m_show, m_name)
                                          : tr("%1 · %2 · Gantry", "banner, window").arg(m_bannerText, m_name));
}

void RoomWindow::listWindows(const QList<RoomWindow *> &windows)
{
    m_windows->clear();
    int key = Qt::Key_F2;
    for (RoomWindow *window : windows) {
        QAction *action = m_windows->addAction(window->name(), this, [window] {
            window->show();
            window->raise();
            window->activateWindow();
        });
        action->setShortcut(key++);
        addAction(action);
    }
    m_windows->addSeparator();
    // Not a single key, and not the usual one: nobody ends a show by a slip of the hand.
    QAction *quit = m_windows->addAction(tr("&End and close all windows"), qApp, [] {
        QCoreApplication::exit(0);
    }); // not quit(): our windows may refuse to close
    quit->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Q);
    addAction(quit);
    m_siblings = windows;
}

void RoomWindow::closeEvent(QCloseEvent *event)
{
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
           "<tr><td><b>F, Enter</b></td><td>in the list of feeds: everything that is known of one, Esc closes "
           "it</td></tr>"
           "<tr><td><b>Enter</b></td><td>acknowledge the alarm in focus</td></tr>"
           "<tr><td><b>hold Space or Enter</b></td><td>on Start, Stop or Switch: acts after 0.6 s</td></tr>"
           "<tr><td><b>Space, J K L, ← →</b></td><td>replay: play, slower, stop, faster, 1 s steps</td></tr>"
           "<tr><td><b>A, C</b></td><td>replay: next alarm, next command; with Shift the one before</td></tr>"
           "<tr><td><b>F2–F5</b></td><td>bring up a window</td></tr>"
           "<tr><td><b>F11, Esc</b></td><td>full screen, and back</td></tr>"
           "<tr><td><b>Ctrl+Shift+Q</b></td><td>end</td></tr>"
           "</table>"),
        QMessageBox::Close, this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->setModal(false);
    page->show();
}

void RoomWindow::showAbout()
{
    auto *page =
        new QMessageBox(QMessageBox::NoIcon, tr("About Gantry"),
                        tr("<b>Gantry %1</b><br>The control room for live shows that run through the cloud.<br>"
                           "Qt %2. Free software under the GNU General Public License, version 3 or later.")
                            .arg(QStringLiteral(GANTRY_VERSION), QLatin1String(qVersion())),
                        QMessageBox::Close, this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->setModal(false);
    page->show();
}

} // namespace gantry

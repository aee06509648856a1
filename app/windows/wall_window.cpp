#include "app/windows/wall_window.h"

#include "app/windows/notice.h"
#include "widgets/wall/wall_canvas.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QMenuBar>
#include <QTimer>

namespace gantry {

namespace {

constexpr std::chrono::seconds cursorRestsAfter{3};

} // namespace

WallWindow::WallWindow(const QString &show, QAbstractItemModel *feeds,
                       std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder, QWidget *parent)
    : RoomWindow(tr("Wall"), show, parent), m_canvas(new widgets::WallCanvas), m_cursorRest(new QTimer(this))
{
    m_canvas->setModel(feeds);
    m_canvas->setFrameSlots(std::move(slotsInRowOrder));
    setObjectName(QStringLiteral("wall")); // what its screenshots are called
    setContent(m_canvas);
    resize(1296, 860);
    m_cursorRest->setSingleShot(true);
    m_cursorRest->setInterval(cursorRestsAfter);
    connect(m_cursorRest, &QTimer::timeout, this, [this] { m_canvas->setCursor(Qt::BlankCursor); });
    m_notice = new Notice(m_canvas);
    connect(m_canvas, &widgets::WallCanvas::listenRequested, this, &WallWindow::listenRequested);
    connect(m_canvas, &widgets::WallCanvas::said, this, &WallWindow::say);
    m_canvas->setMouseTracking(true);
    m_canvas->installEventFilter(this);
    m_canvas->setFocus();
}

void WallWindow::selectFeed(int row)
{
    m_canvas->selectRow(row);
}

void WallWindow::setCellViews(widgets::CellViewFactory factory)
{
    m_canvas->setCellViews(std::move(factory));
}

void WallWindow::forgetPictures()
{
    m_canvas->forgetPictures();
}

void WallWindow::setHeard(int row)
{
    m_canvas->setHeardRow(row);
}

void WallWindow::say(const QString &sentence)
{
    m_notice->say(sentence);
}

void WallWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange) {
        menuBar()->setVisible(!isFullScreen());
        m_canvas->unsetCursor();
        isFullScreen() ? m_cursorRest->start() : m_cursorRest->stop();
    }
    RoomWindow::changeEvent(event);
}

bool WallWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove && isFullScreen()) {
        m_canvas->unsetCursor();
        m_cursorRest->start();
    }
    return RoomWindow::eventFilter(watched, event);
}

} // namespace gantry

#include "app/windows/wall_window.h"

#include "widgets/theme.h"
#include "widgets/wall/wall_canvas.h"

#include <QAbstractItemModel>
#include <QActionGroup>
#include <QCloseEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace gantry {

namespace {

constexpr std::chrono::seconds cursorRestsAfter{3};

QLabel *loadLine()
{
    auto *line = new QLabel;
    line->setTextFormat(Qt::PlainText);
    line->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    line->setMargin(3);
    line->setFont(widgets::textFont(0.9, QFont::DemiBold));
    QPalette colours = line->palette();
    colours.setColor(QPalette::WindowText, widgets::palette::text);
    line->setPalette(colours);
    line->hide();
    return line;
}

} // namespace

WallWindow::WallWindow(const QString &name, const QString &show, QAbstractItemModel *feeds,
                       std::vector<std::shared_ptr<media::FrameSlot>> slotsInRowOrder, QWidget *parent)
    : RoomWindow(name, show, parent)
    , m_canvas(new widgets::WallCanvas)
    , m_load(loadLine())
    , m_cursorRest(new QTimer(this))
{
    m_canvas->setModel(feeds);
    m_canvas->setFrameSlots(std::move(slotsInRowOrder));
    setObjectName(QStringLiteral("wall")); // what its screenshots are called
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_load);
    setContent(content);
    makeMenu();
    resize(1296, 860);
    m_cursorRest->setSingleShot(true);
    m_cursorRest->setInterval(cursorRestsAfter);
    connect(m_cursorRest, &QTimer::timeout, this, [this] { m_canvas->setCursor(Qt::BlankCursor); });
    connect(m_canvas, &widgets::WallCanvas::listenRequested, this, &WallWindow::listenRequested);
    connect(m_canvas, &widgets::WallCanvas::tileSelected, this, &WallWindow::sightChanged);
    connect(m_canvas, &widgets::WallCanvas::tileActivated, this, &WallWindow::sightChanged);
    connect(m_canvas, &widgets::WallCanvas::said, this, &WallWindow::say);
    connect(m_canvas, &widgets::WallCanvas::driverFailed, this, [this] { say(m_canvas->driverText()); });
    m_canvas->setMouseTracking(true);
    m_canvas->installEventFilter(this);
    m_canvas->setFocus();
}

void WallWindow::makeMenu()
{
    QMenu *wall = addMenu(tr("W&all"));
    m_monitors = wall->addMenu(tr("Full screen on"));
    QAction *another = wall->addAction(tr("&New wall"), this, &WallWindow::wallWanted);
    another->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    another->setToolTip(tr("One more window with the same feeds; nothing is decoded twice"));
    addAction(another); // of the window too: the menu bar of a full-screen wall is hidden, its keys are not
}

QString WallWindow::drawnBy() const
{
    return m_canvas->driverText();
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

WallSight WallWindow::sight() const
{
    WallSight sight;
    if (!isVisible() || isMinimized())
        return sight;
    for (int cell = 0; cell < m_canvas->cellCount(); ++cell) {
        const int row = m_canvas->cellRow(cell);
        if (row >= 0 && !m_canvas->cellRect(cell).isEmpty())
            sight.rows.push_back(row);
    }
    sight.fullRow = m_canvas->fullRow();
    sight.selectedRow = m_canvas->selectedRow();
    return sight;
}

void WallWindow::setLoadText(const QString &text)
{
    m_load->setText(text);
    m_load->setAccessibleName(text);
    m_load->setToolTip(text);
    m_load->setVisible(!text.isEmpty());
}

void WallWindow::standOn(const WallPlace &place, const std::vector<Monitor> &monitors)
{
    if (place.monitor < 0)
        return;
    const Monitor &monitor = monitors[std::size_t(place.monitor)];
    const bool wasVisible = isVisible();
    if (!place.window.isEmpty())
        m_windowRect = place.window;
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto screen =
        std::find_if(screens.begin(), screens.end(), [&](const QScreen *one) { return one->name() == monitor.name; });
    // A desktop that lets no window choose its place still takes the screen for a full-screen one.
    if (screen != screens.end()) {
        create();
        windowHandle()->setScreen(*screen);
    }
    if (place.fullScreen) {
        setWindowState(windowState() & ~Qt::WindowFullScreen); // from one monitor to another
        setGeometry(monitor.geometry);
        setWindowState(windowState() | Qt::WindowFullScreen);
    } else {
        setWindowState(windowState() & ~Qt::WindowFullScreen);
        if (!m_windowRect.isEmpty() && monitor.geometry.contains(m_windowRect))
            setGeometry(m_windowRect);
        else
            move(monitor.geometry.topLeft() + QPoint(40, 40));
    }
    if (wasVisible)
        show();
}

void WallWindow::listMonitors(const std::vector<Monitor> &monitors, int chosen)
{
    m_monitors->clear();
    delete m_monitors->findChild<QActionGroup *>();
    auto *one = new QActionGroup(m_monitors);
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        QAction *action = m_monitors->addAction(monitors[i].text());
        // Later: the answer lists them anew, and this one goes.
        connect(
            action, &QAction::triggered, this, [this, i] { Q_EMIT monitorChosen(int(i)); }, Qt::QueuedConnection);
        action->setCheckable(true);
        action->setChecked(int(i) == chosen && isWallFullScreen());
        one->addAction(action);
    }
}

void WallWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        followState();
    RoomWindow::changeEvent(event);
}

void WallWindow::followState()
{
    menuBar()->setVisible(!isFullScreen());
    m_canvas->unsetCursor();
    isFullScreen() ? m_cursorRest->start() : m_cursorRest->stop();
    // A minimised window is not told that nobody sees it: so its canvas draws nothing and asks for no picture.
    if (isMinimized() && m_canvas->isVisibleTo(this)) {
        m_rests = true;
        m_canvas->hide();
    } else if (!isMinimized() && std::exchange(m_rests, false)) {
        m_canvas->show();
        m_canvas->setFocus();
    }
    Q_EMIT moved();
    Q_EMIT sightChanged();
}

void WallWindow::closeEvent(QCloseEvent *event)
{
    RoomWindow::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closedByHand();
}

bool WallWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove && isFullScreen()) {
        m_canvas->unsetCursor();
        m_cursorRest->start();
    }
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        Q_EMIT sightChanged();
    return RoomWindow::eventFilter(watched, event);
}

} // namespace gantry

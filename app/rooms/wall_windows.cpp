#include "app/rooms/wall_windows.h"

#include "widgets/wall/wall_canvas.h"

#include <QGuiApplication>
#include <QScopedValueRollback>
#include <QScreen>
#include <QTimer>

#include <algorithm>

namespace gantry {

WallWindows::WallWindows(const Show &show, QAbstractItemModel *feeds, FrameSlots pictures, Monitors monitors)
    : m_show(show.name), m_feeds(feeds), m_pictures(std::move(pictures)), m_monitors(std::move(monitors))
{
    for (const Wall &wall : show.walls) {
        WallMemory memory;
        if (wall.monitor)
            memory.monitor = Monitor{wall.monitor->name, {}, wall.monitor->serial, {}};
        memory.fullScreen = wall.fullScreen;
        make(wall.name, memory, true);
    }
    if (m_walls.empty())
        make(tr("Wall"), {}, true);
    // Windows are moved by the desktop first; what is left is ours.
    const auto later = [this] { QTimer::singleShot(0, this, &WallWindows::follow); };
    connect(qApp, &QGuiApplication::screenAdded, this, later);
    connect(qApp, &QGuiApplication::screenRemoved, this, later);
}

WallWindows::~WallWindows()
{
    if (m_shown)
        keepAll();
}

std::vector<Monitor> WallWindows::desktopMonitors()
{
    std::vector<Monitor> monitors;
    for (const QScreen *screen : QGuiApplication::screens())
        monitors.push_back({screen->name(), screen->model(), screen->serialNumber(), screen->geometry(),
                            screen == QGuiApplication::primaryScreen()});
    return monitors;
}

WallWindows::Stand &WallWindows::make(const QString &name, const WallMemory &memory, bool fromShow)
{
    Stand stand;
    stand.window = std::make_unique<WallWindow>(name, m_show, m_feeds, m_pictures);
    stand.memory = memory;
    stand.fromShow = fromShow;
    WallWindow *window = stand.window.get();
    if (!m_walls.empty())
        window->setObjectName(QStringLiteral("wall-%1").arg(m_walls.size() + 1));
    window->setHeard(m_heard);
    window->setLoadText(m_loadText);
    connect(window, &WallWindow::listenRequested, this, &WallWindows::listenRequested);
    connect(window, &WallWindow::sightChanged, this, &WallWindows::sightChanged);
    connect(window, &WallWindow::monitorChosen, this, [this, window](int monitor) { choose(window, monitor); });
    connect(window, &WallWindow::moved, this, [this, window] { note(window); });
    connect(&window->canvas(), &widgets::WallCanvas::looksChanged, this, [this, window] { noteLooks(window); });
    connect(window, &WallWindow::wallWanted, this, [this] { add()->show(); });
    connect(window, &WallWindow::closedByHand, this, [this, window] { closed(window); });
    m_walls.push_back(std::move(stand));
    look(m_walls.back());
    return m_walls.back();
}

void WallWindows::remember(const QString &path)
{
    m_memories = std::make_unique<WallMemories>(path);
    for (Stand &stand : m_walls) {
        stand.memory = m_memories->of(m_show, stand.window->name()).value_or(stand.memory);
        look(stand);
    }
    for (const QString &name : m_memories->furtherWalls(m_show)) {
        const auto same = [&](const Stand &stand) { return stand.window->name() == name; };
        if (std::none_of(m_walls.begin(), m_walls.end(), same))
            Q_EMIT made(make(name, m_memories->of(m_show, name).value_or(WallMemory{}), false).window.get());
    }
    Q_EMIT remembered();
    Q_EMIT changed();
}

QString WallWindows::layoutOf(const WallWindow *window) const
{
    const Stand *stand = standOf(window);
    return stand ? stand->memory.layout : QString();
}

void WallWindows::keepLayout(const WallWindow *window, const QString &name)
{
    Stand *stand = standOf(window);
    if (!stand || stand->memory.layout == name)
        return;
    stand->memory.layout = name;
    keepAll();
}

QList<WallWindow *> WallWindows::windows() const
{
    QList<WallWindow *> windows;
    for (const Stand &stand : m_walls)
        windows.append(stand.window.get());
    return windows;
}

WallWindow *WallWindows::add()
{
    const QString name = freeName();
    Stand &stand = make(name, m_memories ? m_memories->of(m_show, name).value_or(WallMemory{}) : WallMemory{}, false);
    WallWindow *window = stand.window.get();
    place(stand);
    Q_EMIT made(window);
    Q_EMIT changed();
    keepAll();
    return window;
}

QString WallWindows::freeName() const
{
    for (std::size_t number = 2;; ++number) {
        const QString name = tr("Wall %1").arg(number);
        if (std::none_of(m_walls.begin(), m_walls.end(),
                         [&](const Stand &stand) { return stand.window->name() == name; }))
            return name;
    }
}

void WallWindows::show()
{
    m_shown = true;
    for (Stand &stand : m_walls) {
        place(stand);
        stand.window->show();
    }
}

void WallWindows::place(Stand &stand)
{
    const QScopedValueRollback placing(m_placing, true);
    const std::vector<Monitor> monitors = m_monitors();
    const WallPlace place = placeWall(stand.memory, monitors);
    if (place.gone && !stand.displaced)
        stand.window->say(tr("The monitor %1 is not there. This wall stands on the main one until it comes back.")
                              .arg(stand.memory.monitor->text()));
    stand.displaced = place.gone;
    stand.monitor = place.monitor;
    // A wall of which nothing is known stays where the desktop puts it.
    if (stand.memory.monitor || stand.memory.fullScreen || !stand.memory.window.isEmpty())
        stand.window->standOn(place, monitors);
    stand.window->listMonitors(monitors, place.monitor);
}

void WallWindows::follow()
{
    const std::vector<Monitor> monitors = m_monitors();
    for (Stand &stand : m_walls) {
        const WallPlace now = placeWall(stand.memory, monitors);
        if (stand.displaced == now.gone) {
            stand.monitor = now.monitor;
            stand.window->listMonitors(monitors, now.monitor);
            continue;
        }
        place(stand);
        if (!now.gone)
            stand.window->say(
                tr("The monitor %1 is back, and so is its wall.").arg(monitors[std::size_t(now.monitor)].text()));
    }
}

WallWindows::Stand *WallWindows::standOf(const WallWindow *window)
{
    return const_cast<Stand *>(std::as_const(*this).standOf(window));
}

const WallWindows::Stand *WallWindows::standOf(const WallWindow *window) const
{
    const auto stand =
        std::find_if(m_walls.begin(), m_walls.end(), [&](const Stand &one) { return one.window.get() == window; });
    return stand == m_walls.end() ? nullptr : &*stand;
}

void WallWindows::choose(WallWindow *window, int monitor)
{
    const std::vector<Monitor> monitors = m_monitors();
    Stand *stand = standOf(window);
    if (!stand || monitor < 0 || std::size_t(monitor) >= monitors.size())
        return;
    stand->memory.monitor = monitors[std::size_t(monitor)];
    stand->memory.fullScreen = true;
    place(*stand);
    keepAll();
}

// A hand has made it full screen or a window again. What the desktop did because a monitor is gone is not its choice.
void WallWindows::note(WallWindow *window)
{
    Stand *stand = standOf(window);
    if (m_placing || !stand || stand->displaced || !window->isVisible() || window->isMinimized())
        return;
    const QScreen *screen = window->screen();
    const std::vector<Monitor> monitors = m_monitors();
    const auto monitor = std::find_if(monitors.begin(), monitors.end(),
                                      [&](const Monitor &one) { return screen && one.name == screen->name(); });
    if (monitor != monitors.end())
        stand->memory.monitor = *monitor;
    stand->memory.fullScreen = window->isWallFullScreen();
    if (!stand->memory.fullScreen)
        stand->memory.window = window->windowRect();
    keepAll();
}

void WallWindows::noteLooks(WallWindow *window)
{
    Stand *stand = standOf(window);
    if (!stand || m_placing)
        return;
    stand->memory.meter = window->canvas().meter();
    stand->memory.guide = window->canvas().guide();
    keepAll();
}

void WallWindows::look(Stand &stand)
{
    const WallMemory memory = stand.memory; // each of the two is told as it changes
    stand.window->canvas().setMeter(memory.meter);
    stand.window->canvas().setGuide(memory.guide);
}

// Those of the show stay in the menus; what a hand has opened, a hand has closed.
void WallWindows::closed(WallWindow *window)
{
    const auto stand =
        std::find_if(m_walls.begin(), m_walls.end(), [&](const Stand &one) { return one.window.get() == window; });
    if (stand == m_walls.end() || stand->fromShow)
        return;
    stand->window.release()->deleteLater(); // it is just telling us
    m_walls.erase(stand);
    keepAll();
    Q_EMIT changed();
}

void WallWindows::keepAll()
{
    if (!m_memories)
        return;
    QStringList further;
    for (Stand &stand : m_walls) {
        if (!stand.displaced && !stand.window->isWallFullScreen() && stand.window->isVisible() &&
            !stand.window->isMinimized())
            stand.memory.window = stand.window->windowRect();
        m_memories->keep(m_show, stand.window->name(), stand.memory);
        if (!stand.fromShow)
            further.append(stand.window->name());
    }
    m_memories->keepFurtherWalls(m_show, further);
}

void WallWindows::selectFeed(int row)
{
    for (const Stand &stand : m_walls)
        stand.window->selectFeed(row);
}

void WallWindows::forgetPictures()
{
    for (const Stand &stand : m_walls)
        stand.window->forgetPictures();
}

void WallWindows::setHeard(int row)
{
    m_heard = row;
    for (const Stand &stand : m_walls)
        stand.window->setHeard(row);
}

void WallWindows::say(const QString &sentence)
{
    for (const Stand &stand : m_walls)
        stand.window->say(sentence);
}

void WallWindows::setLoadText(const QString &text)
{
    m_loadText = text;
    for (const Stand &stand : m_walls)
        stand.window->setLoadText(text);
}

std::vector<WallSight> WallWindows::sights() const
{
    std::vector<WallSight> sights;
    for (const Stand &stand : m_walls)
        sights.push_back(stand.window->sight());
    return sights;
}

} // namespace gantry

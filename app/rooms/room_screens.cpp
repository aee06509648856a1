#include "app/rooms/room_screens.h"

#include "app/models/follow.h"
#include "app/windows/cell_views.h"
#include "widgets/wall/wall_canvas.h"

#include <algorithm>

namespace gantry {

namespace {

// Ages are told in tenths of a second at most; four times a second is as often as a person reads a figure.
constexpr std::chrono::milliseconds agesEvery{250};

} // namespace

RoomScreens::RoomScreens(const Show &show, const RecordSource &source, const FrameSlots &pictures,
                         const QString &showPath)
    : m_show(show)
    , m_source(source)
    , m_feeds(show, source)
    , m_details(show)
    , m_encoders(show, source)
    , m_alarms(source)
    , m_plans(show, source)
    , m_pairs(show, source)
    , m_series(show)
    , m_layouts(show, showPath)
    , m_control(show.name, {&m_feeds, &m_details, &m_encoders, &m_alarms, &m_commands, &m_status, &m_plans, &m_pairs},
                source)
    , m_walls(show, &m_feeds, pictures)
    , m_charts(show.name, m_series, source)
{
    follow(source, &m_feeds);
    follow(source, &m_details);
    follow(source, &m_encoders);
    follow(source, &m_alarms);
    follow(source, &m_plans);
    follow(source, &m_commands);
    follow(source, &m_pairs);
    follow(source, &m_series);
    follow(source, &m_status);
    QObject::connect(&m_control, &ControlWindow::feedPicked, &m_walls, &WallWindows::selectFeed);
    QObject::connect(&m_control, &ControlWindow::feedWanted, &m_walls, [this](int row) {
        m_walls.selectFeed(row);
        wall().show();
        wall().raise();
        wall().activateWindow();
    });
    QObject::connect(&m_walls, &WallWindows::made, &m_walls, [this](WallWindow *window) {
        dress(*window);
        furnish(*window);
    });
    QObject::connect(&m_walls, &WallWindows::changed, &m_walls, [this] { listWindows(); });
    QObject::connect(&m_lock, &ShowLock::changed, &m_walls, [this] { tellRoom(); });
    for (RoomWindow *window : windows())
        dress(*window);
    for (WallWindow *window : m_walls.windows())
        furnish(*window);
    tellRoom();
    QObject::connect(&m_ages, &QTimer::timeout, &m_feeds, [this] {
        m_feeds.refresh();
        m_encoders.refresh();
        m_plans.refresh();
        m_pairs.refresh();
        m_alarms.refresh();
    });
    m_ages.start(agesEvery);
}

void RoomScreens::furnish(WallWindow &wall)
{
    wall.setCellViews(cellViews({m_source, m_series, &m_alarms, &m_encoders}));
    auto *layouts = new LayoutHand(wall, wall.canvas(), m_layouts); // a child of the wall
    QObject::connect(layouts, &LayoutHand::said, &wall, &WallWindow::say);
    const auto ofShow = std::ranges::find(m_show.walls, wall.name(), [](const Wall &one) { return one.name; });
    if (ofShow != m_show.walls.end())
        layouts->choose(ofShow->layout);
    // What a person chose the last time goes before what the show says.
    const auto recall = [this, layouts, window = &wall] { layouts->choose(m_walls.layoutOf(window)); };
    recall();
    QObject::connect(&m_walls, &WallWindows::remembered, layouts, recall);
    QObject::connect(layouts, &LayoutHand::chosen, &m_walls,
                     [this, window = &wall](const QString &name) { m_walls.keepLayout(window, name); });
    layouts->setOffers(cellOffers({m_source, m_series, &m_alarms, &m_encoders}));
    const auto tell = [this, layouts] {
        const bool edits = m_lock.mode() == ShowLock::Mode::Edit;
        layouts->setEditable(edits, m_lock.editAdvice());
    };
    QObject::connect(&m_lock, &ShowLock::changed, layouts, tell);
    tell();
}

// The keys F2, F3, … follow this order: walls that are opened later come last, so that no key changes its window.
QList<RoomWindow *> RoomScreens::windows()
{
    QList<RoomWindow *> all{&m_control, &wall(), &m_charts};
    for (WallWindow *each : m_walls.windows().mid(1))
        all.append(each);
    return all;
}

void RoomScreens::dress(RoomWindow &window)
{
    window.setLock(&m_lock);
    window.setBanner(m_banner);
    window.setKeepsRunning(m_keepsRunning);
}

void RoomScreens::listWindows()
{
    QList<RoomWindow *> all = windows();
    for (qsizetype i = 0; i < m_further.size(); ++i)
        all.insert(3 + i, m_further[i]);
    for (RoomWindow *window : std::as_const(all))
        window->listWindows(all);
}

void RoomScreens::show(const QList<RoomWindow *> &further, const QList<RoomWindow *> &hidden)
{
    m_further = further + hidden;
    for (RoomWindow *window : std::as_const(m_further))
        window->setLock(&m_lock);
    listWindows();
    m_charts.show();
    m_walls.show();
    m_control.show();
    for (RoomWindow *window : further)
        window->show();
}

void RoomScreens::setBanner(const QString &text)
{
    m_banner = text;
    for (RoomWindow *window : windows())
        window->setBanner(text);
}

void RoomScreens::setKeepsRunning(bool keeps)
{
    m_keepsRunning = keeps;
    for (RoomWindow *window : windows())
        window->setKeepsRunning(keeps);
}

void RoomScreens::setMachineText(const QString &text)
{
    m_machine = text;
    tellRoom();
}

void RoomScreens::setCareText(const QString &text, const QString &advice)
{
    m_care = text;
    m_advice = advice;
    tellRoom();
}

void RoomScreens::setDeskText(const QString &text)
{
    m_desk = text;
    tellRoom();
}

void RoomScreens::tellRoom()
{
    QStringList parts{m_desk, m_lock.word(), m_machine, m_care};
    parts.removeAll(QString());
    const QString lock = m_lock.isLocked() ? ControlWindow::tr("Ctrl+L twice unlocks the room.")
                                           : ControlWindow::tr("Ctrl+L locks the room.");
    m_control.setRoomText(parts.join(QStringLiteral(" · ")), m_advice.isEmpty() ? lock : m_advice,
                          !m_care.isEmpty() || !m_desk.isEmpty());
}

} // namespace gantry

#include "app/rooms/room_screens.h"

#include "app/models/follow.h"
#include "app/windows/cell_views.h"

namespace gantry {

namespace {

// Ages are told in tenths of a second at most; four times a second is as often as a person reads a figure.
constexpr std::chrono::milliseconds agesEvery{250};

} // namespace

RoomScreens::RoomScreens(const Show &show, const RecordSource &source, const FrameSlots &pictures,
                         const QString &showPath)
    : m_feeds(show, source)
    , m_details(show)
    , m_encoders(show, source)
    , m_alarms(source)
    , m_series(show)
    , m_layouts(show, showPath)
    , m_control(show.name, {&m_feeds, &m_details, &m_encoders, &m_alarms, &m_commands, &m_status}, source)
    , m_wall(show.name, &m_feeds, pictures)
    , m_charts(show.name, m_series, source)
{
    follow(source, &m_feeds);
    follow(source, &m_details);
    follow(source, &m_encoders);
    follow(source, &m_alarms);
    follow(source, &m_commands);
    follow(source, &m_series);
    follow(source, &m_status);
    m_wall.setCellViews(cellViews({source, m_series, &m_alarms, &m_encoders}));
    QObject::connect(&m_control, &ControlWindow::feedPicked, &m_wall, &WallWindow::selectFeed);
    QObject::connect(&m_control, &ControlWindow::feedWanted, &m_wall, [this](int row) {
        m_wall.selectFeed(row);
        m_wall.show();
        m_wall.raise();
        m_wall.activateWindow();
    });
    arrange(show, m_wall);
    QObject::connect(&m_ages, &QTimer::timeout, &m_feeds, [this] {
        m_feeds.refresh();
        m_encoders.refresh();
        m_alarms.refresh();
    });
    m_ages.start(agesEvery);
}

void RoomScreens::arrange(const Show &show, WallWindow &wall)
{
    auto *layouts = new LayoutHand(wall, wall.canvas(), m_layouts); // a child of the wall
    QObject::connect(layouts, &LayoutHand::said, &wall, &WallWindow::say);
    if (!show.walls.isEmpty())
        layouts->choose(show.walls.first().layout);
}

QList<RoomWindow *> RoomScreens::windows()
{
    return {&m_control, &m_wall, &m_charts};
}

void RoomScreens::show(RoomWindow *further)
{
    QList<RoomWindow *> all = windows();
    if (further)
        all.append(further);
    for (RoomWindow *window : std::as_const(all))
        window->listWindows(all);
    m_charts.show();
    m_wall.show();
    m_control.show();
    if (further)
        further->show();
}

void RoomScreens::setBanner(const QString &text)
{
    for (RoomWindow *window : windows())
        window->setBanner(text);
}

} // namespace gantry

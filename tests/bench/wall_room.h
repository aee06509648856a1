#pragma once
// The viewer of ours that is measured: a live room as `gantry open` builds it, with its session file, alarms and
// models, and its wall over the whole screen. The other windows stay shut, as on the monitor of a director.

#include "app/rooms/live_room.h"
#include "app/rooms/load_watch.h"
#include "app/rooms/room_screens.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QMenuBar>
#include <QScreen>

namespace gantry::bench {

enum class WallMode {
    Everything, // pictures, labels, tally, audio bars, all measures
    Bare,       // pictures, labels and tally: nothing is measured, no sound decoded
    Auto        // everything, and the load by itself: the first feed in full, of the others key pictures
};

inline Show wallShow(int feeds, int firstPort, WallMode mode)
{
    Show show;
    show.name = QStringLiteral("Wall bench");
    for (int i = 0; i < feeds; ++i) {
        Feed feed;
        feed.id = {QStringLiteral("CAM %1").arg(i + 1)};
        feed.umd = QStringLiteral("a camera");
        feed.srt.mode = media::SrtAddress::Mode::Listener;
        feed.srt.host = QStringLiteral("127.0.0.1");
        feed.srt.port = std::uint16_t(firstPort + i);
        feed.settings.measured = mode != WallMode::Bare;
        feed.settings.heard = mode != WallMode::Bare;
        feed.load = mode == WallMode::Auto && i > 0 ? FeedShare::Auto : FeedShare::Full;
        feed.settings.decoding = media::FeedSettings::Decoding::Software;
        show.feeds.append(feed);
    }
    return show;
}

// Until it is ended from outside.
inline int runWall(int &argc, char **argv, int feeds, int firstPort, WallMode mode, const QString &folder)
{
    QApplication application(argc, argv);
    widgets::applyTheme(application);
    const Show show = wallShow(feeds, firstPort, mode);
    auto room = LiveRoom::open(show, QDir(folder).filePath(QStringLiteral("wall.gantry")));
    if (!room) {
        std::fprintf(stderr, "%s\n", qPrintable(room.error().text()));
        return 1;
    }
    RoomScreens screens(show, (*room)->records(), (*room)->pictures());
    screens.wall().menuBar()->hide();
    screens.wall().show();
    screens.wall().setGeometry(QGuiApplication::primaryScreen()->geometry());
    LoadWatch load(show, screens.feeds(), (*room)->records(),
                   {[&] { return screens.walls().sights(); },
                    [&](int row, const media::FeedLoad &most) { (*room)->setLoad(row, most); },
                    [&](int row) { return (*room)->takeWaited(row); }});
    if (mode == WallMode::Auto)
        load.start();
    (*room)->start();
    return QApplication::exec();
}

} // namespace gantry::bench

#pragma once
// A session, replayed: the player, the stills, and the same windows as live. No command desk, no poller, no pipeline is
// built: nothing can go out.

#include "app/rooms/backtest_run.h"
#include "app/rooms/room_screens.h"
#include "app/session/replay_player.h"
#include "app/windows/backtest_window.h"
#include "app/windows/replay_window.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

namespace gantry {

class StillScreen;

class ReplayRoom final : public QObject
{
    Q_OBJECT

public:
    static SessionResult<std::unique_ptr<ReplayRoom>> open(const QString &sessionPath);
    ~ReplayRoom() override;

    // Walls stand where they did in this show the last time. Before show().
    void rememberWalls(const QString &path) { m_screens->walls().remember(path); }
    void show();
    QList<RoomWindow *> windows();
    ReplayPlayer &player() { return *m_player; }

private:
    void offerBacktest(const Show &show, const QString &sessionPath, const SessionSpan &span);
    ReplayRoom(std::unique_ptr<SessionReader> reader, const Show &show, const QString &sessionPath);

    std::unique_ptr<ReplayPlayer> m_player; // on the log thread
    std::unique_ptr<StillScreen> m_stills;  // likewise
    FrameSlots m_pictures;
    std::unique_ptr<RoomScreens> m_screens;
    std::unique_ptr<ReplayWindow> m_bar;
    std::unique_ptr<BacktestWindow> m_backtest;
    std::unique_ptr<BacktestRun> m_run; // before the window: it speaks to it
    QThread m_logThread;
};

} // namespace gantry

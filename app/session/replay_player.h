#pragma once
// Plays a session as if it happened now. Lives on the log thread; slots are called there or by queued connections.

#include "app/session/record_source.h"
#include "app/session/replay_clock.h"
#include "app/session/session_reader.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>

namespace gantry {

class ReplayPlayer : public RecordSource
{
    Q_OBJECT

public:
    using SteadyNow = std::function<std::chrono::steady_clock::time_point()>; // any thread
    static constexpr std::chrono::milliseconds kTick{40};

    explicit ReplayPlayer(std::unique_ptr<SessionReader> reader, SteadyNow steadyNow = &std::chrono::steady_clock::now,
                          QObject *parent = nullptr);
    ~ReplayPlayer() override;

    // Moves on between ticks; the wall clock is carried on from the last record shown. Any thread.
    Instant now() const override;

    // The player's own thread, or before it is moved there.
    SessionReader &reader() { return *m_reader; }

public Q_SLOTS:
    void start(); // once, when everything is connected: restarted() with the session's beginning, paused
    void play();
    void pause();
    void setSpeed(double speed);
    void seek(std::chrono::microseconds elapsed);
    void tick(); // the timer's; a test with a manual clock calls it

Q_SIGNALS:
    // On every change, and about 25 times a second while playing.
    void positionChanged(const gantry::Instant &at, bool playing, double speed);

private:
    void restart(ReplayClock::Steady steady);
    void advance(ReplayClock::Steady steady);
    void tell(ReplayClock::Steady steady);
    std::chrono::microseconds positionAt(ReplayClock::Steady steady) const;
    Instant instantAt(std::chrono::microseconds position) const; // m_mutex held

    std::unique_ptr<SessionReader> m_reader;
    SteadyNow m_steadyNow;
    QTimer m_timer;
    std::chrono::microseconds m_delivered{0}; // every record up to here has been sent

    mutable std::mutex m_mutex; // the two below
    ReplayClock m_clock;
    Instant m_anchor; // of a record at or before the position
};

} // namespace gantry

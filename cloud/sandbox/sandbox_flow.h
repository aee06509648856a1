#pragma once
// A MediaConnect flow as far as a rehearsal needs one: STANDBY -> STARTING -> ACTIVE <-> UPDATING -> STOPPING ->
// STANDBY, with a failover between its sources: the preferred one where it arrives, else the first that does. Pure, no
// clock.

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace gantry::cloud {

class SandboxFlow
{
public:
    using Time = std::chrono::milliseconds;

    struct Delays
    {
        Time start;
        Time stop;
        Time update;
    };
    static Delays realisticDelays(); // 20 s, 10 s, 3 s
    static Delays fastDelays();      // 1 s, 500 ms, 500 ms

    enum class State { Standby, Starting, Active, Updating, Stopping };

    SandboxFlow(Delays delays, std::vector<QString> sources, bool running, Time now);

    void advance(Time now);
    bool start(Time now); // false: not STANDBY
    bool stop(Time now);  // false: neither ACTIVE nor STARTING
    // Each false: busy. `source`: one of sources(), or empty for no change.
    bool update(const QString &source, bool failover, Time now);
    bool setOutputEnabled(bool enabled, Time now);
    void setPresent(const QString &source, bool present);

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Active || m_state == State::Updating; }
    const std::vector<QString> &sources() const { return m_sources; }
    const QString &preferred() const { return m_preferred; } // empty: none
    bool hasFailover() const { return m_failover; }
    bool isOutputEnabled() const { return m_outputEnabled; }
    bool isPresent(const QString &source) const;
    QString activeSource() const; // empty: nothing goes out

private:
    bool beginUpdate(Time now);

    Delays m_delays;
    std::vector<QString> m_sources;
    std::vector<bool> m_present;
    State m_state;
    std::optional<Time> m_due;
    QString m_preferred;
    std::optional<QString> m_nextPreferred;
    bool m_failover = true;
    bool m_outputEnabled = true;
};

} // namespace gantry::cloud

#pragma once
// A MediaLive channel as far as a rehearsal needs one: a state machine on time that is passed in. Pure, no clock.
//
// IDLE -> STARTING -> RUNNING -> STOPPING -> IDLE. Two pipelines. An immediate input switch takes effect after a delay,
// on both pipelines together, as the real one does so that they stay in step. Names of schedule actions are unique.

#include <QString>
#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace gantry::cloud {

class SandboxChannel
{
public:
    using Time = std::chrono::milliseconds; // since any moment, never going back

    struct Delays
    {
        Time start;
        Time stop;
        Time switchInput;
    };
    static Delays realisticDelays(); // start 45 s, stop 15 s, switch 10 s
    static Delays fastDelays();      // start 2 s, stop 1 s, switch 1.5 s

    enum class State { Idle, Starting, Running, Stopping };

    struct Action
    {
        QString name;
        QString input;
        std::optional<Time> at; // nullopt: immediately
        QString fixedTime;      // the same as it was written, to be told again
        bool operator==(const Action &) const = default;
    };
    struct Batch
    {
        std::vector<QString> deletes;
        std::vector<Action> creates;
    };
    struct Fault
    {
        QString path; // "creates.scheduleActions[0].actionName"
        QString message;
    };

    // What a crowd would notice.
    struct Event
    {
        enum class Kind { Runs, Stops, Switches };
        Time at{0};
        Kind kind = Kind::Runs;
    };

    SandboxChannel(Delays delays, std::vector<QString> inputs, bool running, Time now);

    void advance(Time now); // everything that is due by then, in order

    bool start(Time now); // false: not IDLE
    bool stop(Time now);  // false: not RUNNING or STARTING

    // All of it or nothing; deletes come first. The answer is what was deleted.
    tl::expected<std::vector<Action>, Fault> updateSchedule(const Batch &batch, Time now);
    bool clearSchedule(); // false: not IDLE

    State state() const { return m_state; }
    bool hasPipelines() const { return m_state == State::Running || m_state == State::Stopping; }
    const std::vector<QString> &inputs() const { return m_inputs; }
    const QString &activeInput() const { return m_activeInput; }   // empty unless hasPipelines()
    const QString &switchAction() const { return m_switchAction; } // the action that made it active
    std::vector<Action> schedule() const;
    const std::vector<Event> &events() const { return m_events; } // the newest hundred

private:
    struct Scheduled
    {
        Action action;
        Time due{0};
        bool done = false;
    };

    std::optional<Fault> faultOf(const Action &action, std::size_t index, const std::vector<Scheduled> &schedule,
                                 Time now) const;
    void changeState(State state, Time at);
    void note(Event::Kind kind, Time at);

    Delays m_delays;
    std::vector<QString> m_inputs;
    State m_state = State::Idle;
    std::optional<Time> m_stateDue; // when STARTING or STOPPING ends
    std::vector<Scheduled> m_schedule;
    QString m_activeInput;
    QString m_switchAction;
    std::vector<Event> m_events;
};

} // namespace gantry::cloud

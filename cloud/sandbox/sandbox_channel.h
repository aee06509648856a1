#pragma once
// A MediaLive channel as far as a rehearsal needs one: a state machine on time that is passed in. Pure, no clock.
//
// IDLE -> STARTING -> RUNNING <-> RECOVERING -> STOPPING -> IDLE. A standard channel has two pipelines, and its
// immediate input switch takes effect after a delay, on both together, as the real one does so that they stay in step.
// Names of schedule actions are unique. Inputs may be lost and pipelines may fail; both raise alerts.

#include "cloud/sandbox/sandbox_alerts.h"

#include <QString>
#include <tl/expected.hpp>

#include <array>
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
        Time switchInput; // of a standard channel; a single pipeline switches at once
        Time restart{10'000};
    };
    static Delays realisticDelays(); // start 45 s, stop 15 s, switch 10 s, restart of a pipeline 30 s
    static Delays fastDelays();      // start 2 s, stop 1 s, switch 1.5 s, restart 2 s

    enum class State { Idle, Starting, Running, Recovering, Stopping };
    enum class Preference { Equal, Primary };

    struct Options
    {
        bool standard = true;
        // The first two inputs are a failover pair: a lost one is left after `lossThreshold`. Preferring the primary,
        // the channel goes back after `clearTime`, and a hand may not switch.
        std::optional<Preference> failover;
        Time lossThreshold{1000};
        Time clearTime{5000};
    };

    struct Action
    {
        QString name;
        QString input;
        std::optional<Time> at; // nullopt: immediately
        QString fixedTime;      // the same as it was written, to be told again
        bool prepares = false;  // only makes the input ready; nothing on air changes
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
    SandboxChannel(Delays delays, std::vector<QString> inputs, bool running, Time now, const Options &options);

    void advance(Time now); // everything that is due by then, in order

    bool start(Time now); // false: not IDLE
    bool stop(Time now);  // false: neither RUNNING, RECOVERING nor STARTING
    bool restartPipelines(const std::vector<int> &pipelines, Time now); // false: not RUNNING

    // The world: what arrives, and what stands still.
    void setPresent(const QString &input, bool present, Time now);
    void setFailed(int pipeline, bool failed, Time now);

    // All of it or nothing; deletes come first. The answer is what was deleted.
    tl::expected<std::vector<Action>, Fault> updateSchedule(const Batch &batch, Time now);
    bool clearSchedule(); // false: not IDLE

    State state() const; // as of the last advance()
    const Options &options() const { return m_options; }
    bool hasPipelines() const { return m_state == State::Running || m_state == State::Stopping; }
    int pipelines() const { return m_options.standard ? 2 : 1; }
    bool isPipelineUp(int pipeline) const;
    int pipelinesRunning() const;
    const std::vector<QString> &inputs() const { return m_inputs; }
    const QString &activeInput() const { return m_activeInput; }   // empty unless hasPipelines()
    const QString &switchAction() const { return m_switchAction; } // the action that made it active
    bool isActivePresent() const;                                  // whether what should be on air arrives
    std::vector<Action> schedule() const;
    const SandboxAlerts &alerts() const { return m_alerts; }
    const std::vector<Event> &events() const { return m_events; } // the newest hundred

private:
    struct Scheduled
    {
        Action action;
        Time due{0};
        bool done = false;
    };
    struct Signal
    {
        bool present = true;
        Time since{0};
    };
    struct Pipeline
    {
        bool failed = false;
        std::optional<Time> restarted; // when a restart ends
    };

    bool advanceOnce(Time now);
    void perform(Scheduled &scheduled);
    std::optional<Time> failoverDue() const;
    std::size_t activeIndex() const;
    std::optional<Fault> faultOf(const Action &action, std::size_t index, const std::vector<Scheduled> &schedule,
                                 Time now) const;
    void changeState(State state, Time at);
    void takeInput(const QString &input, const QString &action, Time at);
    void tellHealth(Time at); // alerts, and what the crowd sees of it
    void note(Event::Kind kind, Time at);

    Delays m_delays;
    Options m_options;
    std::vector<QString> m_inputs;
    std::vector<Signal> m_signals; // one an input
    std::array<Pipeline, 2> m_pipelines;
    State m_state = State::Idle;
    std::optional<Time> m_stateDue; // when STARTING or STOPPING ends
    std::vector<Scheduled> m_schedule;
    QString m_activeInput;
    QString m_switchAction;
    SandboxAlerts m_alerts;
    bool m_plays = false; // the crowd has a picture
    Time m_at{0};         // of the last thing that happened
    std::vector<Event> m_events;
};

} // namespace gantry::cloud

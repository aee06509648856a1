#pragma once
// A Live Stream channel as far as a rehearsal needs one: a state machine on time that is passed in. Pure, no clock.
//
// STOPPED -> STARTING -> AWAITING_INPUT -> STREAMING <-> STREAMING_NO_INPUT -> STOPPING -> STOPPED. Start and stop are
// operations that are done when the state is reached. An input switch is an event of the channel; it ends automatic
// failover, until somebody restores it.

#include <QString>
#include <tl/expected.hpp>

#include <chrono>
#include <optional>
#include <vector>

namespace gantry::cloud {

class SandboxLivestream
{
public:
    using Time = std::chrono::milliseconds;

    struct Delays
    {
        Time start;
        Time stop;
        Time firstPicture; // from awaiting the input to streaming it
        Time event;        // until an event that is to be executed now has been
    };
    static Delays realisticDelays(); // 30 s, 15 s, 3 s, 3 s; ours, none of them is documented
    static Delays fastDelays();      // 1.5 s, 1 s, 500 ms, 1 s

    enum class State { Stopped, Starting, AwaitingInput, Streaming, StreamingNoInput, Stopping };

    struct Event
    {
        enum class State { Scheduled, Pending, Running, Succeeded, Failed, Stopped };
        QString id;
        QString task;           // "inputSwitch", "slate", ...
        QString inputKey;       // of an inputSwitch
        std::optional<Time> at; // nullopt: now
        QString timeText;       // the same as it was written
        State state = State::Pending;
        QString error;
        Time created{0};
    };
    struct Fault
    {
        int status; // 400, 404, 409
        QString message;
    };

    SandboxLivestream(Delays delays, std::vector<QString> inputs, bool running, Time now);

    void advance(Time now);
    std::optional<Time> start(Time now); // when it will be done; nullopt: not STOPPED
    std::optional<Time> stop(Time now);  // nullopt: not running
    tl::expected<Event, Fault> createEvent(Event event, Time now);
    std::optional<Fault> deleteEvent(const QString &id);
    void setPresent(const QString &input, bool present, Time now);
    void setFailover(bool automatic) { m_automatic = automatic; }

    State state() const { return m_state; }
    bool isRunning() const;
    const std::vector<QString> &inputs() const { return m_inputs; }
    const QString &activeInput() const { return m_activeInput; }
    bool isPresent(const QString &input) const;
    bool hasFailover() const { return m_automatic; }
    const std::vector<Event> &events() const { return m_events; }

private:
    void settle(Time at); // which input, and whether there is one
    void perform(Event &event, Time at);

    Delays m_delays;
    std::vector<QString> m_inputs;
    std::vector<bool> m_present;
    State m_state = State::Stopped;
    std::optional<Time> m_due;
    QString m_activeInput;
    bool m_automatic = true;
    std::vector<Event> m_events;
};

} // namespace gantry::cloud

#pragma once
// The one door through which everything enters a session: gives each record its number and its instant, shows it to
// the rules, and hands the lot to whoever listens (the log, the models).

#include "app/session/record_rule.h"
#include "app/session/record_source.h"
#include "app/session/room_clock.h"

#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace gantry {

// Lives on the room thread. post() may be called from anywhere and never blocks for longer than a push; an instant is
// taken as it is called, so a busy room thread delays records but does not misdate them. The queue is bounded: beyond
// `capacity` telemetry (link, transport, picture, audio, stills) is dropped and counted, everything else is kept.
class Sequencer final : public RecordSource
{
    Q_OBJECT

public:
    static constexpr std::size_t capacity = 20'000;

    // The clock and the rules must outlive the sequencer.
    Sequencer(const RoomClock &clock, std::vector<RecordRule *> rules, QObject *parent = nullptr);

    Instant now() const override { return m_clock.now(); }

    void post(Payload payload);
    std::uint64_t dropped() const;

    // Room thread only: everything posted so far, then this one, at once. Returns its number.
    RecordNumber record(Payload payload);
    // Room thread only: everything posted so far, then what `ask` answers, as records of this instant. For a hand that
    // changes a rule: its effect must not overtake what caused it.
    void answerNow(const std::function<QList<Payload>(const Instant &now)> &ask);
    // Room thread only: lets time pass for the rules, and notes a step of the wall clock.
    void tick();

private:
    struct Posted
    {
        Instant at;
        Payload payload;
    };

    void drain();
    Instant drainUpToNow(RecordBatch &batch); // the instant is not earlier than any record before it
    void take(Posted posted, RecordBatch &batch);
    void answer(QList<Payload> payloads, const Instant &at, RecordBatch &batch);
    void deliver(RecordBatch &batch);

    const RoomClock &m_clock;
    const std::vector<RecordRule *> m_rules;
    RecordNumber m_last = 0;
    std::optional<std::chrono::microseconds> m_wallOffset;

    mutable std::mutex m_mutex; // guards the two below
    std::deque<Posted> m_posted;
    std::uint64_t m_dropped = 0;
};

} // namespace gantry

#pragma once
// The clock of one program as its PCRs tell it: do they come often enough (TR 101 290, 2.3a), do they jump (2.3b), are
// they exact (2.4, RateLine), how unevenly do they arrive. One thread; times are arguments; fixed memory.
//
// Arrival over a network is no laboratory: a pause of the network must not look like a fault of the clock. So what
// stands in the references decides, and the time of arrival only tells a jump from a pause.

#include "media/measure/gap_watch.h"
#include "media/measure/rate_line.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace gantry::media {

class ClockMonitor
{
public:
    using Time = GapWatch::Time;

    ClockMonitor();

    // The clock of another program, or after a gap that nothing is known about. References are missed from `flow` on.
    void restart(Time flow);
    void stop(); // the program has no clock

    void announceJump() { m_announced = true; } // the next reference begins a new time
    // A reference in ticks of 27 MHz, in the packet of this number. `flow` is `now` less the silences of the stream as
    // a whole.
    void reference(std::int64_t ticks, std::uint64_t packet, Time now, Time flow);
    // Packets of the stream are missing: their place no longer says anything about their time.
    void packetsLost() { m_line.clear(); }
    void check(Time flow); // counts references that do not come at all

    // The program's clock at `now` in ticks of 90 kHz, below 2^33.
    std::optional<std::int64_t> at(Time now) const;
    // How far arrival and clock have moved against each other since the last call, from one extreme to the other.
    std::optional<std::chrono::microseconds> takeJitter();

    std::uint64_t repetitionErrors() const { return m_repetition; }
    std::uint64_t discontinuities() const { return m_discontinuities; }
    std::uint64_t accuracyErrors() const { return m_accuracy; }
    bool constantRate() const { return m_line.constant(); }

private:
    struct Reference
    {
        std::int64_t ticks = 0;
        Time now;
        Time flow;
    };

    void rebase(const Reference &reference);
    bool jumped(const Reference &from, const Reference &to, std::int64_t step) const;
    void spread(Time now);

    std::optional<Reference> m_last;
    std::int64_t m_unwrapped = 0; // ticks since the last rebase
    Time m_base;                  // when that was
    RateLine m_line;
    GapWatch m_missing;
    bool m_announced = false;
    bool m_missed = false; // the gap at hand has been counted

    std::optional<std::chrono::nanoseconds> m_lag; // of the newest reference against the first
    std::chrono::nanoseconds m_least{0};
    std::chrono::nanoseconds m_most{0};
    unsigned m_spreadOver = 0;

    std::uint64_t m_repetition = 0;
    std::uint64_t m_discontinuities = 0;
    std::uint64_t m_accuracy = 0;
};

} // namespace gantry::media

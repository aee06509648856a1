#pragma once
// How an instant of ours stands to a sender's time stamp: instant minus stamp, smoothed over what comes. Two of these
// tell how far sound and picture of one programme are apart. One thread; no clock inside.

#include <chrono>
#include <optional>

namespace gantry::media {

class StampOffset
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Stamp = std::chrono::microseconds;

    // A stamp that far off what the last ones led to expect begins a new count: the sender has jumped, or wrapped.
    static constexpr std::chrono::milliseconds jump{1000};
    // Sound comes in bursts of up to 200 ms: less tells nothing.
    static constexpr std::chrono::milliseconds known{1000};
    static constexpr std::chrono::milliseconds smoothing{2000};
    static constexpr std::chrono::milliseconds forgottenAfter{2000};

    // `enough`: how much of the programme must have come until there is a value.
    explicit StampOffset(std::chrono::milliseconds enough = known) : m_enough(enough) {}

    void note(Stamp stamp, Time now);
    // Microseconds since the clock's own epoch, to be compared with another one's; nothing until known, after a jump,
    // and when nothing has come for a while.
    std::optional<std::chrono::microseconds> value(Time now) const;
    void reset() { *this = StampOffset(m_enough); }

private:
    std::chrono::milliseconds m_enough;
    std::optional<Time> m_began;
    Time m_last;
    Stamp m_lastStamp{0};
    double m_mean = 0; // microseconds
};

} // namespace gantry::media

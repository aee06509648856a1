#pragma once
// Where a replay is, by arithmetic alone: no timer, no thread, no clock of its own. Every question brings the time.

#include <chrono>

namespace gantry {

class ReplayClock
{
public:
    using Steady = std::chrono::steady_clock::time_point;
    using Position = std::chrono::microseconds; // elapsed, as in Instant

    static constexpr double kSlowest = 0.25;
    static constexpr double kFastest = 16;

    ReplayClock() = default;
    ReplayClock(Position begin, Position end); // stands at the beginning

    void play(Steady now); // does nothing at the end
    void pause(Steady now);
    void setSpeed(double speed, Steady now);  // held to kSlowest..kFastest; what is not a number is ignored
    void seek(Position position, Steady now); // held to the span; goes on playing if it was

    Position position(Steady now) const;
    bool isPlaying(Steady now) const; // false once the end is reached
    double speed() const { return m_speed; }
    Position begin() const { return m_begin; }
    Position end() const { return m_end; }

private:
    void settle(Steady now);

    Position m_begin{0};
    Position m_end{0};
    Position m_position{0}; // at m_since
    Steady m_since{};
    double m_speed = 1;
    bool m_playing = false;
};

} // namespace gantry

#pragma once
// When something happened, told twice: by the world's clock, for people and other systems, and by a clock that never
// jumps, for durations, hold times and order.

#include <QMetaType>

#include <chrono>

namespace gantry {

struct Instant
{
    std::chrono::sys_time<std::chrono::microseconds> utc{};
    std::chrono::microseconds elapsed{0}; // monotonic, since the session began; the T+ of every window

    bool operator==(const Instant &) const = default;
};

} // namespace gantry

Q_DECLARE_METATYPE(gantry::Instant)

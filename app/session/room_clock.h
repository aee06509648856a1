#pragma once
// Where a room takes its time from. One per room; a test brings its own.

#include "app/session/instant.h"

namespace gantry {

// Any thread may ask.
class RoomClock
{
public:
    virtual ~RoomClock() = default;
    virtual Instant now() const = 0;
};

// The machine's clocks. `elapsed` counts from construction and never jumps, whatever is done to the wall clock.
class MachineClock final : public RoomClock
{
public:
    Instant now() const override
    {
        using namespace std::chrono;
        return {floor<microseconds>(system_clock::now()), floor<microseconds>(steady_clock::now() - m_start)};
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace gantry

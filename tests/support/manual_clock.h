#pragma once
// Time that passes when a test says so.

#include "app/session/room_clock.h"

namespace gantry::tests {

class ManualClock final : public RoomClock
{
public:
    Instant now() const override { return m_now; }

    void pass(std::chrono::microseconds time)
    {
        m_now.utc += time;
        m_now.elapsed += time;
    }
    // Somebody sets the wall clock; the other one does not notice.
    void step(std::chrono::microseconds time) { m_now.utc += time; }

private:
    Instant m_now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours(18),
                  std::chrono::microseconds(0)};
};

} // namespace gantry::tests

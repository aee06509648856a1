#pragma once
// A clock that stands still until it is told.

#include "widgets/steady_now.h"

#include <memory>

namespace gantry::widgets {

class TestClock
{
public:
    SteadyNow source() const
    {
        return [time = m_time] { return *time; };
    }
    SteadyTime now() const { return *m_time; }
    void advance(std::chrono::milliseconds step) { *m_time += step; }

private:
    std::shared_ptr<SteadyTime> m_time = std::make_shared<SteadyTime>(std::chrono::hours(1));
};

} // namespace gantry::widgets

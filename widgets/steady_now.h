#pragma once
// The clock that widgets measure ages and holds with: monotonic, and replaceable, so that tests never sleep.

#include <chrono>
#include <functional>

namespace gantry::widgets {

using SteadyTime = std::chrono::steady_clock::time_point;
using SteadyNow = std::function<SteadyTime()>;

inline SteadyNow steadyNow()
{
    return [] { return std::chrono::steady_clock::now(); };
}

} // namespace gantry::widgets

#pragma once
// What a counter that only grows comes to in a second. A counter that fell began anew: that interval is unknown.

#include <chrono>
#include <cstdint>
#include <optional>

namespace gantry::cloud {

class CounterRate
{
public:
    // `at` is monotonic, from any start. Unknown at the first time, after a fall and where no time has passed.
    std::optional<double> perSecond(std::optional<std::int64_t> count, std::chrono::milliseconds at)
    {
        const auto grown = growth(count, at);
        return grown && m_interval.count() > 0 ? std::optional(double(*grown) * 1000.0 / double(m_interval.count()))
                                               : std::nullopt;
    }

    // What has come since the last time.
    std::optional<std::int64_t> growth(std::optional<std::int64_t> count, std::chrono::milliseconds at)
    {
        const auto before = m_count;
        m_interval = at - m_at;
        m_count = count;
        m_at = at;
        return before && count && *count >= *before ? std::optional(*count - *before) : std::nullopt;
    }

private:
    std::optional<std::int64_t> m_count;
    std::chrono::milliseconds m_at{0};
    std::chrono::milliseconds m_interval{0};
};

} // namespace gantry::cloud

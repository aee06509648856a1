#pragma once
// Counts what should come again and again and does not: one error for each whole limit that passes without it.
// TR 101 290 leaves open how a lasting fault is counted; this way it keeps counting while it lasts.

#include <chrono>
#include <cstdint>
#include <optional>

namespace gantry::media {

class GapWatch
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit constexpr GapWatch(std::chrono::milliseconds limit) : m_limit(limit) {}

    bool running() const { return m_since.has_value(); }
    void stop() { m_since.reset(); }
    // From `since` on it is missed; nothing is counted about the time before.
    void begin(Time since) { m_since = since; }

    // Errors that have come about since the last call. A gap as long as the limit is none; a longer one is.
    std::uint64_t overdue(Time now)
    {
        if (!m_since || now - *m_since <= m_limit)
            return 0;
        const auto limits = (now - *m_since - std::chrono::steady_clock::duration(1)) / m_limit;
        *m_since += limits * m_limit;
        return std::uint64_t(limits);
    }
    // It has come.
    std::uint64_t seen(Time now)
    {
        const std::uint64_t errors = overdue(now);
        m_since = now;
        return errors;
    }

private:
    std::chrono::milliseconds m_limit;
    std::optional<Time> m_since;
};

} // namespace gantry::media

#pragma once
// For how long something has been so, by the times at which it was seen. Pure: no clock. However seldom one looks, what
// was so then and is so now counts as having been so between; one look that says otherwise ends it.

#include <chrono>
#include <optional>

namespace gantry::media {

class Standing
{
public:
    using Time = std::chrono::steady_clock::time_point;

    void note(bool holds, Time at)
    {
        if (!holds)
            m_since.reset();
        else if (!m_since || at < *m_since)
            m_since = at;
        m_latest = at;
    }
    // 0: it is not so, or was seen for the first time.
    std::chrono::milliseconds duration() const
    {
        return m_since ? std::chrono::duration_cast<std::chrono::milliseconds>(m_latest - *m_since)
                       : std::chrono::milliseconds(0);
    }

private:
    std::optional<Time> m_since;
    Time m_latest{};
};

} // namespace gantry::media

#pragma once
// For how long something has held, by the time of what was measured. A short while in which it cannot be judged (a
// pause between two words) neither counts nor ends it. One thread.

#include <chrono>

namespace gantry::media {

class Lasting
{
public:
    // Pauses of speech are shorter, pauses between two acts longer.
    static constexpr std::chrono::seconds patience{2};

    void holds(std::chrono::nanoseconds time)
    {
        m_unjudged = {};
        m_lasts += time;
    }
    void ends() { m_lasts = m_unjudged = {}; }
    void unjudged(std::chrono::nanoseconds time)
    {
        m_unjudged += time;
        if (m_unjudged > patience)
            m_lasts = {};
    }

    std::chrono::milliseconds value() const { return std::chrono::duration_cast<std::chrono::milliseconds>(m_lasts); }

private:
    std::chrono::nanoseconds m_lasts{0};
    std::chrono::nanoseconds m_unjudged{0};
};

} // namespace gantry::media

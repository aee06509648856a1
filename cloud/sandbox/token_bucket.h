#pragma once
// So many requests a second in the long run, and a burst. Time is passed in.

#include <algorithm>
#include <chrono>

namespace gantry::cloud {

class TokenBucket
{
public:
    TokenBucket(double perSecond, double burst) : m_perSecond(perSecond), m_burst(burst), m_left(burst) {}

    bool take(std::chrono::milliseconds now)
    {
        const double passed = double((now - m_at).count()) / 1000.0;
        m_left = std::min(m_burst, m_left + std::max(0.0, passed) * m_perSecond);
        m_at = now;
        if (m_left < 1)
            return false;
        m_left -= 1;
        return true;
    }

private:
    double m_perSecond;
    double m_burst;
    double m_left;
    std::chrono::milliseconds m_at{0};
};

} // namespace gantry::cloud

#include "media/input/reconnect.h"

#include <algorithm>

namespace gantry::media {

void Reconnect::failed(Time now)
{
    pause(now);
}

void Reconnect::connected(Time now)
{
    m_connected = m_delivered = now;
}

void Reconnect::delivered(Time now)
{
    m_delivered = now;
}

void Reconnect::ended(Time now, bool wasCalled)
{
    const bool proven = m_delivered - m_connected >= provenAfter;
    if (proven)
        m_pause = firstPause;
    if (proven || !wasCalled)
        m_nextTry = now;
    else
        pause(now);
}

std::chrono::milliseconds Reconnect::silence(Time now) const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - m_delivered);
}

void Reconnect::pause(Time now)
{
    std::uniform_int_distribution<int> jitter(0, int(m_pause.count()) * jitterPercent / 100);
    m_nextTry = now + m_pause + std::chrono::milliseconds(jitter(m_random));
    m_pause = std::min(m_pause * 2, longestPause);
}

} // namespace gantry::media

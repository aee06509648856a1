#include "app/session/replay_clock.h"

#include <algorithm>
#include <cmath>

namespace gantry {

ReplayClock::ReplayClock(Position begin, Position end) : m_begin(begin), m_end(std::max(begin, end)), m_position(begin)
{
}

ReplayClock::Position ReplayClock::position(Steady now) const
{
    if (!m_playing || now <= m_since)
        return m_position;
    using Seconds = std::chrono::duration<double, Position::period>;
    const double gone = std::chrono::duration_cast<Seconds>(now - m_since).count() * m_speed;
    const double left = static_cast<double>((m_end - m_position).count());
    return gone >= left ? m_end : m_position + Position(std::llround(gone));
}

bool ReplayClock::isPlaying(Steady now) const
{
    return m_playing && position(now) < m_end;
}

// Makes `now` the time that further arithmetic counts from.
void ReplayClock::settle(Steady now)
{
    const Position reached = position(now);
    m_playing = isPlaying(now);
    m_position = reached;
    m_since = now;
}

void ReplayClock::play(Steady now)
{
    settle(now);
    m_playing = m_position < m_end;
}

void ReplayClock::pause(Steady now)
{
    settle(now);
    m_playing = false;
}

void ReplayClock::setSpeed(double speed, Steady now)
{
    if (std::isnan(speed))
        return;
    settle(now);
    m_speed = std::clamp(speed, kSlowest, kFastest);
}

void ReplayClock::seek(Position position, Steady now)
{
    settle(now);
    m_position = std::clamp(position, m_begin, m_end);
    m_playing = m_playing && m_position < m_end;
}

} // namespace gantry

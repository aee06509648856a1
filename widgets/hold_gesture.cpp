#include "widgets/hold_gesture.h"

#include <algorithm>

namespace gantry::widgets {

void HoldGesture::press(SteadyTime now)
{
    if (m_pressed)
        return;
    m_pressed = true;
    m_fired = false;
    m_watched = {};
    m_last = now;
}

bool HoldGesture::update(SteadyTime now)
{
    if (!m_pressed || m_fired)
        return false;
    m_watched += std::clamp<std::chrono::nanoseconds>(now - m_last, std::chrono::nanoseconds{0}, longestStep);
    m_last = now;
    m_fired = m_watched >= m_hold;
    return m_fired;
}

void HoldGesture::release()
{
    m_pressed = false;
    m_fired = false;
    m_watched = {};
}

double HoldGesture::progress() const
{
    if (!m_pressed)
        return 0;
    if (m_hold.count() <= 0)
        return 1;
    return std::min(1.0, double(m_watched.count()) / double(m_hold.count()));
}

} // namespace gantry::widgets

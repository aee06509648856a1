#include "media/measure/stamp_offset.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {

void StampOffset::note(Stamp stamp, Time now)
{
    using Micros = std::chrono::microseconds;
    const double offset =
        double(std::chrono::duration_cast<Micros>(now.time_since_epoch()).count()) - double(stamp.count());
    const double far = double(Micros(jump).count());
    if (!m_began || std::abs(offset - m_mean) > far || now - m_last > forgottenAfter) {
        m_began = m_last = now;
        m_lastStamp = stamp;
        m_mean = offset;
        return;
    }
    // Weighed by how much of the programme each stands for, not by when it came: a burst brings many at once. A plain
    // mean at first, so that the very first weighs no more than the others.
    const double since = std::chrono::duration<double>(now - *m_began).count();
    const double step = std::chrono::duration<double>(std::chrono::abs(stamp - m_lastStamp)).count();
    const double over = std::clamp(since, 0.05, std::chrono::duration<double>(smoothing).count());
    m_mean += (1 - std::exp(-step / over)) * (offset - m_mean);
    m_last = now;
    m_lastStamp = stamp;
}

std::optional<std::chrono::microseconds> StampOffset::value(Time now) const
{
    if (!m_began || m_last - *m_began < m_enough || now - m_last > forgottenAfter)
        return std::nullopt;
    return std::chrono::microseconds(std::llround(m_mean));
}

} // namespace gantry::media

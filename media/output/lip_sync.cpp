#include "media/output/lip_sync.h"

#include <algorithm>

namespace gantry::media {

using std::chrono::microseconds;

void LipSync::picture(Stamp stamp, Time shown)
{
    m_picture.note(stamp, shown);
}

void LipSync::sound(Stamp first, Time decoded)
{
    if (!m_first)
        m_first = m_since = decoded;
    if (decoded - m_since >= span) {
        m_since = decoded;
        m_newest = (m_newest + 1) % m_latest.size();
        m_latest[m_newest].reset();
    }
    const auto offset = std::chrono::duration_cast<microseconds>(decoded.time_since_epoch()) - first;
    m_latest[m_newest] = std::max(m_latest[m_newest].value_or(offset), offset);
}

microseconds LipSync::soundOffset(microseconds deviceLatency) const
{
    std::optional<microseconds> latest;
    for (const auto &part : m_latest)
        if (part)
            latest = std::max(latest.value_or(*part), *part);
    return latest.value_or(microseconds(0)) + deviceLatency + spare;
}

std::optional<microseconds> LipSync::pictureOffset(Time now) const
{
    const auto picture = m_picture.value(now);
    if (!picture || std::chrono::abs(*picture - soundOffset({})) > furthest)
        return std::nullopt;
    return picture;
}

std::optional<LipSync::Time> LipSync::heardAt(Stamp stamp, microseconds deviceLatency, Time now) const
{
    const auto picture = pictureOffset(now);
    if (!m_first || (!picture && now - *m_first < patience))
        return std::nullopt;
    const microseconds sound = soundOffset(deviceLatency);
    return Time(stamp + std::max(picture.value_or(sound), sound));
}

microseconds LipSync::late(microseconds deviceLatency, Time now) const
{
    const auto picture = pictureOffset(now);
    if (!picture || !m_first)
        return microseconds(0);
    return std::max(microseconds(0), soundOffset(deviceLatency) - *picture);
}

} // namespace gantry::media

#include "media/measure/fingerprint_track.h"

#include <algorithm>

namespace gantry::media {

namespace {

template <typename Prints>
auto firstAfter(const Prints &prints, FingerprintTrack::Time after)
{
    return std::ranges::upper_bound(prints, after, {}, [](const auto &each) { return each.at; });
}

} // namespace

void FingerprintTrack::clear()
{
    const std::lock_guard lock(m_mutex);
    m_pictures.clear();
    m_sounds.clear();
}

void FingerprintTrack::clearPictures()
{
    const std::lock_guard lock(m_mutex);
    m_pictures.clear();
}

FingerprintTrack::Pictures FingerprintTrack::pictures() const
{
    const std::lock_guard lock(m_mutex);
    return {m_pictures.begin(), m_pictures.end()};
}

FingerprintTrack::Sounds FingerprintTrack::sounds() const
{
    const std::lock_guard lock(m_mutex);
    return {m_sounds.begin(), m_sounds.end()};
}

FingerprintTrack::Pictures FingerprintTrack::pictures(Time after) const
{
    const std::lock_guard lock(m_mutex);
    return {firstAfter(m_pictures, after), m_pictures.end()};
}

FingerprintTrack::Sounds FingerprintTrack::sounds(Time after) const
{
    const std::lock_guard lock(m_mutex);
    return {firstAfter(m_sounds, after), m_sounds.end()};
}

} // namespace gantry::media

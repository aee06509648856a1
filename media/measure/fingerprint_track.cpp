#include "media/measure/fingerprint_track.h"

namespace gantry::media {

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

} // namespace gantry::media

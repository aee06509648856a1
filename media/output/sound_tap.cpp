#include "media/output/sound_tap.h"

#include <utility>

namespace gantry::media {

void SoundTap::sound(const SoundView &view, Time now)
{
    if (!view.stamp || view.frames() == 0)
        return;
    Block block{{view.interleaved.begin(), view.interleaved.end()},
                view.channels,
                view.sampleRate,
                view.layout,
                *view.stamp,
                now};
    const std::lock_guard lock(m_mutex);
    m_waiting.sound.push_back(std::move(block));
    m_kept += view.duration();
    while (m_kept > mostKept && m_waiting.sound.size() > 1) {
        m_kept -= m_waiting.sound.front().view().duration();
        m_waiting.sound.pop_front();
        ++m_waiting.lost;
    }
}

void SoundTap::picture(Stamp stamp, Time shown)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.pictures.size() < mostPictures)
        m_waiting.pictures.push_back({stamp, shown});
}

SoundTap::Taken SoundTap::take()
{
    const std::lock_guard lock(m_mutex);
    m_kept = {};
    Taken taken = std::exchange(m_waiting, {});
    m_waiting.lost = taken.lost;
    return taken;
}

} // namespace gantry::media

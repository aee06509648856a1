#include "media/output/sound_queue.h"

#include <utility>

namespace gantry::media {

void SoundQueue::append(SoundTap::Block block)
{
    m_kept += block.view().duration();
    m_waiting.push_back(std::move(block));
    while (m_kept > mostKept && m_waiting.size() > 1) {
        m_kept -= m_waiting.front().view().duration();
        m_waiting.pop_front();
        ++m_overruns;
    }
}

std::size_t SoundQueue::ready(std::size_t frames, double speed)
{
    const auto there = [this] { return m_stereo.size() / 2 - m_read; };
    while (there() < frames && !m_waiting.empty()) {
        if (m_read > 0) {
            m_stereo.erase(m_stereo.begin(), m_stereo.begin() + std::ptrdiff_t(m_read * 2));
            m_read = 0;
        }
        const SoundTap::Block block = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_kept -= block.view().duration();
        m_marks.push_back({m_begin + std::int64_t(there()) + m_stretch.inside(), block.stamp});
        if (!m_stretch.convert(block.view(), speed, m_stereo))
            m_marks.pop_back();
    }
    return there();
}

std::optional<SoundQueue::Stamp> SoundQueue::front() const
{
    if (m_marks.empty() || m_stereo.size() / 2 == m_read)
        return std::nullopt;
    const std::int64_t ahead = m_begin - m_marks.front().frame;
    return m_marks.front().stamp + Stamp(ahead * 1'000'000 / m_sampleRate);
}

std::array<float, 2> SoundQueue::pop()
{
    const std::array<float, 2> frame{m_stereo[m_read * 2], m_stereo[m_read * 2 + 1]};
    ++m_read;
    ++m_begin;
    while (m_marks.size() > 1 && m_marks[1].frame <= m_begin)
        m_marks.pop_front();
    return frame;
}

void SoundQueue::clear()
{
    m_waiting.clear();
    m_kept = {};
    m_stereo.clear();
    m_read = 0;
    m_marks.clear();
    m_stretch = StereoStretch(m_sampleRate);
}

} // namespace gantry::media

#include "media/frame/frame_slot.h"

#include <algorithm>
#include <utility>

namespace gantry::media {

void FrameSlot::put(VideoFramePointer frame)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_frame && !m_seen)
            m_unseen.fetch_add(1, std::memory_order_relaxed);
        m_frame.swap(frame);
        m_seen = false;
    }
    // The replaced picture is freed here, outside the lock.
}

void FrameSlot::clear()
{
    VideoFramePointer old;
    const std::lock_guard lock(m_mutex);
    old.swap(m_frame);
    m_seen = true;
}

VideoFramePointer FrameSlot::newest()
{
    const std::lock_guard lock(m_mutex);
    m_seen = true;
    return m_frame;
}

VideoFramePointer FrameSlot::peek() const
{
    const std::lock_guard lock(m_mutex);
    return m_frame;
}

void FrameSlot::setWantedSize(QSize size)
{
    const auto width = std::uint64_t(std::max(0, size.width()));
    const auto height = std::uint64_t(std::max(0, size.height()));
    m_wanted.store((width << 32) | height, std::memory_order_relaxed);
}

QSize FrameSlot::wantedSize() const
{
    const std::uint64_t wanted = m_wanted.load(std::memory_order_relaxed);
    return {int(wanted >> 32), int(wanted & 0xffffffffU)};
}

} // namespace gantry::media

#pragma once
// Latest-wins hand-over of pictures from one writer (a feed's decode thread) to one reader (the wall).
// Any thread may call anything; a lock is held for a pointer swap only. Never blocks the writer, never queues.

#include "media/frame/video_frame.h"

#include <QSize>

#include <atomic>
#include <mutex>

namespace gantry::media {

class FrameSlot
{
public:
    // Writer: replaces what is there. A picture replaced before newest() saw it counts as unseen.
    void put(VideoFramePointer frame);
    // Empties the slot (a new connection begins, or replay seeks to a time without a still).
    void clear();

    // Reader: the newest picture (marks it seen), or null.
    VideoFramePointer newest();
    // For a second pair of eyes (stills): the newest picture without marking it seen, or null.
    VideoFramePointer peek() const;

    std::uint64_t unseen() const { return m_unseen.load(std::memory_order_relaxed); }

    // Reader: the size in device pixels at which pictures are shown, so that scaling happens in the decode thread.
    void setWantedSize(QSize size);
    QSize wantedSize() const;

private:
    mutable std::mutex m_mutex;
    VideoFramePointer m_frame;
    bool m_seen = true;
    std::atomic<std::uint64_t> m_unseen{0};
    std::atomic<std::uint64_t> m_wanted{(std::uint64_t(640) << 32) | 360};
};

} // namespace gantry::media

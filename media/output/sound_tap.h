#pragma once
// Where somebody listens to a feed: the feed's decode thread leaves sound and the time stamps of its pictures here, the
// sound thread takes them. Neither waits for the other longer than it takes to hand a block over. Bounded: when nobody
// takes, the oldest sound goes and is counted.

#include "media/frame/sound_view.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace gantry::media {

class SoundTap
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Stamp = std::chrono::microseconds;
    static constexpr std::chrono::seconds mostKept{4};
    static constexpr std::size_t mostPictures = 512;

    struct Block
    {
        std::vector<float> interleaved;
        int channels = 0;
        int sampleRate = 0;
        std::uint64_t layout = 0;
        Stamp stamp;
        Time decoded;

        SoundView view() const { return {interleaved, channels, sampleRate, layout, stamp}; }
    };
    struct Picture
    {
        Stamp stamp;
        Time shown; // put into its slot
    };
    struct Taken
    {
        std::deque<Block> sound;
        std::vector<Picture> pictures;
        std::uint64_t lost = 0; // blocks thrown away since the tap was made
    };

    // Decode thread. Sound without a time stamp has no place beside a picture and is left out.
    void sound(const SoundView &view, Time now);
    void picture(Stamp stamp, Time shown);

    // Sound thread: everything since the last call.
    Taken take();

private:
    std::mutex m_mutex;
    Taken m_waiting;
    std::chrono::nanoseconds m_kept{0};
};

// The place in a running feed that a listener is plugged into. Any thread; the lock is held to copy a pointer.
class SoundJack
{
public:
    void plug(std::shared_ptr<SoundTap> tap)
    {
        const std::lock_guard lock(m_mutex);
        m_tap.swap(tap);
    }
    std::shared_ptr<SoundTap> tap() const
    {
        const std::lock_guard lock(m_mutex);
        return m_tap;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<SoundTap> m_tap;
};

} // namespace gantry::media

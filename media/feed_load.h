#pragma once
// How much work a feed may make, and how far behind it is with it: the two words between a feed's threads and whoever
// watches the load of the machine. Lock-free; any thread.

#include "media/frame/picture_demand.h"

#include <atomic>
#include <chrono>

namespace gantry::media {

// What a feed may cost. It never touches alarms that need no picture, the sound, or the transport.
struct FeedLoad
{
    DecodeMode most = DecodeMode::Full; // also where nobody looks: measures and stills live on it
    bool fewerProbes = false;           // content is measured once a second, pictures are not compared with other feeds
    bool operator==(const FeedLoad &) const = default;
};

class LoadGauge
{
public:
    void set(const FeedLoad &load)
    {
        m_load.store((unsigned(load.most) << 1) | unsigned(load.fewerProbes), std::memory_order_relaxed);
    }
    FeedLoad load() const
    {
        const unsigned load = m_load.load(std::memory_order_relaxed);
        return {DecodeMode(load >> 1), (load & 1U) != 0};
    }

    // Decode thread: how long a picture has waited for its turn.
    void waited(std::chrono::milliseconds time)
    {
        int known = m_waited.load(std::memory_order_relaxed);
        while (known < int(time.count()) &&
               !m_waited.compare_exchange_weak(known, int(time.count()), std::memory_order_relaxed)) {
        }
    }
    // The longest wait since the last call.
    std::chrono::milliseconds takeWaited()
    {
        return std::chrono::milliseconds(m_waited.exchange(0, std::memory_order_relaxed));
    }

private:
    std::atomic<unsigned> m_load{unsigned(DecodeMode::Full) << 1};
    std::atomic<int> m_waited{0};
};

} // namespace gantry::media

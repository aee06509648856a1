#pragma once
// The last minute of a link, second by second: sums and shares of packets, and the median of the round trip.

#include "media/feed_sample.h"

#include <chrono>
#include <deque>
#include <optional>

namespace gantry {

class LinkWindow
{
public:
    static constexpr std::chrono::seconds length{60};

    // One sample while connected. Samples at changes of state cover less than a second; their counts are added all the
    // same, for they are not in the next one.
    void add(const media::LinkSample &link, std::chrono::microseconds at);
    void clear() { m_seconds.clear(); }

    media::LinkCounters sum(std::chrono::microseconds last, std::chrono::microseconds now) const;
    // Nothing before it was measured for a third of the window.
    std::optional<std::chrono::microseconds> medianRoundTrip() const;

private:
    struct Second
    {
        std::chrono::microseconds at{0};
        media::LinkCounters counts;
        std::optional<std::chrono::microseconds> roundTrip;
    };
    std::deque<Second> m_seconds;
};

// `part` of all packets there would have been, 0..1.
inline double packetShare(std::int64_t part, std::int64_t received, std::int64_t missing = 0)
{
    return received + missing > 0 ? double(part) / double(received + missing) : 0.0;
}

} // namespace gantry

#pragma once
// One running time out of time stamps that jump: a file that begins again, an HLS discontinuity, an encoder that
// restarted, a 33-bit clock that wrapped. Streams that jump at nearly the same time stay in step: a jump opens an epoch
// with an offset of its own, and the streams that follow use the same one. One thread; no libav, no clock.

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace gantry::media {

class PacketTimeline
{
public:
    using Microseconds = std::chrono::microseconds;
    static constexpr Microseconds begin = std::chrono::seconds(1); // decode time of the very first packet

    struct Times
    {
        Microseconds decode; // strictly rising in each stream
        Microseconds shown;  // never before `decode`
    };

    // The times of the next packet of a stream, from what the source says; the packet lasts `duration`, 0 = unknown.
    Times place(std::size_t stream, std::optional<Microseconds> decode, std::optional<Microseconds> shown,
                Microseconds duration);

    // The source begins again from its start: what follows is placed where the longest stream ended.
    void beginAgain();

private:
    struct Stream
    {
        std::optional<Microseconds> expected; // decode time of the next packet in the source's own time
        std::optional<Microseconds> previous; // decode time of the last one in the source's own time
        std::optional<Microseconds> placed;
        std::size_t epoch = 0;
        bool fresh = true; // since the source began (again)
    };
    void followJump(Stream &stream, Microseconds decode);

    std::vector<Stream> m_streams;
    std::vector<Microseconds> m_offsets; // of the epochs
    std::optional<Microseconds> m_first; // earliest decode time since the source began (again), in its own time
    Microseconds m_end = begin;
};

} // namespace gantry::media

#pragma once
// When the last packet of a PES unit was read from the socket. A demuxer hands a picture out only after the first
// packet of the next one has come, so "now" would be one picture too late: this remembers, for each unit that began
// in the byte stream, when its last packet arrived. One thread; fixed memory.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>

namespace gantry::media {

class ArrivalIndex
{
public:
    using Time = std::chrono::steady_clock::time_point;

    // The next message of the byte stream, in order. Messages that do not begin with a sync byte count as bytes only.
    void message(std::span<const std::byte> bytes, Time arrived);

    // Arrival of the last packet so far of the unit of `pid` that contains `position` (a byte offset in the stream,
    // where AVPacket::pos points). Falls back to the newest arrival.
    Time lastPacketOf(std::uint16_t pid, std::int64_t position) const;

private:
    struct Unit
    {
        std::int64_t begin = -1;
        std::uint16_t pid = 0xffff;
        Time last;
    };
    Unit *newestOf(std::uint16_t pid);

    std::array<Unit, 128> m_units; // a ring; some seconds of video and audio
    std::size_t m_next = 0;
    std::int64_t m_offset = 0;
    Time m_newest;
};

} // namespace gantry::media

#pragma once
// Transport packets out of any bytes, so that a fuzzer need not find sync bytes and check sums by itself.

#include "fuzz/targets.h"

#include "media/measure/ts_packet.h"
#include "media/measure/ts_tables.h"

#include <algorithm>
#include <array>

namespace gantry::fuzz {

// A check sum is a wall for a fuzzer: where a section would fit, it gets the right one.
inline void mend(std::span<std::byte> section)
{
    if (section.size() < 3)
        return;
    const std::size_t size = ((std::size_t(section[1]) & 0x0f) << 8 | std::size_t(section[2])) + 3;
    if (size < 8 || size > section.size())
        return;
    const std::uint32_t crc = media::sectionCrc(section.first(size - 4));
    for (unsigned i = 0; i < 4; ++i)
        section[size - 4 + i] = std::byte((crc >> (24 - 8 * i)) & 0xffU);
}

// 187 bytes of the input are a packet; those that begin a section have it mended.
template <typename Found>
void forEachPacket(Bytes bytes, Found found)
{
    using media::TsPacket;
    while (!bytes.empty()) {
        std::array<std::byte, TsPacket::size> packet{};
        packet.fill(std::byte{0xff});
        packet[0] = TsPacket::syncByte;
        const auto part = bytes.first(std::min<std::size_t>(bytes.size(), TsPacket::size - 1));
        std::ranges::copy(part, packet.begin() + 1);
        bytes = bytes.subspan(part.size());
        const TsPacket read = TsPacket::of(packet);
        if (read.unitStart && read.payload.size() > 1 && read.payload[0] == std::byte{0})
            mend(std::span(packet).last(read.payload.size() - 1));
        found(Bytes(packet));
    }
}

} // namespace gantry::fuzz

#include "media/input/rtp_packet.h"

namespace gantry::media {
namespace {

constexpr std::size_t fixedHead = 12;

std::uint32_t number(std::span<const std::byte> bytes)
{
    std::uint32_t value = 0;
    for (const std::byte each : bytes)
        value = value << 8 | std::to_integer<std::uint32_t>(each);
    return value;
}

} // namespace

std::optional<RtpPacket> RtpPacket::parse(std::span<const std::byte> datagram)
{
    if (datagram.size() < fixedHead)
        return std::nullopt;
    const auto first = std::to_integer<unsigned>(datagram[0]);
    if (first >> 6 != 2)
        return std::nullopt;
    std::size_t head = fixedHead + std::size_t(first & 0x0f) * 4; // contributing sources
    if ((first & 0x10) != 0) {                                    // an extension: 4 bytes and so many words
        if (datagram.size() < head + 4)
            return std::nullopt;
        head += 4 + std::size_t(number(datagram.subspan(head + 2, 2))) * 4;
    }
    const std::size_t padding = (first & 0x20) != 0 ? std::to_integer<std::size_t>(datagram.back()) : 0;
    if (datagram.size() < head + padding)
        return std::nullopt;
    RtpPacket packet;
    packet.sequence = std::uint16_t(number(datagram.subspan(2, 2)));
    packet.source = number(datagram.subspan(8, 4));
    packet.payload = datagram.subspan(head, datagram.size() - head - padding);
    return packet;
}

} // namespace gantry::media

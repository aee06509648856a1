#include "media/decode/transport_packet.h"

namespace gantry::media {
namespace {

unsigned at(std::span<const std::byte> bytes, std::size_t index)
{
    return std::to_integer<unsigned>(bytes[index]);
}

// Whether an adaptation field ends in stuffing: more bytes than its flags account for. `field` begins behind the
// length.
bool hasStuffing(std::span<const std::byte> field)
{
    if (field.empty())
        return true; // length 0 exists for one purpose: to make the packet one byte longer
    const unsigned flags = at(field, 0);
    std::size_t used = 1;
    if (flags & 0x10U)
        used += 6; // PCR
    if (flags & 0x08U)
        used += 6; // OPCR
    if (flags & 0x04U)
        used += 1;                                   // splice countdown
    for (const unsigned withLength : {0x02U, 0x01U}) // private data, extension
        if ((flags & withLength) && used < field.size())
            used += 1 + at(field, used);
    return used < field.size() || (field.size() == 1 && flags == 0);
}

} // namespace

std::optional<TransportPacket> TransportPacket::of(std::span<const std::byte, size> bytes)
{
    const unsigned second = at(bytes, 1);
    const unsigned fourth = at(bytes, 3);
    if ((second & 0x80U) != 0 || (fourth & 0xc0U) != 0 || (fourth & 0x10U) == 0)
        return std::nullopt;
    TransportPacket packet;
    packet.pid = std::uint16_t(((second & 0x1fU) << 8) | at(bytes, 2));
    packet.counter = std::uint8_t(fourth & 0x0fU);
    packet.unitStart = (second & 0x40U) != 0;
    packet.payload = bytes.subspan(4);
    if (fourth & 0x20U) {
        const std::size_t length = at(bytes, 4);
        if (5 + length >= size)
            return std::nullopt;
        const auto field = bytes.subspan(5, length);
        packet.discontinuity = length > 0 && (at(field, 0) & 0x80U) != 0;
        packet.stuffed = hasStuffing(field);
        packet.payload = bytes.subspan(5 + length);
    }
    return packet;
}

} // namespace gantry::media

#include "media/measure/ts_packet.h"

namespace gantry::media {

// An adaptation field ends in stuffing when it has more bytes than its flags account for.
bool TsPacket::stuffed() const
{
    constexpr std::size_t headerSize = 4;
    if (payload.size() >= size - headerSize)
        return false; // there is no such field
    if (adaptation.empty())
        return true; // length 0 exists for one purpose: to make the packet one byte longer
    const auto at = [this](std::size_t i) { return unsigned(adaptation[i]); };
    const unsigned flags = at(0);
    std::size_t used = 1;
    if (flags & 0x10U)
        used += 6; // PCR
    if (flags & 0x08U)
        used += 6; // OPCR
    if (flags & 0x04U)
        used += 1;                                   // splice countdown
    for (const unsigned withLength : {0x02U, 0x01U}) // private data, extension
        if ((flags & withLength) && used < adaptation.size())
            used += 1 + at(used);
    return used < adaptation.size() || (adaptation.size() == 1 && flags == 0);
}

std::optional<std::int64_t> clockReference(std::span<const std::byte> adaptation)
{
    if (adaptation.size() < 7 || (adaptation[0] & std::byte{0x10}) == std::byte{})
        return std::nullopt;
    const auto at = [adaptation](std::size_t i) { return std::int64_t(adaptation[i]); };
    const std::int64_t base = (at(1) << 25) | (at(2) << 17) | (at(3) << 9) | (at(4) << 1) | (at(5) >> 7);
    const std::int64_t extension = ((at(5) & 1) << 8) | at(6);
    if (extension >= 300)
        return std::nullopt;
    return base * 300 + extension;
}

std::optional<std::int64_t> presentationTime(std::span<const std::byte> payload)
{
    const auto at = [payload](std::size_t i) { return std::int64_t(payload[i]); };
    const bool header = payload.size() >= 14 && at(0) == 0 && at(1) == 0 && at(2) == 1 && (at(6) & 0xc0) == 0x80;
    // A header without room for the stamp that it announces is none.
    if (!header || (at(7) & 0x80) == 0 || at(8) < 5 || (at(9) & 0xe1) != 0x21)
        return std::nullopt;
    return ((at(9) & 0x0e) << 29) | (at(10) << 22) | ((at(11) & 0xfe) << 14) | (at(12) << 7) | (at(13) >> 1);
}

} // namespace gantry::media

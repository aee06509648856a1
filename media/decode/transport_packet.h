#pragma once
// One MPEG-TS packet taken apart (ISO/IEC 13818-1, 2.4.3.2). A view: valid as long as the bytes are. Any input is safe.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gantry::media {

struct TransportPacket
{
    static constexpr std::size_t size = 188;
    static constexpr std::byte sync{0x47};

    std::uint16_t pid = 0;
    std::uint8_t counter = 0;
    bool unitStart = false;
    bool discontinuity = false; // announced in the adaptation field
    bool stuffed = false;       // filled up: its payload would not have filled a packet
    std::span<const std::byte> payload;

    // Nothing for packets that carry no payload one could read: none at all, scrambled, known to be damaged.
    static std::optional<TransportPacket> of(std::span<const std::byte, size> bytes);
};

} // namespace gantry::media

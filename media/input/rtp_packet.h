#pragma once
// The head of an RTP packet (RFC 3550, 5.1) that carries MPEG-TS (RFC 2250). Pure.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gantry::media {

struct RtpPacket
{
    std::uint16_t sequence = 0;
    std::uint32_t source = 0; // SSRC
    std::span<const std::byte> payload;

    // Nothing when it is not RTP of version 2 or a length in it points outside.
    static std::optional<RtpPacket> parse(std::span<const std::byte> datagram);
};

} // namespace gantry::media

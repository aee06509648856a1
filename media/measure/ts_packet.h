#pragma once
// One transport packet taken apart (ISO/IEC 13818-1, 2.4.3), and the two clocks that packets carry. Any bytes are safe.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gantry::media {

struct TsPacket
{
    static constexpr std::size_t size = 188;
    static constexpr std::byte syncByte{0x47};
    static constexpr std::uint16_t nullPid = 0x1fff;

    std::uint16_t pid = nullPid;
    std::uint8_t counter = 0;
    bool error = false; // transport_error_indicator: nothing else can be trusted
    bool unitStart = false;
    bool scrambled = false;
    bool reserved = false; // adaptation_field_control 0: decoders discard such packets
    bool discontinuity = false;
    bool hasPayload = false;               // counts; it may be empty all the same
    std::span<const std::byte> adaptation; // without its length
    std::span<const std::byte> payload;

    // Of exactly `size` bytes.
    static TsPacket of(std::span<const std::byte> bytes)
    {
        const unsigned second = unsigned(bytes[1]);
        const unsigned fourth = unsigned(bytes[3]);
        const unsigned control = (fourth >> 4) & 3U;
        TsPacket packet;
        packet.pid = std::uint16_t(((second & 0x1fU) << 8) | unsigned(bytes[2]));
        packet.counter = std::uint8_t(fourth & 0x0fU);
        packet.error = (second & 0x80U) != 0;
        packet.unitStart = (second & 0x40U) != 0;
        packet.scrambled = (fourth & 0xc0U) != 0;
        packet.reserved = control == 0;
        std::size_t begin = 4;
        if (control & 2U) {
            begin = 5 + std::size_t(bytes[4]);
            if (begin > size)
                return packet; // malformed: the field would end outside the packet
            packet.adaptation = bytes.subspan(5, begin - 5);
            packet.discontinuity =
                !packet.adaptation.empty() && (packet.adaptation[0] & std::byte{0x80}) != std::byte{};
        }
        packet.hasPayload = (control & 1U) != 0;
        if (packet.hasPayload)
            packet.payload = bytes.subspan(begin);
        return packet;
    }

    // Whether a decoder can take its payload: there is some, in clear, and not known to be damaged.
    bool readable() const { return !error && !scrambled && !reserved && !payload.empty(); }
    // Whether it was filled up, because its payload would not have filled a packet.
    bool stuffed() const;
};

// The program clock reference of an adaptation field, in ticks of 27 MHz; below clockWrap.
std::optional<std::int64_t> clockReference(std::span<const std::byte> adaptation);

// The presentation time stamp of a payload that begins with a PES header, in ticks of 90 kHz; below 2^33.
std::optional<std::int64_t> presentationTime(std::span<const std::byte> payload);

// Clocks of 33 bits at 90 kHz start again at zero every 26.5 hours; the difference of two is always the short way.
inline constexpr std::int64_t stampWrap = std::int64_t(1) << 33; // 90 kHz
inline constexpr std::int64_t clockWrap = stampWrap * 300;       // 27 MHz

constexpr std::int64_t shortWay(std::int64_t difference, std::int64_t wrap)
{
    difference %= wrap;
    if (difference >= wrap / 2)
        return difference - wrap;
    return difference < -wrap / 2 ? difference + wrap : difference;
}

} // namespace gantry::media

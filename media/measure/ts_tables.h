#pragma once
// The two MPEG-TS tables that say what a stream carries (ISO/IEC 13818-1, 2.4.4): PAT and PMT. Pure functions over
// bytes of unknown origin: anything malformed gives nothing, never a read past the end.

#include "media/feed_sample.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gantry::media {

// Puts the sections of one PID together from packet payloads. Keeps at most one section (4 KiB).
class SectionAssembler
{
public:
    // `unitStart` is payload_unit_start_indicator. Calls `found` with each whole section whose CRC-32 holds.
    template <typename Found>
    void feed(std::span<const std::byte> payload, bool unitStart, Found found)
    {
        begin(payload, unitStart);
        while (const auto section = next())
            found(*section);
    }
    void reset();

private:
    void begin(std::span<const std::byte> payload, bool unitStart);
    std::optional<std::span<const std::byte>> next();

    std::vector<std::byte> m_bytes;
    std::size_t m_taken = 0;
    bool m_started = false;
};

struct StreamTable
{
    std::vector<TransportSample::Stream> streams; // at most 64
    bool carriesVideo = false;
    bool carriesAudio = false;
};

// PID of the PMT of the first program in a PAT section.
std::optional<std::uint16_t> firstProgramTable(std::span<const std::byte> section);
std::optional<StreamTable> streamTable(std::span<const std::byte> section);

// CRC-32/MPEG-2 (ISO/IEC 13818-1 annex A); 0 over a section that includes its own CRC.
std::uint32_t sectionCrc(std::span<const std::byte> bytes);

} // namespace gantry::media

#pragma once
// The two MPEG-TS tables that say what a stream carries (ISO/IEC 13818-1, 2.4.4): PAT and PMT. Pure functions over
// bytes of unknown origin: anything malformed gives nothing, never a read past the end.

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gantry::media {

// Puts the sections of one PID together from packet payloads. Keeps at most one section (4 KiB) and a packet.
class SectionAssembler
{
public:
    // `unitStart` is payload_unit_start_indicator. Calls `found` with each whole section whose CRC-32 holds. Sections
    // that carry none are passed over: those of private tables in the short form.
    template <typename Found>
    void feed(std::span<const std::byte> payload, bool unitStart, Found found)
    {
        begin(payload, unitStart);
        while (const auto section = next())
            found(*section);
    }
    // After a packet that is missing: what was begun is thrown away.
    void reset();
    std::uint64_t brokenSections() const { return m_broken; } // whose CRC-32 did not hold

private:
    void begin(std::span<const std::byte> payload, bool unitStart);
    std::optional<std::span<const std::byte>> next();

    std::vector<std::byte> m_bytes;
    std::size_t m_taken = 0;
    bool m_started = false;
    std::uint64_t m_broken = 0;
};

enum class StreamSort { Video, Audio, Cues, Other };

struct ElementaryStream
{
    std::uint16_t pid = 0;
    std::uint8_t type = 0; // stream_type
    StreamSort sort = StreamSort::Other;
    QString codec;               // "H.264", "AAC", or "0x86" when we have no name for the stream type
    QByteArray language;         // ISO 639-2: "deu"; empty when nobody says
    std::uint8_t opusConfig = 2; // channel_config_code of Opus (ETSI TS 103 491): mostly the number of channels
    bool operator==(const ElementaryStream &) const = default;
};

// A PMT: what one program consists of.
struct StreamTable
{
    std::uint16_t program = 0;
    std::uint16_t clockPid = 0x1fff;       // where its PCR travels; 0x1fff: nowhere
    std::vector<ElementaryStream> streams; // at most 64
    bool carries(StreamSort sort) const;
    bool operator==(const StreamTable &) const = default;
};

// A line of a PAT.
struct Program
{
    std::uint16_t number = 0; // never 0: that line names the network information table
    std::uint16_t tablePid = 0;
    bool operator==(const Program &) const = default;
};

std::optional<std::vector<Program>> programTable(std::span<const std::byte> section); // at most 64
std::optional<StreamTable> streamTable(std::span<const std::byte> section);

// CRC-32/MPEG-2 (ISO/IEC 13818-1 annex A); 0 over a section that includes its own CRC.
std::uint32_t sectionCrc(std::span<const std::byte> bytes);

} // namespace gantry::media

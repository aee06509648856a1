#include "media/measure/ts_tables.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace gantry::media {
namespace {

constexpr std::size_t largestSection = 4096;
constexpr std::size_t mostStreams = 64;
constexpr std::size_t mostPrograms = 64;
constexpr std::byte stuffing{0xff};
constexpr std::byte spliceTable{0xfc}; // has the short form and a CRC all the same (SCTE 35, 9.6)

std::uint16_t word(std::span<const std::byte> bytes, std::size_t at)
{
    return std::uint16_t((unsigned(bytes[at]) << 8) | unsigned(bytes[at + 1]));
}

constexpr std::array<std::uint32_t, 256> crcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i << 24;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc << 1) ^ ((crc & 0x80000000U) ? 0x04c11db7U : 0U);
        table[i] = crc;
    }
    return table;
}();

using Sort = StreamSort;

struct Name
{
    unsigned number; // stream_type, or descriptor_tag
    Sort sort;
    const char *codec;
};

// ISO/IEC 13818-1 table 2-34, ATSC A/53 and SCTE 35 for the user private ones.
constexpr Name streamTypes[] = {
    {0x01, Sort::Video, "MPEG-1 video"}, {0x02, Sort::Video, "MPEG-2 video"}, {0x03, Sort::Audio, "MP2"},
    {0x04, Sort::Audio, "MP2"},          {0x0f, Sort::Audio, "AAC"},          {0x10, Sort::Video, "MPEG-4 video"},
    {0x11, Sort::Audio, "AAC LATM"},     {0x15, Sort::Other, "ID3"},          {0x1b, Sort::Video, "H.264"},
    {0x21, Sort::Video, "JPEG 2000"},    {0x24, Sort::Video, "H.265"},        {0x32, Sort::Video, "JPEG XS"},
    {0x33, Sort::Video, "H.266"},        {0x81, Sort::Audio, "AC-3"},         {0x86, Sort::Cues, "SCTE-35"},
    {0x87, Sort::Audio, "E-AC-3"},
};

// For stream_type 0x06, private PES: what a descriptor says (ETSI EN 300 468).
constexpr Name descriptors[] = {
    {0x56, Sort::Other, "Teletext"}, {0x59, Sort::Other, "DVB subtitles"}, {0x6a, Sort::Audio, "AC-3"},
    {0x7a, Sort::Audio, "E-AC-3"},   {0x7b, Sort::Audio, "DTS"},
};

struct Registration
{
    std::string_view identifier;
    const char *codec;
    Sort sort;
};

constexpr Registration registrations[] = {
    {"AC-3", "AC-3", Sort::Audio},       {"EAC3", "E-AC-3", Sort::Audio}, {"Opus", "Opus", Sort::Audio},
    {"BSSD", "SMPTE 302M", Sort::Audio}, {"HEVC", "H.265", Sort::Video},  {"AV01", "AV1", Sort::Video},
    {"KLVA", "KLV", Sort::Other},        {"VC-1", "VC-1", Sort::Video},
};

// Calls `seen` with tag and content of each descriptor, until one does not fit.
template <typename Seen>
void forEachDescriptor(std::span<const std::byte> info, Seen seen)
{
    for (std::size_t at = 0; at + 2 <= info.size();) {
        const std::size_t length = std::size_t(info[at + 1]);
        if (at + 2 + length > info.size())
            return;
        seen(unsigned(info[at]), info.subspan(at + 2, length));
        at += 2 + length;
    }
}

std::string_view text(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

ElementaryStream streamOf(std::uint16_t pid, unsigned type, std::span<const std::byte> info)
{
    ElementaryStream stream{pid, std::uint8_t(type)};
    const auto is = [&stream](const char *codec, Sort sort) {
        if (stream.codec.isEmpty()) {
            stream.codec = QString::fromLatin1(codec);
            stream.sort = sort;
        }
    };
    for (const Name &name : streamTypes)
        if (name.number == type)
            is(name.codec, name.sort);
    forEachDescriptor(info, [&](unsigned tag, std::span<const std::byte> content) {
        for (const Name &name : descriptors)
            if (type == 0x06 && name.number == tag)
                is(name.codec, name.sort);
        for (const Registration &registration : registrations)
            if (tag == 0x05 && text(content).starts_with(registration.identifier))
                is(registration.codec, registration.sort);
        if (tag == 0x7f && content.size() >= 2 && content[0] == std::byte{0x80}) // extension: Opus
            stream.opusConfig = std::uint8_t(content[1]);
        if (tag == 0x0a && content.size() >= 3) // ISO_639_language_descriptor
            stream.language = QByteArray(text(content).data(), 3);
    });
    if (stream.codec.isEmpty())
        stream.codec = QStringLiteral("0x%1").arg(type, 2, 16, QLatin1Char('0'));
    return stream;
}

} // namespace

std::uint32_t sectionCrc(std::span<const std::byte> bytes)
{
    std::uint32_t crc = 0xffffffffU;
    for (const std::byte byte : bytes)
        crc = (crc << 8) ^ crcTable[((crc >> 24) ^ std::uint32_t(byte)) & 0xffU];
    return crc;
}

void SectionAssembler::reset()
{
    m_bytes.clear();
    m_taken = 0;
    m_started = false;
}

void SectionAssembler::begin(std::span<const std::byte> payload, bool unitStart)
{
    m_bytes.erase(m_bytes.begin(), m_bytes.begin() + std::ptrdiff_t(m_taken));
    m_taken = 0;
    if (unitStart) {
        if (payload.empty())
            return;
        const std::size_t pointer = std::size_t(payload[0]);
        if (pointer + 1 > payload.size()) {
            reset();
            return;
        }
        // What stands before the pointer ends the section at hand; what follows begins new ones.
        if (m_started && !m_bytes.empty())
            m_bytes.insert(m_bytes.end(), payload.begin() + 1, payload.begin() + 1 + std::ptrdiff_t(pointer));
        const bool whole = m_bytes.size() >= 3 && m_bytes.size() >= std::size_t(word(m_bytes, 1) & 0x0fffU) + 3;
        if (!whole)
            m_bytes.clear();
        payload = payload.subspan(1 + pointer);
        m_started = true;
    }
    if (!m_started)
        return;
    m_bytes.insert(m_bytes.end(), payload.begin(), payload.end());
    if (m_bytes.size() > 2 * largestSection)
        reset();
}

std::optional<std::span<const std::byte>> SectionAssembler::next()
{
    while (m_started && m_taken + 3 <= m_bytes.size()) {
        const auto rest = std::span<const std::byte>(m_bytes).subspan(m_taken);
        if (rest[0] == stuffing) { // nothing but stuffing follows until the next unit start
            m_taken = m_bytes.size();
            m_started = false;
            break;
        }
        const std::size_t size = std::size_t(word(rest, 1) & 0x0fffU) + 3;
        if (size > largestSection) {
            reset();
            break;
        }
        if (rest.size() < size)
            break;
        m_taken += size;
        const auto section = rest.first(size);
        const bool checked = (section[1] & std::byte{0x80}) != std::byte{} || section[0] == spliceTable;
        if (!checked)
            continue;
        if (size >= 12 && sectionCrc(section) == 0)
            return section;
        ++m_broken;
    }
    return std::nullopt;
}

std::optional<std::vector<Program>> programTable(std::span<const std::byte> section)
{
    const bool current =
        section.size() >= 12 && section[0] == std::byte{0x00} && (section[5] & std::byte{1}) != std::byte{};
    if (!current)
        return std::nullopt;
    std::vector<Program> programs;
    for (std::size_t at = 8; at + 4 + 4 <= section.size() && programs.size() < mostPrograms; at += 4)
        if (const std::uint16_t number = word(section, at); number != 0)
            programs.push_back({number, std::uint16_t(word(section, at + 2) & 0x1fffU)});
    return programs;
}

std::optional<StreamTable> streamTable(std::span<const std::byte> section)
{
    const bool current =
        section.size() >= 16 && section[0] == std::byte{0x02} && (section[5] & std::byte{1}) != std::byte{};
    if (!current)
        return std::nullopt;
    const std::size_t end = section.size() - 4; // the CRC
    std::size_t at = 12 + std::size_t(word(section, 10) & 0x0fffU);
    StreamTable table{word(section, 3), std::uint16_t(word(section, 8) & 0x1fffU)};
    while (at + 5 <= end && table.streams.size() < mostStreams) {
        const auto pid = std::uint16_t(word(section, at + 1) & 0x1fffU);
        const std::size_t length = word(section, at + 3) & 0x0fffU;
        if (at + 5 + length > end)
            break;
        table.streams.push_back(streamOf(pid, unsigned(section[at]), section.subspan(at + 5, length)));
        at += 5 + length;
    }
    return table;
}

bool StreamTable::carries(StreamSort sort) const
{
    return std::ranges::any_of(streams, [sort](const ElementaryStream &stream) { return stream.sort == sort; });
}

} // namespace gantry::media

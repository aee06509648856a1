#include "media/measure/table_watch.h"

#include <algorithm>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds tableLimit = 500ms; // TR 101 290, 1.3 and 1.5
constexpr std::chrono::seconds catHolds{10};            // for so long one CAT serves
constexpr std::size_t mostPrograms = 64;
constexpr std::byte patTable{0x00};
constexpr std::byte catTable{0x01};

std::uint32_t ownCrc(std::span<const std::byte> section)
{
    std::uint32_t crc = 0;
    for (const std::byte byte : section.last(4))
        crc = (crc << 8) | std::uint32_t(byte);
    return crc;
}

} // namespace

TableWatch::TableWatch(std::optional<std::uint16_t> wanted)
    : m_wanted(wanted), m_patWatch(tableLimit), m_pmtWatch(tableLimit), m_catWatch(tableLimit)
{
}

void TableWatch::restart(Time now)
{
    m_pat.reset();
    m_pmt.reset();
    m_cat.reset();
    m_patWatch.begin(now);
    if (m_tablePid)
        m_pmtWatch.begin(now);
    m_catWatch.stop();
}

void TableWatch::packetsLost(std::uint16_t pid)
{
    (pid == patPid ? m_pat : pid == catPid ? m_cat : m_pmt).reset();
}

void TableWatch::packet(const TsPacket &packet, Time now)
{
    if (packet.scrambled) { // tables never are
        ++(packet.pid == patPid ? m_patErrors : packet.pid == catPid ? m_catErrors : m_pmtErrors);
        return;
    }
    if (packet.pid == patPid) {
        m_pat.feed(packet.payload, packet.unitStart, [&](std::span<const std::byte> section) {
            if (section[0] != patTable) {
                ++m_patErrors;
                return;
            }
            m_patErrors += m_patWatch.seen(now);
            readPrograms(section);
            if (section[6] == section[7]) // the last one
                chooseProgram(now);
        });
    } else if (packet.pid == catPid) {
        m_cat.feed(packet.payload, packet.unitStart, [&](std::span<const std::byte> section) {
            if (section[0] != catTable) {
                ++m_catErrors;
                return;
            }
            m_catHolds = now + catHolds;
            if (m_catWatch.running())
                m_catWatch.begin(m_catHolds);
        });
    } else {
        m_pmt.feed(packet.payload, packet.unitStart,
                   [&](std::span<const std::byte> section) { readStreams(section, now); });
    }
}

void TableWatch::readPrograms(std::span<const std::byte> section)
{
    const auto found = programTable(section);
    if (!found)
        return;
    if (section[6] == std::byte{0}) // the first one
        m_listed.clear();
    for (const Program &program : *found) {
        const bool known = std::ranges::find(m_listed, program.number, &Program::number) != m_listed.end();
        if (!known && m_listed.size() < mostPrograms)
            m_listed.push_back(program);
    }
}

void TableWatch::chooseProgram(Time now)
{
    std::vector<std::uint16_t> numbers;
    for (const Program &program : m_listed)
        numbers.push_back(program.number);
    auto chosen = m_listed.begin();
    if (m_wanted)
        chosen = std::ranges::find(m_listed, *m_wanted, &Program::number);
    const bool there = chosen != m_listed.end();
    const auto program = there ? std::optional(chosen->number) : m_wanted;
    const auto tablePid = there ? std::optional(chosen->tablePid) : std::nullopt;
    if (m_programs == numbers && m_program == program && m_tablePid == tablePid)
        return;
    ++m_revision;
    m_programs = std::move(numbers);
    if (m_program == program && m_tablePid == tablePid)
        return;
    m_program = program;
    m_tablePid = tablePid;
    m_table.reset();
    m_pmt.reset();
    if (there)
        m_pmtWatch.begin(now);
    else
        m_pmtWatch.stop();
}

void TableWatch::readStreams(std::span<const std::byte> section, Time now)
{
    const std::uint32_t crc = ownCrc(section);
    if (m_table && crc == m_tableCrc) { // as nearly always
        m_pmtErrors += m_pmtWatch.seen(now);
        return;
    }
    auto table = streamTable(section);
    if (!table || table->program != m_program) // programs may share one PID for their tables
        return;
    m_pmtErrors += m_pmtWatch.seen(now);
    m_tableCrc = crc;
    if (m_table != table) {
        m_table = std::move(table);
        ++m_revision;
    }
}

void TableWatch::scrambled(Time now)
{
    m_scrambledAt = now;
    if (!m_catWatch.running())
        m_catWatch.begin(std::max(now, m_catHolds));
    m_catErrors += m_catWatch.overdue(now);
}

void TableWatch::check(Time now)
{
    m_patErrors += m_patWatch.overdue(now);
    m_pmtErrors += m_pmtWatch.overdue(now);
    if (now - m_scrambledAt > tableLimit)
        m_catWatch.stop();
}

} // namespace gantry::media

#pragma once
// The tables that say what a transport stream carries: PAT, CAT and the PMT of one program. Reads them, and counts what
// is wrong with them after TR 101 290 (1.3, 1.5, 2.2, 2.6). One thread; times are arguments; memory is bounded.

#include "media/measure/gap_watch.h"
#include "media/measure/ts_packet.h"
#include "media/measure/ts_tables.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gantry::media {

class TableWatch
{
public:
    using Time = GapWatch::Time;

    // The program to follow by its number; otherwise the first of the PAT.
    explicit TableWatch(std::optional<std::uint16_t> wanted);

    // The stream has been found (again): tables are missed from `now` on; what they said stands until they say more.
    void restart(Time now);
    bool reads(std::uint16_t pid) const { return pid == patPid || pid == catPid || pid == m_tablePid; }
    void packet(const TsPacket &packet, Time now);
    void scrambled(Time now);            // some packet is
    void packetsLost(std::uint16_t pid); // of this PID
    void check(Time now);

    // Grows when something below is no longer what it was.
    unsigned revision() const { return m_revision; }
    const std::optional<std::vector<std::uint16_t>> &programs() const { return m_programs; }
    std::optional<std::uint16_t> program() const { return m_program; } // may be missing in programs()
    std::optional<std::uint16_t> tablePid() const { return m_tablePid; }
    const std::optional<StreamTable> &table() const { return m_table; }

    std::uint64_t patErrors() const { return m_patErrors; }
    std::uint64_t pmtErrors() const { return m_pmtErrors; }
    std::uint64_t catErrors() const { return m_catErrors; }
    std::uint64_t brokenSections() const
    {
        return m_pat.brokenSections() + m_pmt.brokenSections() + m_cat.brokenSections();
    }

private:
    static constexpr std::uint16_t patPid = 0;
    static constexpr std::uint16_t catPid = 1;

    void readPrograms(std::span<const std::byte> section);
    void chooseProgram(Time now);
    void readStreams(std::span<const std::byte> section, Time now);

    std::optional<std::uint16_t> m_wanted;
    SectionAssembler m_pat;
    SectionAssembler m_pmt;
    SectionAssembler m_cat;
    GapWatch m_patWatch;
    GapWatch m_pmtWatch;
    GapWatch m_catWatch; // while packets are scrambled
    Time m_scrambledAt;
    Time m_catHolds;

    std::vector<Program> m_listed; // what the sections of one PAT have named so far
    std::optional<std::vector<std::uint16_t>> m_programs;
    std::optional<std::uint16_t> m_program;
    std::optional<std::uint16_t> m_tablePid;
    std::optional<StreamTable> m_table;
    std::uint32_t m_tableCrc = 0;
    unsigned m_revision = 0;

    std::uint64_t m_patErrors = 0;
    std::uint64_t m_pmtErrors = 0;
    std::uint64_t m_catErrors = 0;
};

} // namespace gantry::media

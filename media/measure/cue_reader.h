#pragma once
// The splice commands of one program (SCTE 35), each told once: senders repeat them, some every half second. One
// thread; times are arguments; memory is bounded.

#include "media/feed_sample.h"
#include "media/measure/splice_info.h"
#include "media/measure/ts_packet.h"
#include "media/measure/ts_tables.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace gantry::media {

class CueReader
{
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr std::size_t mostPids = 8;

    void follow(const StreamTable &table); // those of its streams that carry cues
    const std::vector<std::uint16_t> &pids() const { return m_pids; }

    // `clock` is the program's at `now`, 90 kHz, where it is known.
    void packet(const TsPacket &packet, std::optional<std::int64_t> clock, Time now);
    void packetsLost(std::uint16_t pid);
    void restart(); // the stream was lost and found again

    // Those that have come since the last call.
    std::vector<SpliceCue> take() { return std::exchange(m_cues, {}); }
    std::uint64_t brokenSections() const;

private:
    // What makes two sections the same command, although the sender may have written them anew.
    struct Known
    {
        SpliceCue cue; // without what differs from one repetition to the next
        std::optional<std::int64_t> stamp;
        Time last;
    };

    SectionAssembler *assembler(std::uint16_t pid);
    bool isNew(const SpliceCommand &command, Time now);

    std::vector<std::uint16_t> m_pids;
    std::vector<SectionAssembler> m_assemblers; // one a PID
    std::vector<Known> m_known;
    std::vector<SpliceCue> m_cues;
    std::uint64_t m_brokenBefore = 0; // by assemblers that are gone
};

} // namespace gantry::media

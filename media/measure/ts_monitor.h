#pragma once
// Looks at every transport packet as it was received, before any demuxer: is it a transport stream, is any of it
// missing, what does it carry, what is wrong with it after ETSI TR 101 290, first and second priority. Sync is found
// after five sync bytes in a row and lost after two wrong ones (5.2.1, 1.1). One thread. Any input is safe; memory is
// bounded.
//
//   bytes -> packets -> PidTable      every packet: its counter, and what else its PID is looked at for
//                    -> TableWatch    PAT, CAT, PMT: the chosen program and its streams
//                    -> ClockMonitor  PCR of that program
//                    -> StreamWatch   its streams: rates, presence, time stamps
//                    -> CueReader     its splice commands
//
// Times are those of arrival. When nothing at all comes for half a second, the stream is missing and not its parts: the
// time of such a silence counts for none of them.

#include "media/feed_sample.h"
#include "media/measure/clock_monitor.h"
#include "media/measure/cue_reader.h"
#include "media/measure/pid_table.h"
#include "media/measure/stream_watch.h"
#include "media/measure/table_watch.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gantry::media {

class TsMonitor
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::size_t packetSize = TsPacket::size;

    // The program to follow, by its number in the PAT; otherwise the first.
    explicit TsMonitor(std::optional<std::uint16_t> program = {});

    // Messages of any length in the order in which they came, `now` never before the last; packets may be cut anywhere.
    void feed(std::span<const std::byte> bytes, Time now);

    bool recognised() const { return m_synced; }
    // Known once the PMT of the chosen program was read.
    bool tableKnown() const { return m_tables.table().has_value(); }
    bool carriesVideo() const { return tableKnown() && m_tables.table()->carries(StreamSort::Video); }
    bool carriesAudio() const { return tableKnown() && m_tables.table()->carries(StreamSort::Audio); }

    // Splice commands that have come since the last call, each once.
    std::vector<SpliceCue> takeCues() { return m_cues.take(); }

    // The state now, with rates, null share and jitter over `interval`, the time since the last call.
    TransportSample sample(std::chrono::nanoseconds interval);

private:
    std::size_t findSync(std::span<const std::byte> bytes);
    std::size_t consume(std::span<const std::byte> bytes);
    void advance(Time now);
    void begin();
    void packet(std::span<const std::byte> bytes);
    void look(const TsPacket &packet, std::uint8_t roles);
    void followTables();
    void packetsLost(std::uint16_t pid);

    Time m_now;
    Time m_flow; // m_now less all silences
    Time m_nextCheck;
    bool m_fed = false;
    std::vector<std::byte> m_rest;
    bool m_synced = false;
    bool m_everSynced = false;
    unsigned m_wrongSyncBytes = 0;

    PidTable m_pids;
    TableWatch m_tables;
    ClockMonitor m_clock;
    StreamWatch m_streams;
    CueReader m_cues;
    unsigned m_followed = 0; // revision of m_tables that the others follow
    std::optional<std::uint16_t> m_clockPid;
    std::optional<std::uint16_t> m_program;

    std::uint64_t m_packets = 0;
    std::uint64_t m_syncLosses = 0;
    std::uint64_t m_syncByteErrors = 0;
    std::uint64_t m_transportErrors = 0;
    std::uint64_t m_intervalBytes = 0;
    std::uint64_t m_intervalPackets = 0;
    std::uint64_t m_intervalNulls = 0;
};

} // namespace gantry::media

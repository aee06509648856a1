#pragma once
// Looks at every transport packet as it was received, before any demuxer: is it a transport stream, is any of it
// missing, what does it carry. Counters follow ETSI TR 101 290, first priority: sync is found after five sync bytes in
// a row and lost after two wrong ones (5.2.1, 1.1); continuity per 1.4. One thread. Any input is safe; memory is fixed.

#include "media/feed_sample.h"
#include "media/measure/ts_tables.h"

#include <array>
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
    static constexpr std::size_t packetSize = 188;

    TsMonitor();

    // Messages of any length in the order in which they came; packets may be cut anywhere.
    void feed(std::span<const std::byte> bytes);

    bool recognised() const { return m_synced; }
    // Known once the PMT of the first program was read.
    bool tableKnown() const { return m_tableKnown; }
    bool carriesVideo() const { return m_table.carries(StreamSort::Video); }
    bool carriesAudio() const { return m_table.carries(StreamSort::Audio); }

    // The state now, with rate and null share over `interval`, the time since the last call.
    TransportSample sample(std::chrono::nanoseconds interval);

private:
    struct Counter
    {
        std::uint8_t value = 0xff; // 0xff: not seen yet
        bool duplicated = false;
    };

    std::size_t findSync(std::span<const std::byte> bytes);
    std::size_t consume(std::span<const std::byte> bytes);
    void packet(std::span<const std::byte> packet);
    void checkContinuity(std::uint16_t pid, std::uint8_t counter, bool payload, bool discontinuity);
    void table(std::uint16_t pid, std::span<const std::byte> payload, bool unitStart);

    std::array<Counter, 8192> m_counters{};
    std::vector<std::byte> m_rest;
    bool m_synced = false;
    unsigned m_wrongSyncBytes = 0;

    SectionAssembler m_pat;
    SectionAssembler m_pmt;
    std::optional<std::uint16_t> m_pmtPid;
    StreamTable m_table;
    bool m_tableKnown = false;

    std::uint64_t m_packets = 0;
    std::uint64_t m_continuityErrors = 0;
    std::uint64_t m_syncLosses = 0;
    std::uint64_t m_transportErrors = 0;
    std::uint64_t m_intervalBytes = 0;
    std::uint64_t m_intervalPackets = 0;
    std::uint64_t m_intervalNulls = 0;
};

} // namespace gantry::media

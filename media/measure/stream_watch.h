#pragma once
// The elementary streams of the chosen program: the rate of each, and for picture and sound whether they come at all
// (TR 101 290, 1.6) and stamp their time often enough (2.5). Subtitles, cues and data may be silent for as long as they
// like. One thread; times are arguments; at most 64 streams.

#include "media/feed_sample.h"
#include "media/measure/gap_watch.h"
#include "media/measure/pid_table.h"
#include "media/measure/ts_tables.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gantry::media {

class StreamWatch
{
public:
    using Time = GapWatch::Time;

    // From now on these, and what was known about those that stay.
    void follow(const StreamTable &table, const PidTable &pids, Time now);
    void restart(Time now); // after a gap that nothing is known about
    void stamped(std::uint16_t pid, std::int64_t stamp, Time now);
    void scrambled(std::uint16_t pid); // its stamps cannot be read
    void check(const PidTable &pids, Time now);

    // Each stream with its rate over `interval`, the time since the last call.
    std::vector<TransportSample::Stream> take(const PidTable &pids, std::chrono::nanoseconds interval);

    std::optional<std::int64_t> newestStamp() const { return m_newestStamp; } // 90 kHz
    std::uint64_t missingErrors() const { return m_missing; }
    std::uint64_t stampErrors() const { return m_stamps; }

private:
    struct Watched
    {
        Watched(const ElementaryStream &stream, std::uint32_t packets, Time now);

        std::uint16_t pid;
        QString codec;
        bool expected;         // picture or sound
        std::uint32_t taken;   // packets at the last take()
        std::uint32_t checked; // packets at the last check()
        Time seen;             // when a check last found new ones
        GapWatch presence;
        GapWatch stamps;
    };

    Watched *find(std::uint16_t pid);

    std::vector<Watched> m_streams;
    std::optional<std::int64_t> m_newestStamp;
    std::uint64_t m_missing = 0;
    std::uint64_t m_stamps = 0;
};

} // namespace gantry::media

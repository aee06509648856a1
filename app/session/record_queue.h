#pragma once
// Records that wait for the disk. Bounded: while the disk takes nothing, telemetry is thinned and counted, and what a
// person will ask about afterwards (alarms, commands, tallies, notes) stays.

#include "app/session/record.h"

#include <deque>

namespace gantry {

// May be thinned out: link, transport, picture and audio samples, and stills.
bool isTelemetry(const Record &record);

// Numbers that will not be in the file, and why there is a hole.
struct RecordGap
{
    RecordNumber first = 0;
    RecordNumber last = 0;
    std::int64_t missing = 0; // how many of first..last
    bool operator==(const RecordGap &) const = default;
};

// Not thread-safe.
class RecordQueue
{
public:
    static constexpr std::size_t kMostRecords = 200'000;
    static constexpr qsizetype kMostStillBytes = 64 * 1024 * 1024;

    explicit RecordQueue(std::size_t mostRecords = kMostRecords, qsizetype mostStillBytes = kMostStillBytes);

    void push(const Record &record);
    void append(RecordQueue &&other); // its records are newer than ours
    bool isEmpty() const { return m_records.empty(); }
    std::size_t size() const { return m_records.size(); }
    const std::deque<Record> &records() const { return m_records; }

    // After a commit: forget the records that were written. `telemetryToo` false keeps telemetry waiting.
    void forgetWritten(bool telemetryToo);
    void forget(RecordNumber number); // one that the disk will never take; counts as dropped

    std::uint64_t dropped() const { return m_dropped; } // ever
    RecordGap gap() const { return m_gap; }             // dropped since the last forgetGap()
    void forgetGap() { m_gap = {}; }

private:
    void thin();
    void thinStills();
    void drop(const Record &record);

    std::deque<Record> m_records;
    std::size_t m_mostRecords;
    qsizetype m_mostStillBytes;
    qsizetype m_stillBytes = 0;
    std::uint64_t m_dropped = 0;
    RecordGap m_gap;
};

} // namespace gantry

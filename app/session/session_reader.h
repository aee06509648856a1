#pragma once
// A session file, read. Opens what a writer that was killed left behind and as much of a damaged file as can be read.
// Never changes the file. A reader is used by one thread at a time; several may read one file, also while it is written
// (they see what was committed when asked, but span() is that of the opening).

#include "app/session/record.h"
#include "app/session/rollup.h"
#include "app/session/session_error.h"
#include "app/session/session_header.h"
#include "app/session/session_mark.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace gantry {

class SessionStore;

// What charts look back on: stateAt() brings their points with it.
inline constexpr std::chrono::seconds kHistory{600};
// How many of the commands begun last stateAt() brings.
inline constexpr int kCommandsKept = 200;
// How many of the last changes of mode and steps of plans it brings.
inline constexpr int kPlanStepsKept = 200;

struct SessionSpan
{
    Instant begin; // of the first record
    Instant end;   // of the last
};

class SessionReader
{
public:
    // Kinds of error: NotFound, NotASession, NewerSchema, Corrupt (nothing at all can be read), NotWritable, System.
    static SessionResult<std::unique_ptr<SessionReader>> open(const QString &path);
    ~SessionReader();

    const SessionHeader &header() const;
    SessionSpan span() const;
    bool endedCleanly() const;
    // What could not be read, in a sentence for people; empty when all is well. May come to say more while reading.
    QString damage() const;

    // Records with from < elapsed <= to, in order of number. The limit may be exceeded so as not to part records of one
    // elapsed value: the elapsed of the last record returned is where the next call begins.
    RecordBatch records(std::chrono::microseconds fromExclusive, std::chrono::microseconds toInclusive,
                        qsizetype limit = 100'000);
    // Records after this number, at most `limit`: to go through a whole session begin with 0.
    RecordBatch recordsAfter(RecordNumber number, qsizetype limit = 10'000);

    // The smallest list of records, in order, that leaves a model as if it had seen every record up to then: the last
    // link, transport, picture, sound, tally, encoder, audience and log record of each thing and the last still of each
    // feed; alarms that are not over; all steps of the last kCommandsKept commands; the
    // last record of each plan and the last kPlanStepsKept of its changes of mode and steps; and of the last kHistory
    // all links, encoders, audiences, matches, cues, alarms, notes, of each feed the first sound record of every whole
    // second, and the whole of every command with a step in it.
    RecordBatch stateAt(std::chrono::microseconds elapsed);

    std::vector<SessionMark> marks();
    // The still of this feed that was newest then.
    std::optional<Record> still(const FeedId &feed, std::chrono::microseconds elapsed);
    // What both clocks showed; the wall clock is carried on from the last record before.
    Instant instantAt(std::chrono::microseconds elapsed);

    // Buckets that overlap from..to, for whole sessions on one chart. Series names: rollup.h.
    std::vector<RollupBucket> rollup(const QString &series, std::chrono::microseconds from,
                                     std::chrono::microseconds to);
    QStringList rollupSeriesNames();

private:
    explicit SessionReader(std::unique_ptr<SessionStore> store);
    void addSounds(std::chrono::microseconds elapsed, RecordNumber last, RecordBatch &batch);
    const std::vector<NamedBucket> &unrolled();

    std::unique_ptr<SessionStore> m_store;
    std::optional<std::vector<NamedBucket>> m_unrolled; // of the end of a session without goodbye
};

} // namespace gantry

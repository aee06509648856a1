#pragma once
// The session's file and its ballast, as the writer uses them. One thread.

#include "app/session/record_codec.h"
#include "app/session/record_queue.h"
#include "app/session/rollup.h"
#include "app/session/session_header.h"

#include <deque>
#include <memory>

namespace gantry {

enum class GapReason { Disk, NeverCame };

class SessionFile
{
public:
    struct Batch
    {
        const std::deque<Record> &records;
        bool telemetryToo = true; // false: only what isTelemetry() denies, and no buckets
        const std::vector<NamedBucket> &buckets;
        std::vector<std::pair<RecordGap, GapReason>> gaps;
    };

    // Makes a new file with the schema and the header. Leaves nothing behind on an error.
    static SessionResult<std::unique_ptr<SessionFile>> create(const QString &path, const SessionHeader &header);

    // One transaction; on an error nothing of it is in the file. Answers the numbers that SQLite will never take.
    SessionResult<std::vector<RecordNumber>> write(const Batch &batch);
    SessionResult<void> sayGoodbye(RecordNumber lastNumber);
    // Folds the write-ahead log into the file. A reader that has the file open may keep -wal and -shm in place.
    void foldTogether();
    // A new connection, for a drive that went away and came back.
    SessionResult<void> reopen();

    // True when the ballast is there. It is made only where as much space again stays free.
    bool makeBallast(qint64 bytes);
    void dropBallast();

private:
    explicit SessionFile(QString path);
    SessionResult<void> connect(Database::Access access);
    SessionResult<void> prepare();
    SessionResult<void> writeHeader(const SessionHeader &header);
    SessionResult<void> writeBuckets(const std::vector<NamedBucket> &buckets);
    SessionResult<void> writeGaps(const std::vector<std::pair<RecordGap, GapReason>> &gaps);

    struct Connection // the statements go before the database does
    {
        Database database;
        std::optional<RecordInserter> inserter;
        std::optional<Statement> bucket;
        std::optional<Statement> gap;
    };

    QString m_path;
    QString m_ballastPath;
    std::unique_ptr<Connection> m_connection;
};

} // namespace gantry

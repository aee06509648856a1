#include "app/session/session_file.h"

#include "app/session/session_schema.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <filesystem>
#include <system_error>

namespace gantry {

namespace {

std::int64_t nowUtcUs()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

// WAL keeps readers and the writer out of each other's way; FULL because NORMAL lost up to 27 s of acknowledged
// records when the power was cut, and FULL lost none at 0.2 ms a commit.
SessionResult<void> configure(Database &database)
{
    const auto mode = database.textWithin("PRAGMA journal_mode = WAL", std::chrono::seconds(10));
    if (!mode)
        return tl::unexpected(mode.error());
    if (*mode != QStringLiteral("wal")) {
        SessionError error;
        error.kind = SessionError::Kind::NotWritable;
        error.tried = QCoreApplication::translate("session", "Write the session");
        error.subject = database.path();
        error.advice =
            QCoreApplication::translate("session", "Choose a local drive: on this one SQLite cannot keep a log.");
        error.detail = QStringLiteral("journal_mode is %1").arg(mode->value_or(QString()));
        return tl::unexpected(std::move(error));
    }
    return database.execute("PRAGMA synchronous = FULL");
}

} // namespace

SessionFile::SessionFile(QString path) : m_path(std::move(path)), m_ballastPath(m_path + QStringLiteral(".ballast")) {}

SessionResult<std::unique_ptr<SessionFile>> SessionFile::create(const QString &path, const SessionHeader &header)
{
    std::unique_ptr<SessionFile> file(new SessionFile(path));
    const SessionResult<void> made = file->connect(Database::Access::Create)
                                         .and_then([&] { return createSessionSchema(file->m_connection->database); })
                                         .and_then([&] { return file->writeHeader(header); })
                                         .and_then([&] { return file->prepare(); });
    if (made)
        return file;
    file->m_connection.reset();
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1StringView(suffix));
    return tl::unexpected(made.error());
}

SessionResult<void> SessionFile::connect(Database::Access access)
{
    m_connection.reset();
    SessionResult<Database> database = Database::open(m_path, access);
    if (!database)
        return tl::unexpected(database.error());
    if (const SessionResult<void> configured = configure(*database); !configured)
        return configured;
    m_connection = std::make_unique<Connection>(Connection{std::move(*database), {}, {}, {}});
    return {};
}

SessionResult<void> SessionFile::prepare()
{
    Database &database = m_connection->database;
    SessionResult<RecordInserter> inserter = RecordInserter::prepare(database);
    if (!inserter)
        return tl::unexpected(inserter.error());
    SessionResult<Statement> bucket =
        database.prepare("INSERT INTO rollup (series, start_us, lowest, highest, samples) VALUES (?, ?, ?, ?, ?)");
    if (!bucket)
        return tl::unexpected(bucket.error());
    SessionResult<Statement> gap =
        database.prepare("INSERT INTO gap (first, last, missing, reason) VALUES (?, ?, ?, ?)");
    if (!gap)
        return tl::unexpected(gap.error());
    m_connection->inserter = std::move(*inserter);
    m_connection->bucket = std::move(*bucket);
    m_connection->gap = std::move(*gap);
    return {};
}

SessionResult<void> SessionFile::writeHeader(const SessionHeader &header)
{
    SessionResult<Statement> insert =
        m_connection->database.prepare("INSERT INTO session (id, show_name, show_json, program_version, host, "
                                       "started_utc_us) VALUES (1, ?, ?, ?, ?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(1, header.showName);
    insert->bind(2, QString::fromUtf8(header.showJson));
    insert->bind(3, header.programVersion);
    insert->bind(4, header.host.isEmpty() ? QSysInfo::machineHostName() : header.host);
    insert->bind(5, std::int64_t(header.started.time_since_epoch().count()));
    return insert->run();
}

SessionResult<void> SessionFile::reopen()
{
    return connect(Database::Access::ReadWrite).and_then([this] { return prepare(); });
}

SessionResult<std::vector<RecordNumber>> SessionFile::write(const Batch &batch)
{
    if (!m_connection || !m_connection->gap) {
        if (const SessionResult<void> reopened = reopen(); !reopened)
            return tl::unexpected(reopened.error());
    }
    SessionResult<Transaction> transaction = Transaction::begin(m_connection->database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    std::vector<RecordNumber> refused;
    for (const Record &record : batch.records) {
        if (!batch.telemetryToo && isTelemetry(record))
            continue;
        const SessionResult<void> inserted = m_connection->inserter->insert(record);
        if (!inserted && inserted.error().kind != SessionError::Kind::Refused)
            return tl::unexpected(inserted.error());
        if (!inserted)
            refused.push_back(record.number);
    }
    const SessionResult<void> committed =
        writeGaps(batch.gaps)
            .and_then([&] { return batch.telemetryToo ? writeBuckets(batch.buckets) : SessionResult<void>(); })
            .and_then([&] { return transaction->commit(); });
    if (!committed)
        return tl::unexpected(committed.error());
    return refused;
}

SessionResult<void> SessionFile::writeBuckets(const std::vector<NamedBucket> &buckets)
{
    Statement &insert = *m_connection->bucket;
    for (const NamedBucket &named : buckets) {
        insert.bind(1, named.series);
        insert.bind(2, std::int64_t(named.bucket.start.count()));
        insert.bind(3, named.bucket.lowest);
        insert.bind(4, named.bucket.highest);
        insert.bind(5, named.bucket.samples);
        // A bucket that cannot be kept is only a chart that has to be computed again.
        const SessionResult<void> inserted = insert.run();
        if (!inserted && inserted.error().kind != SessionError::Kind::Refused)
            return inserted;
    }
    return {};
}

SessionResult<void> SessionFile::writeGaps(const std::vector<std::pair<RecordGap, GapReason>> &gaps)
{
    Statement &insert = *m_connection->gap;
    for (const auto &[gap, reason] : gaps) {
        insert.bind(1, std::int64_t(gap.first));
        insert.bind(2, std::int64_t(gap.last));
        insert.bind(3, gap.missing);
        insert.bind(4, reason == GapReason::Disk ? "disk" : "never-came");
        const SessionResult<void> inserted = insert.run();
        if (!inserted && inserted.error().kind != SessionError::Kind::Refused)
            return inserted;
    }
    return {};
}

SessionResult<void> SessionFile::sayGoodbye(RecordNumber lastNumber)
{
    SessionResult<Statement> insert =
        m_connection->database.prepare("INSERT INTO session_end (id, ended_utc_us, last_number) VALUES (1, ?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bind(1, nowUtcUs());
    insert->bind(2, std::int64_t(lastNumber));
    return insert->run();
}

void SessionFile::foldTogether()
{
    if (!m_connection)
        return;
    m_connection->inserter.reset();
    m_connection->bucket.reset();
    m_connection->gap.reset();
    // Out of WAL mode the file can be opened from a drive that cannot be written. With a reader in it SQLite refuses;
    // then the last one to leave cleans up.
    static_cast<void>(m_connection->database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    static_cast<void>(m_connection->database.execute("PRAGMA journal_mode = DELETE"));
    m_connection.reset();
}

bool SessionFile::makeBallast(qint64 bytes)
{
    if (QFileInfo(m_ballastPath).size() >= bytes)
        return true;
    // Not QStorageInfo: it looks the folder up in the table of mounts, and knows nothing where that table has no root.
    std::error_code unknown;
    const auto space = std::filesystem::space(QFileInfo(m_path).absolutePath().toStdString(), unknown);
    if (!unknown && space.available < static_cast<std::uintmax_t>(2 * bytes))
        return false;
    constexpr qint64 kBlock = 64 * 1024;
    const QByteArray block(kBlock, 'G'); // written, not only reserved: a sparse file holds no space
    QFile ballast(m_ballastPath);
    bool isWhole = ballast.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered);
    for (qint64 written = 0; isWhole && written < bytes; written += kBlock)
        isWhole = ballast.write(block) == kBlock;
    ballast.close();
    if (!isWhole)
        ballast.remove();
    return isWhole;
}

void SessionFile::dropBallast()
{
    QFile::remove(m_ballastPath);
}

} // namespace gantry

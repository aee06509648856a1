#include "app/session/session_writer.h"

#include "app/session/session_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>
#include <QThread>

#include <algorithm>

namespace gantry {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kMostBuckets = 100'000; // while the disk takes nothing: some hours of twenty feeds

std::int64_t steadyNow()
{
    return std::chrono::nanoseconds(Steady::now().time_since_epoch()).count();
}

bool isUrgent(const Record &record)
{
    const auto *command = std::get_if<CommandRecord>(&record.payload);
    return std::holds_alternative<AlarmRecord>(record.payload) ||
           (command != nullptr && command->step == CommandStep::Requested);
}

SessionError refusal(SessionError::Kind kind, const QString &path, const QString &advice, const QString &detail = {})
{
    return {kind, QCoreApplication::translate("session", "Begin a session file"), path, advice, detail};
}

// Held for as long as the file is written; a lock left by a process that is gone does not count.
SessionResult<std::unique_ptr<QLockFile>> lockFor(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError) {
        qint64 pid = 0;
        QString host;
        QString program;
        lock->getLockInfo(&pid, &host, &program);
        return tl::unexpected(
            refusal(SessionError::Kind::InUse, path,
                    QCoreApplication::translate("session", "Another window writes this session. Choose another name."),
                    QStringLiteral("%1, process %2 on %3").arg(program).arg(pid).arg(host)));
    }
    return tl::unexpected(
        refusal(SessionError::Kind::NotWritable, path,
                QCoreApplication::translate("session", "Choose a folder that exists and that you may write to.")));
}

QString reserveText(const SessionError &error)
{
    return QCoreApplication::translate("session", "%1. Alarms and commands are still kept. %2")
        .arg(error.text(), error.advice);
}

QString failingText(const SessionError &error)
{
    return QCoreApplication::translate("session", "%1. Nothing is kept now. %2").arg(error.text(), error.advice);
}

} // namespace

SessionWriter::SessionWriter(QObject *parent) : QObject(parent), m_commitTimer(this)
{
    m_commitTimer.setTimerType(Qt::PreciseTimer);
    m_commitTimer.setInterval(kCommitEvery);
    connect(&m_commitTimer, &QTimer::timeout, this, &SessionWriter::flush);
}

SessionWriter::~SessionWriter()
{
    if (const SessionResult<void> closed = close(); !closed)
        qWarning("%s", qUtf8Printable(closed.error().text()));
}

SessionResult<void> SessionWriter::open(const QString &path, const SessionHeader &header)
{
    Q_ASSERT(thread() == QThread::currentThread());
    Q_ASSERT(!isOpen());
    SessionResult<std::unique_ptr<QLockFile>> lock = lockFor(path);
    if (!lock)
        return tl::unexpected(lock.error());
    if (QFileInfo::exists(path)) {
        return tl::unexpected(
            refusal(SessionError::Kind::NotWritable, path,
                    QCoreApplication::translate("session", "The file exists already. Choose another name.")));
    }
    SessionResult<std::unique_ptr<SessionFile>> file = SessionFile::create(path, header);
    if (!file)
        return tl::unexpected(file.error());
    (*file)->makeBallast(kBallastBytes);
    m_lock = std::move(*lock);
    m_file = std::move(*file);
    m_waiting = RecordQueue();
    m_rollup = Rollup();
    m_buckets.clear();
    m_gaps.clear();
    m_lastCollected = 0;
    m_lastWritten = 0;
    m_disk = Disk::Good;
    m_fault.clear();
    m_toldDropped = 0;
    m_waitingSince = 0;
    {
        const std::scoped_lock guard(m_mutex);
        m_incoming = RecordQueue();
        m_neverCame.clear();
        m_lastAppended = 0;
        m_accepting = true;
    }
    m_commitTimer.start();
    return {};
}

bool SessionWriter::isOpen() const
{
    return m_file != nullptr;
}

std::chrono::milliseconds SessionWriter::lag() const
{
    const std::int64_t since = m_waitingSince;
    if (since == 0)
        return std::chrono::milliseconds(0);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(steadyNow() - since));
}

void SessionWriter::append(const RecordBatch &batch)
{
    bool urgent = false;
    {
        const std::scoped_lock guard(m_mutex);
        if (!m_accepting)
            return;
        for (const Record &record : batch) {
            if (record.number <= m_lastAppended) {
                qWarning("Record %lld came after record %lld and is not kept.", static_cast<long long>(record.number),
                         static_cast<long long>(m_lastAppended));
                continue;
            }
            const RecordNumber expected = m_lastAppended + 1;
            if (record.number > expected)
                m_neverCame.push_back({expected, record.number - 1, record.number - expected});
            m_lastAppended = record.number;
            m_incoming.push(record);
            urgent = urgent || isUrgent(record);
        }
        std::int64_t nothing = 0;
        if (!m_incoming.isEmpty())
            m_waitingSince.compare_exchange_strong(nothing, steadyNow());
    }
    if (urgent) // at once when we are on the writer's thread, otherwise as its next event
        QMetaObject::invokeMethod(this, &SessionWriter::flush, Qt::AutoConnection);
}

// Takes what other threads have brought, and gathers the charts' figures of it.
void SessionWriter::collect()
{
    RecordQueue incoming;
    {
        const std::scoped_lock guard(m_mutex);
        std::swap(incoming, m_incoming);
        for (const RecordGap &gap : std::exchange(m_neverCame, {}))
            m_gaps.emplace_back(gap, GapReason::NeverCame);
        m_lastCollected = m_lastAppended;
    }
    for (const Record &record : incoming.records())
        m_rollup.add(record);
    for (NamedBucket &closed : m_rollup.takeClosed())
        m_buckets.push_back(std::move(closed));
    if (m_buckets.size() > kMostBuckets)
        m_buckets.erase(m_buckets.begin(), m_buckets.end() - kMostBuckets);
    m_waiting.append(std::move(incoming));
}

void SessionWriter::flush()
{
    if (!m_file)
        return;
    collect();
    const bool nothingWaits = m_waiting.isEmpty() && m_buckets.empty() && m_gaps.empty();
    if (m_disk == Disk::Good) {
        if (nothingWaits)
            return;
        writeOrFallBack(true);
        return;
    }
    if (Steady::now() >= m_nextTry) {
        tryToRecover();
        return;
    }
    const auto &records = m_waiting.records();
    const bool something = std::any_of(records.begin(), records.end(), [](const Record &r) { return !isTelemetry(r); });
    if (m_disk == Disk::Reserve && something)
        writeOrFallBack(false);
}

void SessionWriter::writeOrFallBack(bool telemetryToo)
{
    if (const SessionResult<void> written = write(telemetryToo); !written) {
        fallBack(written.error());
        return;
    }
    tellState(m_disk, m_fault);
    tellWritten();
}

// The disk did not take a commit. With the ballast's space what matters may still go in.
void SessionWriter::fallBack(const SessionError &error)
{
    m_file->dropBallast();
    m_nextTry = Steady::now() + kRetryEvery;
    if (!write(false)) {
        tellState(Disk::Failing, failingText(error));
        return;
    }
    tellState(Disk::Reserve, reserveText(error)); // before written(), which then speaks of less
    tellWritten();
}

void SessionWriter::tryToRecover()
{
    m_nextTry = Steady::now() + kRetryEvery;
    if (m_disk == Disk::Reserve && !m_file->makeBallast(kBallastBytes)) {
        tellState(m_disk, m_fault); // still full; there may be more dropped to tell
        return;
    }
    // Answers of a drive that went away stay wrong until it is opened anew.
    const SessionResult<void> opened = m_disk == Disk::Failing ? m_file->reopen() : SessionResult<void>();
    const auto written = opened.and_then([this] { return write(true); });
    if (!written) {
        fallBack(written.error());
        return;
    }
    m_file->makeBallast(kBallastBytes);
    tellState(Disk::Good, {});
    tellWritten();
}

// One transaction with everything that waits, or without telemetry.
SessionResult<void> SessionWriter::write(bool telemetryToo)
{
    const std::int64_t began = steadyNow();
    std::vector<std::pair<RecordGap, GapReason>> gaps = m_gaps;
    if (const RecordGap dropped = m_waiting.gap(); dropped.missing > 0)
        gaps.emplace_back(dropped, GapReason::Disk);
    const auto refused = m_file->write({m_waiting.records(), telemetryToo, m_buckets, std::move(gaps)});
    if (!refused)
        return tl::unexpected(refused.error());
    m_gaps.clear();
    m_waiting.forgetGap();
    for (const RecordNumber number : *refused) {
        qWarning("SQLite does not take record %lld.", static_cast<long long>(number));
        m_waiting.forget(number);
    }
    m_waiting.forgetWritten(telemetryToo);
    if (telemetryToo)
        m_buckets.clear();
    if (m_waiting.isEmpty()) {
        const std::scoped_lock guard(m_mutex);
        m_waitingSince = m_incoming.isEmpty() ? 0 : began;
    }
    return {};
}

void SessionWriter::tellWritten()
{
    if (m_lastCollected <= m_lastWritten)
        return;
    m_lastWritten = m_lastCollected;
    Q_EMIT written(m_lastWritten);
}

void SessionWriter::tellState(Disk disk, const QString &fault)
{
    const bool isNews = disk != m_disk || fault != m_fault || m_waiting.dropped() != m_toldDropped;
    m_disk = disk;
    m_fault = fault;
    m_toldDropped = m_waiting.dropped();
    if (isNews)
        Q_EMIT stateChanged(disk == Disk::Good, fault, m_toldDropped);
}

SessionResult<void> SessionWriter::close()
{
    if (!m_file)
        return {};
    Q_ASSERT(thread() == QThread::currentThread());
    m_commitTimer.stop();
    {
        const std::scoped_lock guard(m_mutex);
        m_accepting = false;
    }
    collect();
    for (NamedBucket &open : m_rollup.takeAll())
        m_buckets.push_back(std::move(open));
    SessionResult<void> finished = write(true);
    if (!finished) {
        m_file->dropBallast();
        finished = write(true);
    }
    if (finished)
        finished = m_file->sayGoodbye(m_lastCollected);
    if (finished || write(false))
        tellWritten();
    m_file->foldTogether();
    m_file->dropBallast();
    m_file.reset();
    m_lock.reset();
    return finished;
}

} // namespace gantry

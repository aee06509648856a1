#pragma once
// Writes a session to disk as it happens. Lives on the log thread, because a disk may take seconds.
//
// append() may be called on any thread and returns at once, so connect it with Qt::DirectConnection: a disk that hangs
// then fills a bounded queue instead of an event loop. Everything else is called on the writer's own thread, where
// signals come from, too; open() may come before it is moved there. Commits every 250 ms, and at once for an alarm and
// for a requested command.
//
// While the disk works no record is lost. When it is full the ballast file beside the session is deleted, and alarms,
// commands, tallies and notes are written into the space it held; telemetry waits, is thinned when it waits for too
// long, and follows when there is space again. Nobody has to do anything for that.

#include "app/session/record_queue.h"
#include "app/session/rollup.h"
#include "app/session/session_error.h"
#include "app/session/session_header.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

class QLockFile;

namespace gantry {

class SessionFile;
enum class GapReason;

class SessionWriter : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kCommitEvery{250};
    static constexpr std::chrono::seconds kRetryEvery{1};
    static constexpr qint64 kBallastBytes = 4 * 1024 * 1024;

    explicit SessionWriter(QObject *parent = nullptr);
    ~SessionWriter() override; // closes, if nobody has

    // Makes the file. Refuses one that exists (NotWritable) and one that another program writes now (InUse). The first
    // record must be number 1.
    SessionResult<void> open(const QString &path, const SessionHeader &header);

    // Writes what waits, says goodbye in the file, leaves one file without -wal and -shm, and removes the ballast. On
    // an error the file is without goodbye and holds what could be written. Does nothing when not open.
    SessionResult<void> close();

    bool isOpen() const;
    // How long the oldest record that is not on disk has waited. Any thread: shows a disk that hangs.
    std::chrono::milliseconds lag() const;

public Q_SLOTS:
    // Records in order of number, going on where the last batch ended. Any thread. Ignored when not open.
    void append(const gantry::RecordBatch &batch);
    void flush();

Q_SIGNALS:
    // After COMMIT: every alarm, command, tally, sample of a provider, note and log line up to this number is on disk,
    // and while the last stateChanged() said safe so is everything else.
    void written(qint64 upToNumber);
    // `fault` is a sentence for people, empty when safe. Also sent when more telemetry was dropped.
    void stateChanged(bool safe, const QString &fault, quint64 telemetryDropped);

private:
    enum class Disk { Good, Reserve, Failing }; // Reserve: the ballast is gone, only what matters is written

    void collect();
    SessionResult<void> write(bool telemetryToo);
    void writeOrFallBack(bool telemetryToo);
    void tellWritten();
    void fallBack(const SessionError &error);
    void tryToRecover();
    void tellState(Disk disk, const QString &fault);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<SessionFile> m_file;
    QTimer m_commitTimer;

    mutable std::mutex m_mutex; // the four below
    RecordQueue m_incoming;
    std::vector<RecordGap> m_neverCame;
    RecordNumber m_lastAppended = 0;
    bool m_accepting = false;

    RecordQueue m_waiting;
    Rollup m_rollup;
    std::vector<NamedBucket> m_buckets; // closed, not yet on disk
    std::vector<std::pair<RecordGap, GapReason>> m_gaps;
    RecordNumber m_lastCollected = 0;
    RecordNumber m_lastWritten = 0;
    Disk m_disk = Disk::Good;
    QString m_fault;
    std::uint64_t m_toldDropped = 0;
    std::chrono::steady_clock::time_point m_nextTry{};
    std::atomic<std::int64_t> m_waitingSince{0}; // steady nanoseconds; 0 when nothing waits
};

} // namespace gantry

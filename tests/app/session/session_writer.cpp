#include "app/session/session_writer.h"
#include "app/session/database.h"
#include "random_records.h"
#include "session_files.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace gantry;
using test::must;

namespace {

Record note(RecordNumber number, const QString &text = QStringLiteral("x"))
{
    return {number, {{}, std::chrono::milliseconds(number)}, NoteRecord{{}, text}};
}

Record audio(RecordNumber number)
{
    AudioRecord record{{QStringLiteral("CAM %1").arg(number % 3)}, {true, QString(200, QLatin1Char('a')), {}, {}, {}}};
    return {number, {{}, std::chrono::milliseconds(number)}, record};
}

Record raised(RecordNumber number)
{
    Alarm alarm;
    alarm.key = QStringLiteral("feed/CAM 1/no-signal");
    alarm.state = AlarmState::ActiveUnacknowledged;
    return {number, {{}, std::chrono::milliseconds(number)}, AlarmRecord{alarm}};
}

Record command(RecordNumber number, CommandStep step)
{
    CommandRecord command;
    command.id.text = QStringLiteral("c%1").arg(number);
    command.step = step;
    return {number, {{}, std::chrono::milliseconds(number)}, command};
}

// A limit on the size of files, as a quota would be; lifted at the end.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
};

// A drive of a few megabytes; needs the right to mount.
class SmallDrive
{
public:
    explicit SmallDrive(const char *size)
        : m_mounted(mount("tmpfs", m_folder.path().toLocal8Bit().constData(), "tmpfs", 0, size) == 0)
    {
    }
    ~SmallDrive()
    {
        if (m_mounted)
            umount2(m_folder.path().toLocal8Bit().constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDrive)
    bool isMounted() const { return m_mounted; }
    QString path(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};

template <typename T>
int countOf(const RecordBatch &records)
{
    return int(std::count_if(records.begin(), records.end(),
                             [](const Record &record) { return std::holds_alternative<T>(record.payload); }));
}

} // namespace

class SessionWriterTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    QString newPath() { return m_folder.filePath(QStringLiteral("%1.gantry").arg(++m_files)); }

private Q_SLOTS:
    void everythingWrittenIsReadAgainInOrder()
    {
        const QString path = newPath();
        test::RandomRecords random(3);
        const RecordBatch records = random.stream(2000, std::chrono::milliseconds(100));
        QVERIFY(test::writeSession(path, records));
        const auto reader = test::readSession(path);
        QVERIFY(reader);
        QVERIFY(reader->endedCleanly());
        QCOMPARE(reader->header(), test::someHeader());
        QVERIFY(test::allRecords(*reader) == records);
        QCOMPARE(reader->span().begin, records.constFirst().at);
        QCOMPARE(reader->span().end, records.constLast().at);
    }

    void aGoodbyeLeavesOneFile()
    {
        const QString path = newPath();
        QVERIFY(test::writeSession(path, {note(1)}));
        const QStringList left = QDir(m_folder.path()).entryList({QFileInfo(path).fileName() + QLatin1Char('*')});
        QCOMPARE(left, QStringList{QFileInfo(path).fileName()});
    }

    void aBallastStandsBesideAnOpenSession()
    {
        const QString path = newPath();
        SessionWriter writer;
        must(writer.open(path, test::someHeader()));
        QCOMPARE(QFileInfo(path + QStringLiteral(".ballast")).size(), SessionWriter::kBallastBytes);
    }

    void telemetryIsCommittedByTheTimerAlone()
    {
        SessionWriter writer;
        QSignalSpy written(&writer, &SessionWriter::written);
        must(writer.open(newPath(), test::someHeader()));
        writer.append({audio(1), audio(2)});
        QCOMPARE(written.count(), 0);
        QVERIFY(written.wait(5000));
        QCOMPARE(written.takeFirst().at(0).toLongLong(), 2);
        QCOMPARE(writer.lag(), std::chrono::milliseconds(0));
    }

    void alarmsAndRequestsAreOnDiskAtOnceAndOtherStepsWait()
    {
        SessionWriter writer;
        QSignalSpy written(&writer, &SessionWriter::written);
        const QString path = newPath();
        must(writer.open(path, test::someHeader()));
        writer.append({audio(1), raised(2)});
        QCOMPARE(written.count(), 1);
        writer.append({command(3, CommandStep::Requested)});
        QCOMPARE(written.count(), 2);
        QCOMPARE(test::allRecords(*test::readSession(path)).size(), qsizetype(3)); // seen by another connection
        writer.append({command(4, CommandStep::Sent)});
        QCOMPARE(written.count(), 2);
    }

    void aSecondWriterIsRefusedAndTheFirstIsNotDisturbed()
    {
        const QString path = newPath();
        SessionWriter first;
        must(first.open(path, test::someHeader()));
        SessionWriter second;
        const auto refused = second.open(path, test::someHeader());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, SessionError::Kind::InUse);
        first.append({raised(1)});
        must(first.close());
        const auto again = second.open(path, test::someHeader());
        QVERIFY(!again);
        QCOMPARE(again.error().kind, SessionError::Kind::NotWritable); // a session is never written over
        QCOMPARE(test::allRecords(*test::readSession(path)).size(), qsizetype(1));
    }

    void aFolderThatIsNotThereIsSaidSo()
    {
        SessionWriter writer;
        const auto refused = writer.open(m_folder.filePath(QStringLiteral("none/a.gantry")), test::someHeader());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, SessionError::Kind::NotWritable);
        QVERIFY(!refused.error().advice.isEmpty());
    }

    void numbersThatNeverCameAreToldInTheFile()
    {
        const QString path = newPath();
        QVERIFY(test::writeSession(path, {note(1), note(5)}));
        Database database = must(Database::open(path, Database::Access::ReadOnly));
        QCOMPARE(
            must(database.integer("SELECT first * 100 + last * 10 + missing FROM gap WHERE reason = 'never-came'")),
            243);
    }

    void recordsFromAnotherThreadArriveWhole()
    {
        const QString path = newPath();
        QThread logThread;
        auto writer = std::make_unique<SessionWriter>();
        must(writer->open(path, test::someHeader()));
        std::atomic<qint64> promised{0};
        connect(writer.get(), &SessionWriter::written, writer.get(), [&promised](qint64 number) { promised = number; });
        writer->moveToThread(&logThread);
        logThread.start();
        test::RandomRecords random(11);
        const RecordBatch records = random.stream(5000, std::chrono::milliseconds(20));
        for (qsizetype i = 0; i < records.size(); i += 10) {
            writer->append(records.mid(i, 10));
            static_cast<void>(writer->lag());
            if (i % 500 == 0)
                QThread::yieldCurrentThread();
        }
        QTRY_COMPARE_WITH_TIMEOUT(promised.load(), qint64(records.size()), 20000);
        QMetaObject::invokeMethod(
            writer.get(), [&writer] { must(writer->close()); }, Qt::BlockingQueuedConnection);
        logThread.quit();
        logThread.wait();
        QVERIFY(test::allRecords(*test::readSession(path)) == records);
    }

    void rollUpsHoldLowestAndHighestOfEachTenSecondsAndGapsAreGaps()
    {
        RecordBatch records;
        const auto add = [&records](int second, double rate, media::LinkState state) {
            LinkRecord link{{QStringLiteral("CAM 1")}, {}};
            link.sample.state = state;
            link.sample.receiveRate = media::BitsPerSecond{rate};
            records.append({records.size() + 1, {{}, std::chrono::seconds(second)}, link});
        };
        add(1, 5, media::LinkState::Connected);
        add(2, 3, media::LinkState::Connected);
        add(9, 9, media::LinkState::Failed);
        add(35, 4, media::LinkState::Connected);
        const QString path = newPath();
        QVERIFY(test::writeSession(path, records));
        const auto reader = test::readSession(path);
        const QString series = rollupSeries(FeedId{QStringLiteral("CAM 1")}, FeedFigure::ReceiveRate);
        const auto buckets = reader->rollup(series, std::chrono::seconds(0), std::chrono::seconds(100));
        const std::vector<RollupBucket> expected{{std::chrono::seconds(0), 3, 5, 2},
                                                 {std::chrono::seconds(30), 4, 4, 1}};
        QVERIFY(buckets == expected);
        QVERIFY(reader->rollupSeriesNames().contains(series));
    }

    void aKilledWriterLosesNothingItPromisedAndAtMostAQuarterOfASecond()
    {
        constexpr int kRounds = 10;
        constexpr int kPerSecond = 1000;
        for (int round = 0; round < kRounds; ++round) {
            const QString path = newPath();
            QProcess victim;
            victim.start(QStringLiteral(GANTRY_SESSION_VICTIM), {path});
            QVERIFY(victim.waitForStarted());
            // At a moment that is different each time, told by what it has handed over.
            QByteArray said;
            while (said.count('a') < 20 + round * 6 && victim.waitForReadyRead())
                said += victim.readAllStandardOutput();
            victim.kill();
            QVERIFY(victim.waitForFinished());
            qint64 promised = 0;
            qint64 handedOver = 0;
            const QList<QByteArray> lines = (said + victim.readAllStandardOutput()).split('\n');
            for (const QByteArray &line : lines)
                (line.startsWith('w') ? promised : handedOver) =
                    std::max(line.startsWith('w') ? promised : handedOver, line.mid(2).toLongLong());
            const auto reader = test::readSession(path);
            QVERIFY(reader);
            QVERIFY(!reader->endedCleanly());
            QCOMPARE(reader->damage(), QString());
            const RecordBatch records = test::allRecords(*reader);
            QVERIFY2(records.size() >= promised,
                     qPrintable(QStringLiteral("%1 of %2").arg(records.size()).arg(promised)));
            for (qsizetype i = 0; i < records.size(); ++i)
                QCOMPARE(records[i].number, RecordNumber(i) + 1);
            // A commit and a busy machine come on top of the quarter of a second.
            QVERIFY2(handedOver - records.size() <= kPerSecond / 2,
                     qPrintable(QStringLiteral("%1 of %2").arg(records.size()).arg(handedOver)));
            SessionWriter next; // the lock of a process that is gone does not count
            const auto refused = next.open(path, test::someHeader());
            QVERIFY(!refused && refused.error().kind == SessionError::Kind::NotWritable);
        }
    }

    void aFileAtItsSizeLimitLosesNoAlarmAndRecordingResumes()
    {
        const QString path = newPath();
        SessionWriter writer;
        QSignalSpy state(&writer, &SessionWriter::stateChanged);
        QSignalSpy written(&writer, &SessionWriter::written);
        must(writer.open(path, test::someHeader()));
        RecordNumber number = 0;
        {
            const FileSizeLimit limit(512 * 1024);
            for (int i = 0; i < 40 && (state.isEmpty() || i < 30); ++i) {
                RecordBatch batch;
                for (int j = 0; j < 200; ++j)
                    batch.append(audio(++number));
                batch.append(raised(++number));
                batch.append(command(++number, CommandStep::Requested));
                writer.append(batch);
            }
            QVERIFY(!state.isEmpty());
            QCOMPARE(state.constFirst().at(0).toBool(), false);
            QVERIFY(!state.constFirst().at(1).toString().isEmpty());
            QVERIFY(writer.lag() > std::chrono::milliseconds(0));
        }
        QTRY_VERIFY_WITH_TIMEOUT(state.constLast().at(0).toBool(), 10000);
        QTRY_COMPARE_WITH_TIMEOUT(written.constLast().at(0).toLongLong(), number, 5000);
        must(writer.close());
        const auto reader = test::readSession(path);
        const RecordBatch records = test::allRecords(*reader);
        QCOMPARE(qint64(records.size()), number); // it was short enough for nothing to be dropped
        QCOMPARE(reader->damage(), QString());
    }

    void onAFullDriveTheBallastCarriesAlarmsAndCommandsAndRecordingResumes()
    {
        const SmallDrive drive("size=12m");
        if (!drive.isMounted())
            QSKIP("may not mount a small drive here");
        const QString path = drive.path("full.gantry");
        SessionWriter writer;
        QSignalSpy state(&writer, &SessionWriter::stateChanged);
        QSignalSpy written(&writer, &SessionWriter::written);
        must(writer.open(path, test::someHeader()));
        QVERIFY(QFileInfo::exists(path + QStringLiteral(".ballast")));
        QFile other(drive.path("other"));
        QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (other.write(QByteArray(4096, 'x')) == 4096) {
        }
        RecordNumber number = 0;
        int alarms = 0;
        for (int i = 0; i < 60; ++i) {
            RecordBatch batch;
            for (int j = 0; j < 200; ++j)
                batch.append(audio(++number));
            batch.append(raised(++number));
            ++alarms;
            writer.append(batch);
        }
        QVERIFY(!state.isEmpty());
        QCOMPARE(state.constLast().at(0).toBool(), false);
        QVERIFY(!QFileInfo::exists(path + QStringLiteral(".ballast")));
        QCOMPARE(written.constLast().at(0).toLongLong(), number); // into the space of the ballast
        QCOMPARE(countOf<AlarmRecord>(test::allRecords(*test::readSession(path))), alarms);
        other.resize(0);
        QTRY_VERIFY_WITH_TIMEOUT(state.constLast().at(0).toBool(), 10000);
        QVERIFY(QFileInfo::exists(path + QStringLiteral(".ballast")));
        must(writer.close());
        QCOMPARE(qint64(test::allRecords(*test::readSession(path)).size()), number);
    }

    void aQueueThatIsFullThinsTelemetryAndKeepsTheRest()
    {
        constexpr std::size_t kMost = 1000;
        RecordQueue queue(kMost);
        RecordNumber number = 0;
        int kept = 0;
        for (int i = 0; i < 5000; ++i) {
            queue.push(audio(++number));
            if (i % 50 == 0) {
                queue.push(raised(++number));
                queue.push(command(++number, CommandStep::Sent));
                queue.push(note(++number));
                kept += 3;
            }
            QVERIFY(queue.size() <= kMost);
        }
        const RecordBatch left(queue.records().begin(), queue.records().end());
        QCOMPARE(countOf<AlarmRecord>(left) + countOf<CommandRecord>(left) + countOf<NoteRecord>(left), kept);
        QCOMPARE(qint64(queue.dropped()), number - left.size());
        QCOMPARE(queue.gap().missing, number - left.size());
        QVERIFY(std::is_sorted(left.begin(), left.end(),
                               [](const Record &a, const Record &b) { return a.number < b.number; }));
        for (RecordNumber newest = number - 3; newest <= number; ++newest) // the newest of each thing stays
            QVERIFY(std::any_of(left.begin(), left.end(), [newest](const Record &r) { return r.number == newest; }));
    }

    void aQueueHoldsNoMoreStillsThanItsBytesAllow()
    {
        RecordQueue queue(1000, 100'000);
        for (RecordNumber number = 1; number <= 100; ++number)
            queue.push({number, {}, StillRecord{{QStringLiteral("CAM 1")}, QByteArray(10'000, 'j'), {}}});
        QVERIFY(queue.size() <= 10);
        QCOMPARE(queue.records().back().number, RecordNumber(100));
    }
};

QTEST_GUILESS_MAIN(SessionWriterTest)
#include "session_writer.moc"

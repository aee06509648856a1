#include "app/session/session_reader.h"
#include "app/session/database.h"
#include "app/session/session_schema.h"
#include "random_records.h"
#include "session_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace gantry;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using test::must;
using Kind = SessionError::Kind;

class SessionReaderTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    RecordBatch m_records;
    QString m_sound;

    QString newPath() { return m_folder.filePath(QStringLiteral("%1.gantry").arg(++m_files)); }
    QString newPath(const QByteArray &bytes)
    {
        const QString path = newPath();
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return path;
    }
    QByteArray soundBytes()
    {
        QFile file(m_sound);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static Kind kindOfError(const QString &path)
    {
        const auto reader = SessionReader::open(path);
        if (reader)
            qFatal("a file that should not open does");
        Q_ASSERT(!reader.error().text().isEmpty() && !reader.error().advice.isEmpty());
        return reader.error().kind;
    }
    qsizetype notAsWritten(const RecordBatch &records) const
    {
        return std::count_if(records.begin(), records.end(), [this](const Record &record) {
            return record.number < 1 || record.number > m_records.size() || m_records[record.number - 1] != record;
        });
    }
    bool isPartOfWhatWasWritten(const RecordBatch &records) const { return notAsWritten(records) == 0; }

private:
    // Takes out of a file of today what an earlier version had not: the columns and tables that the schema marks with
    // the number of a later one.
    void makeOlder(Database file, int version, const QByteArrayList &tablesThen)
    {
        QHash<QByteArray, QByteArrayList> newer; // columns of each table
        QByteArray table;
        for (const QByteArray &line : sessionSchemaSql().split('\n')) {
            if (line.startsWith("CREATE TABLE "))
                table = line.split(' ').at(2);
            for (int later = version + 1; later <= kSessionSchemaVersion; ++later) {
                if (line.contains("-- " + QByteArray::number(later) + ':'))
                    newer[table] << line.trimmed().split(' ').constFirst();
            }
        }
        must(file.execute("PRAGMA legacy_alter_table = ON"));
        if (version == 1) {
            QVERIFY(newer.remove("cue") && newer.remove("match"));
            must(file.execute("DROP TABLE cue; DROP TABLE match"));
        }
        QByteArrayList changed = newer.keys();
        std::sort(changed.begin(), changed.end());
        if (version < 4) {
            QVERIFY(changed.removeOne("plan") && changed.removeOne("program"));
            QVERIFY(newer.remove("plan") && newer.remove("program"));
            must(file.execute("DROP TABLE plan; DROP TABLE program"));
        }
        QCOMPARE(changed, tablesThen);
        for (const auto &[name, columns] : newer.asKeyValueRange()) {
            QByteArrayList kept;
            Statement all = must(file.prepare("SELECT name FROM pragma_table_info('" + name + "')"));
            while (must(all.step()))
                kept << all.text(0).toUtf8();
            kept.removeIf([&columns = columns](const QByteArray &each) { return columns.contains(each); });
            all = must(file.prepare("SELECT 1"));
            must(file.execute("CREATE TABLE old AS SELECT " + kept.join(',') + " FROM " + name + "; DROP TABLE " +
                              name + "; ALTER TABLE old RENAME TO " + name));
        }
        must(file.execute("PRAGMA user_version = " + QByteArray::number(version)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::RandomRecords random(17);
        m_records = random.stream(3000, 300ms);
        m_sound = newPath();
        QVERIFY(test::writeSession(m_sound, m_records));
    }

    void whatIsNoSessionIsSaidSo()
    {
        QCOMPARE(kindOfError(m_folder.filePath(QStringLiteral("none.gantry"))), Kind::NotFound);
        QCOMPARE(kindOfError(m_folder.path()), Kind::NotWritable);
        QCOMPARE(kindOfError(newPath({})), Kind::NotASession);
        QCOMPARE(kindOfError(newPath("This is a letter to a friend.")), Kind::NotASession);
        QCOMPARE(kindOfError(newPath(QByteArray(100'000, '\xff'))), Kind::NotASession);
        const QString other = newPath();
        must(must(Database::open(other, Database::Access::Create)).execute("CREATE TABLE mine (a)"));
        QCOMPARE(kindOfError(other), Kind::NotASession);
    }

    void aNewerSchemaIsRefusedWithBothVersions()
    {
        const QString path = newPath(soundBytes());
        must(must(Database::open(path, Database::Access::ReadWrite)).execute("PRAGMA user_version = 7"));
        const auto reader = SessionReader::open(path);
        QVERIFY(!reader);
        QCOMPARE(reader.error().kind, Kind::NewerSchema);
        QVERIFY(reader.error().advice.contains(QStringLiteral("version 7")));
        QVERIFY(reader.error().advice.contains(QStringLiteral("version 4")));
    }

    void aFileOfAnEarlierVersionIsNotDamagedForIt()
    {
        const std::array<QByteArrayList, 3> changed{{{"audio", "command", "encoder", "link", "picture", "transport"},
                                                     {"audio", "command", "encoder", "picture"},
                                                     {}}};
        for (int version = 1; version <= 3; ++version) {
            const QString path = newPath(soundBytes());
            makeOlder(must(Database::open(path, Database::Access::ReadWrite)), version, changed[version - 1]);
            const auto reader = test::readSession(path);
            QVERIFY(reader->stateAt(reader->span().end.elapsed).size() > 10);
            QVERIFY(!reader->marks().empty());
            QCOMPARE(reader->damage(), QString());
        }
    }

    void aTableThatItsVersionHadNotIsNotTrusted()
    {
        const QString path = newPath(soundBytes());
        makeOlder(must(Database::open(path, Database::Access::ReadWrite)), 3, {});
        must(must(Database::open(path, Database::Access::ReadWrite)).execute("CREATE VIEW plan AS SELECT 1 AS number"));
        QVERIFY(!test::readSession(path)->damage().isEmpty());
    }

    void aFileOfTheSecondVersionReadsWithWhatItKnew()
    {
        const QString path = newPath(soundBytes());
        Database file = must(Database::open(path, Database::Access::ReadWrite));
        makeOlder(std::move(file), 2, {"audio", "command", "encoder", "picture"});
        const auto reader = test::readSession(path);
        int encoders = 0;
        int commands = 0;
        for (const Record &record : reader->records(microseconds(-1), microseconds::max())) {
            const Record &now = m_records[record.number - 1];
            if (const auto *encoder = std::get_if<EncoderRecord>(&record.payload)) {
                ++encoders;
                const cloud::EncoderSample &sample = encoder->sample;
                QVERIFY(!sample.figures.inputRate && !sample.planned && !sample.preferredInput && !sample.receives);
                QVERIFY(sample.inputHealth.empty() && sample.jobs.empty() && sample.obstacles.empty());
                QCOMPARE(sample.providerState, std::get<EncoderRecord>(now.payload).sample.providerState);
                QCOMPARE(sample.alerts, std::get<EncoderRecord>(now.payload).sample.alerts);
            } else if (const auto *command = std::get_if<CommandRecord>(&record.payload)) {
                ++commands;
                QVERIFY(command->pipeline.isEmpty() && !command->at && !command->until);
                QCOMPARE(command->detail, std::get<CommandRecord>(now.payload).detail);
            }
        }
        QVERIFY(encoders > 10 && commands > 10);
    }

    void aFileOfTheFirstVersionReadsWithWhatItKnew()
    {
        const QString path = newPath(soundBytes());
        Database file = must(Database::open(path, Database::Access::ReadWrite));
        makeOlder(std::move(file), 1, {"audio", "command", "encoder", "link", "picture", "transport"});
        const auto reader = test::readSession(path);
        int links = 0;
        for (const Record &record : reader->records(microseconds(-1), microseconds::max())) {
            QVERIFY(!std::holds_alternative<CueRecord>(record.payload));
            const Record &now = m_records[record.number - 1];
            const auto *link = std::get_if<LinkRecord>(&record.payload);
            if (!link)
                continue;
            ++links;
            QVERIFY(!link->sample.carrier && !link->sample.turnedAway && !link->sample.keyBits);
            QVERIFY(link->sample.interval == std::get<LinkRecord>(now.payload).sample.interval);
        }
        QVERIFY(links > 100);
    }

    void recordsOfAStretchAreThoseWithinIt()
    {
        const auto reader = test::readSession(m_sound);
        test::RandomRecords random(8);
        for (int round = 0; round < 50; ++round) {
            const microseconds from = m_records[random.below(3000)].at.elapsed + microseconds(random.below(3) - 1);
            const microseconds to = from + std::chrono::milliseconds(random.below(20'000));
            RecordBatch expected;
            for (const Record &record : std::as_const(m_records)) {
                if (record.at.elapsed > from && record.at.elapsed <= to)
                    expected.append(record);
            }
            QVERIFY(reader->records(from, to) == expected);
            RecordBatch inPieces;
            for (microseconds at = from;;) {
                const RecordBatch piece = reader->records(at, to, 7);
                if (piece.isEmpty())
                    break;
                inPieces += piece;
                at = piece.constLast().at.elapsed;
            }
            QVERIFY(inPieces == expected);
        }
    }

    void theStillIsTheNewestOfThatFeedThen()
    {
        const auto reader = test::readSession(m_sound);
        const FeedId feed{QStringLiteral("CAM 1")};
        const microseconds aim = m_records[2000].at.elapsed;
        std::optional<Record> expected;
        for (const Record &record : std::as_const(m_records)) {
            const auto *still = std::get_if<StillRecord>(&record.payload);
            if (still != nullptr && still->feed == feed && record.at.elapsed <= aim)
                expected = record;
        }
        QVERIFY(expected.has_value());
        QVERIFY(reader->still(feed, aim) == expected);
        QVERIFY(!reader->still(FeedId{QStringLiteral("nobody")}, aim));
    }

    void marksAreRaisedAlarmsRequestedCommandsAndNotes()
    {
        Alarm alarm;
        alarm.where = QStringLiteral("CAM 1");
        alarm.what = QStringLiteral("NO SIGNAL");
        alarm.priority = AlarmPriority::Critical;
        alarm.state = AlarmState::ActiveUnacknowledged;
        alarm.raised = {{}, 1s};
        Alarm over = alarm; // and what only changes its words is no mark either
        over.state = AlarmState::Normal;
        CommandRecord command;
        command.encoder.text = QStringLiteral("Main");
        command.verb = cloud::Verb::SwitchInput;
        command.input = QStringLiteral("B");
        command.actor = QStringLiteral("operator");
        CommandRecord sent = command;
        sent.step = CommandStep::Sent;
        const QString path = newPath();
        QVERIFY(test::writeSession(path, {{1, {{}, 1s}, AlarmRecord{alarm}},
                                          {2, {{}, 2s}, AlarmRecord{over}},
                                          {3, {{}, 3s}, command},
                                          {4, {{}, 4s}, sent},
                                          {5, {{}, 5s}, NoteRecord{{}, QStringLiteral("doors open")}}}));
        const auto marks = test::readSession(path)->marks();
        using MarkKind = SessionMark::Kind;
        const std::vector<SessionMark> expected{
            {1, 1s, MarkKind::Alarm, AlarmPriority::Critical, QStringLiteral("CAM 1: NO SIGNAL")},
            {3, 3s, MarkKind::Command, AlarmPriority::Info, QStringLiteral("Main: switch to B (operator)")},
            {5, 5s, MarkKind::Note, AlarmPriority::Info, QStringLiteral("doors open")}};
        QVERIFY(marks == expected);
    }

    void aSessionThatIsStillWrittenOpensAndHasNoGoodbye()
    {
        SessionWriter writer;
        const QString path = newPath();
        must(writer.open(path, test::someHeader()));
        writer.append(m_records.mid(0, 100));
        writer.flush();
        const auto reader = test::readSession(path);
        QVERIFY(!reader->endedCleanly());
        QCOMPARE(reader->damage(), QString());
        QVERIFY(test::allRecords(*reader) == m_records.mid(0, 100));
        // The buckets that are still open are worked out from the records.
        QVERIFY(!reader->rollupSeriesNames().isEmpty());
        writer.append(m_records.mid(100));
        writer.flush();
        QVERIFY(test::allRecords(*reader) == m_records);
        must(writer.close()); // with a reader in the file
    }

    void rollUpsOfASessionWithoutGoodbyeAreThoseOfOneWithIt()
    {
        SessionWriter writer;
        const QString path = newPath();
        must(writer.open(path, test::someHeader()));
        writer.append(m_records);
        writer.flush();
        const auto without = test::readSession(path);
        const auto with = test::readSession(m_sound);
        QCOMPARE(without->rollupSeriesNames(), with->rollupSeriesNames());
        for (const QString &series : with->rollupSeriesNames())
            QVERIFY(without->rollup(series, 0s, 1h) == with->rollup(series, 0s, 1h));
    }

    void aFolderThatCannotBeWrittenIsNoHindrance()
    {
        // A link to nowhere in the place of the shared memory file: SQLite can no more make it than on a read-only
        // drive.
        SessionWriter writer;
        const QString written = newPath();
        must(writer.open(written, test::someHeader()));
        writer.append(m_records.mid(0, 500));
        writer.flush();
        const QString path = newPath();
        QVERIFY(QFile::copy(written, path));
        QVERIFY(QFile::copy(written + QStringLiteral("-wal"), path + QStringLiteral("-wal")));
        QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), path + QStringLiteral("-shm")));
        const auto reader = test::readSession(path);
        QVERIFY(reader);
        QVERIFY(reader->damage().contains(QStringLiteral("-wal")));
        QVERIFY(isPartOfWhatWasWritten(test::allRecords(*reader)));
    }

    void aFileThatIsCutOffOpensWithWhatIsLeftOfIt()
    {
        const QByteArray whole = soundBytes();
        for (const int percent : {99, 90, 75, 50, 30}) {
            const QString path = newPath(whole.first(whole.size() * percent / 100 - 1234));
            const auto reader = test::readSession(path);
            QVERIFY2(reader, qPrintable(QString::number(percent)));
            QVERIFY(!reader->damage().isEmpty());
            QCOMPARE(reader->header(), test::someHeader());
            const RecordBatch left = test::allRecords(*reader);
            QVERIFY(isPartOfWhatWasWritten(left));
            QVERIFY2(left.size() > m_records.size() * (percent - 25) / 100,
                     qPrintable(QStringLiteral("%1 % of the file: %2 records").arg(percent).arg(left.size())));
            if (!left.isEmpty())
                QVERIFY(!reader->stateAt(left.constLast().at.elapsed).isEmpty());
        }
    }

    void aPageThatIsLostInTheMiddleCostsOnlyItsRecords()
    {
        test::RandomRecords random(77);
        QByteArray bytes = soundBytes();
        constexpr qsizetype kPage = 4096;
        int opened = 0;
        for (int round = 0; round < 12; ++round) {
            QByteArray damaged = bytes;
            const qsizetype page = 20 + random.below(int(bytes.size() / kPage) - 20); // behind the schema
            const QByteArray rubbish(kPage, round % 2 == 0 ? '\0' : char(random.below(256)));
            damaged.replace(page * kPage, kPage, rubbish);
            const auto reader = test::readSession(newPath(damaged));
            if (!reader)
                continue; // the root of a table
            ++opened;
            const RecordBatch left = test::allRecords(*reader);
            // Pages have no checksum: one that holds the end of a long text or picture cannot be told from a good one.
            QVERIFY(notAsWritten(left) <= 1);
            QVERIFY(left.size() == m_records.size() || !reader->damage().isEmpty());
        }
        QVERIFY(opened >= 10);
    }

    void noDamageIsMoreThanDamage()
    {
        test::RandomRecords random(123);
        const QByteArray bytes = soundBytes();
        for (int round = 0; round < 25; ++round) {
            QByteArray damaged = bytes;
            for (int i = 1 + random.below(200); i > 0; --i)
                damaged[100 + random.below(int(bytes.size()) - 100)] = char(random.below(256));
            const auto reader = SessionReader::open(newPath(damaged));
            if (!reader)
                continue;
            test::allRecords(**reader);
            (*reader)->stateAt((*reader)->span().end.elapsed);
            (*reader)->marks();
            (*reader)->still(FeedId{QStringLiteral("CAM 1")}, 10s);
            (*reader)->rollupSeriesNames();
        }
    }

    void aSessionWithoutRecordsOpens()
    {
        const QString path = newPath();
        QVERIFY(test::writeSession(path, {}));
        const auto reader = test::readSession(path);
        QVERIFY(reader && reader->endedCleanly());
        QCOMPARE(reader->span().end.utc, test::someHeader().started);
        QVERIFY(reader->stateAt(0s).isEmpty() && reader->marks().empty());
    }
};

QTEST_GUILESS_MAIN(SessionReaderTest)
#include "session_reader.moc"

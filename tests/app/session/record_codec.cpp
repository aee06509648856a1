#include "app/session/record_codec.h"
#include "app/session/record_words.h"
#include "app/session/session_schema.h"
#include "random_records.h"
#include "session_files.h"

#include <QRegularExpression>
#include <QTest>

using namespace gantry;
using test::must;

namespace {

Database newSession()
{
    Database database = must(Database::open({}, Database::Access::Scratch));
    must(createSessionSchema(database));
    return database;
}

struct Read
{
    RecordBatch records;
    std::vector<std::pair<RecordNumber, SessionError>> unreadable;
};

Read readKind(Database &database, std::size_t kind)
{
    RecordSelector selector = must(RecordSelector::prepare(database));
    Read read;
    must(selector.select(
        kind, 0, std::numeric_limits<RecordNumber>::max(), -1,
        {[&read](Record record) { read.records.append(std::move(record)); },
         [&read](RecordNumber number, SessionError error) { read.unreadable.emplace_back(number, error); }}));
    return read;
}

std::vector<QString> texts(Database &database, const QString &sql)
{
    Statement statement = must(database.prepare(sql.toUtf8()));
    std::vector<QString> found;
    while (must(statement.step()))
        found.push_back(statement.text(0));
    return found;
}

} // namespace

class RecordCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfRecordComesBackAsItWas()
    {
        for (std::size_t kind = 0; kind < kRecordKinds; ++kind) {
            test::RandomRecords random(unsigned(kind) + 1);
            Database database = newSession();
            RecordInserter inserter = must(RecordInserter::prepare(database));
            RecordBatch written;
            for (RecordNumber number = 1; number <= 300; ++number) {
                written.append({number, random.instant(), random.payload(kind)});
                QVERIFY(inserter.insert(written.constLast()).has_value());
            }
            const Read read = readKind(database, kind);
            QCOMPARE(read.unreadable.size(), std::size_t(0));
            QCOMPARE(read.records.size(), written.size());
            for (qsizetype i = 0; i < written.size(); ++i)
                QVERIFY2(read.records[i] == written[i],
                         qPrintable(QStringLiteral("%1 %2").arg(QLatin1StringView(recordTable(kind))).arg(i)));
        }
    }

    void everyWordIsFoundAgainAndNoTwoAreTheSame()
    {
        for (int value = 0; value < 32; ++value) {
            const auto kind = static_cast<cloud::Error::Kind>(value);
            if (const char *known = word(kind))
                QCOMPARE(fromWord<cloud::Error::Kind>(QLatin1StringView(known)), std::optional(kind));
            const auto fault = static_cast<media::Error::Kind>(value);
            if (const char *known = word(fault))
                QCOMPARE(fromWord<media::Error::Kind>(QLatin1StringView(known)), std::optional(fault));
            const auto step = static_cast<CommandStep>(value);
            if (const char *known = word(step))
                QCOMPARE(fromWord<CommandStep>(QLatin1StringView(known)), std::optional(step));
        }
        QCOMPARE(fromWord<AlarmPriority>(QStringLiteral("critical")), std::optional(AlarmPriority::Critical));
        QCOMPARE(fromWord<Tally>(QStringLiteral("red")), std::optional<Tally>());
    }

    void aPersonReadsWordsAndUnknownIsNull()
    {
        Database database = newSession();
        RecordInserter inserter = must(RecordInserter::prepare(database));
        media::PictureState state;
        state.signal = media::SignalState::NoSignal;
        must(inserter.insert({1, {}, PictureRecord{{QStringLiteral("CAM 1")}, state}}));
        QCOMPARE(texts(database, QStringLiteral("SELECT signal FROM picture WHERE age_ms IS NULL AND codec IS NULL")),
                 std::vector<QString>{QStringLiteral("no-signal")});
        QCOMPARE(texts(database, QStringLiteral("SELECT utc || ' ' || elapsed FROM picture_view")),
                 std::vector<QString>{QStringLiteral("1970-01-01T00:00:00.000Z 00:00:00")});
    }

    void aRowThatMakesNoSenseIsToldByTableAndNumberAndTheOthersAreRead()
    {
        Database database = newSession();
        RecordInserter inserter = must(RecordInserter::prepare(database));
        must(inserter.insert({1, {}, TallyRecord{{QStringLiteral("CAM 1")}, Tally::Off, {}}}));
        must(database.execute("INSERT INTO record VALUES (2, 0, 0, 'tally'), (3, 0, 0, 'tally')"));
        must(database.execute("INSERT INTO tally VALUES (2, 'CAM 1', 'purple', ''), (3, 'CAM 1', 'program', '')"));
        const Read read = readKind(database, 4);
        QCOMPARE(read.records.size(), qsizetype(2));
        QCOMPARE(read.unreadable.size(), std::size_t(1));
        QCOMPARE(read.unreadable.front().first, RecordNumber(2));
        QCOMPARE(read.unreadable.front().second.subject, QStringLiteral("tally.tally"));
    }

    void noHostileRowIsMoreThanUnreadable()
    {
        // The same tables without types, checks and NOT NULL, filled with everything that a column can hold.
        const QByteArrayList values{"NULL",
                                    "-1",
                                    "9223372036854775807",
                                    "1e308",
                                    "'word'",
                                    "x'00ff'",
                                    "'[[[['",
                                    "'[{\"pid\":99999,\"codec\":1}]'",
                                    "'[1,\"a\",{}]'",
                                    "''"};
        for (std::size_t kind = 0; kind < kRecordKinds; ++kind) {
            Database sound = newSession();
            const auto names = texts(
                sound,
                QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(QLatin1StringView(recordTable(kind))));
            Database hostile = must(Database::open({}, Database::Access::Scratch));
            must(hostile.execute("CREATE TABLE record (number INTEGER PRIMARY KEY, utc_us, elapsed_us, kind)"));
            for (std::size_t any = 0; any < kRecordKinds; ++any) {
                QStringList columns;
                for (const QString &name : texts(sound, QStringLiteral("SELECT name FROM pragma_table_info('%1')")
                                                            .arg(QLatin1StringView(recordTable(any)))))
                    columns << (name == QStringLiteral("number") ? QStringLiteral("number INTEGER PRIMARY KEY") : name);
                must(hostile.execute("CREATE TABLE " + QByteArray(recordTable(any)) + " (" +
                                     columns.join(QStringLiteral(", ")).toUtf8() + ')'));
            }
            test::RandomRecords random(unsigned(kind) + 99);
            const auto any = [&] { return values[random.below(int(values.size()))]; };
            constexpr int kRows = 500;
            for (int number = 1; number <= kRows; ++number) {
                const QByteArray key = QByteArray::number(number);
                must(hostile.execute("INSERT INTO record VALUES (" + key + ", " + (random.coin() ? any() : "5") + ", " +
                                     (random.coin() ? any() : "5") + ", '" + recordTable(kind) + "')"));
                QByteArrayList row{key};
                while (row.size() < qsizetype(names.size()))
                    row << any();
                must(hostile.execute("INSERT INTO " + QByteArray(recordTable(kind)) + " VALUES (" + row.join(", ") +
                                     ')'));
            }
            const Read read = readKind(hostile, kind);
            QCOMPARE(read.records.size() + qsizetype(read.unreadable.size()), qsizetype(kRows));
        }
    }

    void everyColumnOfEveryTableHasAComment()
    {
        Database database = newSession();
        int columns = 0;
        for (const QString &table :
             texts(database, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"))) {
            const QString sql =
                texts(database, QStringLiteral("SELECT sql FROM sqlite_schema WHERE name = '%1'").arg(table)).front();
            QVERIFY2(sql.contains(QRegularExpression(QStringLiteral("\\(\\s*-- \\w+"))), qPrintable(table));
            for (const QString &name :
                 texts(database, QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table))) {
                const QRegularExpression commented(QStringLiteral("^\\s+%1\\s+[A-Z][^\\n]*-- \\S[^\\n]{5,}").arg(name),
                                                   QRegularExpression::MultilineOption);
                QVERIFY2(commented.match(sql).hasMatch(), qPrintable(QStringLiteral("%1.%2").arg(table, name)));
                ++columns;
            }
        }
        QVERIFY(columns > 130);
    }

    void nothingInASessionCanBeChanged()
    {
        Database database = newSession();
        const auto tables = texts(database, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"));
        QVERIFY(tables.size() >= kRecordKinds + 5);
        RecordInserter inserter = must(RecordInserter::prepare(database));
        test::RandomRecords random(7);
        for (std::size_t kind = 0; kind < kRecordKinds; ++kind)
            must(inserter.insert({RecordNumber(kind) + 1, {}, random.payload(kind)}));
        must(database.execute(
            "INSERT INTO session VALUES (1, 'a', 'b', 'c', 'd', 1); INSERT INTO session_end VALUES (1, 1, 1);"
            "INSERT INTO gap VALUES (1, 1, 1, 'disk'); INSERT INTO rollup VALUES ('a', 1, 1, 1, 1)"));
        for (const QString &table : tables) {
            const QString column =
                texts(database,
                      QStringLiteral("SELECT name FROM pragma_table_info('%1') ORDER BY cid LIMIT 1").arg(table))
                    .front();
            for (const QString &sql : {QStringLiteral("UPDATE %1 SET %2 = %2").arg(table, column),
                                       QStringLiteral("DELETE FROM %1").arg(table),
                                       QStringLiteral("INSERT OR REPLACE INTO %1 SELECT * FROM %1").arg(table)}) {
                const auto refused = database.execute(sql.toUtf8());
                QVERIFY2(!refused, qPrintable(sql));
                QVERIFY2(refused.error().detail.contains(QStringLiteral("append-only")),
                         qPrintable(refused.error().detail));
            }
        }
    }
};

QTEST_GUILESS_MAIN(RecordCodecTest)
#include "record_codec.moc"

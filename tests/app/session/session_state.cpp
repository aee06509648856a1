// The first law of replay: the state at t, applied, equals every record up to t, applied.
#include "random_records.h"
#include "session_files.h"

#include <QElapsedTimer>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace gantry;
using std::chrono::microseconds;

namespace {

// What models show: the last of each thing, points and flags within the history, alarms that are not over, the
// steps of plans that were last, and the commands begun last with all their steps.
class ReferenceModel
{
public:
    void apply(const RecordBatch &batch)
    {
        for (const Record &record : batch) {
            std::visit([&](const auto &payload) { apply(record, payload); }, record.payload);
        }
    }
    void lookBackFrom(microseconds elapsed)
    {
        std::erase_if(m_points, [&](const Record &record) { return record.at.elapsed < elapsed - kHistory; });
        m_planSteps = m_planSteps.mid(std::max<qsizetype>(0, m_planSteps.size() - kPlanStepsKept));
        while (m_commandOrder.size() > kCommandsKept) {
            m_commands.remove(m_commandOrder.front());
            m_commandOrder.removeFirst();
        }
    }
    bool operator==(const ReferenceModel &) const = default;
    RecordBatch points() const { return {m_points.begin(), m_points.end()}; }
    qsizetype size() const { return m_last.size() + qsizetype(m_points.size()); }

private:
    template <typename T>
    void apply(const Record &record, const T &payload)
    {
        QString key;
        if constexpr (requires { payload.feed; })
            key = payload.feed.text;
        else if constexpr (requires { payload.audience; })
            key = payload.audience.text;
        else if constexpr (requires { payload.pair; })
            key = payload.pair.text;
        else if constexpr (std::same_as<T, PlanRecord>)
            key = payload.plan.text;
        else if constexpr (std::same_as<T, EncoderRecord>)
            key = payload.encoder.text;
        const std::size_t kind = record.payload.index();
        constexpr bool isPoint = std::same_as<T, LinkRecord> || std::same_as<T, EncoderRecord> ||
                                 std::same_as<T, AudienceRecord> || std::same_as<T, MatchRecord> ||
                                 std::same_as<T, CueRecord> || std::same_as<T, AlarmRecord> ||
                                 std::same_as<T, CommandRecord> || std::same_as<T, NoteRecord>;
        if constexpr (isPoint)
            m_points.push_back(record);
        if constexpr (std::same_as<T, AudioRecord>) { // the first of each second
            const auto second = std::chrono::floor<std::chrono::seconds>(record.at.elapsed);
            if (const auto heard = m_heard.find(key); heard == m_heard.end() || heard.value() != second)
                m_points.push_back(record);
            m_heard[key] = second;
        }
        if constexpr (std::same_as<T, PlanRecord>) {
            if (payload.change != PlanChange::Sight)
                m_planSteps.append(record);
        }
        if constexpr (std::same_as<T, AlarmRecord>) {
            if (payload.alarm.state == AlarmState::Normal)
                m_alarms.remove(payload.alarm.key);
            else
                m_alarms[payload.alarm.key] = record;
        } else if constexpr (std::same_as<T, CommandRecord>) {
            if (!m_commands.contains(payload.id.text))
                m_commandOrder.append(payload.id.text);
            m_commands[payload.id.text].append(record);
        } else if constexpr (!std::same_as<T, NoteRecord>) {
            m_last[{kind, key}] = record;
        }
    }

    QMap<std::pair<std::size_t, QString>, Record> m_last;
    QMap<QString, Record> m_alarms;
    QMap<QString, RecordBatch> m_commands;
    QStringList m_commandOrder;
    RecordBatch m_planSteps;
    std::vector<Record> m_points;
    QMap<QString, std::chrono::seconds> m_heard;
};

RecordBatch upTo(const RecordBatch &records, microseconds elapsed)
{
    const auto end = std::find_if(records.begin(), records.end(),
                                  [elapsed](const Record &record) { return record.at.elapsed > elapsed; });
    return {records.begin(), end};
}

} // namespace

class SessionStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateAtAnyTimeEqualsEveryRecordUpToThen()
    {
        QTemporaryDir folder;
        for (unsigned seed = 1; seed <= 6; ++seed) {
            test::RandomRecords random(seed);
            const RecordBatch records = random.stream(4000, std::chrono::milliseconds(900 * seed));
            const QString path = folder.filePath(QStringLiteral("%1.gantry").arg(seed));
            QVERIFY(test::writeSession(path, records));
            const auto reader = test::readSession(path);
            QVERIFY(reader);
            QVERIFY(reader->damage().isEmpty());
            for (int round = 0; round < 25; ++round) {
                const auto &aim = records[random.below(int(records.size()))].at.elapsed;
                const microseconds elapsed = aim + microseconds(random.below(3) - 1);
                const RecordBatch state = reader->stateAt(elapsed);
                QVERIFY(std::is_sorted(state.begin(), state.end(),
                                       [](const Record &a, const Record &b) { return a.number < b.number; }));
                const RecordBatch all = upTo(records, elapsed);
                QVERIFY(state.size() <= all.size());
                ReferenceModel fromAll;
                fromAll.apply(all);
                fromAll.lookBackFrom(elapsed);
                ReferenceModel fromState;
                fromState.apply(state);
                fromState.lookBackFrom(elapsed);
                QVERIFY2(fromState == fromAll,
                         qPrintable(QStringLiteral("seed %1 at %2 us").arg(seed).arg(elapsed.count())));
            }
        }
    }

    void noRecordIsInAStateTwiceOrWithoutNeed()
    {
        QTemporaryDir folder;
        test::RandomRecords random(5);
        const RecordBatch records = random.stream(3000, std::chrono::seconds(2));
        QVERIFY(test::writeSession(folder.filePath(QStringLiteral("a.gantry")), records));
        const auto reader = test::readSession(folder.filePath(QStringLiteral("a.gantry")));
        const microseconds end = reader->span().end.elapsed;
        const RecordBatch state = reader->stateAt(end);
        std::set<RecordNumber> numbers;
        for (const Record &record : state)
            QVERIFY(numbers.insert(record.number).second);
        // Without any one of them the model is another one.
        ReferenceModel whole;
        whole.apply(state);
        for (qsizetype i = 0; i < state.size(); i += 1 + state.size() / 40) {
            RecordBatch less = state;
            less.removeAt(i);
            ReferenceModel without;
            without.apply(less);
            QVERIFY(!(without == whole));
        }
    }

    void beforeTheFirstRecordThereIsNoState()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.gantry"));
        QVERIFY(
            test::writeSession(path, {{1, {{}, std::chrono::seconds(5)}, NoteRecord{{}, QStringLiteral("begun")}}}));
        const auto reader = test::readSession(path);
        QCOMPARE(reader->stateAt(std::chrono::seconds(4)).size(), qsizetype(0));
        QCOMPARE(reader->stateAt(std::chrono::seconds(5)).size(), qsizetype(1));
    }

    // Prints, asserts nothing about time. GANTRY_LONG=1 makes it the 3 hours and 20 feeds of the requirement.
    void howLongALongSessionTakesToShow()
    {
        const bool isLong = qEnvironmentVariableIsSet("GANTRY_LONG");
        const int seconds = isLong ? 3 * 3600 : 300;
        const int feeds = 20;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("long.gantry"));
        SessionWriter writer;
        QVERIFY(writer.open(path, test::someHeader()).has_value());
        QElapsedTimer timer;
        timer.start();
        RecordNumber number = 0;
        for (int second = 0; second < seconds; ++second) {
            RecordBatch batch;
            const Instant at{std::chrono::sys_time<microseconds>(std::chrono::hours(490'000)) +
                                 std::chrono::seconds(second),
                             std::chrono::seconds(second)};
            for (int feed = 0; feed < feeds; ++feed) {
                const FeedId id{QStringLiteral("CAM %1").arg(feed)};
                media::LinkSample link;
                link.state = media::LinkState::Connected;
                link.roundTrip = std::chrono::milliseconds(20);
                link.receiveRate = media::BitsPerSecond{8e6};
                batch.append({++number, at, LinkRecord{id, link}});
                batch.append({++number, at, TransportRecord{id, {}}});
                batch.append({++number, at, PictureRecord{id, {}}});
                for (int fifth = 0; fifth < 5; ++fifth)
                    batch.append(
                        {++number, at, AudioRecord{id, {true, QStringLiteral("AAC"), {-20, -21}, -23.0, -23.0}}});
            }
            writer.append(batch);
            writer.flush();
        }
        QVERIFY(writer.close().has_value());
        const qint64 writing = timer.restart();
        const auto reader = test::readSession(path);
        const qint64 opening = timer.restart();
        const RecordBatch state = reader->stateAt(std::chrono::seconds(seconds - 60));
        const qint64 cold = timer.restart();
        reader->stateAt(std::chrono::seconds(seconds / 2));
        const qint64 warm = timer.restart();
        const auto buckets = reader->rollup(rollupSeries(FeedId{QStringLiteral("CAM 1")}, FeedFigure::RoundTrip),
                                            microseconds(0), std::chrono::seconds(seconds));
        QCOMPARE(buckets.size(), std::size_t(seconds / 10));
        qInfo("%lld records, %lld MB: written in %lld ms, opened in %lld ms, state of %lld records in %lld and %lld ms",
              static_cast<long long>(number), QFileInfo(path).size() / 1000000, writing, opening,
              static_cast<long long>(state.size()), cold, warm);
    }
};

QTEST_GUILESS_MAIN(SessionStateTest)
#include "session_state.moc"

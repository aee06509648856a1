// Way (b): a provider's answer becomes a chart; a missing answer becomes a gap.

#include "app/models/follow.h"
#include "tests/ways/stage.h"

#include <cmath>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;

class AnswerToChart : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static const widgets::Series &viewers(const SeriesStore &store) { return store.lanes().front().series.front(); }
    static bool known(const widgets::Series &series)
    {
        return !series.points.empty() && !std::isnan(series.points.back().value);
    }
    static bool gap(const widgets::Series &series)
    {
        return !series.points.empty() && std::isnan(series.points.back().value);
    }

private Q_SLOTS:
    void viewersAndTheChannelAreChartedAndADeadCloudIsAGapAndNotADeadEncoder()
    {
        Cloud cloud;
        Show show = oneFeedShow(freePort());
        cloud.addTo(show);
        auto room = LiveRoom::open(show, m_folder.filePath(QStringLiteral("b.gantry")));
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        SeriesStore store(show);
        EncoderModel encoders(show, (*room)->records());
        follow((*room)->records(), &store);
        follow((*room)->records(), &encoders);

        QVERIFY(becomesTrue([&] { return known(viewers(store)); }));
        QVERIFY(viewers(store).points.back().value > 0);
        QVERIFY(becomesTrue(
            [&] { return encoders.index(0).data(EncoderRole::State).toString() == QStringLiteral("RUNNING"); }));

        cloud.kill();
        QVERIFY(becomesTrue([&] { return gap(viewers(store)); }, 20s));
        const auto isUnreachable = [](const AlarmRecord &alarm) {
            return alarm.alarm.where == QStringLiteral("Main") && alarm.alarm.priority == AlarmPriority::Unknown;
        };
        QVERIFY(becomesTrue([&] { return heard.has<AlarmRecord>(isUnreachable); }, 30s));
        QVERIFY(!heard.has<AlarmRecord>(
            [](const AlarmRecord &alarm) { return alarm.alarm.priority == AlarmPriority::Critical; }));
        QVERIFY(becomesTrue(
            [&] {
                return heard.has<TallyRecord>([](const TallyRecord &tally) { return tally.tally == Tally::Unknown; });
            },
            20s));
        // The last known state is still told, and that it is old.
        QCOMPARE(encoders.index(0).data(EncoderRole::State).toString(), QStringLiteral("RUNNING"));
        QVERIFY(!encoders.index(0).data(EncoderRole::Reachable).toBool());

        cloud.comeBack();
        QVERIFY(becomesTrue(
            [&] { return known(viewers(store)) && encoders.index(0).data(EncoderRole::Reachable).toBool(); }, 60s));
    }

    void keysThatTheCloudDoesNotKnowAreSaidAsSuch()
    {
        Cloud cloud;
        qputenv("AWS_SECRET_ACCESS_KEY", "not-the-right-one-at-all-0000000000000000");
        Show show = oneFeedShow(freePort());
        cloud.addTo(show);
        auto room = LiveRoom::open(show, m_folder.filePath(QStringLiteral("keys.gantry")));
        QVERIFY(room);
        Listener heard((*room)->records());
        (*room)->start();
        QVERIFY(becomesTrue([&] {
            return heard.has<EncoderRecord>([](const EncoderRecord &encoder) {
                return encoder.sample.failure && encoder.sample.failure->kind == cloud::Error::Kind::Refused;
            });
        }));
        for (const Record &record : std::as_const(heard.records)) {
            if (const auto *encoder = std::get_if<EncoderRecord>(&record.payload))
                QVERIFY(!encoder->sample.failure->detail.contains(QStringLiteral("not-the-right-one")));
        }
    }
};

QTEST_MAIN(AnswerToChart)
#include "b_answer_to_chart_test.moc"

// A plan over last night's records.

#include "app/control/backtest.h"
#include "tests/support/plan_stories.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using media::SignalState;

namespace {

// Collects what a room would have recorded.
class Night final : public RecordRule
{
public:
    QList<Payload> applied(const Record &record) override
    {
        records.append(record);
        return {};
    }
    QList<Payload> passed(const Instant &) override { return {}; }
    RecordBatch records;
};

struct Script
{
    Night night;
    RuleStory story{night};
    QString onAir = u"A"_s;
    QMap<QString, std::chrono::milliseconds> lost; // for how long; absent: live

    void pass(std::chrono::seconds time)
    {
        for (auto second = 0s; second < time; ++second) {
            for (const char *feed : {"CAM 1", "CAM 2"}) {
                PictureRecord told = picture(feed, SignalState::Live);
                if (lost.contains(told.feed.text)) {
                    told.state.signal = SignalState::NoSignal;
                    told.state.inState = lost[told.feed.text] += 1s;
                }
                story.happens(told);
            }
            story.happens(encoder(cloud::EncoderState::Running, "RUNNING", {onAir, onAir}));
            story.clock.pass(1s);
        }
    }
    BacktestResult run(Plan plan = mainPlan()) const
    {
        Backtest backtest(std::move(plan), 2s);
        backtest.apply(night.records);
        return backtest.result();
    }
};

QStringList linesOf(const BacktestResult &result)
{
    static const char *const words[] = {"switch", "return", "offer", "stuck", "doubt", "held"};
    QStringList lines;
    for (const BacktestStep &each : result.steps)
        lines.append(
            QStringLiteral("%1 %2 %3").arg(QLatin1String(words[int(each.step.kind)]), each.step.from, each.step.to));
    return lines;
}

} // namespace

class BacktestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuietNightHasNoStepAndNothingOffAir()
    {
        Script script;
        script.pass(120s);
        const BacktestResult result = script.run();
        QCOMPARE(linesOf(result), QStringList());
        QCOMPARE(result.offAirReally, 0ms);
        QCOMPARE(result.offAirWithPlan, 0ms);
        QCOMPARE(result.span, 119s);
    }
    void whatThePlanSavesIsCountedFromItsEffectOn()
    {
        Script script;
        script.pass(40s);
        script.lost[u"CAM 1"_s] = 0ms;
        script.pass(60s); // and nobody acted
        const BacktestResult result = script.run();
        QCOMPARE(linesOf(result), QStringList{u"switch A B"_s});
        QVERIFY(result.offAirReally > 55s);
        QVERIFY2(result.offAirWithPlan >= 2s && result.offAirWithPlan < 4s,
                 qPrintable(QString::number(result.offAirWithPlan.count())));
        QCOMPARE(result.falseTrips(mainPlan()), 0);
    }
    void anInputThatComesBackWithinTheSettleTimeMakesAFalseTrip()
    {
        Script script;
        script.pass(40s);
        script.lost[u"CAM 1"_s] = 0ms;
        script.pass(4s);
        script.lost.clear();
        script.pass(60s);
        const BacktestResult result = script.run();
        QCOMPARE(result.count(PlanStep::Kind::Switch), 1);
        QCOMPARE(result.falseTrips(mainPlan()), 1);
        Plan patient = mainPlan();
        patient.limits.noSignal.trip = 10s;
        QCOMPARE(script.run(patient).count(PlanStep::Kind::Switch), 0);
    }
    void whatWasNotKnownIsCountedAsNeither()
    {
        Script script;
        script.pass(20s);
        script.story.clock.pass(60s); // nothing is told
        script.pass(10s);
        const BacktestResult result = script.run();
        QVERIFY(result.unknown > 45s);
        QCOMPARE(result.offAirReally, 0ms);
    }
    void fromTheNextRealSwitchOnTheGuessIsWhatReallyWasOnAir()
    {
        Script script;
        script.pass(40s);
        script.lost[u"CAM 1"_s] = 0ms;
        script.pass(20s);
        script.onAir = u"B"_s; // a person acted after 20 s
        script.pass(60s);
        const BacktestResult result = script.run();
        QCOMPARE(linesOf(result), QStringList{u"switch A B"_s});
        QVERIFY(!result.holds);
        QVERIFY(result.offAirReally >= 19s && result.offAirReally <= 22s);
        QVERIFY(result.offAirWithPlan < 4s);
    }
};

QTEST_APPLESS_MAIN(BacktestTest)
#include "backtest_test.moc"

// What a drill reads from the records.

#include "app/control/drill_timeline.h"
#include "tests/support/plan_stories.h"

#include <QJsonArray>
#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;

namespace {

struct Drill
{
    DrillTimeline timeline{mainPlan()};
    ManualClock clock;
    RecordNumber number = 0;

    void happens(const Payload &payload) { timeline.seen({++number, clock.now(), payload}); }
    void fault() { timeline.begin(clock.now(), QStringLiteral("the sender of CAM 1 was killed")); }
    void decides(PlanStep::Kind kind, const char *because)
    {
        PlanRecord record;
        record.plan = mainPlan().id;
        record.change = PlanChange::Step;
        record.step = PlanStep{kind, QStringLiteral("A"), QStringLiteral("B"), QLatin1String(because), clock.now()};
        record.command = {QStringLiteral("7")};
        happens(record);
    }
    void step(CommandStep step, const char *id = "7")
    {
        CommandRecord command;
        command.id = {QLatin1String(id)};
        command.verb = cloud::Verb::SwitchInput;
        command.actor = QStringLiteral("rule main-stage");
        command.step = step;
        command.detail = step == CommandStep::Seen ? QStringLiteral("RETURN shows CAM 2.") : QString();
        happens(command);
    }
};

} // namespace

class DrillTimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepHasItsTimeSinceTheFault()
    {
        Drill drill;
        drill.fault();
        drill.clock.pass(1s);
        drill.happens(picture("CAM 1", media::SignalState::NoSignal));
        drill.clock.pass(1s);
        drill.decides(PlanStep::Kind::Switch, "A: no signal for 1.0 s");
        drill.step(CommandStep::Requested);
        drill.clock.pass(50ms);
        drill.step(CommandStep::Sent);
        drill.step(CommandStep::Accepted);
        drill.clock.pass(1s);
        drill.step(CommandStep::Confirmed);
        QVERIFY(!drill.timeline.isSeen());
        drill.clock.pass(500ms);
        drill.step(CommandStep::Seen);
        QVERIFY(drill.timeline.isSeen());
        const QStringList table = drill.timeline.table();
        QCOMPARE(table.size(), 8);
        QVERIFY2(table[1].contains(QStringLiteral("+1.000 s")), qPrintable(table[1]));
        QVERIFY2(table[4].contains(QStringLiteral("+2.050 s")), qPrintable(table[4]));
        QVERIFY2(table[7].contains(QStringLiteral("+3.550 s")) &&
                     table[7].contains(QStringLiteral("RETURN shows CAM 2")),
                 qPrintable(table[7]));
        const QJsonObject json = drill.timeline.json();
        QVERIFY(json[QStringLiteral("seen")].toBool());
        QCOMPARE(json[QStringLiteral("steps")].toArray().size(), 8);
    }
    void whatWasBeforeTheFaultIsNotLookedAt()
    {
        Drill drill;
        drill.happens(picture("CAM 1", media::SignalState::NoSignal));
        drill.decides(PlanStep::Kind::Switch, "early");
        drill.fault();
        QVERIFY(!drill.timeline.mark(DrillTimeline::Detected) && !drill.timeline.mark(DrillTimeline::Decided));
    }
    void anotherFeedAndAnotherCommandAreNotItsOwn()
    {
        Drill drill;
        drill.fault();
        drill.happens(picture("CAM 2", media::SignalState::NoSignal));
        drill.decides(PlanStep::Kind::Switch, "A: no signal");
        drill.step(CommandStep::Sent, "8");
        drill.step(CommandStep::Seen, "8");
        QVERIFY(!drill.timeline.mark(DrillTimeline::Detected));
        QVERIFY(!drill.timeline.mark(DrillTimeline::Sent));
        QVERIFY(!drill.timeline.isSeen());
    }
    void aPlanThatIsStuckOrHoldsAndAnOrderThatIsRejectedAreFailures()
    {
        Drill stuck;
        stuck.fault();
        stuck.decides(PlanStep::Kind::Stuck, "A: no signal. No other input is known to be fit.");
        QVERIFY(stuck.timeline.failure().has_value());
        Drill rejected;
        rejected.fault();
        rejected.decides(PlanStep::Kind::Switch, "A: no signal");
        rejected.step(CommandStep::Rejected);
        QVERIFY(rejected.timeline.failure().has_value());
        Drill unconfirmed;
        unconfirmed.fault();
        unconfirmed.decides(PlanStep::Kind::Switch, "A: no signal");
        unconfirmed.step(CommandStep::Unconfirmed);
        QVERIFY(!unconfirmed.timeline.failure()); // the picture may still show it
        QVERIFY(unconfirmed.timeline.table().last().contains(QStringLiteral("not reached")));
    }
};

QTEST_GUILESS_MAIN(DrillTimelineTest)
#include "drill_timeline_test.moc"

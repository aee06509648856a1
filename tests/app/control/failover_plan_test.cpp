// Who takes over when an input fails, and above all when nobody does.

#include "tests/support/plan_stories.h"

#include <QTest>

#include <random>

using namespace gantry;
using namespace gantry::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using media::SignalState;

namespace {

struct Desk
{
    explicit Desk(Plan made = mainPlan(), PlanMode mode = PlanMode::Auto) : plan(std::move(made)), story(plan)
    {
        plan.setMode(mode, story.clock.now());
        story.pass(12s); // the grace time is over
        story.takeLines();
    }
    FeedLife &first() { return story.feeds[u"CAM 1"_s]; }
    FeedLife &second() { return story.feeds[u"CAM 2"_s]; }
    QStringList after(std::chrono::seconds time)
    {
        story.pass(time);
        return story.takeLines();
    }

    FailoverPlan plan;
    PlanStory story;
};

const QStringList nothing;
const QStringList toB{u"switch A B"_s};

} // namespace

class FailoverPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanBeginsSwitchedOffAndDoesNothing()
    {
        FailoverPlan plan(mainPlan());
        PlanStory story(plan);
        QCOMPARE(plan.mode(), PlanMode::Off);
        story.feeds[u"CAM 1"_s].signal = SignalState::NoSignal;
        story.pass(60s);
        QCOMPARE(story.takeLines(), nothing);
    }
    void whenTheActiveInputIsLostTheBestFitOneTakesOver()
    {
        Desk desk;
        QCOMPARE(desk.after(20s), nothing);
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(3s), toB);
    }
    void aSecondWithoutSignalIsTheTripTimeAndNotMuchMore()
    {
        Desk desk;
        desk.first().signal = SignalState::NoSignal;
        // The story tells it at once, one second old: the wall's NO SIGNAL. The trip time has passed with it.
        const auto before = desk.story.clock.now().elapsed;
        desk.story.pass(1s);
        QCOMPARE(desk.story.steps.size(), 1);
        QVERIFY(desk.story.steps.first().at.elapsed - before <= 100ms);
    }
    void blackCountsFromWhatWasMeasured()
    {
        Desk desk;
        desk.first().black = true;
        QCOMPARE(desk.after(4s), nothing);
        QCOMPARE(desk.after(2s), toB);
    }
    void aFaultThatEndsBeforeTheTripTimeSwitchesNothing()
    {
        Desk desk;
        desk.first().black = true;
        desk.story.pass(4s);
        desk.first().black = false;
        QCOMPARE(desk.after(60s), nothing);
    }
    void nothingIsDecidedInTheGraceTime()
    {
        FailoverPlan plan(mainPlan());
        PlanStory story(plan);
        plan.setMode(PlanMode::Auto, story.clock.now());
        story.feeds[u"CAM 1"_s].signal = SignalState::NoSignal;
        story.pass(9s);
        QCOMPARE(story.takeLines(), nothing);
        story.pass(2s);
        QCOMPARE(story.takeLines(), toB);
    }
    void anUnfitInputIsNeverSwitchedTo()
    {
        Desk desk;
        desk.second().black = true;
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(60s), QStringList{u"stuck A"_s}); // and says so once
        desk.second().black = false;
        QCOMPARE(desk.after(8s), nothing); // not before it has been whole for its clear time
        QCOMPARE(desk.after(5s), toB);
    }
    void anInputThatNobodyHasHeardOfLatelyIsNotSwitchedTo()
    {
        Desk desk;
        desk.second().told = false;
        desk.story.pass(5s);
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(10s), QStringList{u"stuck A"_s});
    }
    void missingTelemetryOfTheActiveInputTripsNothing()
    {
        Desk desk;
        desk.first().told = false;
        QCOMPARE(desk.after(120s), nothing);
    }
    void whenTheProviderCannotBeReachedNothingIsDecided()
    {
        Desk desk;
        desk.story.encoderTold = false;
        desk.story.pass(11s);
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(60s), nothing);
    }
    void aTrustedSlateIsFitWithoutHavingBeenSeen()
    {
        Plan plan = mainPlan();
        plan.sources.append({u"SLATE"_s, {}, true});
        Desk desk(plan);
        desk.first().signal = desk.second().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(3s), QStringList{u"switch A SLATE"_s});
    }
    void aWitnessThatShowsAGoodPictureHasTheLastWord()
    {
        Plan plan = mainPlan();
        plan.witness = FeedId{u"RETURN"_s};
        Desk desk(plan);
        desk.story.feeds[u"RETURN"_s] = {};
        desk.story.pass(5s);
        desk.first().signal = SignalState::NoSignal; // our copy alone
        QCOMPARE(desk.after(30s), QStringList{u"doubt A"_s});
        desk.story.feeds[u"RETURN"_s].black = true; // and now viewers see it
        QCOMPARE(desk.after(3s), toB);
    }
    void aWitnessThatIsNotSeenIsNone()
    {
        Plan plan = mainPlan();
        plan.witness = FeedId{u"RETURN"_s};
        Desk desk(plan);
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(3s), toB);
    }
    void afterASwitchNothingIsDecidedUntilItHasSettled()
    {
        Desk desk;
        desk.first().signal = SignalState::NoSignal;
        desk.story.pass(3s);
        desk.story.onAir = u"B"_s;
        QCOMPARE(desk.after(1s), toB);
        desk.first().signal = SignalState::Live;
        desk.second().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(28s), nothing);
        QCOMPARE(desk.after(5s), QStringList{u"switch B A"_s});
    }
    void aSourceThatFlapsPutsThePlanOnHold()
    {
        Plan plan = mainPlan();
        plan.settle = 1s;
        for (PlanLimit PlanLimits::*limit : {&PlanLimits::noSignal, &PlanLimits::black})
            (plan.limits.*limit).clear = 1s;
        Desk desk(plan);
        QStringList lines;
        for (int round = 0; round < 8; ++round) {
            FeedLife &active = desk.story.onAir == u"A"_s ? desk.first() : desk.second();
            active.signal = SignalState::NoSignal;
            desk.story.pass(3s);
            active.signal = SignalState::Live;
            lines += desk.story.takeLines();
            if (!lines.isEmpty() && lines.last().startsWith(u"switch"_s))
                desk.story.onAir = lines.last().section(u' ', 2);
            desk.story.pass(5s);
            lines += desk.story.takeLines();
        }
        lines.removeAll(u"offer B A"_s);
        QCOMPARE(lines, (QStringList{u"switch A B"_s, u"switch B A"_s, u"switch A B"_s, u"held B"_s}));
        QCOMPARE(desk.plan.mode(), PlanMode::Hold);
    }
    void aCutBySomebodyElsePutsThePlanOnHold()
    {
        Desk desk;
        desk.story.onAir = u"B"_s;
        QCOMPARE(desk.after(1s), QStringList{u"held B"_s});
        desk.second().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(120s), nothing);
    }
    void aPersonsOrderHoldsThePlanBeforeItHasTakenEffect()
    {
        Desk desk;
        CommandRecord cut{{u"1"_s}, {u"Main"_s}, cloud::Verb::SwitchInput, u"B"_s, u"operator"_s};
        cut.step = CommandStep::Sent;
        desk.story.happens(cut);
        QCOMPARE(desk.story.takeLines(), QStringList{u"held A"_s});
    }
    void anOrderThatWasRefusedDisarmsNothing()
    {
        Desk desk;
        CommandRecord cut{{u"1"_s}, {u"Main"_s}, cloud::Verb::SwitchInput, u"B"_s, u"a viewer"_s};
        desk.story.happens(cut);
        cut.step = CommandStep::Refused;
        desk.story.happens(cut);
        QCOMPARE(desk.story.takeLines(), nothing);
        QCOMPARE(desk.plan.mode(), PlanMode::Auto);
    }
    void aClockSetByAnHourChangesNothing()
    {
        Desk desk;
        desk.story.clock.step(3600s);
        QCOMPARE(desk.after(60s), nothing);
        desk.first().signal = SignalState::NoSignal;
        desk.story.clock.step(-7200s);
        QCOMPARE(desk.after(3s), toB);
        desk.story.onAir = u"B"_s;
        desk.story.clock.step(7200s);
        desk.second().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(25s), nothing); // the settle time is no shorter for it
    }
    void anInputThatComesAndGoesEveryThreeSecondsIsLeftOnceAndNotReturnedTo()
    {
        Plan plan = mainPlan();
        plan.back = Plan::Return::After;
        plan.returnAfter = 30s;
        Desk desk(plan);
        QStringList lines;
        for (int i = 0; i < 100; ++i) {
            desk.first().signal = i % 2 == 0 ? SignalState::NoSignal : SignalState::Live;
            lines += desk.after(3s);
            if (!lines.isEmpty())
                desk.story.onAir = u"B"_s;
        }
        QCOMPARE(lines, toB);
    }
    void whatWasAdvisedAndIsOverIsToldAgainShouldItComeAgain()
    {
        Desk desk(mainPlan(), PlanMode::Advise);
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(3s), toB);
        QVERIFY(desk.plan.told());
        desk.first().signal = SignalState::Live;
        QCOMPARE(desk.after(15s), nothing);
        QVERIFY(!desk.plan.told());
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(3s), toB);
    }
    void anOrderOfItsOwnThatComesToNothingHoldsThePlan()
    {
        Desk desk;
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(2s), toB);
        desk.story.happens(CommandRecord{
            {u"1"_s}, {u"Main"_s}, cloud::Verb::SwitchInput, u"B"_s, desk.plan.actor(), {}, CommandStep::Unconfirmed});
        QCOMPARE(desk.story.takeLines(), QStringList{u"held A"_s});
        QCOMPARE(desk.after(120s), nothing); // and no second switch
    }
    void whileTheLogCannotBeWrittenNothingIsDecided()
    {
        Desk desk;
        desk.story.happens(LogRecord{false, u"disk full"_s});
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(30s), nothing);
        desk.story.happens(LogRecord{});
        QCOMPARE(desk.after(1s), toB);
    }
    void adviceIsGivenOnceAndNeverHolds()
    {
        Desk desk(mainPlan(), PlanMode::Advise);
        desk.first().signal = SignalState::NoSignal;
        QCOMPARE(desk.after(600s), toB);
        desk.story.onAir = u"B"_s; // somebody has taken it
        QCOMPARE(desk.after(60s), nothing);
        QCOMPARE(desk.plan.mode(), PlanMode::Advise);
    }
    void theWayBackIsOfferedReturnedOrLeftAsThePlanSays_data()
    {
        QTest::addColumn<int>("back");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("stay") << int(Plan::Return::Stay) << nothing;
        QTest::newRow("ask") << int(Plan::Return::Ask) << QStringList{u"offer B A"_s};
        QTest::newRow("after") << int(Plan::Return::After) << QStringList{u"return B A"_s};
    }
    void theWayBackIsOfferedReturnedOrLeftAsThePlanSays()
    {
        QFETCH(int, back);
        QFETCH(QStringList, expected);
        Plan plan = mainPlan();
        plan.back = Plan::Return(back);
        plan.returnAfter = 60s;
        Desk desk(plan);
        desk.first().signal = SignalState::NoSignal;
        desk.story.pass(2s);
        desk.story.onAir = u"B"_s;
        desk.story.takeLines();
        desk.story.pass(40s);
        desk.first().signal = SignalState::Live;
        desk.story.pass(58s);
        if (Plan::Return(back) == Plan::Return::After)
            QCOMPARE(desk.story.takeLines(), nothing); // not a second too early
        desk.story.pass(5s);
        QCOMPARE(desk.story.takeLines(), expected);
    }
    void providerAlertsCountOnlyWhereThePlanSaysSo()
    {
        for (const bool on : {false, true}) {
            Plan plan = mainPlan();
            plan.limits.pipeline = {on, 20s};
            Desk desk(plan);
            desk.story.encoderTold = false;
            EncoderRecord alerting = encoder(cloud::EncoderState::Running, "RUNNING", {u"A"_s, u"A"_s});
            alerting.sample.alerts.push_back({u"1"_s, u"Input Loss"_s, {}, u"0"_s});
            for (int second = 0; second < 25; ++second) {
                desk.story.happens(alerting);
                desk.story.pass(1s);
            }
            QCOMPARE(desk.story.takeLines(), on ? toB : nothing);
        }
    }

    // Any life of feeds and encoder, thousands of seconds of it: what must never happen does not.
    void whateverHappensItNeverBreaksItsOwnRules_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void whateverHappensItNeverBreaksItsOwnRules()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto oneIn = [&](unsigned n) { return random() % n == 0; };
        Plan made = mainPlan();
        made.settle = std::chrono::seconds(1 + random() % 40);
        made.back = Plan::Return(random() % 3);
        made.returnAfter = 60s;
        FailoverPlan plan(made);
        PlanStory story(plan);
        bool safe = true;
        std::optional<std::chrono::microseconds> last;
        for (int second = 0; second < 1500; ++second) {
            for (FeedLife &life : story.feeds) {
                if (oneIn(20))
                    life.told = !life.told;
                if (oneIn(15))
                    life.signal = std::array{SignalState::Live, SignalState::NoSignal, SignalState::Stalled,
                                             SignalState::Waiting}[random() % 4];
                if (oneIn(25))
                    life.black = !life.black;
                if (oneIn(40))
                    life.dropped = oneIn(2) ? 0 : 50;
            }
            if (oneIn(40))
                story.encoderTold = !story.encoderTold;
            if (oneIn(60))
                story.happens(LogRecord{safe = !safe, {}});
            if (oneIn(60))
                plan.setMode(PlanMode(random() % 4), story.clock.now());
            if (oneIn(200))
                story.onAir = oneIn(2) ? u"A"_s : u"B"_s;
            const PlanMode mode = plan.mode();
            story.pass(1s);
            for (const PlanStep &step : std::exchange(story.steps, {})) {
                if (step.kind != PlanStep::Kind::Switch && step.kind != PlanStep::Kind::Return)
                    continue;
                QVERIFY(mode == PlanMode::Auto || mode == PlanMode::Advise);
                QVERIFY(safe);
                QCOMPARE(int(plan.health(step.to, step.at).fitness), int(Fitness::Fit));
                QVERIFY(step.from != step.to);
                if (mode != PlanMode::Auto)
                    continue;
                if (last)
                    QVERIFY(step.at.elapsed - *last >= made.settle);
                last = step.at.elapsed;
                if (oneIn(2))
                    story.onAir = step.to; // or the order was lost
            }
        }
    }
};

QTEST_APPLESS_MAIN(FailoverPlanTest)
#include "failover_plan_test.moc"

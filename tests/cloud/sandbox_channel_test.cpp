#include "cloud/sandbox/sandbox_audience.h"
#include "cloud/sandbox/sandbox_channel.h"
#include "cloud/sandbox/sandbox_flow.h"
#include "cloud/sandbox/sandbox_livestream.h"
#include "cloud/sandbox/token_bucket.h"

#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;

using State = SandboxChannel::State;

namespace {

SandboxChannel channel(bool running)
{
    return {SandboxChannel::fastDelays(), {QStringLiteral("A"), QStringLiteral("B")}, running, 0ms};
}

SandboxChannel::Action switchTo(const QString &input, const QString &name, std::optional<SandboxChannel::Time> at = {})
{
    return {name, input, at, {}};
}

const QString A = QStringLiteral("A");
const QString B = QStringLiteral("B");

} // namespace

class SandboxChannelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStartedChannelRunsAfterAWhile()
    {
        SandboxChannel c = channel(false);
        QCOMPARE(c.state(), State::Idle);
        QVERIFY(c.activeInput().isEmpty());
        QVERIFY(c.start(0ms));
        QCOMPARE(c.state(), State::Starting);
        c.advance(1999ms);
        QCOMPARE(c.state(), State::Starting);
        c.advance(2000ms);
        QCOMPARE(c.state(), State::Running);
        QCOMPARE(c.activeInput(), A);
    }

    void aStoppedChannelIsIdleAfterAWhile()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.stop(10s));
        QCOMPARE(c.state(), State::Stopping);
        c.advance(11s);
        QCOMPARE(c.state(), State::Idle);
        QVERIFY(c.activeInput().isEmpty());
    }

    void aChannelThatRunsCannotBeStartedAndOneThatIsIdleNotStopped()
    {
        SandboxChannel running = channel(true);
        QVERIFY(!running.start(1s));
        SandboxChannel idle = channel(false);
        QVERIFY(!idle.stop(1s));
        QVERIFY(running.stop(1s));
        QVERIFY(!running.stop(1s));
        QVERIFY(!running.start(1s)); // while stopping
    }

    void aStartingChannelCanBeStopped()
    {
        SandboxChannel c = channel(false);
        QVERIFY(c.start(0ms));
        QVERIFY(c.stop(1s));
        c.advance(60s);
        QCOMPARE(c.state(), State::Idle);
    }

    void anImmediateSwitchTakesEffectAfterItsDelay()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("take-1"))}}, 10s));
        c.advance(11'499ms);
        QCOMPARE(c.activeInput(), A);
        c.advance(11'500ms);
        QCOMPARE(c.activeInput(), B);
        QCOMPARE(c.switchAction(), QStringLiteral("take-1"));
    }

    void switchesTakeEffectInTheOrderTheyAreDue()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("later"), 30s), switchTo(B, QStringLiteral("now"))}},
                                 0s));
        QVERIFY(c.updateSchedule({{}, {switchTo(A, QStringLiteral("then"))}}, 1s));
        c.advance(2s);
        QCOMPARE(c.switchAction(), QStringLiteral("now"));
        c.advance(3s);
        QCOMPARE(c.switchAction(), QStringLiteral("then"));
        c.advance(60s);
        QCOMPARE(c.switchAction(), QStringLiteral("later"));
        QCOMPARE(c.activeInput(), B);
    }

    void aNameIsTakenOnce()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("take-1"))}}, 0s));
        const auto again = c.updateSchedule({{}, {switchTo(A, QStringLiteral("take-1"))}}, 1s);
        QVERIFY(!again);
        QCOMPARE(again.error().path, QStringLiteral("creates.scheduleActions[0].actionName"));
        c.advance(60s);
        QCOMPARE(c.activeInput(), B);
    }

    void aBatchIsAllOrNothing()
    {
        SandboxChannel c = channel(true);
        const auto result = c.updateSchedule(
            {{}, {switchTo(B, QStringLiteral("good")), switchTo(QStringLiteral("C"), QStringLiteral("bad"))}}, 0s);
        QVERIFY(!result);
        QVERIFY(c.schedule().empty());
        c.advance(60s);
        QCOMPARE(c.activeInput(), A);
    }

    void deletesComeBeforeCreates()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("x"), 60s)}}, 0s));
        const auto result = c.updateSchedule({{QStringLiteral("x")}, {switchTo(B, QStringLiteral("x"), 90s)}}, 1s);
        QVERIFY(result);
        QCOMPARE(result->size(), 1u);
        QCOMPARE(c.schedule().size(), 1u);
        QCOMPARE(*c.schedule().front().at, 90s);
        QVERIFY(!c.updateSchedule({{QStringLiteral("y")}, {}}, 1s));
        QVERIFY(!c.updateSchedule({{QStringLiteral("x")}, {}}, 80s)); // too close to its start
    }

    void aSwitchNeedsARunningChannelAndFixedTimeNeedsALead()
    {
        SandboxChannel idle = channel(false);
        QVERIFY(!idle.updateSchedule({{}, {switchTo(B, QStringLiteral("x"))}}, 0s));
        QVERIFY(!idle.updateSchedule({{}, {switchTo(B, QStringLiteral("x"), 10s)}}, 0s));
        QVERIFY(idle.updateSchedule({{}, {switchTo(B, QStringLiteral("x"), 20s)}}, 0s));
        QVERIFY(idle.clearSchedule());
        QVERIFY(idle.schedule().empty());
        SandboxChannel running = channel(true);
        QVERIFY(!running.clearSchedule());
    }

    void aChannelBeginsAgainWithItsFirstInput()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("x"))}}, 0s));
        QVERIFY(c.stop(10s));
        QVERIFY(c.start(20s));
        c.advance(30s);
        QCOMPARE(c.activeInput(), A);
        QVERIFY(c.switchAction().isEmpty());
    }

    void theEventsACrowdWouldNoticeAreKept()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("x"))}}, 1s));
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("y"))}}, 10s)); // changes nothing on air
        c.advance(20s);
        QVERIFY(c.stop(30s));
        QCOMPARE(c.events().size(), 3u);
        QCOMPARE(c.events()[1].kind, SandboxChannel::Event::Kind::Switches);
        QCOMPARE(c.events()[1].at, 2500ms);
        QCOMPARE(c.events()[2].kind, SandboxChannel::Event::Kind::Stops);
    }

    void theSameSeedAndTimeGiveTheSameCrowd()
    {
        const SandboxChannel c = channel(true);
        for (const auto time : {-300s, 0s, 77s, 3600s}) {
            QCOMPARE(crowdAt(7, time, c.events()), crowdAt(7, time, c.events()));
            QVERIFY(crowdAt(7, time, c.events()) != crowdAt(8, time, c.events()));
        }
    }

    void aCrowdGrowsWhileTheChannelRuns()
    {
        const SandboxChannel c = channel(true);
        const auto early = crowdAt(1, 0s, c.events());
        const auto late = crowdAt(1, 3600s, c.events());
        QVERIFY(early.viewers > 1000);
        QVERIFY(late.viewers > 2 * early.viewers);
        QVERIFY(late.rebuffering < 0.01);
    }

    void aSwitchMakesTheCrowdRebufferForSomeSeconds()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("x"))}}, 600s));
        c.advance(700s);
        const auto before = crowdAt(1, 600s, c.events());
        const auto during = crowdAt(1, 605s, c.events());
        const auto after = crowdAt(1, 700s, c.events());
        QVERIFY(during.rebuffering > 3 * before.rebuffering);
        QVERIFY(during.viewers < before.viewers);
        QVERIFY(after.rebuffering < 0.01);
    }

    void aStoppedChannelStallsTheCrowdAndThenEmptiesTheHouse()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.stop(600s));
        const auto before = crowdAt(1, 599s, c.events());
        QVERIFY(crowdAt(1, 615s, c.events()).rebuffering > 0.5);
        QVERIFY(crowdAt(1, 900s, c.events()).viewers < before.viewers / 10);
        QVERIFY(c.start(900s));
        c.advance(903s);
        QVERIFY(crowdAt(1, 1500s, c.events()).viewers > before.viewers / 2);
    }

    void theCrowdStaysWithinReason()
    {
        SandboxChannel c = channel(true);
        for (int i = 0; i < 200; ++i)
            (void)c.updateSchedule({{}, {switchTo(i % 2 ? A : B, QString::number(i))}}, i * 2s);
        c.advance(1000s);
        QVERIFY(c.events().size() <= 100);
        for (auto time = -1000s; time < 2000s; time += 7s) {
            const auto figures = crowdAt(1, time, c.events());
            QVERIFY(figures.viewers >= 0 && figures.viewers < 10'000);
            QVERIFY(figures.rebuffering >= 0 && figures.rebuffering <= 1);
        }
    }

    void aSinglePipelineSwitchesAtOnce()
    {
        SandboxChannel c(SandboxChannel::fastDelays(), {A, B}, true, 0ms, {.standard = false});
        QCOMPARE(c.pipelinesRunning(), 1);
        QVERIFY(c.updateSchedule({{}, {switchTo(B, QStringLiteral("one"))}}, 1s));
        QCOMPARE(c.activeInput(), B);
    }

    void aPreparationChangesNothingOnAir()
    {
        SandboxChannel c = channel(true);
        SandboxChannel::Action prepare = switchTo(B, QStringLiteral("prepare"));
        prepare.prepares = true;
        QVERIFY(c.updateSchedule({{}, {prepare}}, 1s));
        c.advance(60s);
        QCOMPARE(c.activeInput(), A);
        QCOMPARE(c.schedule().size(), 1u);
    }

    void aFailoverPairLeavesALostInputByItself()
    {
        SandboxChannel c(SandboxChannel::fastDelays(), {A, B}, true, 0ms,
                         {.failover = SandboxChannel::Preference::Equal});
        c.setPresent(A, false, 10s);
        c.advance(10'999ms);
        QCOMPARE(c.activeInput(), A);
        c.advance(11s);
        QCOMPARE(c.activeInput(), B);
        c.setPresent(A, true, 12s);
        c.advance(100s);
        QCOMPARE(c.activeInput(), B); // neither is preferred: a hand may go back
        QVERIFY(c.updateSchedule({{}, {switchTo(A, QStringLiteral("back"))}}, 100s));
        c.advance(102s);
        QCOMPARE(c.activeInput(), A);
    }

    void aPairThatPrefersItsPrimaryGoesBackAndTakesNoHand()
    {
        SandboxChannel c(SandboxChannel::fastDelays(), {A, B}, true, 0ms,
                         {.failover = SandboxChannel::Preference::Primary});
        const auto refused = c.updateSchedule({{}, {switchTo(B, QStringLiteral("hand"))}}, 1s);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(QStringLiteral("PRIMARY_INPUT_PREFERRED")));
        c.setPresent(A, false, 10s);
        c.advance(12s);
        QCOMPARE(c.activeInput(), B);
        c.setPresent(A, true, 20s);
        c.advance(24'999ms);
        QCOMPARE(c.activeInput(), B);
        c.advance(25s);
        QCOMPARE(c.activeInput(), A);
    }

    void aLostInputWithoutAPairStaysOnAirAndRaisesAnAlertOnEachPipeline()
    {
        SandboxChannel c = channel(true);
        c.setPresent(A, false, 5s);
        c.advance(60s);
        QCOMPARE(c.activeInput(), A);
        QVERIFY(!c.isActivePresent());
        QCOMPARE(c.alerts().active(0), 1);
        QCOMPARE(c.alerts().active(1), 1);
        c.setPresent(A, true, 70s);
        QCOMPARE(c.alerts().active(0), 0);
        QCOMPARE(c.alerts().all().size(), 2u); // cleared, and remembered
        QCOMPARE(c.alerts().all().front().clearedAt, std::optional(SandboxChannel::Time(70s)));
    }

    void aRestartedPipelineIsAwayForAWhile()
    {
        SandboxChannel c = channel(true);
        QVERIFY(c.restartPipelines({1}, 5s));
        QVERIFY(c.isPipelineUp(0));
        QVERIFY(!c.isPipelineUp(1));
        QCOMPARE(c.state(), State::Running);
        c.advance(7s);
        QCOMPARE(c.pipelinesRunning(), 2);
        QVERIFY(!channel(false).restartPipelines({0}, 0ms));
    }

    void aChannelWithoutPipelinesRecovers()
    {
        SandboxChannel c = channel(true);
        c.setFailed(0, true, 1s);
        c.setFailed(1, true, 2s);
        QCOMPARE(c.state(), State::Recovering);
        c.setFailed(0, false, 3s);
        QCOMPARE(c.state(), State::Running);
        QCOMPARE(c.pipelinesRunning(), 1);
    }

    void aFlowPrefersTheOtherSourceAfterAnUpdate()
    {
        SandboxFlow flow(SandboxFlow::fastDelays(), {A, B}, true, 0ms);
        QCOMPARE(flow.activeSource(), A);
        QVERIFY(flow.update(B, true, 0ms));
        QCOMPARE(flow.state(), SandboxFlow::State::Updating);
        QVERIFY(!flow.update(A, true, 100ms)); // busy
        flow.advance(500ms);
        QCOMPARE(flow.activeSource(), B);
        flow.setPresent(B, false);
        QCOMPARE(flow.activeSource(), A); // what arrives
        QVERIFY(flow.stop(1s));
        QVERIFY(!flow.start(1s));
        flow.advance(2s);
        QCOMPARE(flow.state(), SandboxFlow::State::Standby);
        QVERIFY(flow.activeSource().isEmpty());
    }

    void aLivestreamAwaitsItsInputAndAHandEndsItsFailover()
    {
        SandboxLivestream c(SandboxLivestream::fastDelays(), {A, B}, false, 0ms);
        c.setPresent(A, false, 0ms);
        c.setPresent(B, false, 0ms);
        QVERIFY(c.start(0ms));
        c.advance(1500ms);
        QCOMPARE(c.state(), SandboxLivestream::State::AwaitingInput);
        c.advance(60s);
        QCOMPARE(c.state(), SandboxLivestream::State::AwaitingInput);
        c.setPresent(A, true, 60s);
        c.setPresent(B, true, 60s);
        c.advance(61s);
        QCOMPARE(c.state(), SandboxLivestream::State::Streaming);
        c.setPresent(A, false, 70s);
        QCOMPARE(c.activeInput(), B); // by itself
        c.setPresent(A, true, 80s);
        QCOMPARE(c.activeInput(), A);
        QVERIFY(c.createEvent({.id = QStringLiteral("e1"), .task = QStringLiteral("inputSwitch"), .inputKey = B}, 90s));
        c.advance(91s);
        QCOMPARE(c.activeInput(), B);
        QVERIFY(!c.hasFailover());
        c.setPresent(B, false, 100s);
        QCOMPARE(c.state(), SandboxLivestream::State::StreamingNoInput);
        QCOMPARE(c.activeInput(), B); // nobody switches any more
    }

    void aTimedEventOfALivestreamNeedsTenSeconds()
    {
        SandboxLivestream c(SandboxLivestream::fastDelays(), {A, B}, true, 0ms);
        SandboxLivestream::Event event{
            .id = QStringLiteral("e1"), .task = QStringLiteral("inputSwitch"), .inputKey = B, .at = 14s};
        QCOMPARE(c.createEvent(event, 5s).error().status, 400);
        QVERIFY(c.createEvent(event, 4s));
        c.advance(13'999ms);
        QCOMPARE(c.activeInput(), A);
        QVERIFY(!c.deleteEvent(QStringLiteral("e1")));
        c.advance(20s);
        QCOMPARE(c.activeInput(), A); // cancelled in time
    }

    void aBucketGivesItsBurstAndThenItsRate()
    {
        TokenBucket bucket(5, 30);
        for (int i = 0; i < 30; ++i)
            QVERIFY(bucket.take(0ms));
        QVERIFY(!bucket.take(0ms));
        QVERIFY(!bucket.take(199ms));
        QVERIFY(bucket.take(200ms));
        QVERIFY(!bucket.take(200ms));
    }
};

QTEST_GUILESS_MAIN(SandboxChannelTest)
#include "sandbox_channel_test.moc"

// Plans at work in a room: what they decide is recorded, ordered, held, refused; and nothing is switched twice.

#include "tests/support/planned_room.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using media::SignalState;

namespace {

using Room = PlannedRoom;

cloud::CommandAnswer timedOut()
{
    cloud::Error error;
    error.kind = cloud::Error::Kind::TimedOut;
    return tl::unexpected(error);
}

const QStringList requestedAndSent{u"requested"_s, u"sent"_s};

} // namespace

class PlanRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlanIsRecordedOffAsTheSessionBegins()
    {
        Room room;
        room.pass(1s);
        QVERIFY(room.plan());
        QCOMPARE(room.plan()->mode, PlanMode::Off);
        QCOMPARE(room.plan()->actor, QString());
        room.loseFirst();
        room.pass(60s);
        QVERIFY(room.provider.sent.isEmpty());
    }

    void aPlanInAutoRecordsWhatItSawAndAsksTheDeskInTheSameBreath()
    {
        Room room;
        room.arm();
        room.loseFirst();
        room.pass(3s);
        QCOMPARE(room.takeSteps(), requestedAndSent);
        QCOMPARE(room.provider.sent, QStringList{u"B"_s});
        const PlanRecord *step = room.of(PlanStep::Kind::Switch);
        QVERIFY(step);
        const auto *command = room.newest<CommandRecord>();
        QCOMPARE(step->command, command->id);
        QCOMPARE(command->actor, u"rule main-stage"_s);
        QCOMPARE(command->reason, step->step->because);
        QCOMPARE(step->sources.size(), std::size_t(2));
        QCOMPARE(step->sources[0].fitness, Fitness::Unfit);
        QCOMPARE(step->sources[0].fault, u"no signal"_s);
        QCOMPARE(step->sources[1].fitness, Fitness::Fit);
        QCOMPARE(step->trips, 1);
        // Behind it in the sequence: what the record names is there already when it is asked for.
        RecordNumber of = 0;
        for (const Record &record : std::as_const(room.records)) {
            if (const auto *plan = std::get_if<PlanRecord>(&record.payload);
                plan && plan->command == command->id && of == 0)
                of = record.number;
            if (const auto *one = std::get_if<CommandRecord>(&record.payload);
                one && one->step == CommandStep::Requested)
                QCOMPARE(record.number, of + 1);
        }
    }

    void adviceIsARecordAndAnAlarmAndSwitchesNothingUntilAPersonTakesIt()
    {
        Room room;
        room.arm(PlanMode::Advise);
        room.loseFirst();
        room.pass(3s);
        QVERIFY(room.provider.sent.isEmpty());
        QVERIFY(room.of(PlanStep::Kind::Switch)->stands);
        QCOMPARE(room.activeAlarms(), QStringList{u"ADVICE: SWITCH TO B"_s});
        room.hand([&](const Instant &now) { return room.plans.takeAdvice(room.id, u"ann"_s, now); });
        room.pass(1s);
        QCOMPARE(room.provider.sent, QStringList{u"B"_s});
        QCOMPARE(room.newest<CommandRecord>()->actor, u"ann"_s);
        room.provider.pending({});
        room.onAir = u"B"_s;
        room.pass(2s);
        QCOMPARE(room.plan()->mode, PlanMode::Advise);
        QVERIFY(room.activeAlarms().isEmpty());
    }

    void adviceThatIsOverCannotBeTaken()
    {
        Room room;
        room.arm(PlanMode::Advise);
        room.hand([&](const Instant &now) { return room.plans.takeAdvice(room.id, u"ann"_s, now); });
        QVERIFY(room.takeSteps().isEmpty());
        QCOMPARE(room.newest<NoteRecord>()->text, u"main-stage advises nothing now."_s);
    }

    void whenTheLogCannotBeWrittenNoOrderLeaves()
    {
        Room room;
        room.arm();
        room.diskWrites = false; // it hangs, and has not said so yet
        room.loseFirst();
        room.pass(4s);
        QVERIFY(room.provider.sent.isEmpty());
        QCOMPARE(room.takeSteps(), (QStringList{u"requested"_s, u"refused"_s}));
        QCOMPARE(room.plan()->mode, PlanMode::Hold);
        QCOMPARE(room.activeAlarms(), QStringList{u"AUTOMATION HOLDS"_s});
        room.diskWrites = true;
        room.pass(60s);
        QVERIFY(room.provider.sent.isEmpty());
    }

    void aFullDiskPausesThePlanUntilItIsWrittenAgain()
    {
        Room room;
        room.arm();
        room.sequencer.record(LogRecord{false, u"The disk is full."_s});
        room.loseFirst();
        room.pass(10s);
        QVERIFY(room.takeSteps().isEmpty());
        QCOMPARE(room.plan()->pause, PlanPause::Log);
        room.sequencer.record(LogRecord{});
        room.pass(1s);
        QCOMPARE(room.provider.sent, QStringList{u"B"_s});
    }

    void aProviderThatAcceptsAndDoesNothingHoldsThePlanAndIsAskedOnce()
    {
        Room room;
        room.arm();
        room.loseFirst();
        room.pass(3s);
        room.provider.pending({});
        room.pass(120s);
        QCOMPARE(room.provider.sent, QStringList{u"B"_s});
        QCOMPARE(room.takeSteps(), (QStringList{u"requested"_s, u"sent"_s, u"accepted"_s, u"unconfirmed"_s}));
        QCOMPARE(room.plan()->mode, PlanMode::Hold);
        QVERIFY(room.plan()->stands);
    }

    void aProviderThatAnswersAfterHalfAMinuteIsWaitedForAndAskedOnce()
    {
        Room room;
        room.arm();
        room.loseFirst();
        room.pass(3s);
        room.onAir = u"B"_s; // done, only nobody said so
        room.pass(30s);
        QCOMPARE(room.takeSteps(), requestedAndSent);
        room.provider.pending({});
        room.pass(1s);
        QCOMPARE(room.takeSteps(), (QStringList{u"accepted"_s, u"confirmed"_s}));
        QCOMPARE(room.provider.sent, QStringList{u"B"_s});
        QCOMPARE(room.plan()->mode, PlanMode::Auto);
    }

    void anAnswerThatNeverCameIsLookedUpAndNotAskedForTwice()
    {
        Room room;
        room.arm();
        room.loseFirst();
        room.pass(3s);
        room.provider.pending(timedOut());
        room.onAir = u"B"_s;
        room.pass(60s);
        QCOMPARE(room.takeSteps().last(), u"confirmed"_s);
        QCOMPARE(room.provider.sent, QStringList{u"B"_s});
    }

    void anOrderCarriedOutTwiceChangesNothingMore()
    {
        Room room;
        room.arm();
        room.loseFirst();
        room.pass(3s);
        room.provider.pending({});
        room.onAir = u"B"_s;
        room.pass(5s);
        room.sequencer.record(encoder(cloud::EncoderState::Running, "RUNNING", {u"B"_s, u"B"_s}));
        room.pass(60s);
        QCOMPARE(room.provider.sent, QStringList{u"B"_s});
        QCOMPARE(room.plan()->mode, PlanMode::Auto);
    }

    void bothInputsBadIsSaidAndSwitchesNothing()
    {
        Room room;
        room.arm();
        room.loseFirst();
        room.second_ = SignalState::NoSignal;
        room.pass(60s);
        QVERIFY(room.takeSteps().isEmpty());
        QVERIFY(room.of(PlanStep::Kind::Stuck)->stands);
        QCOMPARE(room.activeAlarms(), QStringList{u"NOTHING TO SWITCH TO"_s});
        room.first = SignalState::Live;
        room.pass(12s);
        QVERIFY(room.activeAlarms().isEmpty());
    }

    void aManualCutPutsThePlanOnHold()
    {
        Room room;
        room.arm();
        room.desk.request({u"Main"_s}, cloud::Verb::SwitchInput, u"B"_s, u"ann"_s, {});
        room.pass(1s);
        QCOMPARE(room.provider.sent, QStringList{u"B"_s});
        QCOMPARE(room.plan()->mode, PlanMode::Hold);
        QVERIFY(room.plan()->reason.contains(u"ann"_s));
    }

    void returningToTheFirstInputIsNoManualCut()
    {
        Room room;
        room.onAir = u"B"_s;
        room.arm();
        room.hand([&](const Instant &now) { return room.plans.returnToFirst(room.id, u"ann"_s, now); });
        room.pass(1s);
        QCOMPARE(room.provider.sent, QStringList{u"A"_s});
        room.provider.pending({});
        room.onAir = u"A"_s;
        room.pass(3s);
        QCOMPARE(room.takeSteps().last(), u"confirmed"_s);
        QCOMPARE(room.plan()->mode, PlanMode::Auto);
    }

    void theSlateIsAManualCutAndAPlanWithoutOneSaysSo()
    {
        Show show = plannedShow();
        show.encoders[0].inputs.append({u"SLATE"_s, {}});
        show.plans[0].sources.append({u"SLATE"_s, {}, true});
        Room room(show);
        room.arm();
        room.hand([&](const Instant &now) { return room.plans.cutToSlate(room.id, u"ann"_s, now); });
        room.pass(1s);
        QCOMPARE(room.provider.sent, QStringList{u"SLATE"_s});
        QCOMPARE(room.plan()->mode, PlanMode::Hold);

        Room without;
        without.hand([&](const Instant &now) { return without.plans.cutToSlate(without.id, u"ann"_s, now); });
        QVERIFY(without.newest<NoteRecord>()->text.contains(u"no slate"_s));
    }

    void holdingTheAutomationStopsAnOrderThatHasNotLeft()
    {
        Room room;
        room.arm();
        room.diskWrites = false;
        room.loseFirst();
        while (room.steps.isEmpty()) { // a tenth of a second at a time, so that the order has not timed out
            room.sequencer.record(picture("CAM 1", SignalState::NoSignal));
            room.clock.pass(100ms);
            room.sequencer.tick();
        }
        room.authority.setRole(Role::Viewer); // and anybody may
        room.hand([&](const Instant &now) { return room.plans.holdAll(u"ann"_s, now); });
        QCOMPARE(room.takeSteps(), (QStringList{u"requested"_s, u"refused"_s}));
        QCOMPARE(room.plan()->mode, PlanMode::Hold);
        room.diskWrites = true;
        room.pass(10s);
        QVERIFY(room.provider.sent.isEmpty());
    }

    void aViewerArmsNothingAndCutsNothingAndBothRefusalsAreRecorded()
    {
        Room room;
        room.arm();
        room.authority.setRole(Role::Viewer);
        room.hand([&](const Instant &now) { return room.plans.setMode(room.id, PlanMode::Off, u"vic"_s, now); });
        QCOMPARE(room.plan()->mode, PlanMode::Auto);
        QVERIFY(room.newest<NoteRecord>()->text.contains(u"not for the role “viewer”"_s));
        room.desk.request({u"Main"_s}, cloud::Verb::SwitchInput, u"B"_s, u"vic"_s, {});
        room.pass(1s);
        QCOMPARE(room.takeSteps(), (QStringList{u"requested"_s, u"refused"_s}));
        QCOMPARE(room.plan()->mode, PlanMode::Auto); // a refused hand disarms nothing
        room.loseFirst();
        room.pass(3s);
        QCOMPARE(room.provider.sent, QStringList{u"B"_s}); // and the plan goes on
    }

    void aDeskThatHasLostTheShowHoldsItsPlansAndSendsNothing()
    {
        Room room;
        room.arm();
        room.authority.setHold({false, u"bob on studio-2"_s, u"18:12:00 UTC"_s});
        room.loseFirst();
        room.pass(10s);
        QVERIFY(room.provider.sent.isEmpty());
        QCOMPARE(room.plan()->mode, PlanMode::Hold);
        QVERIFY(room.plan()->reason.contains(u"bob on studio-2"_s));
        room.desk.request({u"Main"_s}, cloud::Verb::SwitchInput, u"B"_s, u"ann"_s, {});
        room.pass(1s);
        QVERIFY(room.provider.sent.isEmpty());
        QCOMPARE(room.newest<CommandRecord>()->step, CommandStep::Refused);
    }

    void twoDesksAtOnceEachSeeTheOthersCutAndNeitherSwitchesBack()
    {
        Room room;
        room.arm();
        room.onAir = u"B"_s; // the other desk's cut, as the encoder shows it
        room.pass(3s);
        QCOMPARE(room.plan()->mode, PlanMode::Hold);
        room.second_ = SignalState::NoSignal;
        room.pass(60s);
        QVERIFY(room.provider.sent.isEmpty());
    }

    void threeTripsInTenMinutesAndThePlanHoldsAndSaysSo()
    {
        Room room;
        room.arm();
        for (int trip = 0; trip < 4; ++trip) {
            const bool onFirst = room.onAir == u"A"_s;
            (onFirst ? room.first : room.second_) = SignalState::NoSignal;
            room.pass(35s);
            if (room.provider.sent.size() > trip) {
                room.provider.pending({});
                room.onAir = onFirst ? u"B"_s : u"A"_s;
            }
            room.pass(5s);
            (onFirst ? room.first : room.second_) = SignalState::Live;
            room.pass(40s);
        }
        QCOMPARE(room.provider.sent.size(), 3);
        QCOMPARE(room.plan()->mode, PlanMode::Hold);
        QVERIFY(room.plan()->reason.contains(u"tripped 3 times"_s));
    }

    void aPlanRecordIsWrittenOnlyWhenSomethingHasChanged()
    {
        Room room;
        room.arm();
        const auto before = room.records.size();
        room.pass(60s);
        qsizetype plans = 0;
        for (qsizetype i = before; i < room.records.size(); ++i)
            plans += std::holds_alternative<PlanRecord>(room.records[i].payload) ? 1 : 0;
        QVERIFY(plans <= 1); // the grace time that may end in it
    }
};

QTEST_GUILESS_MAIN(PlanRulesTest)
#include "plan_rules_test.moc"

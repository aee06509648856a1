// The life of one alarm.

#include "app/control/alarm_condition.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace gantry;
using namespace std::chrono_literals;

class AlarmConditionTest : public QObject
{
    Q_OBJECT

    using Cause = AlarmCondition::Cause;
    static Cause present(AlarmPriority priority = AlarmPriority::Major)
    {
        return {true, priority, QStringLiteral("X"), {}};
    }

private Q_SLOTS:
    void aCauseThatLastsLessThanTheHoldTimeRaisesNothing()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {3s, 0s});
        QVERIFY(!condition.update(present(), clock.now()));
        clock.pass(2900ms);
        QVERIFY(!condition.passed(clock.now()));
        QVERIFY(!condition.update({}, clock.now()));
        clock.pass(10s);
        QVERIFY(!condition.passed(clock.now()));
        QVERIFY(condition.idle());
    }

    void aCauseThatLastsTheHoldTimeRaisesOnceWithTheInstantItRose()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {3s, 0s});
        condition.update(present(), clock.now());
        clock.pass(3s);
        const auto alarm = condition.passed(clock.now());
        QVERIFY(alarm);
        QCOMPARE(alarm->state, AlarmState::ActiveUnacknowledged);
        QCOMPARE(alarm->raised, clock.now());
        clock.pass(1s);
        QVERIFY(!condition.passed(clock.now()));
        QVERIFY(!condition.update(present(), clock.now()));
    }

    void aCauseThatIsGoneForLessThanTheClearTimeDoesNotReturn()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {0s, 2s});
        QVERIFY(condition.update(present(), clock.now()));
        condition.update({}, clock.now());
        clock.pass(1900ms);
        QVERIFY(!condition.passed(clock.now()));
        QVERIFY(!condition.update(present(), clock.now()));
        QVERIFY(condition.active());
    }

    void anUnacknowledgedMajorAlarmStaysAfterItsCauseIsGone()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {});
        condition.update(present(), clock.now());
        clock.pass(1s);
        const auto returned = condition.update({}, clock.now());
        QVERIFY(returned);
        QCOMPARE(returned->state, AlarmState::ReturnedUnacknowledged);
        QCOMPARE(*returned->returned, clock.now());
        const auto seen = condition.acknowledge(QStringLiteral("Ann"), clock.now());
        QVERIFY(seen);
        QCOMPARE(seen->state, AlarmState::Normal);
        QCOMPARE(seen->acknowledgedBy, QStringLiteral("Ann"));
    }

    void aMinorAlarmLeavesWithItsCause()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {});
        condition.update(present(AlarmPriority::Minor), clock.now());
        const auto gone = condition.update({}, clock.now());
        QVERIFY(gone);
        QCOMPARE(gone->state, AlarmState::Normal);
    }

    void anAcknowledgedAlarmLeavesWithItsCause()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {});
        condition.update(present(), clock.now());
        QCOMPARE(condition.acknowledge(QStringLiteral("Ann"), clock.now())->state, AlarmState::ActiveAcknowledged);
        QCOMPARE(condition.update({}, clock.now())->state, AlarmState::Normal);
    }

    void anAcknowledgedAlarmThatGetsWorseWantsToBeSeenAgain()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {});
        condition.update(present(AlarmPriority::Major), clock.now());
        condition.acknowledge(QStringLiteral("Ann"), clock.now());
        const auto worse = condition.update(present(AlarmPriority::Critical), clock.now());
        QVERIFY(worse);
        QCOMPARE(worse->state, AlarmState::ActiveUnacknowledged);
        QVERIFY(worse->acknowledgedBy.isEmpty());
    }

    void anAlarmThatComesBackBeforeItWasSeenCountsItsOccurrences()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {});
        condition.update(present(), clock.now());
        condition.update({}, clock.now());
        const auto again = condition.update(present(), clock.now());
        QVERIFY(again);
        QCOMPARE(again->occurrences, 2);
    }

    void aStepOfTheWallClockChangesNoHoldTime()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {3s, 0s});
        condition.update(present(), clock.now());
        clock.step(1h);
        QVERIFY(!condition.passed(clock.now()));
        clock.step(-2h);
        clock.pass(3s);
        QVERIFY(condition.passed(clock.now()));
    }

    void acknowledgingNothingChangesNothing()
    {
        tests::ManualClock clock;
        AlarmCondition condition(QStringLiteral("k"), QStringLiteral("CAM 1"), {});
        QVERIFY(!condition.acknowledge(QStringLiteral("Ann"), clock.now()));
    }
};

QTEST_GUILESS_MAIN(AlarmConditionTest)
#include "alarm_condition_test.moc"

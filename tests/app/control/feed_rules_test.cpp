// What makes a fault of a feed worse, what it hides, and what is none.

#include "app/control/alarm_rules.h"
#include "tests/support/feeding.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using media::SignalState;
using std::chrono::milliseconds;

namespace {

TallyRecord onAir(Tally tally)
{
    return {{QStringLiteral("CAM 1")}, tally, {}};
}

} // namespace

class FeedRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUnknownRaisesNothing()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        media::LinkSample &link = feeding.link.sample;
        link.roundTrip.reset();
        link.latency.reset();
        link.receiveRate.reset();
        link.interval = {};
        feeding.transport.sample = {};
        feeding.picture.state.content.reset();
        feeding.picture.state.decoder.clear();
        feeding.audio.levels = {};
        feeding.audio.levels.present = true;
        feeding.seconds(story, 120);
        story.happens(MatchRecord{{QStringLiteral("Main stage")}, {}});
        story.pass(60s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void blackAndFrozenOnProgramBecomeCriticalElsewhereMajor()
    {
        for (const Tally tally : {Tally::Program, Tally::Preview}) {
            AlarmRules rules(feedingShow());
            RuleStory story(rules);
            story.happens(onAir(tally));
            Feeding feeding;
            for (int second = 0; second < 12; ++second) {
                content(feeding).frozen = milliseconds(second * 1000 + 1);
                feeding.second(story);
            }
            const QString worst = tally == Tally::Program ? QStringLiteral("critical") : QStringLiteral("major");
            QCOMPARE(alarmLines(story.takeSaid()), (QStringList{QStringLiteral("CAM 1 FROZEN minor active"),
                                                                QStringLiteral("CAM 1 FROZEN %1 active").arg(worst)}));
        }
    }

    void silenceOnProgramIsMajorAfterFiveSeconds()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        story.happens(onAir(Tally::Program));
        Feeding feeding;
        for (int second = 0; second < 7; ++second) {
            sound(feeding).silent = milliseconds(second * 1000 + 1);
            feeding.second(story);
            if (second < 4)
                QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        }
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 SILENCE major active")});
    }

    void aFrozenPictureHidesNothingOfItsSound()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        for (int second = 0; second < 12; ++second) {
            content(feeding).frozen = sound(feeding).silent = milliseconds(second * 1000 + 1);
            feeding.second(story);
        }
        QVERIFY(alarmLines(story.takeSaid()).contains(QStringLiteral("CAM 1 SILENCE minor active")));
    }

    void aFeedFrozenForLessThanTheHoldTimeRaisesNoAlarm()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        content(feeding).frozen = 2900ms;
        feeding.second(story); // it may move again 10 ms later: nobody has measured 3 s
        content(feeding).frozen = 0ms;
        feeding.seconds(story, 5);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void aPictureThatMovesInBetweenIsNotFrozen()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        content(feeding).frozen = 900ms; // at every second anew
        feeding.seconds(story, 30);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void whatIsLostAndRepairedIsNoAlarmHoweverMuch()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        link(feeding).interval.lost = 400;
        link(feeding).interval.retransmitted = 20;
        feeding.seconds(story, 120);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void latencyOfThreeRoundTripsIsNoAlarm()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        link(feeding).latency = 30ms;
        feeding.seconds(story, 60);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void aDropIsAdvisedByHowMuchIsLost()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        link(feeding).roundTrip = 50ms;
        link(feeding).latency = 200ms;
        link(feeding).interval.received = 95;
        link(feeding).interval.retransmitted = 5;
        link(feeding).interval.dropped = 1;
        feeding.second(story);
        const auto said = story.takeSaid();
        QCOMPARE(alarmLines(said), QStringList{QStringLiteral("CAM 1 DROPPED PACKETS major active")});
        const QString advice = std::get<AlarmRecord>(said.first()).alarm.advice;
        QVERIFY2(advice.contains(QStringLiteral("at least 250 ms")), qPrintable(advice));
    }

    void aSmallRiseOfASmallRoundTripMattersToNobody()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        link(feeding).roundTrip = 400us;
        feeding.seconds(story, 60);
        link(feeding).roundTrip = 1200us;
        feeding.seconds(story, 30);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void errorsOfTheStreamThatTheLinkHasDroppedAreOneAlarm()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        feeding.seconds(story, 3);
        link(feeding).interval.dropped = 1;
        for (int second = 0; second < 20; ++second) {
            feeding.transport.sample.continuityErrors += 3;
            feeding.second(story);
        }
        for (const QString &line : alarmLines(story.takeSaid()))
            QVERIFY2(line.contains(QStringLiteral("DROPPED")), qPrintable(line));
    }

    void whatWasCountedBeforeANewConnectionIsNotARise()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        feeding.transport.sample.continuityErrors = 50; // counted before we looked
        feeding.seconds(story, 5);
        feeding.transport.sample.packets = 10;
        feeding.transport.sample.continuityErrors = 3; // while joining the new one
        feeding.seconds(story, 20);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void aProgramThatTheStreamDoesNotCarryIsSaidAndExplainsTheMissingPicture()
    {
        Show show = feedingShow();
        show.feeds[0].settings.program = 3;
        AlarmRules rules(show);
        RuleStory story(rules);
        Feeding feeding;
        feeding.picture.state.signal = SignalState::Waiting;
        feeding.seconds(story, 20);
        const auto said = story.takeSaid();
        QCOMPARE(alarmLines(said), QStringList{QStringLiteral("CAM 1 PROGRAM MISSING major active")});
        QVERIFY(std::get<AlarmRecord>(said.first()).alarm.advice.contains(QStringLiteral("carries 7")));
    }

    void aFeedThatNeverHadAGpuHasNotLostOne()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        feeding.picture.state.decoder = QStringLiteral("software");
        feeding.seconds(story, 20);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void soundThatAMultiplexerSendsTensOfMillisecondsLaterIsNoAlarm()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        feeding.audio.levels.soundEarly = -66ms; // as our own test feeds
        feeding.seconds(story, 60);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void aFeedThatNeverHadSoundIsNotSilent()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        Feeding feeding;
        feeding.audio.levels = {};
        feeding.seconds(story, 60);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void aBackupThatShowsSomethingElseIsMajorAfterFiveSeconds()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        MatchRecord match{{QStringLiteral("Main stage")}, {}};
        match.sample.picture = media::ContentMatch::Different;
        for (int second = 0; second < 6; ++second) {
            story.happens(match);
            story.pass(1s);
            if (second == 3)
                QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        }
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 2 BACKUP DIFFERS major active")});
        match.sample.picture = media::ContentMatch::Same;
        story.happens(match);
        story.pass(3s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 2 BACKUP DIFFERS major returned")});
    }

    void aPairSaysNothingWhenTheShowSaysOffOrDoesNotKnowIt()
    {
        Show show = feedingShow();
        show.feeds[1].limits.backup.on = false;
        AlarmRules rules(show);
        RuleStory story(rules);
        MatchRecord match{{QStringLiteral("Main stage")}, {}};
        match.sample.picture = media::ContentMatch::Different;
        story.happens(match);
        match.pair = {QStringLiteral("no such pair")};
        story.happens(match);
        story.pass(60s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void aBackupMoreThanASecondBehindIsLateAndAQuarterIsNot()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        MatchRecord match{{QStringLiteral("Main stage")}, {}};
        match.sample.picture = media::ContentMatch::Same;
        match.sample.pictureBehind = 240ms;
        story.happens(match);
        story.pass(20s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        match.sample.pictureBehind = 1400ms;
        story.happens(match);
        story.pass(6s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 2 BACKUP LATE minor active")});
    }

    void aCueIsAnEventAndNoAlarm()
    {
        AlarmRules rules(feedingShow());
        RuleStory story(rules);
        media::SpliceCue cue;
        cue.command = media::SpliceCue::Command::Insert;
        cue.out = true;
        story.happens(CueRecord{{QStringLiteral("CAM 1")}, cue});
        story.pass(60s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }
};

QTEST_GUILESS_MAIN(FeedRulesTest)
#include "feed_rules_test.moc"

// What is an alarm, how bad, and after how long.

#include "app/control/alarm_rules.h"
#include "tests/support/stories.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using cloud::EncoderState;
using media::SignalState;

class AlarmRulesTest : public QObject
{
    Q_OBJECT

    static CommandRecord command(cloud::Verb verb, CommandStep step)
    {
        return {{QStringLiteral("1")},
                {QStringLiteral("Main")},
                verb,
                QStringLiteral("B"),
                QStringLiteral("operator"),
                {},
                step,
                QStringLiteral("why")};
    }
    // Where only feeds matter, an encoder that never answers would be one more alarm.
    static Show showWithoutEncoders()
    {
        Show show = smallShow();
        show.encoders.clear();
        return show;
    }
    static TallyRecord onAir(const char *feed, Tally tally) { return {{QLatin1String(feed)}, tally, {}}; }

private Q_SLOTS:
    void aFeedThatLosesItsPictureIsMajor()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(picture("CAM 3", SignalState::Live));
        story.happens(picture("CAM 3", SignalState::Stalled));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        story.happens(picture("CAM 3", SignalState::NoSignal));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 3 NO SIGNAL major active")});
    }

    void theFeedOnProgramThatLosesItsPictureIsCritical()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(onAir("CAM 1", Tally::Program));
        story.happens(picture("CAM 1", SignalState::NoSignal));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 NO SIGNAL critical active")});
    }

    void aLostFeedThatGoesOnProgramBecomesCritical()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(picture("CAM 2", SignalState::NoSignal));
        story.takeSaid();
        story.happens(onAir("CAM 2", Tally::Program));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 2 NO SIGNAL critical active")});
    }

    void thePictureMustBeBackForASecondBeforeTheAlarmReturns()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(picture("CAM 1", SignalState::NoSignal));
        story.takeSaid();
        story.happens(picture("CAM 1", SignalState::Live));
        story.pass(900ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        story.pass(200ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 NO SIGNAL major returned")});
    }

    void aFeedThatNeverCameIsSaidAfterTenSeconds()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        story.happens(picture("CAM 1", SignalState::Waiting));
        story.pass(9900ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        story.pass(200ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 NOT ARRIVED major active")});
    }

    void aLinkFaultHidesTheMissingPicture()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        media::LinkSample link;
        link.state = media::LinkState::Failed;
        link.fault =
            media::Error{media::Error::Kind::PortInUse, QStringLiteral("Listen"), QStringLiteral("127.0.0.1:9001"), {}};
        story.happens(LinkRecord{{QStringLiteral("CAM 1")}, link});
        story.happens(picture("CAM 1", SignalState::NoSignal));
        story.pass(20s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 PORT IN USE major active")});
    }

    void droppedPacketsAreMinorAndMajorAboveOneInAThousand()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(connected("CAM 1", 10'000, 1));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 DROPPED PACKETS minor active")});
        story.clock.pass(1s);
        story.happens(connected("CAM 1", 1'000, 50));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 DROPPED PACKETS major active")});
    }

    void lossThatIsRepairedRaisesNothing()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        for (int second = 0; second < 60; ++second) {
            LinkRecord link = connected("CAM 1");
            link.sample.interval.lost = 80; // reordering too counts as loss
            link.sample.interval.retransmitted = 4;
            story.happens(link);
            story.pass(1s);
        }
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void tooLittleLatencyForTheRoundTripIsSaidAfterTenSeconds()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        for (int second = 0; second < 12; ++second) {
            LinkRecord link = connected("CAM 1");
            link.sample.roundTrip = 60ms; // two round trips in 120 ms
            story.happens(link);
            story.pass(1s);
        }
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 LATENCY TOO LOW minor active")});
    }

    void dataThatIsNoTransportStreamIsSaidAfterTwoSeconds()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        media::TransportSample strange;
        strange.rate = media::BitsPerSecond{1e6};
        story.happens(TransportRecord{{QStringLiteral("CAM 1")}, strange});
        story.pass(2100ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 NOT MPEG-TS major active")});
    }

    void aLostPollIsNotALostEncoder()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        story.happens(unreachable());
        story.pass(5000ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        story.pass(200ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main UNREACHABLE unknown active")});
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main UNREACHABLE unknown normal")});
    }

    void anEncoderThatStopsUnaskedIsCritical()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        story.happens(encoder(EncoderState::Idle, "IDLE"));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main ENCODER STOPPED critical active")});
    }

    void anEncoderThatWasAskedToStopIsNoAlarm()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        story.happens(command(cloud::Verb::Stop, CommandStep::Requested));
        story.happens(encoder(EncoderState::Stopping, "STOPPING"));
        story.happens(encoder(EncoderState::Idle, "IDLE"));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void aSampleThatOvertakesTheStopMakesItNoAlarmEither()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        story.happens(command(cloud::Verb::Stop, CommandStep::Requested));
        story.happens(command(cloud::Verb::Stop, CommandStep::Sent));
        story.happens(encoder(EncoderState::Running, "RUNNING")); // asked before the order arrived
        story.happens(command(cloud::Verb::Stop, CommandStep::Accepted));
        story.happens(encoder(EncoderState::Stopping, "STOPPING"));
        story.happens(encoder(EncoderState::Idle, "IDLE"));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        // It is started elsewhere and dies: nobody asked for that.
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        story.happens(encoder(EncoderState::Idle, "IDLE"));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main ENCODER STOPPED critical active")});
    }

    void aStopThatWasRefusedExcusesNothing()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        story.happens(command(cloud::Verb::Stop, CommandStep::Requested));
        story.happens(command(cloud::Verb::Stop, CommandStep::Refused));
        story.happens(encoder(EncoderState::Idle, "IDLE"));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main ENCODER STOPPED critical active")});
    }

    void aLostPipelineIsMajorAndNoPipelineAtAllIsCritical()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        EncoderRecord sample = encoder(EncoderState::Running, "RUNNING");
        sample.sample.pipelinesRunning = 1;
        const auto lasts = [&] {
            for (int second = 0; second < 4; ++second) {
                story.happens(sample);
                story.pass(1s);
            }
            return alarmLines(story.takeSaid());
        };
        QCOMPARE(lasts(), QStringList{QStringLiteral("Main PIPELINE LOST major active")});
        sample.sample.pipelinesRunning = 0;
        QCOMPARE(lasts(), QStringList{QStringLiteral("Main ALL PIPELINES LOST critical active")});
    }

    void aProviderThatIsAskedSeldomIsNotUnreachableBetweenTwoQuestions()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        EncoderRecord sample = encoder(EncoderState::Running, "RUNNING");
        sample.sample.pollInterval = 10s;
        story.happens(sample);
        story.pass(20s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        story.pass(2s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main UNREACHABLE unknown active")});
    }

    void anInputThatDoesNotArriveIsAnAlarmWhenItIsKnownFresh()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        EncoderRecord sample = encoder(EncoderState::Running, "RUNNING");
        sample.sample.receives = false;
        sample.sample.figures.measured = cloud::ProviderTime{}; // a figure of long ago
        const auto lasts = [&] {
            for (int second = 0; second < 4; ++second) {
                story.happens(sample);
                story.pass(1s);
            }
            return alarmLines(story.takeSaid());
        };
        QCOMPARE(lasts(), QStringList());
        sample.sample.figures.measured.reset();
        QCOMPARE(lasts(), QStringList{QStringLiteral("Main NO INPUT AT THE ENCODER major active")});
    }

    void aProviderThatHangsIsUnreachableFiveSecondsAfterItsLastAnswer()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        story.pass(5s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        story.pass(200ms); // not even a failure has come
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main UNREACHABLE unknown active")});
    }

    void aSenderThatConnectsAndSendsNothingDoesNotEndNoSignal()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        story.happens(picture("CAM 1", SignalState::Live));
        story.happens(picture("CAM 1", SignalState::NoSignal));
        story.takeSaid();
        story.happens(connected("CAM 1", 0));
        story.happens(picture("CAM 1", SignalState::Waiting));
        story.pass(30s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        story.happens(picture("CAM 1", SignalState::Live));
        story.pass(1100ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 NO SIGNAL major returned")});
    }

    void aStrangerWithAWrongPassphraseDoesNotHideALostPicture()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        story.happens(picture("CAM 1", SignalState::Live));
        story.happens(picture("CAM 1", SignalState::NoSignal));
        story.takeSaid();
        media::LinkSample link;
        link.state = media::LinkState::Failed;
        link.fault =
            media::Error{media::Error::Kind::WrongPassphrase, QStringLiteral("A caller was turned away"), {}, {}};
        story.happens(LinkRecord{{QStringLiteral("CAM 1")}, link});
        story.pass(20s);
        const QStringList said = alarmLines(story.takeSaid());
        QVERIFY(said.contains(QStringLiteral("CAM 1 WRONG PASSPHRASE major active")));
        QVERIFY(!said.contains(QStringLiteral("CAM 1 NO SIGNAL major returned")));
        QVERIFY(!rules.acknowledge(QStringLiteral("feed/CAM 1/no-signal"), QStringLiteral("Ann"), story.clock.now())
                     .isEmpty());
    }

    void aCallThatIsRejectedNeedsHandsAndAPeerThatFellSilentDoesNot()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        media::LinkSample link;
        link.state = media::LinkState::Failed;
        link.fault = media::Error{media::Error::Kind::Silent, QStringLiteral("Connected, but nothing came"), {}, {}};
        story.happens(LinkRecord{{QStringLiteral("CAM 1")}, link});
        story.pass(5s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        link.fault = media::Error{media::Error::Kind::Rejected, QStringLiteral("rejected with code 1404"), {}, {}};
        story.happens(LinkRecord{{QStringLiteral("CAM 1")}, link});
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 LINK FAULT major active")});
    }

    void notKnowingTheTallyMakesAnAlarmNeitherBetterNorWorse()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(onAir("CAM 1", Tally::Program));
        story.happens(picture("CAM 1", SignalState::NoSignal));
        rules.acknowledge(QStringLiteral("feed/CAM 1/no-signal"), QStringLiteral("Ann"), story.clock.now());
        story.takeSaid();
        story.happens(onAir("CAM 1", Tally::Unknown));
        story.happens(onAir("CAM 1", Tally::Program));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void figuresInTheAdviceAreNoRecordASecond()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        for (int second = 0; second < 30; ++second) {
            story.happens(connected("CAM 1", 1000 + second, 5));
            story.pass(1s);
        }
        const auto records = alarmLines(story.takeSaid()).size();
        QVERIFY2(records >= 1 && records <= 4, qPrintable(QString::number(records)));
    }

    void anEncoderThatWasNeverSeenRunningIsNotStopped()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(encoder(EncoderState::Idle, "IDLE"));
        story.pass(4s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }

    void oneOfTwoPipelinesIsMajorAfterThreeSeconds()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        EncoderRecord one = encoder(EncoderState::Running, "RUNNING");
        one.sample.pipelinesRunning = 1;
        story.happens(one);
        story.pass(3100ms);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main PIPELINE LOST major active")});
    }

    void aProvidersAlertStandsAsLongAsTheProviderSaysSo()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        EncoderRecord alerting = encoder(EncoderState::Running, "RUNNING");
        alerting.sample.alerts.push_back(
            {QStringLiteral("7"), QStringLiteral("Video Not Detected"), QStringLiteral("…"), QStringLiteral("0")});
        story.happens(alerting);
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        QCOMPARE(alarmLines(story.takeSaid()), (QStringList{QStringLiteral("Main Video Not Detected major active"),
                                                            QStringLiteral("Main Video Not Detected major returned")}));
    }

    void anUnconfirmedSwitchIsMajorUntilAnotherCommandComesTrue()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(command(cloud::Verb::SwitchInput, CommandStep::Unconfirmed));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main SWITCH UNCONFIRMED major active")});
        story.happens(command(cloud::Verb::SwitchInput, CommandStep::Confirmed));
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main SWITCH UNCONFIRMED major returned")});
    }

    void aLogThatCannotBeWrittenIsCritical()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(LogRecord{false, QStringLiteral("The disk is full."), 0});
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Session log LOG NOT SAFE critical active")});
    }

    void viewerFiguresAreOldAfterAMinuteOfFailures()
    {
        AlarmRules rules(showWithoutEncoders());
        RuleStory story(rules);
        cloud::AudienceSample failed;
        failed.failure = cloud::Error{};
        story.happens(AudienceRecord{{QStringLiteral("Viewers")}, failed});
        story.pass(59s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        story.pass(2s);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Viewers FIGURES OLD minor active")});
    }

    void anAcknowledgementIsARecordWithAName()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        story.happens(picture("CAM 1", SignalState::NoSignal));
        const QList<Payload> said =
            rules.acknowledge(QStringLiteral("feed/CAM 1/no-signal"), QStringLiteral("Ann"), story.clock.now());
        QCOMPARE(alarmLines(said), QStringList{QStringLiteral("CAM 1 NO SIGNAL major acknowledged")});
        QCOMPARE(std::get<AlarmRecord>(said.first()).alarm.acknowledgedBy, QStringLiteral("Ann"));
        QVERIFY(rules.acknowledge(QStringLiteral("no such key"), QStringLiteral("Ann"), story.clock.now()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(AlarmRulesTest)
#include "alarm_rules_test.moc"

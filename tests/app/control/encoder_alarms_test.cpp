// When the health of an encoder is an alarm: its pipelines, what it takes, and the keys it is asked with.

#include "app/control/alarm_rules.h"
#include "tests/support/stories.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using cloud::EncoderState;

class EncoderAlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void keysThatRunOutUnrefreshedAreTold()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        EncoderRecord sample = encoder(EncoderState::Running, "RUNNING");
        sample.sample.credentialsExpire = cloud::ProviderTime(std::chrono::hours(24 * 36'500));
        story.happens(sample);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
        sample.sample.credentialsExpire = cloud::ProviderTime{}; // long ago
        story.happens(sample);
        QCOMPARE(alarmLines(story.takeSaid()), QStringList{QStringLiteral("Main CREDENTIALS EXPIRE minor active")});
    }
};

QTEST_GUILESS_MAIN(EncoderAlarmsTest)
#include "encoder_alarms_test.moc"

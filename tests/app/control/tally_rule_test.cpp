// Tally follows what the encoders confirm.

#include "app/control/tally_rule.h"
#include "tests/support/stories.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using cloud::EncoderState;

class TallyRuleTest : public QObject
{
    Q_OBJECT

    // "CAM 1 program", one line a change.
    static QStringList lines(const QList<Payload> &payloads)
    {
        static const char *const names[] = {"unknown", "off", "preview", "program"};
        QStringList lines;
        for (const Payload &payload : payloads) {
            const auto &record = std::get<TallyRecord>(payload);
            lines.append(
                QStringLiteral("%1 %2").arg(record.feed.text, QLatin1String(names[static_cast<int>(record.tally)])));
        }
        return lines;
    }
    static EncoderRecord takes(const char *first, const char *second)
    {
        return encoder(EncoderState::Running, "RUNNING", {QLatin1String(first), QLatin1String(second)});
    }

private Q_SLOTS:
    void beforeTheFirstAnswerTallyIsUnknownAndNotOff()
    {
        TallyRule rule(smallShow());
        RuleStory story(rule);
        story.pass(100ms);
        QCOMPARE(lines(story.takeSaid()), (QStringList{QStringLiteral("CAM 1 unknown"), QStringLiteral("CAM 2 unknown"),
                                                       QStringLiteral("CAM 3 off")}));
    }

    void theInputThatEveryPipelineTakesIsOnProgramAndTheOtherOnPreview()
    {
        TallyRule rule(smallShow());
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        QCOMPARE(lines(story.takeSaid()), (QStringList{QStringLiteral("CAM 1 program"), QStringLiteral("CAM 2 preview"),
                                                       QStringLiteral("CAM 3 off")}));
    }

    void inTheMiddleOfASwitchBothAreOnProgram()
    {
        TallyRule rule(smallShow());
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        story.takeSaid();
        story.happens(takes("B", "A"));
        QCOMPARE(lines(story.takeSaid()), QStringList{QStringLiteral("CAM 2 program")});
        story.happens(takes("B", "B"));
        QCOMPARE(lines(story.takeSaid()), QStringList{QStringLiteral("CAM 1 preview")});
    }

    void aCommandAloneMovesNoTally()
    {
        TallyRule rule(smallShow());
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        story.takeSaid();
        for (const CommandStep step : {CommandStep::Requested, CommandStep::Sent, CommandStep::Accepted})
            story.happens(CommandRecord{{QStringLiteral("1")},
                                        {QStringLiteral("Main")},
                                        cloud::Verb::SwitchInput,
                                        QStringLiteral("B"),
                                        {},
                                        {},
                                        step,
                                        {}});
        QVERIFY(story.takeSaid().isEmpty());
    }

    void anIdleEncoderHasNothingOnAir()
    {
        TallyRule rule(smallShow());
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        story.takeSaid();
        story.happens(encoder(EncoderState::Idle, "IDLE", {QStringLiteral("A"), QStringLiteral("A")}));
        QCOMPARE(lines(story.takeSaid()), (QStringList{QStringLiteral("CAM 1 off"), QStringLiteral("CAM 2 off")}));
    }

    void anEncoderThatDoesNotAnswerForFiveSecondsMakesTallyUnknown()
    {
        TallyRule rule(smallShow());
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        story.takeSaid();
        story.happens(unreachable());
        story.pass(5s);
        QVERIFY(story.takeSaid().isEmpty());
        story.pass(200ms);
        QCOMPARE(lines(story.takeSaid()),
                 (QStringList{QStringLiteral("CAM 1 unknown"), QStringLiteral("CAM 2 unknown")}));
        story.happens(takes("A", "A"));
        QCOMPARE(lines(story.takeSaid()),
                 (QStringList{QStringLiteral("CAM 1 program"), QStringLiteral("CAM 2 preview")}));
    }

    void aRunningEncoderThatDoesNotSayWhatItTakesMakesTallyUnknown()
    {
        TallyRule rule(smallShow());
        RuleStory story(rule);
        story.happens(encoder(EncoderState::Running, "RUNNING"));
        QCOMPARE(lines(story.takeSaid()), (QStringList{QStringLiteral("CAM 1 unknown"), QStringLiteral("CAM 2 unknown"),
                                                       QStringLiteral("CAM 3 off")}));
    }
};

QTEST_GUILESS_MAIN(TallyRuleTest)
#include "tally_rule_test.moc"

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
        static const char *const names[] = {"unknown", "off", "preview", "program", "disputed"};
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

    static ProgramRecord shows(const ProgramRecord::Feeds &feeds)
    {
        ProgramRecord record;
        record.encoder = {QStringLiteral("Main")};
        record.feed = {QStringLiteral("CAM 3")};
        record.program = record.picture = feeds;
        return record;
    }
    static ProgramRecord shows(const char *feed) { return shows(std::vector<QString>{QLatin1String(feed)}); }
    static Show withReturn(TallyBy by)
    {
        Show show = smallShow();
        show.encoders.first().returned = show.feeds[2].id;
        show.encoders.first().tally = by;
        return show;
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

    void whenBothWitnessesAgreeTheReturnChangesNothing()
    {
        for (const TallyBy by : {TallyBy::Provider, TallyBy::ProgramMatch}) {
            TallyRule rule(withReturn(by));
            RuleStory story(rule);
            story.happens(takes("A", "A"));
            story.takeSaid();
            story.happens(shows("CAM 1"));
            const auto said = story.takeSaid();
            QCOMPARE(lines(said), QStringList{QStringLiteral("CAM 1 program")}); // the basis names both
            QCOMPARE(std::get<TallyRecord>(said.first()).basis, QStringLiteral("Main takes A, and CAM 3 shows it"));
        }
    }

    void byTheProviderASwitchIsRedAtOnceAndWhatTheReturnStillShowsIsDisputed()
    {
        TallyRule rule(withReturn(TallyBy::Provider));
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        story.happens(shows("CAM 1"));
        story.takeSaid();
        story.happens(takes("B", "B"));
        QCOMPARE(lines(story.takeSaid()),
                 (QStringList{QStringLiteral("CAM 1 disputed"), QStringLiteral("CAM 2 program")}));
        story.happens(shows("CAM 2"));
        QCOMPARE(lines(story.takeSaid()),
                 (QStringList{QStringLiteral("CAM 1 preview"), QStringLiteral("CAM 2 program")}));
    }

    void byTheProgramMatchRedFollowsThePicture()
    {
        TallyRule rule(withReturn(TallyBy::ProgramMatch));
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        story.happens(shows("CAM 1"));
        story.takeSaid();
        story.happens(takes("B", "B"));
        QCOMPARE(lines(story.takeSaid()),
                 (QStringList{QStringLiteral("CAM 1 program"), QStringLiteral("CAM 2 disputed")}));
        story.happens(shows("CAM 2"));
        QCOMPARE(lines(story.takeSaid()),
                 (QStringList{QStringLiteral("CAM 1 preview"), QStringLiteral("CAM 2 program")}));
        story.happens(shows(std::vector<QString>{})); // a slate, or something that nobody knows
        QCOMPARE(lines(story.takeSaid()), QStringList{QStringLiteral("CAM 2 disputed")});
    }

    void whereThePictureCannotBeToldOrFitsBothTheProvidersWordStands()
    {
        TallyRule rule(withReturn(TallyBy::ProgramMatch));
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        story.takeSaid();
        story.happens(shows(std::nullopt));
        story.happens(shows(std::vector<QString>{QStringLiteral("CAM 1"), QStringLiteral("CAM 2")}));
        QVERIFY(story.takeSaid().isEmpty());
        story.happens(takes("B", "B"));
        QCOMPARE(lines(story.takeSaid()),
                 (QStringList{QStringLiteral("CAM 1 preview"), QStringLiteral("CAM 2 program")}));
    }

    void aReturnThatIsNotToldOfForThreeSecondsIsNoWitness()
    {
        TallyRule rule(withReturn(TallyBy::ProgramMatch));
        RuleStory story(rule);
        story.happens(takes("A", "A"));
        story.happens(shows("CAM 2"));
        story.takeSaid();
        story.pass(3s);
        QVERIFY(story.takeSaid().isEmpty());
        story.happens(takes("A", "A"));
        story.pass(100ms);
        QCOMPARE(lines(story.takeSaid()),
                 (QStringList{QStringLiteral("CAM 1 program"), QStringLiteral("CAM 2 preview")}));
    }

    void anEncoderThatDoesNotAnswerIsKnownByItsPictureWhereTallyFollowsThat()
    {
        TallyRule rule(withReturn(TallyBy::ProgramMatch));
        RuleStory story(rule);
        story.happens(shows("CAM 2"));
        QCOMPARE(lines(story.takeSaid()), (QStringList{QStringLiteral("CAM 1 off"), QStringLiteral("CAM 2 program"),
                                                       QStringLiteral("CAM 3 off")}));
    }
};

QTEST_GUILESS_MAIN(TallyRuleTest)
#include "tally_rule_test.moc"

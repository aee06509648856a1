// A switch is seen when the return shows it, and not before.

#include "app/control/seen_rule.h"
#include "tests/support/stories.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;

namespace {

ProgramRecord shows(const ProgramRecord::Feeds &feeds)
{
    ProgramRecord record;
    record.encoder = {QStringLiteral("Main")};
    record.feed = {QStringLiteral("RETURN")};
    record.program = record.picture = feeds;
    return record;
}

ProgramRecord shows(const char *feed)
{
    return shows(std::vector<QString>{QLatin1String(feed)});
}

CommandRecord to(const char *input, CommandStep step, const char *id = "1")
{
    CommandRecord command;
    command.id = {QLatin1String(id)};
    command.encoder = {QStringLiteral("Main")};
    command.verb = cloud::Verb::SwitchInput;
    command.input = QLatin1String(input);
    command.actor = QStringLiteral("operator");
    command.step = step;
    return command;
}

struct Desk
{
    SeenRule rule{smallShow()};
    RuleStory story{rule};

    void order(const char *input, const char *id = "1")
    {
        for (const CommandStep step : {CommandStep::Requested, CommandStep::Sent, CommandStep::Accepted})
            story.happens(to(input, step, id));
    }
    // The details of what was seen since the last call.
    QStringList seen()
    {
        QStringList details;
        for (const Payload &payload : story.takeSaid()) {
            const auto &command = std::get<CommandRecord>(payload);
            details.append(command.step == CommandStep::Seen ? command.detail : QStringLiteral("?"));
        }
        return details;
    }
};

} // namespace

class SeenRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSwitchIsSeenOnceWhenTheReturnShowsIt()
    {
        Desk desk;
        desk.story.happens(shows("CAM 1"));
        desk.order("B");
        desk.story.pass(2s);
        desk.story.happens(shows("CAM 1"));
        QVERIFY(desk.seen().isEmpty());
        desk.story.happens(shows("CAM 2"));
        desk.story.happens(shows("CAM 2"));
        QCOMPARE(desk.seen(), QStringList{QStringLiteral("RETURN shows CAM 2, 2.0 s after the order was sent.")});
    }
    void theSeenRecordIsTheCommandsOwn()
    {
        Desk desk;
        desk.order("B", "42");
        desk.story.happens(shows("CAM 2"));
        const QList<Payload> said = desk.story.takeSaid();
        QCOMPARE(said.size(), 1);
        const auto &command = std::get<CommandRecord>(said.first());
        QCOMPARE(command.id.text, QStringLiteral("42"));
        QCOMPARE(command.actor, QStringLiteral("operator"));
    }
    void whatTheReturnShowedAllAlongProvesNothing()
    {
        Desk desk;
        desk.story.happens(shows("CAM 2")); // still the picture of before, on its way
        desk.order("B");
        desk.story.happens(shows("CAM 2"));
        QVERIFY(desk.seen().isEmpty());
        desk.story.happens(shows("CAM 1"));
        desk.story.happens(shows("CAM 2"));
        QCOMPARE(desk.seen().size(), 1);
    }
    void aPictureThatCannotBeToldOrFitsSeveralIsNotSeen()
    {
        Desk desk;
        desk.story.happens(shows("CAM 1"));
        desk.order("B");
        desk.story.happens(shows(std::nullopt));
        desk.story.happens(shows(std::vector<QString>{QStringLiteral("CAM 1"), QStringLiteral("CAM 2")}));
        desk.story.happens(shows(std::vector<QString>{}));
        QVERIFY(desk.seen().isEmpty());
    }
    void anOrderThatWasRejectedIsNotWaitedForAndOneThatIsUnconfirmedIs()
    {
        Desk desk;
        desk.order("B", "1");
        desk.story.happens(to("B", CommandStep::Rejected, "1"));
        desk.story.happens(shows("CAM 2"));
        QVERIFY(desk.seen().isEmpty());
        desk.story.happens(shows("CAM 1"));
        desk.order("B", "2");
        desk.story.happens(to("B", CommandStep::Unconfirmed, "2"));
        desk.story.happens(shows("CAM 2")); // the provider never said so, the picture does
        QCOMPARE(desk.seen().size(), 1);
    }
    void aLaterOrderTakesThePlaceOfAnEarlierOne()
    {
        Desk desk;
        desk.story.happens(shows("CAM 1"));
        desk.order("B", "1");
        desk.order("A", "2");
        desk.story.happens(shows("CAM 2")); // of the first order
        QVERIFY(desk.seen().isEmpty());
        desk.story.happens(shows("CAM 1"));
        QCOMPARE(desk.seen().size(), 1);
    }
    void anOrderThatWasRefusedWhileAnotherIsUnderWayChangesNothing()
    {
        Desk desk;
        desk.story.happens(shows("CAM 1"));
        desk.order("B", "1");
        desk.story.happens(to("A", CommandStep::Requested, "2"));
        desk.story.happens(to("A", CommandStep::Refused, "2"));
        desk.story.happens(shows("CAM 2"));
        QCOMPARE(desk.seen().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SeenRuleTest)
#include "seen_rule_test.moc"

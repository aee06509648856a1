// When a return that shows something else than its encoder is said to take is an alarm.

#include "app/control/alarm_rules.h"
#include "tests/support/stories.h"

#include <QTest>

using namespace gantry;
using namespace gantry::tests;
using namespace std::chrono_literals;
using cloud::EncoderState;

namespace {

// Main takes CAM 1 by A and CAM 2 by B; CAM 3 is its return.
Show showWithReturn()
{
    Show show = smallShow();
    show.encoders.first().returned = show.feeds[2].id;
    return show;
}

struct Desk
{
    void lasts(std::chrono::seconds time)
    {
        for (auto left = time; left > 0s; left -= 1s) {
            if (provider)
                story.happens(*provider);
            if (program)
                story.happens(*program);
            story.pass(1s);
        }
    }
    void takes(const char *input) { provider = encoder(EncoderState::Running, "RUNNING", {QLatin1String(input)}); }
    void shows(const ProgramRecord::Feeds &feeds)
    {
        program = ProgramRecord{{QStringLiteral("Main")}, {QStringLiteral("CAM 3")}, feeds, {}, {}, behind};
    }
    void shows(const char *feed) { shows(std::vector<QString>{QLatin1String(feed)}); }
    QStringList alarms() { return alarmLines(story.takeSaid()).filter(QStringLiteral("RETURN SHOWS")); }

    AlarmRules rules{showWithReturn()};
    RuleStory story{rules};
    std::optional<EncoderRecord> provider;
    std::optional<ProgramRecord> program;
    std::optional<std::chrono::milliseconds> behind = 1000ms;
};

} // namespace

class ProgramAlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherFeedInTheReturnIsAnAlarmWhenItLasts()
    {
        Desk desk;
        desk.takes("A");
        desk.shows("CAM 1");
        desk.lasts(20s);
        QCOMPARE(desk.alarms(), QStringList());
        desk.shows("CAM 2");
        desk.lasts(11s); // ten, and twice the way back
        QCOMPARE(desk.alarms(), QStringList());
        desk.lasts(2s);
        QCOMPARE(desk.alarms(), QStringList{QStringLiteral("Main RETURN SHOWS CAM 2 major active")});
        desk.shows("CAM 1");
        desk.lasts(4s);
        QCOMPARE(desk.alarms(), QStringList{QStringLiteral("Main RETURN SHOWS CAM 2 major returned")});
    }

    void aPictureOfNoInputIsOneToo()
    {
        Desk desk;
        desk.takes("A");
        desk.shows(std::vector<QString>{});
        desk.lasts(14s);
        QCOMPARE(desk.alarms(), QStringList{QStringLiteral("Main RETURN SHOWS NONE OF THEM major active")});
    }

    void theWayBackAfterASwitchIsNone()
    {
        Desk desk;
        desk.behind = 15s;
        desk.takes("A");
        desk.shows("CAM 1");
        desk.lasts(5s);
        desk.takes("B");
        desk.lasts(16s);
        desk.shows("CAM 2");
        desk.lasts(60s);
        QCOMPARE(desk.alarms(), QStringList());
    }

    // While nothing of the inputs is seen, nobody can say how late the return is: it is as late as it was.
    void theWayBackStaysKnownWhileTheReturnShowsNothing()
    {
        Desk desk;
        desk.behind = 15s;
        desk.takes("A");
        desk.shows("CAM 1");
        desk.lasts(5s);
        desk.takes("B");
        desk.lasts(12s);
        desk.behind.reset();
        desk.shows(std::vector<QString>{});
        desk.lasts(10s);
        QCOMPARE(desk.alarms(), QStringList());
        desk.lasts(20s);
        QCOMPARE(desk.alarms(), QStringList{QStringLiteral("Main RETURN SHOWS NONE OF THEM major active")});
    }

    void whatIsNotKnownRaisesNothing()
    {
        Desk desk; // the return cannot be told
        desk.takes("A");
        desk.shows(std::nullopt);
        desk.lasts(30s);
        // Feeds that look alike: one of them is the right one.
        desk.shows(std::vector<QString>{QStringLiteral("CAM 2"), QStringLiteral("CAM 1")});
        desk.lasts(30s);
        // The provider does not say what it takes, or is not on air.
        desk.shows("CAM 2");
        desk.takes("");
        desk.lasts(30s);
        desk.provider = encoder(EncoderState::Idle, "IDLE", {QStringLiteral("A")});
        desk.lasts(30s);
        // Nobody looks at the return any more, or the provider has not answered for long.
        desk.takes("A");
        desk.lasts(3s);
        desk.program.reset();
        desk.lasts(30s);
        desk.shows("CAM 2");
        desk.provider = unreachable();
        desk.lasts(30s);
        QCOMPARE(desk.alarms(), QStringList());
    }

    void anEncoderWithoutAReturnIsNotJudged()
    {
        AlarmRules rules(smallShow());
        RuleStory story(rules);
        for (int second = 0; second < 30; ++second) {
            story.happens(encoder(EncoderState::Running, "RUNNING", {QStringLiteral("A")}));
            story.happens(
                ProgramRecord{{QStringLiteral("Main")}, {QStringLiteral("CAM 3")}, std::vector<QString>{}, {}, {}, {}});
            story.pass(1s);
        }
        QCOMPARE(alarmLines(story.takeSaid()), QStringList());
    }
};

QTEST_GUILESS_MAIN(ProgramAlarmsTest)
#include "program_alarms_test.moc"

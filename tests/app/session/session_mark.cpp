// Which records have a flag on the transport bar, and what it says.

#include "app/session/session_mark.h"

#include <QTest>

using namespace gantry;
using namespace std::chrono_literals;

namespace {

QString textOf(const Payload &payload)
{
    const auto mark = markOf(Record{1, {{}, 1s}, payload});
    return mark ? mark->text : QString();
}

PlanRecord planOf(PlanChange change)
{
    PlanRecord plan;
    plan.plan.text = QStringLiteral("Main stage");
    plan.change = change;
    return plan;
}

} // namespace

class SessionMarkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModeOfAPlanIsTheShowsUntilSomebodyChangesIt()
    {
        PlanRecord plan = planOf(PlanChange::Mode);
        QCOMPARE(textOf(plan), QStringLiteral("Automation of Main stage: OFF (the show)"));
        plan.mode = PlanMode::Auto;
        plan.actor = QStringLiteral("operator");
        QCOMPARE(textOf(plan), QStringLiteral("Automation of Main stage: AUTO (operator)"));
    }

    void whatAPlanSeesHasNoFlagAndWhatItDoesHas()
    {
        PlanRecord plan = planOf(PlanChange::Sight);
        QVERIFY(!markOf(Record{1, {{}, 1s}, plan}));
        plan.change = PlanChange::Step;
        plan.step = PlanStep{};
        plan.step->because = QStringLiteral("A is lost.");
        QCOMPARE(textOf(plan), QStringLiteral("Main stage: A is lost."));
    }

    void aNoteSaysWhereItBelongs()
    {
        QCOMPARE(textOf(NoteRecord{{}, QStringLiteral("doors open")}), QStringLiteral("doors open"));
        QCOMPARE(textOf(NoteRecord{QStringLiteral("CAM 1"), QStringLiteral("lens cleaned")}),
                 QStringLiteral("CAM 1: lens cleaned"));
    }
};

QTEST_GUILESS_MAIN(SessionMarkTest)
#include "session_mark.moc"

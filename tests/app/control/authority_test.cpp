// Who may do what: the whole table, the lock, and the other desk.

#include "app/control/authority.h"

#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;
using cloud::Verb;

class AuthorityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roles_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("cuts");
        QTest::addColumn<bool>("runs");
        QTest::addColumn<bool>("repairs");
        QTest::addColumn<bool>("arms");
        QTest::newRow("viewer") << int(Role::Viewer) << false << false << false << false;
        QTest::newRow("operator") << int(Role::Operator) << true << true << false << true;
        QTest::newRow("director") << int(Role::Director) << true << false << false << true;
        QTest::newRow("engineer") << int(Role::Engineer) << true << true << true << true;
    }
    void roles()
    {
        QFETCH(int, role);
        QFETCH(bool, cuts);
        QFETCH(bool, runs);
        QFETCH(bool, repairs);
        QFETCH(bool, arms);
        Authority authority;
        authority.setRole(Role(role));
        for (const Verb verb :
             {Verb::SwitchInput, Verb::PrepareInput, Verb::ScheduleSwitch, Verb::CancelPlanned, Verb::HarvestClip})
            QCOMPARE(!authority.refusal(verb), cuts);
        for (const Verb verb : {Verb::Start, Verb::Stop})
            QCOMPARE(!authority.refusal(verb), runs);
        for (const Verb verb : {Verb::PreferInput, Verb::RestartPipeline, Verb::DisconnectInput})
            QCOMPARE(!authority.refusal(verb), repairs);
        QCOMPARE(!authority.refusal(DeskAct::ArmPlan), arms);
        QCOMPARE(!authority.refusal(DeskAct::Acknowledge), arms);
        QCOMPARE(!authority.refusal(DeskAct::TakeOver), arms);
        QCOMPARE(Authority::roleOf(QLatin1String(QTest::currentDataTag())), std::optional(Role(role)));
        if (const auto why = authority.refusal(Verb::RestartPipeline))
            QVERIFY(why->contains(u"Role"_s)); // and how to get on
    }

    void aDeskBeginsAsAnOperators() { QCOMPARE(Authority().role(), Role::Operator); }
    void aRoleThatIsNotThereIsNone() { QVERIFY(!Authority::roleOf(u"king"_s)); }

    void aLockedRoomCutsButNeitherStopsNorArms()
    {
        Authority authority;
        authority.setRole(Role::Engineer);
        authority.setLocked(true);
        QVERIFY(!authority.refusal(Verb::SwitchInput));
        QVERIFY(!authority.refusal(DeskAct::Acknowledge));
        for (const Verb verb : {Verb::Start, Verb::Stop, Verb::RestartPipeline})
            QVERIFY(authority.refusal(verb)->contains(u"Ctrl+L"_s));
        QVERIFY(authority.refusal(DeskAct::ArmPlan)->contains(u"F12"_s));
        QVERIFY(!authority.refusalOfRules()); // what was armed goes on
    }

    void whereAnotherDeskHasTheShowThisOneActsInNothing()
    {
        Authority authority;
        authority.setRole(Role::Engineer);
        authority.setHold({false, u"bob on studio-2"_s, u"18:12:00 UTC"_s});
        QVERIFY(authority.refusal(Verb::SwitchInput)->contains(u"bob on studio-2"_s));
        QVERIFY(authority.refusal(DeskAct::ArmPlan)->contains(u"18:12:00"_s));
        QVERIFY(authority.refusalOfRules());
        QVERIFY(!authority.refusal(DeskAct::TakeOver));
        QVERIFY(!authority.refusal(DeskAct::Acknowledge));
    }
};

QTEST_GUILESS_MAIN(AuthorityTest)
#include "authority_test.moc"

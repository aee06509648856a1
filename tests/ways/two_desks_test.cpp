// Two desks on one show: one has it, the other looks; taking over is said in both, and at no time do both act.

#include "app/rooms/desk_lease.h"
#include "tests/ways/stage.h"

#include <QFile>

using namespace gantry;
using namespace gantry::ways;
using namespace Qt::StringLiterals;

namespace {

struct Desk
{
    Desk(const QString &path, const QString &who) : lease(path, who)
    {
        QObject::connect(&lease, &DeskLease::held, [this](const DeskHold &hold) { held = hold; });
        QObject::connect(&lease, &DeskLease::said, [this](const QString &sentence) { said.append(sentence); });
        lease.open();
    }
    bool acts() const { return held && held->ours; }

    DeskLease lease;
    std::optional<DeskHold> held;
    QStringList said;
};

} // namespace

class TwoDesks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void theFirstHasTheShowAndTheSecondIsToldWho()
    {
        const QString path = m_folder.filePath(u"a.desk"_s);
        Desk ann(path, u"ann"_s);
        QVERIFY(becomesTrue([&] { return ann.acts(); }));
        Desk bob(path, u"bob"_s);
        QVERIFY(becomesTrue([&] { return bob.held.has_value(); }));
        QVERIFY(!bob.acts());
        QVERIFY(bob.held->holder.startsWith(u"ann on "_s));
    }

    void whoTakesOverActsOnlyOnceTheOtherNoLongerDoes()
    {
        const QString path = m_folder.filePath(u"b.desk"_s);
        Desk ann(path, u"ann"_s);
        QVERIFY(becomesTrue([&] { return ann.acts(); }));
        Desk bob(path, u"bob"_s);
        QVERIFY(becomesTrue([&] { return bob.held.has_value(); }));
        bob.lease.takeOver(u"no network over there"_s);
        QVERIFY(becomesTrue([&] {
            if (ann.acts() && bob.acts())
                QTest::qFail("both act", __FILE__, __LINE__);
            return bob.acts();
        }));
        QVERIFY(!ann.acts());
        QVERIFY(ann.said.last().contains(u"no network over there"_s));
        QVERIFY(bob.said.last().contains(u"ann"_s));
    }

    void aDeskThatWentGivesTheShowBackAndADeadOnesIsTaken()
    {
        const QString path = m_folder.filePath(u"c.desk"_s);
        {
            Desk ann(path, u"ann"_s);
            QVERIFY(becomesTrue([&] { return ann.acts(); }));
        }
        QVERIFY(!QFile::exists(path));
        DeskClaim dead;
        dead.token = u"1"_s;
        dead.who = u"ann"_s;
        dead.host = QSysInfo::machineHostName();
        dead.process = 0x7fffffff; // no such process
        dead.processStarted = 1;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeClaim(dead));
        file.close();
        Desk bob(path, u"bob"_s);
        QVERIFY(becomesTrue([&] { return bob.acts(); }));
        QVERIFY(bob.said.constFirst().contains(u"its program is gone"_s));
    }
};

QTEST_GUILESS_MAIN(TwoDesks)
#include "two_desks_test.moc"

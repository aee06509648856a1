// A claim comes back as it was written, what is none is none, and the dead are told from the living.

#include "app/control/desk_claim.h"

#include <QCoreApplication>
#include <QTest>

using namespace gantry;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

DeskClaim anns()
{
    DeskClaim claim;
    claim.token = u"1"_s;
    claim.who = u"ann"_s;
    claim.host = u"studio-1"_s;
    claim.process = 4711;
    claim.processStarted = 99;
    claim.since = DeskClaim::Time(1'790'000'000s);
    claim.seen = claim.since + 5s;
    claim.reason = u"no network „drüben“"_s;
    return claim;
}

} // namespace

class DeskClaimTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClaimComesBackAsItWas()
    {
        QCOMPARE(readClaim(writeClaim(anns())), std::optional(anns()));
        QCOMPARE(anns().holder(), u"ann on studio-1"_s);
    }
    void whatIsNoClaimIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a letter") << QByteArray("Dear Bob");
        QTest::newRow("cut off") << writeClaim(anns()).left(60);
        QTest::newRow("without a token") << writeClaim(anns()).replace("\"1\"", "\"\"");
        QTest::newRow("a word for a number") << writeClaim(anns()).replace("4711", "\"many\"");
        QTest::newRow("a negative process") << writeClaim(anns()).replace("4711", "-4711");
        QTest::newRow("half a process") << writeClaim(anns()).replace("4711", "4711.5");
        QTest::newRow("a name without end") << writeClaim(anns()).replace("ann", QByteArray(5000, 'a'));
    }
    void whatIsNoClaimIsNone()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readClaim(bytes));
    }
    void onThisComputerTheKernelKnowsWhetherADeskLives()
    {
        const DeskClaim claim = anns();
        const auto much = claim.seen + 24h;
        QVERIFY(!isStale(claim, claim.host, much, claim.processStarted)); // it may only have been busy
        QVERIFY(isStale(claim, claim.host, claim.seen, 0));
        QVERIFY(isStale(claim, claim.host, claim.seen, claim.processStarted + 1)); // its number was given to another
    }
    void onAnotherComputerSilenceTellsIt()
    {
        const DeskClaim claim = anns();
        QVERIFY(!isStale(claim, u"studio-2"_s, claim.seen + claimSilentFor, 0));
        QVERIFY(isStale(claim, u"studio-2"_s, claim.seen + claimSilentFor + 1s, 0));
    }
    void thisProcessLivesAndOneThatIsNotThereDoesNot()
    {
        QVERIFY(processStartOf(QCoreApplication::applicationPid()) > 0);
        QCOMPARE(processStartOf(0x7fffffff), 0);
    }
};

QTEST_GUILESS_MAIN(DeskClaimTest)
#include "desk_claim_test.moc"

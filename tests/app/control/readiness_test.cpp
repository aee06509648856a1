// What a machine brings is judged point by point; what nobody has found out yet is neither good nor bad.

#include "app/control/readiness.h"

#include <QTest>

#include <algorithm>

using namespace gantry;
using namespace std::chrono_literals;
using State = ReadyPoint::State;

namespace {

MachineFacts goodMachine()
{
    MachineFacts facts;
    facts.screens = {{QStringLiteral("DP-1"), {2560, 1440}}, {QStringLiteral("HDMI-1"), {1024, 768}}};
    facts.hasCard = true;
    facts.decoding = MachineFacts::Decoding{QStringLiteral("VA-API"), {}, true};
    facts.soundDevice = QStringLiteral("Headphones");
    facts.keychain = MachineFacts::Keychain{true, {}};
    facts.receiveBuffer = 8 << 20;
    facts.clock = MachineFacts::Clock{true, 3ms};
    facts.sessions = QStringLiteral("/sessions");
    facts.freeBytes = 200'000'000'000;
    return facts;
}

ReadyPoint point(const MachineFacts &facts, const char *what)
{
    const QList<ReadyPoint> points = readiness(facts);
    const auto found = std::ranges::find(points, QLatin1StringView(what), &ReadyPoint::what);
    return found == points.end() ? ReadyPoint{} : *found;
}

} // namespace

class ReadinessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMachineThatHasEverythingIsReadyAndAsksForNothing()
    {
        for (const ReadyPoint &each : readiness(goodMachine())) {
            QVERIFY2(each.state == State::Ready && each.advice.isEmpty(), qPrintable(each.what));
            QVERIFY(!each.found.isEmpty());
        }
    }

    void whatNobodyHasFoundOutIsUnknown()
    {
        MachineFacts facts = goodMachine();
        facts.decoding.reset();
        facts.soundDevice.reset();
        facts.keychain.reset();
        facts.receiveBuffer.reset();
        facts.clock.reset();
        for (const char *what : {"Pictures", "Sound", "Keychain", "Network buffers", "Clock"})
            QVERIFY2(point(facts, what).state == State::Unknown, what);
    }

    void everythingElseSaysWhatToDo()
    {
        MachineFacts facts;
        facts.screens = {{QStringLiteral("DP-1"), {1024, 768}}};
        facts.hasCard = true;
        facts.decoding = MachineFacts::Decoding{QStringLiteral("software"), QStringLiteral("VA-API: wrong."), false};
        facts.soundDevice = QString();
        facts.keychain = MachineFacts::Keychain{false, QStringLiteral("no bus")};
        facts.receiveBuffer = 212992;
        facts.clock = MachineFacts::Clock{false, 0us};
        facts.sessions = QStringLiteral("/sessions");
        for (const ReadyPoint &each : readiness(facts))
            QVERIFY2(each.state == State::Attention && !each.advice.isEmpty(), qPrintable(each.what));
        QVERIFY(point(facts, "Pictures").advice.contains(QStringLiteral("VA-API: wrong.")));
        QVERIFY(point(facts, "Keychain").found.contains(QStringLiteral("no bus")));
        QVERIFY(point(facts, "Network buffers").advice.contains(QStringLiteral("net.core.rmem_max=8388608")));
    }

    void softwareDecodingIsReadyWhereThereIsNoCard()
    {
        MachineFacts facts = goodMachine();
        facts.decoding = MachineFacts::Decoding{QStringLiteral("software"), {}, false};
        QCOMPARE(point(facts, "Pictures").state, State::Attention);
        facts.hasCard = false;
        QCOMPARE(point(facts, "Pictures").state, State::Ready);
    }

    // 184 packets of 1316 bytes, as a socket with the usual limit of Linux was seen to hold.
    void theUsualLimitOfLinuxHoldsATenthOfASecondOfAFastFeed()
    {
        QCOMPARE(bufferedFor(212992, 184 * 1316 * 8), 1000ms);
        QCOMPARE(bufferedFor(212992, 20e6), 96ms);
        MachineFacts facts = goodMachine();
        facts.receiveBuffer = 212992;
        QVERIFY(point(facts, "Network buffers").found.contains(QStringLiteral("96 ms")));
        facts.receiveBuffer = 1 << 20;
        QCOMPARE(point(facts, "Network buffers").state, State::Ready);
    }

    void aClockThatIsKeptBadlyIsToldToo()
    {
        MachineFacts facts = goodMachine();
        facts.clock->error = 100ms;
        QCOMPARE(point(facts, "Clock").state, State::Ready);
        facts.clock->error = 101ms;
        QCOMPARE(point(facts, "Clock").state, State::Attention);
    }

    void sessionsNeedRoom()
    {
        MachineFacts facts = goodMachine();
        facts.freeBytes = 4'999'999'999;
        QCOMPARE(point(facts, "Room for sessions").state, State::Attention);
        facts.freeBytes.reset();
        QVERIFY(point(facts, "Room for sessions").found.contains(QStringLiteral("/sessions")));
    }
};

QTEST_GUILESS_MAIN(ReadinessTest)
#include "readiness_test.moc"

#include "media/input/paced_queue.h"

#include <QTest>

#include <array>
#include <thread>

using namespace gantry::media;
using namespace std::chrono_literals;
using Time = PaceClock::Time;

namespace {

const Time noon = Time(std::chrono::hours(12));

std::vector<std::byte> packets(std::size_t count)
{
    return std::vector<std::byte>(count * 188);
}

} // namespace

class PacedQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstMomentIsDueNowAndTheOthersAtTheirDistance()
    {
        PaceClock clock(0ms);
        QCOMPARE(clock.due(5s, 0s, noon), noon);
        QCOMPARE(clock.due(5400ms, 6s, noon), noon + 400ms);
        QCOMPARE(clock.due(11s, 0s, noon + 1s), noon + 6s);
    }
    void whatStandsBehindItsNeighboursIsDueWithThem()
    {
        PaceClock clock(1s);
        clock.due(0s, 0s, noon);
        QCOMPARE(clock.due(1s, 0s, noon + 1s), noon + 1s);
        QCOMPARE(clock.due(400ms, 0s, noon + 1s), noon + 1s);
        QCOMPARE(clock.due(1040ms, 0s, noon + 1s), noon + 1040ms);
    }
    void aLittleLateIsCaughtUpWithAndMuchIsAPauseWithACushion()
    {
        PaceClock clock(1s);
        clock.due(0s, 0s, noon);
        QCOMPARE(clock.due(1s, 0s, noon + 1150ms), noon + 1s);
        QCOMPARE(clock.due(2s, 0s, noon + 5s), noon + 6s);
        QCOMPARE(clock.due(2s, 0s, noon + 5500ms), noon + 6s);
        QCOMPARE(clock.due(3s, 0s, noon + 6s), noon + 7s);
    }
    void aSenderWithAFasterClockDoesNotFillTheBufferForEver()
    {
        PaceClock clock(0s);
        clock.due(0s, 60s, noon);
        QCOMPARE(clock.due(100s, 60s, noon), noon + 98s);
        QCOMPARE(clock.due(101s, 10s, noon), noon + 99s);
    }
    void wholePacketsComeInTheirOrderWhenTheyAreDue()
    {
        PacedQueue queue({});
        queue.put(packets(3), 0ms);
        queue.put(packets(1), 150ms);
        std::array<std::byte, 500> into;
        QCOMPARE(queue.take(into, 50ms), std::size_t(2 * 188));
        QCOMPARE(queue.take(into, 50ms), std::size_t(188));
        const auto begun = std::chrono::steady_clock::now();
        QCOMPARE(queue.take(into, 20ms), std::size_t(0)); // not yet due
        while (queue.take(into, 20ms) == 0)
            QVERIFY(std::chrono::steady_clock::now() - begun < 5s);
        QVERIFY(std::chrono::steady_clock::now() - begun > 100ms);
        QVERIFY(!queue.isDone());
        queue.finish();
        QVERIFY(queue.isDone());
    }
    void aFullQueueMakesTheOneWhoPutsWaitAndClosingEndsIt()
    {
        PacedQueue queue({.bytes = 188, .ahead = 1h, .cushion = 0s, .paced = false});
        queue.put(packets(1), 0s);
        queue.put(packets(1), 1s);
        std::atomic<int> went{0};
        std::thread putting([&] {
            went = queue.put(packets(1), 2s) ? 1 : -1;
            if (went == 1)
                went = queue.put(packets(1), 3s) ? 2 : -1;
        });
        std::array<std::byte, 188> into;
        QVERIFY(!QTest::qWaitFor([&] { return went != 0; }, 30));
        QCOMPARE(queue.take(into, 50ms), std::size_t(188));
        QTRY_COMPARE(went.load(), 1);
        queue.close();
        putting.join();
        QCOMPARE(went.load(), -1);
        QCOMPARE(queue.take(into, 50ms), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(PacedQueueTest)
#include "paced_queue_test.moc"

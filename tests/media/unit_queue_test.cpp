#include "media/decode/unit_queue.h"

#include <QTest>

#include <cstring>
#include <thread>

extern "C" {
#include <libavcodec/packet.h>
}

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

MediaUnit unit(int size, int value, MediaUnit::Time arrived = {})
{
    MediaUnit made;
    made.packet.reset(av_packet_alloc());
    av_new_packet(made.packet.get(), size);
    std::memset(made.packet->data, value, std::size_t(size));
    made.arrived = arrived;
    made.packets = 3;
    return made;
}

int firstByte(const std::optional<MediaUnit> &unit)
{
    return unit ? int(unit->packet->data[0]) : -1;
}

} // namespace

class UnitQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unitsComeOutInOrderWithTheirArrival()
    {
        UnitQueue queue(1000);
        queue.begin();
        const MediaUnit::Time then{5s};
        queue.push(unit(10, 1, then));
        queue.push(unit(10, 2, then + 1s));
        const auto first = queue.pop(1, 0ms);
        QCOMPARE(firstByte(first), 1);
        QVERIFY(first->arrived == then);
        QCOMPARE(firstByte(queue.pop(1, 0ms)), 2);
        QCOMPARE(queue.bytes(), std::size_t(0));
    }
    void whenFullTheOldestUnitsGoAndTheirPacketsAreCounted()
    {
        UnitQueue queue(100);
        queue.begin();
        for (int i = 0; i < 5; ++i)
            queue.push(unit(30, i));
        QCOMPARE(queue.dropped(), std::uint64_t(6));
        QCOMPARE(queue.bytes(), std::size_t(90));
        QCOMPARE(firstByte(queue.pop(1, 0ms)), 2);
    }
    void aUnitLargerThanTheQueueIsDroppedAlone()
    {
        UnitQueue queue(100);
        queue.begin();
        queue.push(unit(60, 1));
        queue.push(unit(101, 2));
        QCOMPARE(queue.dropped(), std::uint64_t(3));
        QCOMPARE(firstByte(queue.pop(1, 0ms)), 1);
    }
    void nothingOfAnEarlierConnectionIsLeftForTheNext()
    {
        UnitQueue queue(1000);
        queue.begin();
        queue.push(unit(10, 1));
        queue.begin();
        queue.push(unit(10, 2));
        QVERIFY(!queue.pop(1, 10s)); // at once: that connection is over
        QCOMPARE(firstByte(queue.pop(2, 0ms)), 2);
    }
    void anEmptyQueueGivesUpInTime()
    {
        UnitQueue queue(1000);
        queue.begin();
        QVERIFY(!queue.pop(1, 1ms));
        QVERIFY(!queue.awaitConnection(1, 1ms));
        QCOMPARE(queue.awaitConnection(0, 1ms).value_or(0), std::uint64_t(1));
    }
    void closingFreesAWaitingReader()
    {
        UnitQueue queue(1000);
        queue.begin();
        std::thread reader([&] { queue.pop(1, 60s); });
        queue.close();
        reader.join();
        queue.push(unit(10, 1));
        QCOMPARE(queue.bytes(), std::size_t(0));
        QVERIFY(queue.closed());
    }
    void twoThreadsLoseNothingWhenThereIsRoom()
    {
        UnitQueue queue(100 * 1000 * 1000);
        queue.begin();
        std::thread writer([&] {
            for (int i = 0; i < 20000; ++i)
                queue.push(unit(1316, i % 251));
        });
        bool inOrder = true;
        for (int i = 0; i < 20000; ++i)
            inOrder = firstByte(queue.pop(1, 10s)) == i % 251 && inOrder;
        writer.join();
        QVERIFY(inOrder);
        QCOMPARE(queue.dropped(), std::uint64_t(0));
    }
};

QTEST_GUILESS_MAIN(UnitQueueTest)
#include "unit_queue_test.moc"

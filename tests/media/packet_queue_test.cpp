#include "media/input/packet_queue.h"

#include <QTest>

#include <thread>

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

std::vector<std::byte> message(std::size_t size, int value)
{
    return std::vector<std::byte>(size, std::byte(value));
}

int firstByte(const std::optional<PacketQueue::Packet> &packet)
{
    return packet ? int(packet->bytes.at(0)) : -1;
}

} // namespace

class PacketQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messagesComeOutInOrderWithTheirArrival()
    {
        PacketQueue queue(1000);
        queue.begin();
        const PacketQueue::Clock::time_point then{5s};
        queue.push(message(10, 1), then);
        queue.push(message(10, 2), then + 1s);
        const auto first = queue.pop(1, 0ms);
        QCOMPARE(firstByte(first), 1);
        QVERIFY(first->arrived == then);
        QCOMPARE(firstByte(queue.pop(1, 0ms)), 2);
        QCOMPARE(queue.bytes(), std::size_t(0));
    }
    void whenFullTheOldestWholeMessagesGoAndAreCounted()
    {
        PacketQueue queue(100);
        queue.begin();
        for (int i = 0; i < 5; ++i)
            queue.push(message(30, i), {});
        QCOMPARE(queue.dropped(), std::uint64_t(2));
        QCOMPARE(queue.bytes(), std::size_t(90));
        QCOMPARE(firstByte(queue.pop(1, 0ms)), 2);
    }
    void aMessageLargerThanTheQueueIsDroppedAlone()
    {
        PacketQueue queue(100);
        queue.begin();
        queue.push(message(60, 1), {});
        queue.push(message(101, 2), {});
        QCOMPARE(queue.dropped(), std::uint64_t(1));
        QCOMPARE(firstByte(queue.pop(1, 0ms)), 1);
    }
    void nothingOfAnEarlierConnectionIsLeftForTheNext()
    {
        PacketQueue queue(1000);
        queue.begin();
        queue.push(message(10, 1), {});
        queue.begin();
        queue.push(message(10, 2), {});
        QVERIFY(!queue.pop(1, 10s)); // at once: that connection is over
        QCOMPARE(firstByte(queue.pop(2, 0ms)), 2);
    }
    void anEmptyQueueGivesUpInTime()
    {
        PacketQueue queue(1000);
        queue.begin();
        QVERIFY(!queue.pop(1, 1ms));
        QVERIFY(!queue.awaitConnection(1, 1ms));
        QCOMPARE(queue.awaitConnection(0, 1ms).value_or(0), std::uint64_t(1));
    }
    void closingFreesAWaitingReader()
    {
        PacketQueue queue(1000);
        queue.begin();
        std::thread reader([&] { queue.pop(1, 60s); });
        queue.close();
        reader.join();
        queue.push(message(10, 1), {});
        QCOMPARE(queue.bytes(), std::size_t(0));
        QVERIFY(queue.closed());
    }
    void twoThreadsLoseNothingWhenThereIsRoom()
    {
        PacketQueue queue(100 * 1000 * 1000);
        queue.begin();
        std::thread writer([&] {
            for (int i = 0; i < 20000; ++i)
                queue.push(message(1316, i % 251), {});
        });
        bool inOrder = true;
        for (int i = 0; i < 20000; ++i)
            inOrder = firstByte(queue.pop(1, 10s)) == i % 251 && inOrder;
        writer.join();
        QVERIFY(inOrder);
        QCOMPARE(queue.dropped(), std::uint64_t(0));
    }
};

QTEST_GUILESS_MAIN(PacketQueueTest)
#include "packet_queue_test.moc"

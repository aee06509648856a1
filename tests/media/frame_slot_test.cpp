#include "media/frame/frame_slot.h"

#include <QTest>

#include <thread>

using namespace gantry::media;

namespace {

VideoFramePointer frame(std::uint64_t number)
{
    VideoFrame made;
    made.number = number;
    return std::make_shared<const VideoFrame>(std::move(made));
}

} // namespace

class FrameSlotTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptySlotHasNoPicture()
    {
        FrameSlot slot;
        QVERIFY(!slot.newest());
        QVERIFY(!slot.peek());
        QCOMPARE(slot.wantedSize(), QSize(640, 360));
    }
    void theLatestPictureWinsAndTheOthersCountAsUnseen()
    {
        FrameSlot slot;
        slot.put(frame(1));
        slot.put(frame(2));
        slot.put(frame(3));
        QCOMPARE(slot.newest()->number, std::uint64_t(3));
        QCOMPARE(slot.unseen(), std::uint64_t(2));
    }
    void aPictureThatWasSeenIsNotUnseenLater()
    {
        FrameSlot slot;
        slot.put(frame(1));
        slot.newest();
        slot.put(frame(2));
        QCOMPARE(slot.unseen(), std::uint64_t(0));
    }
    void aPeekDoesNotCountAsSeeing()
    {
        FrameSlot slot;
        slot.put(frame(1));
        QCOMPARE(slot.peek()->number, std::uint64_t(1));
        slot.put(frame(2));
        QCOMPARE(slot.unseen(), std::uint64_t(1));
    }
    void clearingEmptiesWithoutCounting()
    {
        FrameSlot slot;
        slot.put(frame(1));
        slot.clear();
        QVERIFY(!slot.newest());
        slot.put(frame(2));
        QCOMPARE(slot.unseen(), std::uint64_t(0));
    }
    void theWantedSizeIsKeptAndNeverNegative()
    {
        FrameSlot slot;
        slot.setWantedSize({1920, 1080});
        QCOMPARE(slot.wantedSize(), QSize(1920, 1080));
        slot.setWantedSize({-1, -1});
        QCOMPARE(slot.wantedSize(), QSize(0, 0));
    }
    void aWriterAndAReaderSeeNumbersThatOnlyGrow()
    {
        FrameSlot slot;
        std::thread writer([&] {
            for (std::uint64_t i = 1; i <= 20000; ++i)
                slot.put(frame(i));
        });
        std::uint64_t last = 0;
        bool grows = true;
        while (last < 20000) {
            if (const auto newest = slot.newest()) {
                grows = grows && newest->number >= last;
                last = newest->number;
            }
        }
        writer.join();
        QVERIFY(grows);
    }
};

QTEST_GUILESS_MAIN(FrameSlotTest)
#include "frame_slot_test.moc"

// One writer, several readers: who sees what, what they want together, and what counts as missed.

#include "media/frame/frame_slot.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

VideoFramePointer frame(std::uint64_t number)
{
    VideoFrame made;
    made.number = number;
    return std::make_shared<const VideoFrame>(std::move(made));
}

// So long after some moment that is as good as any.
std::chrono::steady_clock::time_point at(std::chrono::milliseconds later)
{
    return std::chrono::steady_clock::time_point(1h) + later;
}

struct CountingBell final : FrameBell
{
    std::atomic<int> rung = 0;
    void ring() override { ++rung; }
};

std::vector<QSize> sizesOf(const FrameSlot &slot)
{
    const PictureDemands demands = slot.demands();
    return {demands.sizes().begin(), demands.sizes().end()};
}

const PictureDemand tile{QSize(320, 180)};

} // namespace

class FrameSlotTest : public QObject
{
    Q_OBJECT
    std::shared_ptr<FrameSlot> slot;

private Q_SLOTS:
    void init() { slot = std::make_shared<FrameSlot>(); }

    void anEmptySlotHasNoPictureAndNobodyWantsOne()
    {
        QVERIFY(!slot->peek());
        QVERIFY(slot->demands().empty());
        QCOMPARE(slot->demands().mode(), DecodeMode::Off);
        FrameReader reader(slot);
        QVERIFY(!reader.newest());
        QVERIFY(slot->demands().empty());
    }
    void theLatestPictureWinsAndTheOthersCountAsUnseen()
    {
        FrameReader reader(slot, tile);
        for (std::uint64_t number : {1, 2, 3})
            slot->put(frame(number), at(0ms));
        QCOMPARE(reader.newest()->number, std::uint64_t(3));
        QCOMPARE(reader.unseen(), std::uint64_t(2));
        slot->put(frame(4), at(500ms));
        QCOMPARE(slot->unseen(), std::uint64_t(2));
        QCOMPARE(reader.unseen(), std::uint64_t(2));
    }
    void aPictureThatWasSeenIsNotUnseenLater()
    {
        FrameReader reader(slot, tile);
        slot->put(frame(1), at(0ms));
        reader.newest();
        slot->put(frame(2), at(500ms));
        QCOMPARE(slot->unseen(), std::uint64_t(0));
    }
    void picturesThatComeAllAtOnceAreSeenOneAfterTheOtherByWhoLooksOften()
    {
        const auto bell = std::make_shared<CountingBell>();
        FrameReader reader(slot, tile, bell);
        QVERIFY(!reader.next(at(0ms)));
        for (std::uint64_t number : {1, 2, 3})
            slot->put(frame(number), at(10ms));
        QCOMPARE(bell->rung.load(), 3);
        QCOMPARE(reader.next(at(16ms))->number, std::uint64_t(1));
        QCOMPARE(bell->rung.load(), 4); // there are more
        QCOMPARE(reader.next(at(32ms))->number, std::uint64_t(2));
        QCOMPARE(reader.next(at(48ms))->number, std::uint64_t(3));
        QCOMPARE(bell->rung.load(), 5);
        QCOMPARE(reader.next(at(64ms))->number, std::uint64_t(3)); // until there is another
        QCOMPARE(slot->unseen(), std::uint64_t(0));
        QCOMPARE(reader.unseen(), std::uint64_t(0));
    }
    void whoLooksRarelySeesTheNewest()
    {
        FrameReader reader(slot, tile);
        QVERIFY(!reader.next(at(0ms)));
        for (std::uint64_t number : {1, 2, 3})
            slot->put(frame(number), at(10ms));
        QCOMPARE(reader.next(at(46ms))->number, std::uint64_t(3));
        QCOMPARE(reader.unseen(), std::uint64_t(2));
    }
    void onlyTheLastPicturesOfManyAreKept()
    {
        FrameReader reader(slot, tile);
        QVERIFY(!reader.next(at(0ms)));
        for (std::uint64_t number = 1; number <= 5; ++number)
            slot->put(frame(number), at(10ms));
        QCOMPARE(slot->unseen(), std::uint64_t(2));
        QCOMPARE(reader.next(at(16ms))->number, std::uint64_t(3));
        QCOMPARE(slot->peek()->number, std::uint64_t(5));
    }
    void noPictureIsKeptUntilItIsOld()
    {
        FrameReader reader(slot, tile);
        QVERIFY(!reader.next(at(0ms)));
        slot->put(frame(1), at(0ms));
        slot->put(frame(2), at(50ms));
        QCOMPARE(slot->unseen(), std::uint64_t(1));
        QCOMPARE(reader.next(at(20ms))->number, std::uint64_t(2));
    }
    void aPictureThatAllHaveSeenIsNotKept()
    {
        FrameReader reader(slot, tile);
        slot->put(frame(1), at(0ms));
        std::weak_ptr<const VideoFrame> first = reader.newest();
        slot->put(frame(2), at(5ms));
        QVERIFY(first.expired());
    }
    void whatOneReaderSawTheSlotDoesNotMissButTheOtherDoes()
    {
        FrameReader quick(slot, tile);
        FrameReader slow(slot, tile);
        slot->put(frame(1), at(0ms));
        QCOMPARE(quick.newest()->number, std::uint64_t(1));
        slot->put(frame(2), at(500ms));
        QCOMPARE(slot->unseen(), std::uint64_t(0));
        QCOMPARE(quick.unseen(), std::uint64_t(0));
        QCOMPARE(slow.unseen(), std::uint64_t(1));
        QCOMPARE(slow.newest()->number, std::uint64_t(2));
    }
    void whoWantsNoPicturesMissesNone()
    {
        FrameReader hidden(slot, {QSize(320, 180), DecodeMode::Off});
        slot->put(frame(1), at(0ms));
        slot->put(frame(2), at(500ms));
        QCOMPARE(hidden.unseen(), std::uint64_t(0));
        QCOMPARE(slot->unseen(), std::uint64_t(0));
        QCOMPARE(hidden.newest()->number, std::uint64_t(2)); // but may look
    }
    void aPeekDoesNotCountAsSeeing()
    {
        const FrameReader reader(slot, tile);
        slot->put(frame(1), at(0ms));
        QCOMPARE(slot->peek()->number, std::uint64_t(1));
        slot->put(frame(2), at(500ms));
        QCOMPARE(slot->unseen(), std::uint64_t(1));
    }
    void clearingEmptiesWithoutCounting()
    {
        FrameReader reader(slot, tile);
        slot->put(frame(1));
        slot->clear();
        QVERIFY(!reader.newest());
        slot->put(frame(2));
        QCOMPARE(slot->unseen(), std::uint64_t(0));
    }
    void eachDistinctSizeIsWantedOnceAndTheLargestFirst()
    {
        const FrameReader one(slot, tile);
        const FrameReader two(slot, {QSize(1280, 720), DecodeMode::Thumbnail});
        const FrameReader three(slot, tile);
        QCOMPARE(sizesOf(*slot), (std::vector{QSize(1280, 720), QSize(320, 180)}));
        QCOMPARE(slot->demands().mode(), DecodeMode::Full); // the highest that anybody wants
    }
    void beyondTheBoundTheLargestSizesAreMade()
    {
        std::vector<FrameReader> readers;
        for (const int width : {320, 1920, 160, 640, 1280, 426})
            readers.emplace_back(slot, PictureDemand{QSize(width, width * 9 / 16)});
        QCOMPARE(sizesOf(*slot), (std::vector{QSize(1920, 1080), QSize(1280, 720), QSize(640, 360), QSize(426, 239)}));
    }
    void aReaderThatGoesWantsNothingAnyMore()
    {
        {
            FrameReader reader(slot, tile);
            FrameReader moved(std::move(reader));
            QCOMPARE(sizesOf(*slot).size(), std::size_t(1));
            moved.setDemand({QSize(-1, -1)});
            QVERIFY(slot->demands().empty());
            moved.setDemand({QSize(640, 360), DecodeMode::Light});
            QCOMPARE(slot->demands().mode(), DecodeMode::Light);
        }
        QVERIFY(slot->demands().empty());
    }
    void aReaderOfNoSlotHasNoPicture()
    {
        FrameReader reader(nullptr, tile);
        QVERIFY(!reader);
        QVERIFY(!reader.newest());
        reader.setDemand(tile);
        QCOMPARE(reader.unseen(), std::uint64_t(0));
    }
    void theBellRingsForEachPictureUntilTheReaderGoes()
    {
        const auto bell = std::make_shared<CountingBell>();
        {
            const FrameReader reader(slot, tile, bell);
            slot->put(frame(1));
            slot->put(frame(2));
            slot->clear();
            QCOMPARE(bell->rung.load(), 3);
        }
        slot->put(frame(3));
        QCOMPARE(bell->rung.load(), 3);
    }
    void aFrameGivesTheSmallestPictureThatFillsTheBox()
    {
        VideoFrame made;
        made.picture = QImage(1280, 720, QImage::Format_RGB32);
        made.smaller = {QImage(640, 360, QImage::Format_RGB32), QImage(320, 180, QImage::Format_RGB32)};
        QCOMPARE(made.pictureFor({320, 180}).width(), 320);
        QCOMPARE(made.pictureFor({320, 400}).width(), 320); // a taller box leaves room above and below
        QCOMPARE(made.pictureFor({321, 181}).width(), 640);
        QCOMPARE(made.pictureFor({1280, 720}).width(), 1280);
        QCOMPARE(made.pictureFor({1920, 1080}).width(), 1280);
        QCOMPARE(made.pictureFor({10, 10}).width(), 320);
    }
    void aWriterAndReadersThatComeAndGoSeeNumbersThatOnlyGrow()
    {
        const auto bell = std::make_shared<CountingBell>();
        std::thread writer([&] {
            for (std::uint64_t i = 1; i <= 20000; ++i) {
                slot->put(frame(i));
                slot->demands();
            }
        });
        std::array<bool, 2> grows{true, true};
        const auto watch = [&](bool &fine) {
            for (std::uint64_t last = 0; last < 20000;) {
                FrameReader reader(slot, tile, bell);
                for (int look = 0; look < 50 && last < 20000; ++look) {
                    reader.setDemand({QSize(look + 1, 9)});
                    if (const auto newest = reader.newest()) {
                        fine = fine && newest->number >= last;
                        last = newest->number;
                    }
                }
            }
        };
        std::thread other([&] { watch(grows[0]); });
        watch(grows[1]);
        writer.join();
        other.join();
        QVERIFY(grows[0] && grows[1]);
        QVERIFY(slot->demands().empty());
    }
};

QTEST_GUILESS_MAIN(FrameSlotTest)
#include "frame_slot_test.moc"

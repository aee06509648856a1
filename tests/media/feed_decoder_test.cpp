// A feed from its bytes to its slot, without a network: both threads, real codecs, a connection made by hand.

#include "media/feed_pipeline.h"

#include "media/decode/pes_assembler.h"
#include "media/input/srt_address.h"
#include "support/encoded_clip.h"
#include "support/media_loopback.h"
#include "support/scripted_input.h"
#include "support/ts_writer.h"

#include <QTest>

#include <random>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace gantry::media::packets;
using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t videoPid = 0x101;

struct Room
{
    Notebook notes;
    std::shared_ptr<Script> script = std::make_shared<Script>();
    std::shared_ptr<FrameSlot> slot = std::make_shared<FrameSlot>();
    FrameReader reader{slot};
    TsWriter writer;
    std::uint64_t time = 900'000;
    std::unique_ptr<FeedPipeline> pipeline;

    explicit Room(QSize wanted = {160, 90}, const FeedSettings &settings = {})
    {
        reader.setDemand({wanted});
        pipeline = std::make_unique<FeedPipeline>(QStringLiteral("CAM 1"), std::make_unique<ScriptedInput>(script),
                                                  settings, slot, notes);
        pipeline->start();
    }
    void tables(int type, std::uint16_t pid = videoPid) { script->send(writer.tables({{type, pid, {}}})); }
    void picture(const clips::Unit &unit, PesShape shape = {}, std::uint16_t pid = videoPid)
    {
        script->send(writer.pes(pid, unit.bytes, time, shape));
        time += 3600;
    }
    std::uint64_t shown() const
    {
        const VideoFramePointer frame = slot->peek();
        return frame ? frame->number : 0;
    }
    bool untilShown(std::uint64_t number) const
    {
        return waitUntil([&] { return shown() >= number; }, 10s);
    }
};

clips::Settings x264()
{
    clips::Settings settings;
    settings.size = {192, 112}; // each picture below 64 KiB, so that its length can be said
    settings.options = {{"preset", "ultrafast"}, {"tune", "zerolatency"}};
    return settings;
}

clips::Settings x265()
{
    clips::Settings settings;
    settings.encoder = "libx265";
    settings.size = {256, 144};
    return settings;
}

} // namespace

class FeedDecoderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPictureIsInItsSlotBeforeTheFirstByteOfTheNext_data()
    {
        QTest::addColumn<bool>("length");
        QTest::newRow("length said") << true;
        QTest::newRow("length unknown") << false;
    }
    void aPictureIsInItsSlotBeforeTheFirstByteOfTheNext()
    {
        QFETCH(bool, length);
        const auto clip = clips::encode(x264());
        Room room;
        room.tables(0x1b);
        for (std::size_t i = 0; i < clip.size(); ++i) {
            room.picture(clip[i], {.length = length});
            if (length || i > std::size_t(PesAssembler::proofs))
                QVERIFY2(room.untilShown(i + 1), qPrintable(QString::number(i))); // nothing more has been sent
        }
        QCOMPARE(room.notes.picture().decodeErrors, std::uint64_t(0));
    }
    void picturesWithoutLengthAndStuffingAreShownWhenTheNextBegins()
    {
        const auto clip = clips::encode(x264());
        Room room;
        room.tables(0x1b);
        for (const clips::Unit &unit : clip)
            room.picture(unit, {.exact = true});
        QVERIFY(room.untilShown(clip.size() - 1));
    }
    void withoutAKeyPictureItWaitsForOneAndNothingIsAnError()
    {
        const auto clip = clips::encode(x264());
        Room room;
        room.tables(0x1b);
        for (int turn = 0; turn < 12; ++turn)
            for (std::size_t i = 1; i < 12; ++i) // the key pictures are 0 and 12
                room.picture(clip[i], {.length = true});
        QVERIFY(waitUntil([&] { return room.notes.pictures().size() > 1; }, 5s));
        const PictureState waiting = room.notes.picture();
        QCOMPARE(int(waiting.signal), int(SignalState::Waiting));
        QCOMPARE(int(waiting.waitingFor), int(WaitingFor::KeyPicture));
        QCOMPARE(waiting.decodeErrors, std::uint64_t(0));
        QVERIFY(!room.slot->peek());
        room.picture(clip[12], {.length = true});
        room.picture(clip[13], {.length = true});
        QVERIFY(room.untilShown(1));
        QVERIFY(waitUntil([&] { return room.notes.picture().signal == SignalState::Live; }, 2s));
    }
    void anotherPidAndCodecAreFollowedFromTheirFirstKeyPictureOn()
    {
        const auto first = clips::encode(x264());
        const auto second = clips::encode(x265());
        if (second.empty())
            QSKIP("no H.265 encoder in this FFmpeg");
        Room room;
        room.tables(0x1b);
        for (const clips::Unit &unit : first)
            room.picture(unit, {.length = true});
        QVERIFY(room.untilShown(first.size() - 1));
        room.tables(0x24, 0x181);
        for (const clips::Unit &unit : second)
            room.picture(unit, {.length = true}, 0x181);
        QVERIFY(room.untilShown(first.size() + second.size() - 1));
        QCOMPARE(room.slot->peek()->sourceSize, QSize(256, 144));
        QVERIFY(waitUntil([&] { return room.notes.picture().format->codec == QStringLiteral("H.265"); }, 3s));
        QCOMPARE(room.notes.picture().decodeErrors, std::uint64_t(0));
    }
    void aFeedOnWallsOfSeveralSizesIsDecodedOnceAndScaledForEach()
    {
        const auto clip = clips::encode(x264());
        Room room;
        FrameReader large(room.slot, {QSize(640, 360)});
        room.tables(0x1b);
        for (const clips::Unit &unit : clip)
            room.picture(unit, {.length = true});
        QVERIFY(room.untilShown(clip.size() - 1));
        const VideoFramePointer frame = large.newest();
        QCOMPARE(frame, room.reader.newest());
        QCOMPARE(frame->picture.width(), 617); // 192x112 in a box of 640x360
        QCOMPARE(frame->pictureFor({160, 90}).size(), QSize(154, 90));
        QVERIFY(room.notes.picture().decoded <= clip.size());
    }
    void aFeedGivesItsPicturesAsDecodedToAWallThatDrawsThemItselfAndScaledToTheOthers()
    {
        const auto clip = clips::encode(x264());
        for (const bool paintedToo : {false, true}) {
            Room room(paintedToo ? QSize(160, 90) : QSize());
            FrameReader drawn(room.slot, {QSize(640, 360), DecodeMode::Full, PictureForm::DevicePlanes});
            room.tables(0x1b);
            for (const clips::Unit &unit : clip)
                room.picture(unit, {.length = true});
            QVERIFY(room.untilShown(clip.size() - 1));
            const VideoFramePointer frame = drawn.newest();
            QVERIFY(frame->planes && !frame->planes->onDevice());
            QCOMPARE(frame->planes->size, QSize(192, 112));
            QCOMPARE(frame->sourceSize, QSize(192, 112));
            QCOMPARE(frame->picture.size(), paintedToo ? QSize(154, 90) : QSize(0, 0));
            QCOMPARE(frame->imageFor({96, 56}).isNull(), false); // for stills
        }
    }
    void aSlotNobodyLooksAtGetsAPictureNowAndThenAndEveryPictureCounts()
    {
        const auto clip = clips::encode(x264());
        Room room(QSize{});
        room.tables(0x1b);
        for (const clips::Unit &unit : clip)
            room.picture(unit, {.length = true});
        QVERIFY(waitUntil([&] { return room.notes.picture().decoded >= clip.size(); }, 10s));
        QVERIFY(room.slot->peek());                      // for stills
        QCOMPARE(room.slot->unseen(), std::uint64_t(0)); // nobody missed anything
        QVERIFY(room.shown() < clip.size());
    }
    void lostPacketsAreShownAndCounted()
    {
        const auto clip = clips::encode(x264());
        Room room;
        room.tables(0x1b);
        for (std::size_t i = 0; i < clip.size(); ++i) {
            Bytes unit = room.writer.pes(videoPid, clip[i].bytes, room.time += 3600);
            if (i == 6 || i == 9)
                unit.erase(unit.begin() + 188 * 10, unit.begin() + 188 * 12);
            room.script->send(unit);
        }
        QVERIFY(room.untilShown(clip.size() - 2)); // damaged ones are shown too
        QVERIFY(waitUntil([&] { return room.notes.picture().decodeErrors >= 2; }, 3s));
    }
    void timeThatJumpsDoesNotStopThePictures()
    {
        const auto clip = clips::encode(x264());
        Room room;
        room.tables(0x1b);
        room.time = (std::uint64_t(1) << 33) - 5 * 3600; // wraps after five pictures
        for (std::size_t i = 0; i < clip.size(); ++i) {
            if (i == 12)
                room.time = 1; // and jumps back
            room.time &= (std::uint64_t(1) << 33) - 1;
            room.picture(clip[i], {.length = true});
        }
        QVERIFY(room.untilShown(clip.size() - 1));
        QCOMPARE(room.notes.picture().decodeErrors, std::uint64_t(0));
    }
    void randomBytesInsideATransportStreamAreSafe()
    {
        const auto clip = clips::encode(x264());
        std::mt19937 random(1);
        Room room;
        room.tables(0x1b);
        for (int turn = 0; turn < 3; ++turn)
            for (const clips::Unit &unit : clip) {
                Bytes damaged = room.writer.pes(videoPid, unit.bytes, room.time += 3600);
                for (int i = 0; i < 20; ++i)
                    damaged[random() % damaged.size()] = std::byte(random() & 0xffU);
                room.script->send(damaged);
            }
        for (const clips::Unit &unit : clip)
            room.picture(unit, {.length = true});
        const auto before = room.notes.picture().decoded;
        QVERIFY(waitUntil([&] { return room.notes.picture().decoded > before; }, 10s));
    }
};

QTEST_GUILESS_MAIN(FeedDecoderTest)
#include "feed_decoder_test.moc"

// A feed of which not everything is decoded: what is said about it stays true, and what cannot be known is not said.
// Real codecs, a connection made by hand.

#include "media/decode/closer_look.h"
#include "media/feed_pipeline.h"
#include "media/gpu/gpu_decoding.h"
#include "support/encoded_clip.h"
#include "support/media_loopback.h"
#include "support/scripted_gpu.h"
#include "support/scripted_input.h"
#include "support/ts_writer.h"

#include <QTest>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace gantry::media::packets;
using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t videoPid = 0x101;
constexpr CloserLook::Time start{1000s};

struct Room
{
    Notebook notes;
    std::shared_ptr<Script> script = std::make_shared<Script>();
    std::shared_ptr<FrameSlot> slot = std::make_shared<FrameSlot>();
    FrameReader reader{slot, {QSize(160, 90)}};
    TsWriter writer;
    std::uint64_t time = 900'000;
    std::unique_ptr<FeedPipeline> pipeline;

    explicit Room(const FeedLoad &load, GpuDecoding *gpu = nullptr)
    {
        pipeline = std::make_unique<FeedPipeline>(QStringLiteral("CAM 1"), std::make_unique<ScriptedInput>(script),
                                                  FeedSettings{}, slot, notes, gpu);
        pipeline->setLoad(load);
        pipeline->start();
        script->send(writer.tables({{0x1b, videoPid, {}}}));
    }
    void send(const std::vector<clips::Unit> &clip)
    {
        for (const clips::Unit &unit : clip) {
            script->send(writer.pes(videoPid, unit.bytes, time, {.length = true}));
            time += 3600;
        }
    }
    bool untilSaid(const std::function<bool(const PictureState &)> &what)
    {
        return waitUntil([&] { return !notes.pictures().empty() && what(notes.picture()); }, 10s);
    }
};

clips::Settings moving()
{
    clips::Settings settings;
    settings.size = {192, 112};
    settings.options = {{"preset", "ultrafast"}, {"tune", "zerolatency"}};
    return settings;
}

clips::Settings still()
{
    clips::Settings settings = moving();
    settings.count = 60;
    settings.gop = 6;
    settings.paint = [](AVFrame &frame, int) { clips::paintNoise(frame, 1); };
    return settings;
}

} // namespace

class ThinnedFeedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keyPicturesAloneAreALivePictureWhoseMovementIsUnknown()
    {
        Room room({DecodeMode::Thumbnail});
        room.send(clips::encode(moving()));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.decoded == 2 && state.content; }));
        const PictureState state = room.notes.picture();
        QCOMPARE(state.signal, SignalState::Live);
        QVERIFY(state.decoding == DecodeMode::Thumbnail);
        QVERIFY(!state.content->frozen);
        QVERIFY(!state.content->change);
        QCOMPARE(state.content->black, 0ms);
        QCOMPARE(state.decodeErrors, std::uint64_t(0));
        QVERIFY(room.slot->leftOut());
    }
    void aThinnedFeedThatEndsIsLostAfterASecondLikeAnyOther()
    {
        Room room({DecodeMode::Thumbnail});
        room.send(clips::encode(moving()));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.signal == SignalState::Live; }));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.signal == SignalState::NoSignal; }));
    }
    void whatIsNotDecodedAtAllIsLiveAndNothingIsKnownOfItsPicture()
    {
        Room room({DecodeMode::Off});
        room.send(clips::encode(moving()));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.signal == SignalState::Live; }));
        const PictureState state = room.notes.picture();
        QVERIFY(state.decoding == DecodeMode::Off);
        QVERIFY(!state.content);
        QCOMPARE(state.decoded, std::uint64_t(0));
        QVERIFY(!room.slot->peek());
    }
    void whoLooksAtItMayAskForLessButNotForMoreThanTheLoadAllows()
    {
        Room room({DecodeMode::Light});
        room.send(clips::encode(moving()));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.decoding == DecodeMode::Light; }));
        room.reader.setDemand({QSize(160, 90), DecodeMode::Thumbnail});
        room.send(clips::encode(moving()));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.decoding == DecodeMode::Thumbnail; }));
    }
    void aFeedThatStandsStillIsLookedAtInFullBeforeItIsCalledFrozen()
    {
        Room room({DecodeMode::Thumbnail});
        room.send(clips::encode(still()));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.decoding == DecodeMode::Full; }));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.content && state.content->frozen; }));
        QVERIFY(room.notes.picture().decoded > 10); // ten key pictures, and those between
    }
    void aStreamWithoutWholeKeyPicturesIsDecodedLightly()
    {
        clips::Settings settings = moving();
        settings.count = 100;
        settings.options.push_back({"x264-params", "intra-refresh=1:keyint=12"});
        Room room({DecodeMode::Thumbnail});
        room.send(clips::encode(settings));
        QVERIFY(room.untilSaid([](const PictureState &state) { return state.decoding == DecodeMode::Light; }));
        QVERIFY(waitUntil([&] { return room.slot->peek() != nullptr; }, 5s));
    }
    void aGpuThatIsLostWhileKeyPicturesAloneAreDecodedIsLeftAsSoonAsOtherwise()
    {
        scripted::begin();
        GpuDecoding gpu(scripted::table);
        Room room({DecodeMode::Thumbnail}, &gpu);
        const auto clip = clips::encode(moving());
        const auto sendsUntil = [&](const std::function<bool(const PictureState &)> &what) {
            return waitUntil(
                [&] {
                    room.send(clip);
                    return !room.notes.pictures().empty() && what(room.notes.picture());
                },
                30s);
        };
        QVERIFY(sendsUntil([](const PictureState &state) { return state.decoder == QStringLiteral("First"); }));
        scripted::script(0).gone = true;
        scripted::script(1).noDevice = QStringLiteral("not here");
        QVERIFY(sendsUntil([](const PictureState &state) { return state.decoder == QStringLiteral("software"); }));
        QVERIFY(sendsUntil([](const PictureState &state) {
            return state.decoding == DecodeMode::Thumbnail && state.signal == SignalState::Live;
        }));
    }

    void twoKeyPicturesAlikeAskForALookThatAMovementEnds()
    {
        CloserLook look;
        look.keyPicture(false, start);
        QVERIFY(!look.looks());
        look.keyPicture(true, start + 2s);
        QVERIFY(look.looks());
        look.picture(0ms, start + 4s);
        QVERIFY(look.looks()); // it has only begun
        look.picture(0ms, start + 6s);
        QVERIFY(!look.looks());
    }
    void aFrozenFeedIsLookedAtUntilItMovesAgain()
    {
        CloserLook look;
        look.keyPicture(true, start);
        for (auto time = 0ms; time < 60s; time += 200ms)
            look.picture(time, start + time);
        QVERIFY(look.looks());
        look.picture(0ms, start + 61s);
        QVERIFY(!look.looks());
        // Its next standstill is looked at again after the shortest rest.
        look.keyPicture(true, start + 61s + CloserLook::firstRest);
        QVERIFY(look.looks());
    }
    void whoWasFoundMovingIsLeftAloneForLongerEachTime()
    {
        CloserLook look;
        auto now = start;
        std::chrono::seconds before{0};
        for (int turn = 0; turn < 4; ++turn) {
            const auto asked = now;
            while (!look.looks())
                look.keyPicture(true, now += 1s);
            const auto rested = std::chrono::duration_cast<std::chrono::seconds>(now - asked);
            QVERIFY(turn == 0 || rested > before);
            before = rested;
            look.picture(0ms, now);
            look.picture(0ms, now += CloserLook::lookFor);
            QVERIFY(!look.looks());
        }
        QVERIFY(before >= 2 * CloserLook::firstRest);
    }
};

QTEST_GUILESS_MAIN(ThinnedFeedTest)
#include "thinned_feed_test.moc"

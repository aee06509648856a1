#include "media/decode/demuxer.h"

#include "support/ts_writer.h"

#include <QTest>

#include <random>

extern "C" {
#include <libavcodec/codec_id.h>
#include <libavcodec/packet.h>
}

using namespace gantry::media;
using namespace gantry::media::packets;
using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t videoPid = 0x101;
constexpr std::uint16_t soundPid = 0x102;

// A demuxer that is fed and notes what comes out.
struct Desk
{
    TsWriter writer;
    std::vector<MediaUnit> units;
    Demuxer demuxer;
    Demuxer::Time now{100s};

    explicit Desk(const FeedSettings &settings = {})
        : demuxer(settings, [this](MediaUnit unit) { units.push_back(std::move(unit)); })
    {
    }
    void feed(const Bytes &bytes) { demuxer.feed(bytes, now); }
    void tables(const std::vector<Stream> &streams) { feed(writer.tables(streams)); }
    void video(int value, std::uint16_t pid = videoPid, std::optional<std::uint64_t> pts = 0)
    {
        feed(writer.pes(pid, Bytes(1000, std::byte(value)), pts, {.length = true}));
    }
    void sound(int value, std::uint16_t pid = soundPid)
    {
        feed(writer.pes(pid, Bytes(300, std::byte(value)), 0, {.length = true, .streamId = 0xc0}));
    }
    std::vector<int> firstBytes(MediaStream::Sort sort = MediaStream::Sort::Video) const
    {
        std::vector<int> result;
        for (const MediaUnit &unit : units)
            if (unit.stream.sort == sort)
                result.push_back(int(unit.packet->data[0]));
        return result;
    }
};

const std::vector<Stream> usual{{0x1b, videoPid, {}}, {0x0f, soundPid, {}}};

} // namespace

class DemuxerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pictureAndSoundOfTheProgramComeOutAsTheyCameIn()
    {
        Desk desk;
        desk.tables(usual);
        desk.video(1, videoPid, 90000);
        desk.sound(2);
        desk.video(9, 0x1ff); // not in the table
        QCOMPARE(desk.units.size(), std::size_t(2));
        const MediaUnit &video = desk.units[0];
        QCOMPARE(int(video.stream.sort), int(MediaStream::Sort::Video));
        QCOMPARE(video.stream.codec, int(AV_CODEC_ID_H264));
        QCOMPARE(video.packet->size, 1000);
        QCOMPARE(video.pts.value().count(), std::int64_t(90000));
        QVERIFY(video.arrived == desk.now);
        const MediaUnit &sound = desk.units[1];
        QCOMPARE(sound.stream.codec, int(AV_CODEC_ID_AAC));
        QCOMPARE(sound.stream.track, 1);
        QCOMPARE(sound.stream.tracks, 1);
        QVERIFY(sound.stream.number != video.stream.number);
    }
    void aPictureIsOutBeforeTheFirstByteOfTheNext()
    {
        Desk desk;
        desk.tables(usual);
        for (int i = 0; i < PesAssembler::proofs + 5; ++i) { // of unknown length, as most encoders send them
            desk.feed(desk.writer.pes(videoPid, Bytes(20'000, std::byte(i)), std::uint64_t(i) * 3600));
            if (i > PesAssembler::proofs)
                QCOMPARE(desk.firstBytes().back(), i);
        }
        QCOMPARE(desk.units.size(), std::size_t(PesAssembler::proofs + 5));
    }
    void whatCameBeforeTheTablesIsReadWhenTheyCome()
    {
        Desk desk;
        desk.video(1);
        desk.sound(2);
        desk.tables(usual);
        QCOMPARE(desk.firstBytes(), std::vector<int>{1});
        QCOMPARE(desk.firstBytes(MediaStream::Sort::Audio), std::vector<int>{2});
    }
    void messagesMayCutPacketsAnywhere()
    {
        Desk whole;
        whole.tables(usual);
        Bytes stream = whole.writer.tables(usual);
        for (int i = 0; i < 20; ++i)
            append(stream, whole.writer.pes(videoPid, Bytes(1500, std::byte(i)), 0, {.length = true}));
        for (const std::size_t step : {1UL, 7UL, 187UL, 189UL, 1316UL, 4000UL}) {
            Desk desk;
            for (std::size_t at = 0; at < stream.size(); at += step)
                desk.feed(Bytes(stream.begin() + std::ptrdiff_t(at),
                                stream.begin() + std::ptrdiff_t(std::min(stream.size(), at + step))));
            QCOMPARE(desk.units.size(), std::size_t(20));
        }
    }
    void garbageBetweenPacketsCostsNoMoreThanItsNeighbours()
    {
        Desk desk;
        desk.tables(usual);
        for (int i = 0; i < 10; ++i) {
            desk.video(i);
            desk.feed(bytes({0x47, 1, 2, 3, 0x47, 0x47}));
        }
        QVERIFY(desk.units.size() >= 9);
    }
    void theNamedProgramIsTakenAndNoOther()
    {
        const auto run = [](std::optional<std::uint16_t> program) {
            Desk desk(FeedSettings{.program = program});
            // Programs 1 and 2 with tables on 0x1000 and 0x1001.
            desk.feed(desk.writer.section(
                0, withCrc(bytes({0x00, 0xb0, 17, 0, 1, 0xc1, 0, 0, 0, 1, 0xf0, 0x00, 0, 2, 0xf0, 0x01}))));
            Bytes second = pmt({{0x24, 0x201, {}}});
            second[4] = std::byte{2};
            second.resize(second.size() - 4);
            desk.feed(desk.writer.section(0x1000, pmt(usual)));
            desk.feed(desk.writer.section(0x1001, withCrc(second)));
            desk.video(1);
            desk.video(2, 0x201);
            return desk.firstBytes();
        };
        QCOMPARE(run(std::nullopt), std::vector<int>{1});
        QCOMPARE(run(1), std::vector<int>{1});
        QCOMPARE(run(2), std::vector<int>{2});
        QCOMPARE(run(3), std::vector<int>{});
    }
    void theNamedTrackIsTakenAndNoOther()
    {
        const auto run = [](std::optional<int> track) {
            Desk desk(FeedSettings{.soundTrack = track});
            desk.tables({{0x1b, videoPid, {}}, {0x0f, 0x110, {}}, {0x81, 0x111, {}}, {0x0f, 0x112, {}}});
            for (int i = 0; i < 3; ++i)
                desk.sound(i + 1, std::uint16_t(0x110 + i));
            for (const MediaUnit &unit : desk.units)
                if (unit.stream.track != int(unit.packet->data[0]) || unit.stream.tracks != 3)
                    return std::vector<int>{-1};
            return desk.firstBytes(MediaStream::Sort::Audio);
        };
        QCOMPARE(run(std::nullopt), std::vector<int>{1});
        QCOMPARE(run(2), std::vector<int>{2});
        QCOMPARE(run(3), std::vector<int>{3});
        QCOMPARE(run(4), std::vector<int>{});
    }
    void aNewTableMovesTheStreamToAnotherPidAndCodec()
    {
        Desk desk;
        desk.tables(usual);
        desk.video(1);
        desk.sound(2);
        desk.tables({{0x24, 0x141, {}}, {0x0f, soundPid, {}}});
        desk.video(3, 0x141);
        desk.sound(4);
        QCOMPARE(desk.firstBytes(), (std::vector<int>{1, 3}));
        QCOMPARE(desk.units[2].stream.codec, int(AV_CODEC_ID_HEVC));
        QVERIFY(desk.units[0].stream.number != desk.units[2].stream.number);
        QCOMPARE(desk.units[1].stream.number, desk.units[3].stream.number); // the sound has not changed
    }
    void aStreamThatFallsSilentGivesWayToAnotherOfItsSort()
    {
        Desk desk;
        desk.tables({{0x1b, videoPid, {}}, {0x1b, 0x121, {}}});
        desk.video(1);
        desk.video(2, 0x121);
        desk.now += 900ms;
        desk.video(3, 0x121);
        desk.now += 200ms;
        desk.video(4, 0x121);
        desk.video(5); // is back, and too late
        desk.video(6, 0x121);
        QCOMPARE(desk.firstBytes(), (std::vector<int>{1, 4, 6}));
    }
    void aTableOfSixtyStreamsIsReadAndItsFirstTaken()
    {
        std::vector<Stream> streams;
        for (int i = 0; i < 30; ++i) {
            streams.push_back({0x1b, std::uint16_t(0x200 + i), {}});
            streams.push_back({0x0f, std::uint16_t(0x300 + i), {}});
        }
        Desk desk;
        desk.tables(streams);
        for (int i = 0; i < 30; ++i) {
            desk.video(i, std::uint16_t(0x200 + i));
            desk.sound(i, std::uint16_t(0x300 + i));
        }
        QCOMPARE(desk.firstBytes(), std::vector<int>{0});
        QCOMPARE(desk.units.back().stream.tracks, 30);
    }
    void aTableThatNamesTheTablesAsStreamsDoesNoHarm()
    {
        Desk desk;
        desk.tables({{0x1b, 0, {}}, {0x1b, 0x1000, {}}, {0x0f, 0x1fff, {}}, {0x1b, videoPid, {}}});
        desk.video(1);
        desk.tables(usual);
        desk.video(2);
        desk.sound(3);
        QCOMPARE(desk.units.size(), std::size_t(3));
    }
    void theWrapAndAJumpOfTimeAreFollowed()
    {
        Desk desk;
        desk.tables(usual);
        constexpr std::uint64_t round = std::uint64_t(1) << 33;
        desk.video(1, videoPid, round - 3600);
        desk.video(2, videoPid, 0);
        desk.video(3, videoPid, 3600);
        desk.video(4, videoPid, 900'000'000);
        QCOMPARE((desk.units[1].pts.value() - desk.units[0].pts.value()).count(), std::int64_t(3600));
        QCOMPARE((desk.units[2].pts.value() - desk.units[1].pts.value()).count(), std::int64_t(3600));
        QCOMPARE((desk.units[3].pts.value() - desk.units[2].pts.value()).count(), std::int64_t(900'000'000 - 3600));
    }
    void theTypesOfSoundAndPictureAreKnown()
    {
        const auto codecOf = [](const Stream &stream) {
            Desk desk;
            desk.tables({stream});
            desk.video(1, stream.pid);
            return desk.units.empty() ? -1 : desk.units[0].stream.codec;
        };
        const auto registered = [](const char *name) { return bytes({0x05, 4, name[0], name[1], name[2], name[3]}); };
        QCOMPARE(codecOf({0x01, 0x101, {}}), int(AV_CODEC_ID_MPEG1VIDEO));
        QCOMPARE(codecOf({0x02, 0x101, {}}), int(AV_CODEC_ID_MPEG2VIDEO));
        QCOMPARE(codecOf({0x03, 0x101, {}}), int(AV_CODEC_ID_MP2));
        QCOMPARE(codecOf({0x11, 0x101, {}}), int(AV_CODEC_ID_AAC_LATM));
        QCOMPARE(codecOf({0x24, 0x101, {}}), int(AV_CODEC_ID_HEVC));
        QCOMPARE(codecOf({0x81, 0x101, {}}), int(AV_CODEC_ID_AC3));
        QCOMPARE(codecOf({0x87, 0x101, {}}), int(AV_CODEC_ID_EAC3));
        QCOMPARE(codecOf({0x06, 0x101, bytes({0x6a, 1, 0})}), int(AV_CODEC_ID_AC3));
        QCOMPARE(codecOf({0x06, 0x101, registered("AV01")}), int(AV_CODEC_ID_AV1));
        QCOMPARE(codecOf({0x06, 0x101, registered("Opus")}), int(AV_CODEC_ID_OPUS));
        QCOMPARE(codecOf({0x06, 0x101, registered("BSSD")}), int(AV_CODEC_ID_S302M));
        QCOMPARE(codecOf({0x86, 0x101, {}}), -1); // cues are neither
    }
    void randomAndTruncatedStreamsAreSafe()
    {
        Desk made;
        Bytes stream = made.writer.tables(usual);
        for (int i = 0; i < 30; ++i)
            append(stream, made.writer.pes(videoPid, Bytes(3000, std::byte(i)), 0));
        for (unsigned seed = 0; seed < 40; ++seed) {
            std::mt19937 random(seed);
            Bytes damaged = stream;
            for (int i = 0; i < 200; ++i)
                damaged[random() % damaged.size()] = std::byte(random() & 0xffU);
            damaged.resize(random() % damaged.size());
            Desk desk;
            desk.feed(damaged);
            desk.demuxer.finish();
        }
    }
};

QTEST_GUILESS_MAIN(DemuxerTest)
#include "demuxer_test.moc"

#include "media/decode/access_units.h"

#include "media/decode/stream_codec.h"
#include "media/decode/video_decoder.h"
#include "support/encoded_clip.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

using Bytes = std::vector<std::byte>;

MediaUnit unitOf(std::span<const std::byte> bytes, MediaUnit::Time arrived = {}, std::int64_t pts = 0)
{
    MediaUnit unit;
    unit.packet.reset(av_packet_alloc());
    av_new_packet(unit.packet.get(), int(bytes.size()));
    std::ranges::copy(std::as_bytes(bytes), reinterpret_cast<std::byte *>(unit.packet->data));
    unit.packet->pts = pts;
    unit.arrived = arrived;
    return unit;
}

int codecOfEncoder(const QString &encoder)
{
    return avcodec_find_encoder_by_name(encoder.toLatin1().constData())->id;
}

// What came out of a series of units: sizes, keys, and how many had come out after each unit.
struct Outcome
{
    std::vector<int> sizes;
    std::vector<bool> keys;
    std::vector<std::size_t> after;
    int pictures = 0;
    int failures = 0;
};

Outcome run(int codec, const std::vector<Bytes> &units)
{
    Outcome outcome;
    AccessUnits pictures(codec);
    MediaStream stream;
    stream.codec = codec;
    const auto decoder = std::move(*VideoDecoder::open(*parametersOf(stream), 1.0 / 90000));
    for (const Bytes &bytes : units) {
        MediaUnit unit = unitOf(bytes);
        pictures.feed(unit, [&](AVPacket &packet, MediaUnit::Time arrived) {
            outcome.sizes.push_back(packet.size);
            outcome.keys.push_back((packet.flags & AV_PKT_FLAG_KEY) != 0);
            const bool fine =
                decoder->decode(packet, arrived, [&](const AVFrame &, auto, const auto &) { ++outcome.pictures; });
            outcome.failures += fine ? 0 : 1;
        });
        outcome.after.push_back(outcome.sizes.size());
    }
    return outcome;
}

Bytes joined(const std::vector<clips::Unit> &clip, std::size_t from, std::size_t count)
{
    Bytes all;
    for (std::size_t i = from; i < std::min(clip.size(), from + count); ++i)
        all.insert(all.end(), clip[i].bytes.begin(), clip[i].bytes.end());
    return all;
}

std::vector<clips::Unit> clipOf(const QString &encoder)
{
    clips::Settings settings;
    settings.encoder = encoder.toStdString();
    if (encoder == QStringLiteral("libx264")) // delimiters and four slices
        settings.options = {{"preset", "ultrafast"}, {"tune", "zerolatency"}, {"x264-params", "aud=1:slices=4"}};
    return clips::encode(settings);
}

void encoders()
{
    QTest::addColumn<QString>("encoder");
    for (const char *name : {"libx264", "libx265", "mpeg2video"})
        if (avcodec_find_encoder_by_name(name))
            QTest::newRow(name) << QString::fromLatin1(name);
}

} // namespace

class AccessUnitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onePictureAUnitPassesAtOnce_data() { encoders(); }
    void onePictureAUnitPassesAtOnce()
    {
        QFETCH(QString, encoder);
        const auto clip = clipOf(encoder);
        std::vector<Bytes> units;
        for (const clips::Unit &unit : clip)
            units.push_back(unit.bytes);
        const Outcome outcome = run(codecOfEncoder(encoder), units);
        QCOMPARE(outcome.sizes.size(), clip.size());
        for (std::size_t i = 0; i < clip.size(); ++i) {
            QCOMPARE(outcome.sizes[i], int(clip[i].bytes.size()));
            QCOMPARE(bool(outcome.keys[i]), clip[i].key);
            QCOMPARE(outcome.after[i], i + 1);
        }
        QVERIFY(outcome.pictures >= int(clip.size()) - 1); // MPEG-2 keeps the last
        QCOMPARE(outcome.failures, 0);
    }
    void aUnitOfSeveralPicturesIsCutIntoThem_data() { encoders(); }
    void aUnitOfSeveralPicturesIsCutIntoThem()
    {
        QFETCH(QString, encoder);
        const auto clip = clipOf(encoder);
        std::vector<Bytes> units;
        for (std::size_t i = 0; i < clip.size(); i += 3)
            units.push_back(joined(clip, i, 3));
        const Outcome outcome = run(codecOfEncoder(encoder), units);
        QCOMPARE(outcome.sizes.size(), clip.size());
        for (std::size_t i = 0; i < clip.size(); ++i)
            QCOMPARE(bool(outcome.keys[i]), clip[i].key);
        QCOMPARE(outcome.after.front(), std::size_t(3)); // the last of a unit too, without waiting for the next unit
        QCOMPARE(outcome.failures, 0);
    }
    void unitsThatBeginInTheMiddleOfPicturesAreJoined_data() { encoders(); }
    void unitsThatBeginInTheMiddleOfPicturesAreJoined()
    {
        QFETCH(QString, encoder);
        const auto clip = clipOf(encoder);
        // Three pictures whole, then everything in pieces of a fixed size.
        std::vector<Bytes> units;
        for (std::size_t i = 0; i < clip.size(); ++i)
            for (std::size_t at = 0; at < clip[i].bytes.size(); at += (clip[i].bytes.size() + 1) / 2)
                units.emplace_back(
                    clip[i].bytes.begin() + std::ptrdiff_t(at),
                    clip[i].bytes.begin() +
                        std::ptrdiff_t(std::min(clip[i].bytes.size(), at + (clip[i].bytes.size() + 1) / 2)));
        const Outcome outcome = run(codecOfEncoder(encoder), units);
        // A few go in halves until that is known for a habit; from then on each is whole.
        const auto whole = std::ranges::count_if(outcome.sizes, [&](int size) {
            return std::ranges::any_of(clip, [&](const clips::Unit &unit) { return int(unit.bytes.size()) == size; });
        });
        QVERIFY2(whole >= std::ptrdiff_t(clip.size()) - 6, qPrintable(QString::number(whole)));
    }
    void parametersInAUnitOfTheirOwnGoWithTheNextPicture()
    {
        const auto clip = clipOf(QStringLiteral("libx264"));
        std::vector<PictureCut> cuts;
        // Cut the first unit in front of its first slice.
        const Bytes &first = clip.front().bytes;
        std::size_t slice = 0;
        for (std::size_t i = 0; i + 4 < first.size() && slice == 0; ++i)
            if (first[i] == std::byte{0} && first[i + 1] == std::byte{0} && first[i + 2] == std::byte{1} &&
                (unsigned(first[i + 3]) & 0x1fU) == 5)
                slice = i;
        QVERIFY(slice > 0);
        const std::vector<Bytes> units{Bytes(first.begin(), first.begin() + std::ptrdiff_t(slice)),
                                       Bytes(first.begin() + std::ptrdiff_t(slice), first.end()), clip[1].bytes};
        const Outcome outcome = run(AV_CODEC_ID_H264, units);
        QCOMPARE(outcome.sizes.size(), std::size_t(2));
        QCOMPARE(outcome.sizes[0], int(first.size()));
        QCOMPARE(outcome.failures, 0);
        QCOMPARE(outcome.pictures, 2);
    }
    void aDamagedBeginningNowAndThenDoesNotMakeAStreamOneOfPieces()
    {
        auto clip = clipOf(QStringLiteral("libx264"));
        std::vector<Bytes> units;
        for (int turn = 0; turn < 20; ++turn)
            for (std::size_t i = 0; i < clip.size(); ++i) {
                units.push_back(clip[i].bytes);
                if (i == 5)
                    units.back()[2] = units.back()[3] = std::byte{0xaa};
            }
        const Outcome outcome = run(AV_CODEC_ID_H264, units);
        QCOMPARE(outcome.after.back(), outcome.sizes.size());
        QVERIFY(outcome.after[outcome.after.size() - 2] < outcome.sizes.size()); // the last came out with its own unit
    }
    void anIntraRefreshStreamCanBeJoinedAtItsRecoveryPoints()
    {
        clips::Settings settings;
        settings.options = {{"preset", "ultrafast"}, {"tune", "zerolatency"}, {"intra-refresh", "1"}};
        settings.count = 60;
        const auto clip = clips::encode(settings);
        std::vector<Bytes> units;
        for (std::size_t i = 3; i < clip.size(); ++i) // its only IDR picture is gone
            units.push_back(clip[i].bytes);
        const Outcome outcome = run(AV_CODEC_ID_H264, units);
        QVERIFY(std::ranges::count(outcome.keys, true) >= 2);
    }
    void av1IsReadInBothFormsThatSendersUse()
    {
        clips::Settings settings;
        settings.encoder = avcodec_find_encoder_by_name("libsvtav1") ? "libsvtav1" : "libaom-av1";
        settings.options = {{"preset", "12"}, {"cpu-used", "8"}, {"usage", "realtime"}, {"lag-in-frames", "0"}};
        settings.count = 10;
        const auto clip = clips::encode(settings);
        if (clip.empty())
            QSKIP("no AV1 encoder in this FFmpeg");
        std::vector<Bytes> plain;
        std::vector<Bytes> coded;
        for (const clips::Unit &unit : clip) {
            plain.push_back(unit.bytes);
            coded.push_back(withStartCodes(unit.bytes));
        }
        const Outcome asItIs = run(AV_CODEC_ID_AV1, plain);
        QVERIFY(asItIs.pictures >= 8);
        QCOMPARE(asItIs.failures, 0);
        QVERIFY(asItIs.keys.front());
        QVERIFY(!asItIs.keys.at(1));
        const Outcome behindCodes = run(AV_CODEC_ID_AV1, coded);
        QCOMPARE(behindCodes.pictures, asItIs.pictures);
        QCOMPARE(behindCodes.failures, 0);
        QCOMPARE(behindCodes.keys, asItIs.keys);
    }
    void anyBytesAreSafe()
    {
        std::mt19937 random(3);
        for (const int codec : {AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_MPEG2VIDEO, AV_CODEC_ID_AV1}) {
            AccessUnits pictures(codec);
            for (int i = 0; i < 3000; ++i) {
                Bytes bytes(random() % 400);
                for (std::byte &byte : bytes)
                    byte = std::byte(random() % 4 ? random() & 3U : random() & 0xffU); // many start codes
                MediaUnit unit = unitOf(bytes);
                int given = 0;
                pictures.feed(unit, [&](AVPacket &packet, MediaUnit::Time) { given += packet.size; });
                QVERIFY(given < 20'000'000);
            }
        }
    }

private:
    // As "Carriage of AV1 in MPEG-2 TS" has it: a start code, the OBU without size, emulation prevention.
    static Bytes withStartCodes(const Bytes &obus)
    {
        Bytes outcome;
        for (std::size_t i = 0; i < obus.size();) {
            const unsigned header = unsigned(obus[i]);
            const std::size_t headerSize = (header & 4U) ? 2 : 1;
            std::size_t at = i + headerSize;
            std::size_t size = 0;
            for (unsigned shift = 0;; shift += 7) {
                const unsigned byte = unsigned(obus[at++]);
                size |= std::size_t(byte & 0x7fU) << shift;
                if (!(byte & 0x80U))
                    break;
            }
            Bytes obu{std::byte(header & ~2U)};
            if (headerSize == 2)
                obu.push_back(obus[i + 1]);
            obu.insert(obu.end(), obus.begin() + std::ptrdiff_t(at), obus.begin() + std::ptrdiff_t(at + size));
            outcome.insert(outcome.end(), {std::byte{0}, std::byte{0}, std::byte{1}});
            int zeros = 0;
            for (const std::byte byte : obu) {
                if (zeros >= 2 && unsigned(byte) <= 3) {
                    outcome.push_back(std::byte{3});
                    zeros = 0;
                }
                outcome.push_back(byte);
                zeros = byte == std::byte{0} ? zeros + 1 : 0;
            }
            i = at + size;
        }
        return outcome;
    }
};

QTEST_GUILESS_MAIN(AccessUnitsTest)
#include "access_units_test.moc"

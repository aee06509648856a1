// How much of a feed is decoded may change at any moment, and never may a picture come out that the encoder did not
// make: a real decoder, streams with reordering, open groups of pictures and without key pictures.

#include "media/decode/access_units.h"
#include "media/decode/stream_codec.h"
#include "media/decode/video_decoder.h"
#include "support/encoded_clip.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/frame.h>
}

using namespace gantry::media;
using clips::Unit;

namespace {

using Luma = std::vector<std::uint8_t>;

Luma lumaOf(const AVFrame &frame)
{
    Luma luma;
    for (int y = 0; y < frame.height; ++y) {
        const std::uint8_t *line = frame.data[0] + std::ptrdiff_t(y) * frame.linesize[0];
        luma.insert(luma.end(), line, line + frame.width);
    }
    return luma;
}

double psnr(const Luma &left, const Luma &right)
{
    double squares = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        squares += std::pow(double(left[i]) - double(right[i]), 2);
    return squares == 0 ? 100 : 10 * std::log10(255.0 * 255.0 * double(left.size()) / squares);
}

struct Shown
{
    std::int64_t number = 0;
    std::size_t packet = 0; // with which it came out
    Luma luma;
    DecodeMode mode = DecodeMode::Full; // in force when it came out
};

// Feeds the units to one decoder; `before` may turn its knobs ahead of each packet.
std::vector<Shown> decode(const std::vector<Unit> &units, int codec,
                          const std::function<void(VideoDecoder &, std::size_t, bool key)> &before = {})
{
    std::vector<Shown> shown;
    MediaStream stream;
    stream.codec = codec;
    const auto decoder = std::move(*VideoDecoder::open(*parametersOf(stream), 1.0 / 25));
    AccessUnits pictures(codec);
    std::size_t count = 0;
    for (const Unit &each : units) {
        MediaUnit unit;
        unit.packet.reset(av_packet_alloc());
        av_new_packet(unit.packet.get(), int(each.bytes.size()));
        std::memcpy(unit.packet->data, each.bytes.data(), each.bytes.size());
        unit.packet->pts = each.number;
        pictures.feed(unit, [&](AVPacket &packet, MediaUnit::Time arrived) {
            if (before)
                before(*decoder, count, (packet.flags & AV_PKT_FLAG_KEY) != 0);
            decoder->decode(packet, arrived, [&](const AVFrame &frame, auto, const auto &) {
                shown.push_back({frame.best_effort_timestamp, count, lumaOf(frame), decoder->mode()});
            });
            ++count;
        });
    }
    return shown;
}

std::map<std::int64_t, Luma> byNumber(const std::vector<Shown> &shown)
{
    std::map<std::int64_t, Luma> all;
    for (const Shown &each : shown)
        all[each.number] = each.luma;
    return all;
}

clips::Settings withReordering(const char *openGop = "0")
{
    clips::Settings settings;
    settings.count = 72;
    settings.bFrames = 2;
    settings.options = {{"preset", "veryfast"},
                        {"x264-params", std::string("scenecut=0:b-adapt=0:b-pyramid=none:open-gop=") + openGop}};
    return settings;
}

} // namespace

class DecodeModesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverTheSwitchesEveryPictureIsTheEncodersOwn_data()
    {
        QTest::addColumn<QString>("encoder");
        QTest::addColumn<QString>("openGop");
        QTest::newRow("H.264") << "libx264"
                               << "0";
        QTest::newRow("H.264, open groups of pictures") << "libx264"
                                                        << "1";
        QTest::newRow("H.265") << "libx265"
                               << "";
        QTest::newRow("MPEG-2") << "mpeg2video"
                                << "";
    }
    void whateverTheSwitchesEveryPictureIsTheEncodersOwn()
    {
        QFETCH(QString, encoder);
        QFETCH(QString, openGop);
        clips::Settings settings = withReordering(openGop == u"1" ? "1" : "0");
        if (encoder != u"libx264")
            settings.options.clear();
        settings.encoder = encoder.toStdString();
        const AVCodec *codec = avcodec_find_encoder_by_name(settings.encoder.c_str());
        if (!codec)
            QSKIP("this FFmpeg has no such encoder");
        const std::vector<Unit> units = clips::encode(settings);
        const auto whole = byNumber(decode(units, codec->id));
        QVERIFY(whole.size() >= 68);
        for (unsigned seed = 1; seed <= 8; ++seed) {
            std::mt19937 random(seed);
            constexpr DecodeMode modes[] = {DecodeMode::Full, DecodeMode::Thumbnail, DecodeMode::Off};
            const auto shown = decode(units, codec->id, [&](VideoDecoder &decoder, std::size_t, bool) {
                if (random() % 6 == 0)
                    decoder.setMode(modes[random() % 3]);
                if (random() % 20 == 0)
                    decoder.setHurry(!decoder.hurries());
            });
            std::int64_t last = -1;
            for (const Shown &each : shown) {
                if (each.number > whole.rbegin()->first)
                    continue; // what the decoder of the whole still held at the end
                const auto made = whole.find(each.number);
                QVERIFY2(made != whole.end(), qPrintable(QString::number(each.number)));
                QVERIFY2(made->second == each.luma,
                         qPrintable(QStringLiteral("seed %1, picture %2").arg(seed).arg(each.number)));
                QVERIFY2(each.number > last,
                         qPrintable(QStringLiteral("seed %1: %2 after %3").arg(seed).arg(each.number).arg(last)));
                last = each.number;
            }
        }
    }
    void aThumbnailComesOutWithItsOwnPacket()
    {
        const std::vector<Unit> units = clips::encode(withReordering());
        std::vector<std::size_t> keys;
        const auto shown = decode(units, AV_CODEC_ID_H264, [&](VideoDecoder &decoder, std::size_t packet, bool key) {
            decoder.setMode(DecodeMode::Thumbnail);
            if (key)
                keys.push_back(packet);
        });
        QCOMPARE(shown.size(), std::size_t(6)); // 72 pictures, a key picture every 12
        for (std::size_t i = 0; i < shown.size(); ++i)
            QCOMPARE(shown[i].packet, keys[i]);
    }
    void fullBeginsAgainAtAKeyPictureAndMissesNothingFromThere()
    {
        const std::vector<Unit> units = clips::encode(withReordering());
        const auto shown = decode(units, AV_CODEC_ID_H264, [](VideoDecoder &decoder, std::size_t packet, bool) {
            decoder.setMode(packet < 30 ? DecodeMode::Off : DecodeMode::Full);
        });
        QVERIFY(!shown.empty());
        QCOMPARE(shown.front().number, 36);
        for (std::size_t i = 0; i < shown.size(); ++i)
            QCOMPARE(shown[i].number, std::int64_t(36 + i));
    }
    void thumbnailsBeginAtAKeyPictureButAHurryAtOnce()
    {
        const std::vector<Unit> units = clips::encode(withReordering());
        for (const bool hurry : {false, true}) {
            const auto shown = decode(units, AV_CODEC_ID_H264, [&](VideoDecoder &decoder, std::size_t packet, bool) {
                if (packet == 18)
                    hurry ? decoder.setHurry(true) : decoder.setMode(DecodeMode::Thumbnail);
            });
            const auto dense =
                std::count_if(shown.begin(), shown.end(), [](const Shown &each) { return each.number < 24; });
            // What had gone in comes out, in a hurry too.
            QCOMPARE(dense, hurry ? 18 : 24);
            QCOMPARE(std::int64_t(shown.size()) - dense, 4);
        }
    }
    void lightLeavesOutWhatNoOtherPictureNeedsAndIsExactAfterTheNextKeyPicture()
    {
        const std::vector<Unit> units = clips::encode(withReordering());
        const auto whole = byNumber(decode(units, AV_CODEC_ID_H264));
        const auto shown = decode(units, AV_CODEC_ID_H264, [](VideoDecoder &decoder, std::size_t packet, bool) {
            decoder.setMode(packet < 40 ? DecodeMode::Light : DecodeMode::Full);
        });
        int light = 0;
        for (const Shown &each : shown) {
            const Luma &exact = whole.at(each.number);
            if (each.number < 36)
                ++light;
            if (each.number >= 48)
                QVERIFY2(each.luma == exact, qPrintable(QString::number(each.number)));
            // It drifts, but it is the same picture.
            const double likeness = psnr(each.luma, exact);
            QVERIFY2(likeness > 24, qPrintable(QStringLiteral("%1: %2 dB").arg(each.number).arg(likeness)));
        }
        QVERIFY2(light >= 12 && light <= 18, qPrintable(QString::number(light))); // one in three, and the key pictures
    }
    void offGivesNothing()
    {
        const auto shown = decode(clips::encode(withReordering()), AV_CODEC_ID_H264,
                                  [](VideoDecoder &decoder, std::size_t, bool) { decoder.setMode(DecodeMode::Off); });
        QVERIFY(shown.empty());
    }
    void whatIsInForceIsSaid()
    {
        std::vector<DecodeMode> modes;
        decode(clips::encode(withReordering()), AV_CODEC_ID_H264, [&](VideoDecoder &decoder, std::size_t packet, bool) {
            modes.push_back(decoder.mode());
            if (packet == 5)
                decoder.setMode(DecodeMode::Thumbnail);
            if (packet == 30)
                decoder.setMode(DecodeMode::Light);
        });
        QVERIFY(modes[11] == DecodeMode::Full); // wanted since 5, begun at the key picture 12
        QVERIFY(modes[13] == DecodeMode::Thumbnail);
        QVERIFY(modes[36] == DecodeMode::Thumbnail);
        QVERIFY(modes[37] == DecodeMode::Light);
    }
};

QTEST_APPLESS_MAIN(DecodeModesTest)
#include "decode_modes_test.moc"

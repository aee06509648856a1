#include "media/decode/sound_frames.h"

#include "media/decode/audio_decoder.h"
#include "media/decode/stream_codec.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <random>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/channel_layout.h>
#include <libavutil/frame.h>
#include <libavutil/opt.h>
}

using namespace gantry::media;

namespace {

using Bytes = std::vector<std::uint8_t>;

MediaUnit unitOf(const Bytes &bytes, std::optional<std::int64_t> pts)
{
    MediaUnit unit;
    unit.packet.reset(av_packet_alloc());
    av_new_packet(unit.packet.get(), int(bytes.size()));
    std::memcpy(unit.packet->data, bytes.data(), bytes.size());
    unit.packet->pts = pts.value_or(AV_NOPTS_VALUE);
    if (pts)
        unit.pts = StreamTime(*pts);
    return unit;
}

// A tone of two seconds as frames of an encoder; AAC gets the ADTS header that MPEG-TS carries.
std::vector<Bytes> toneFrames(const char *encoder)
{
    std::vector<Bytes> frames;
    const AVCodec *codec = avcodec_find_encoder_by_name(encoder);
    if (!codec)
        return frames;
    AVCodecContext *context = avcodec_alloc_context3(codec);
    context->sample_fmt = codec->sample_fmts[0];
    context->sample_rate = 48000;
    context->bit_rate = 128000;
    context->time_base = {1, 48000};
    context->strict_std_compliance = FF_COMPLIANCE_EXPERIMENTAL;
    av_channel_layout_default(&context->ch_layout, 2);
    AVFrame *frame = av_frame_alloc();
    AVPacket *packet = av_packet_alloc();
    if (avcodec_open2(context, codec, nullptr) >= 0) {
        const int size = context->frame_size > 0 ? context->frame_size : 960;
        for (int at = 0; at < 96000; at += size) {
            frame->format = context->sample_fmt;
            frame->sample_rate = 48000;
            frame->nb_samples = size;
            av_channel_layout_copy(&frame->ch_layout, &context->ch_layout);
            av_frame_get_buffer(frame, 0);
            for (int i = 0; i < size; ++i)
                for (int channel = 0; channel < 2; ++channel) {
                    const double value = 0.1 * std::sin(2 * M_PI * 440 * (at + i) / 48000.0);
                    if (context->sample_fmt == AV_SAMPLE_FMT_FLTP)
                        reinterpret_cast<float *>(frame->data[channel])[i] = float(value);
                    else
                        reinterpret_cast<std::int16_t *>(frame->data[0])[2 * i + channel] = std::int16_t(value * 32767);
                }
            frame->pts = at;
            avcodec_send_frame(context, frame);
            av_frame_unref(frame);
            while (avcodec_receive_packet(context, packet) >= 0) {
                Bytes bytes(packet->data, packet->data + packet->size);
                if (codec->id == AV_CODEC_ID_AAC) {
                    const std::size_t whole = bytes.size() + 7;
                    const Bytes header{0xff,
                                       0xf1,
                                       0x4c,
                                       std::uint8_t(0x80 | (whole >> 11)),
                                       std::uint8_t(whole >> 3),
                                       std::uint8_t(((whole & 7) << 5) | 0x1f),
                                       0xfc};
                    bytes.insert(bytes.begin(), header.begin(), header.end());
                }
                frames.push_back(std::move(bytes));
                av_packet_unref(packet);
            }
        }
    }
    av_packet_free(&packet);
    av_frame_free(&frame);
    avcodec_free_context(&context);
    return frames;
}

// The control header of ETSI TS 103 491, with a trim and an extension now and then.
Bytes withOpusHeader(const Bytes &frame, int number)
{
    Bytes result{0x7f, std::uint8_t(0xe0 | (number % 3 == 1 ? 0x10 : 0) | (number % 5 == 2 ? 0x04 : 0))};
    std::size_t size = frame.size();
    for (; size >= 255; size -= 255)
        result.push_back(255);
    result.push_back(std::uint8_t(size));
    if (number % 3 == 1)
        result.insert(result.end(), {0, 0});
    if (number % 5 == 2)
        result.insert(result.end(), {2, 1, 2});
    result.insert(result.end(), frame.begin(), frame.end());
    return result;
}

struct Heard
{
    std::vector<int> sizes;
    std::vector<std::optional<StreamTime>> times;
    int samples = 0;
    int failures = 0;
    float peak = 0;
};

Heard hear(int codec, const std::vector<MediaUnit> &units)
{
    Heard heard;
    MediaStream stream;
    stream.sort = MediaStream::Sort::Audio;
    stream.codec = codec;
    const auto decoder = std::move(*AudioDecoder::open(*parametersOf(stream), 1.0 / 90000));
    SoundFrames frames(codec);
    for (const MediaUnit &unit : units)
        frames.feed(unit, [&](const AVPacket &packet, std::optional<StreamTime> pts) {
            heard.sizes.push_back(packet.size);
            heard.times.push_back(pts);
            const bool fine = decoder->decode(packet, [&](const SoundView &sound) {
                heard.samples += int(sound.frames());
                for (const float sample : sound.interleaved)
                    heard.peak = std::max(heard.peak, std::abs(sample));
            });
            heard.failures += fine ? 0 : 1;
        });
    return heard;
}

} // namespace

class SoundFramesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void framesComeOutWholeHoweverUnitsCutThem_data()
    {
        QTest::addColumn<QString>("encoder");
        QTest::addColumn<int>("codec");
        QTest::addColumn<int>("frameTicks");
        QTest::newRow("AAC") << "aac" << int(AV_CODEC_ID_AAC) << 1024 * 90000 / 48000;
        QTest::newRow("MP2") << "mp2" << int(AV_CODEC_ID_MP2) << 1152 * 90000 / 48000;
        QTest::newRow("AC-3") << "ac3" << int(AV_CODEC_ID_AC3) << 1536 * 90000 / 48000;
        QTest::newRow("E-AC-3") << "eac3" << int(AV_CODEC_ID_EAC3) << 1536 * 90000 / 48000;
    }
    void framesComeOutWholeHoweverUnitsCutThem()
    {
        QFETCH(QString, encoder);
        QFETCH(int, codec);
        QFETCH(int, frameTicks);
        const auto frames = toneFrames(encoder.toLatin1().constData());
        QVERIFY(frames.size() > 20);
        // Units of one and a half frames, one a time stamp of the first frame that begins in it.
        Bytes all;
        std::vector<std::size_t> begins;
        for (const Bytes &frame : frames) {
            begins.push_back(all.size());
            all.insert(all.end(), frame.begin(), frame.end());
        }
        const std::size_t step = frames[4].size() * 3 / 2;
        std::vector<MediaUnit> units;
        for (std::size_t at = 0; at < all.size(); at += step) {
            const auto first = std::ranges::lower_bound(begins, at);
            std::optional<std::int64_t> pts;
            if (first != begins.end() && *first < at + step)
                pts = 90000 + (first - begins.begin()) * frameTicks;
            units.push_back(unitOf(
                Bytes(all.begin() + std::ptrdiff_t(at), all.begin() + std::ptrdiff_t(std::min(all.size(), at + step))),
                pts));
        }
        const Heard heard = hear(codec, units);
        QVERIFY(heard.sizes.size() + 2 >= frames.size());
        for (std::size_t i = 0; i < heard.sizes.size(); ++i) {
            QCOMPARE(heard.sizes[i], int(frames[i].size()));
            QCOMPARE(heard.times[i].value().count(), std::int64_t(90000) + std::int64_t(i) * frameTicks);
        }
        QCOMPARE(heard.failures, 0);
        QVERIFY(heard.samples > 80'000);
        QVERIFY(heard.peak > 0.08F && heard.peak < 0.13F);
    }
    void opusLosesItsControlHeader()
    {
        const auto frames = toneFrames(avcodec_find_encoder_by_name("libopus") ? "libopus" : "opus");
        if (frames.empty())
            QSKIP("no Opus encoder in this FFmpeg");
        std::vector<MediaUnit> units;
        for (std::size_t i = 0; i + 1 < frames.size(); i += 2) { // two frames a unit
            Bytes bytes = withOpusHeader(frames[i], int(i));
            const Bytes second = withOpusHeader(frames[i + 1], int(i + 1));
            bytes.insert(bytes.end(), second.begin(), second.end());
            units.push_back(unitOf(bytes, std::int64_t(i) * 1800));
        }
        const Heard heard = hear(AV_CODEC_ID_OPUS, units);
        QCOMPARE(heard.sizes.size(), frames.size() / 2 * 2);
        for (std::size_t i = 0; i < heard.sizes.size(); ++i) {
            QCOMPARE(heard.sizes[i], int(frames[i].size()));
            QCOMPARE(heard.times[i].value().count(), std::int64_t(i) * 1800); // frames of 20 ms
        }
        QCOMPARE(heard.failures, 0);
        QVERIFY(heard.peak > 0.08F);
    }
    void smpte302PassesAsItIs()
    {
        const auto frames = toneFrames("s302m");
        QVERIFY(!frames.empty());
        std::vector<MediaUnit> units;
        for (const Bytes &frame : frames)
            units.push_back(unitOf(frame, 0));
        const Heard heard = hear(AV_CODEC_ID_S302M, units);
        QCOMPARE(heard.failures, 0);
        QVERIFY(heard.samples >= 90'000);
    }
    void anyBytesAreSafe()
    {
        std::mt19937 random(5);
        for (const int codec : {AV_CODEC_ID_AAC, AV_CODEC_ID_MP2, AV_CODEC_ID_AC3, AV_CODEC_ID_EAC3, AV_CODEC_ID_OPUS,
                                AV_CODEC_ID_AAC_LATM, AV_CODEC_ID_S302M}) {
            SoundFrames frames(codec);
            for (int i = 0; i < 2000; ++i) {
                Bytes bytes(1 + random() % 300);
                for (std::uint8_t &byte : bytes)
                    byte = std::uint8_t(random());
                if (random() % 2)
                    bytes[0] = codec == AV_CODEC_ID_OPUS ? 0x7f : 0xff;
                frames.feed(unitOf(bytes, random() % 2 ? std::optional<std::int64_t>(i) : std::nullopt),
                            [](const AVPacket &packet, auto) { QVERIFY(packet.size > 0); });
            }
        }
    }
};

QTEST_GUILESS_MAIN(SoundFramesTest)
#include "sound_frames_test.moc"

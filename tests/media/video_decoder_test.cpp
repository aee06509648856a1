#include "media/decode/video_decoder.h"

#include "media/decode/access_units.h"
#include "media/decode/demuxer.h"
#include "media/decode/picture_maker.h"
#include "media/decode/stream_codec.h"
#include "media/frame/video_frame.h"
#include "media/output/test_card.h"
#include "media/output/ts_encoder.h"

#include <QGuiApplication>
#include <QTest>

#include <deque>
#include <functional>
#include <random>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/frame.h>
}

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

constexpr Demuxer::Time start{100s};

struct Message
{
    std::vector<std::byte> bytes;
    Demuxer::Time arrived;
};

// What an encoder made of `count` pictures, one every 40 ms, as the messages of a connection.
std::deque<Message> clip(QSize size, int count, const std::function<QImage(int)> &picture, bool audio = false)
{
    std::deque<Message> messages;
    auto now = start;
    TsEncoder::Settings settings;
    settings.size = size;
    settings.audio = audio;
    settings.videoKilobits = 4000;
    auto encoder = TsEncoder::open(settings, [&](std::span<const std::byte> bytes) {
        messages.push_back({{bytes.begin(), bytes.end()}, now});
    });
    if (!encoder)
        qFatal("no encoder: %s", qPrintable(encoder.error().subject));
    std::vector<float> quiet(std::size_t((*encoder)->audioBlock()));
    for (int i = 0; i < count; ++i, now += 40ms) {
        (*encoder)->video(picture(i), i, false);
        if (audio)
            (*encoder)->audio(quiet, quiet, std::int64_t(i) * std::int64_t(quiet.size()));
    }
    return messages;
}

QImage flat(QSize size, QColor colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

// What the demuxer makes of the messages.
std::vector<MediaUnit> unitsOf(const std::deque<Message> &messages)
{
    std::vector<MediaUnit> units;
    Demuxer demuxer({}, [&](MediaUnit unit) { units.push_back(std::move(unit)); });
    for (const Message &message : messages)
        demuxer.feed(message.bytes, message.arrived);
    demuxer.finish();
    return units;
}

std::unique_ptr<VideoDecoder> decoderOf(const MediaStream &stream)
{
    return std::move(*VideoDecoder::open(*parametersOf(stream), 1.0 / 90000));
}

// One access unit after the other of the video among `messages`.
void eachPicture(const std::deque<Message> &messages,
                 const std::function<void(const MediaStream &, AVPacket &, Demuxer::Time)> &found)
{
    std::optional<AccessUnits> pictures;
    for (MediaUnit &unit : unitsOf(messages)) {
        if (unit.stream.sort != MediaStream::Sort::Video)
            continue;
        if (!pictures)
            pictures.emplace(unit.stream.codec);
        pictures->feed(unit, [&](AVPacket &packet, Demuxer::Time arrived) { found(unit.stream, packet, arrived); });
    }
}

struct Decoded
{
    std::vector<VideoFrame> pictures;
    std::vector<VideoFormat> formats;
    int failures = 0;
};

Decoded decode(const std::deque<Message> &messages, QSize wanted = {640, 360})
{
    Decoded all;
    std::unique_ptr<VideoDecoder> decoder;
    PictureScaler scaler;
    eachPicture(messages, [&](const MediaStream &stream, AVPacket &packet, Demuxer::Time then) {
        if (!decoder)
            decoder = decoderOf(stream);
        const bool fine = decoder->decode(packet, then, [&](const AVFrame &frame, auto arrived, const auto &format) {
            all.pictures.push_back({scaler.scaled(frame, wanted), format.size, arrived});
            all.formats.push_back(format);
        });
        all.failures += fine ? 0 : 1;
    });
    return all;
}

struct AvFrame
{
    AVFrame *frame = av_frame_alloc();
    AvFrame(int width, int height, int format)
    {
        frame->width = width;
        frame->height = height;
        frame->format = format;
        av_frame_get_buffer(frame, 0);
    }
    AvFrame(const AvFrame &) = delete;
    AvFrame &operator=(const AvFrame &) = delete;
    ~AvFrame() { av_frame_free(&frame); }
    void fill(int y, int u, int v)
    {
        for (int plane = 0; plane < 3; ++plane) {
            const int lines = plane == 0 ? frame->height : (frame->height + 1) / 2;
            memset(frame->data[plane],
                   plane == 0   ? y
                   : plane == 1 ? u
                                : v,
                   std::size_t(frame->linesize[plane]) * std::size_t(lines));
        }
    }
};

bool near(QRgb left, QRgb right, int tolerance)
{
    return std::abs(qRed(left) - qRed(right)) <= tolerance && std::abs(qGreen(left) - qGreen(right)) <= tolerance &&
           std::abs(qBlue(left) - qBlue(right)) <= tolerance;
}

} // namespace

class VideoDecoderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPictureComesOutWithItsFormat()
    {
        const Decoded all = decode(clip({640, 360}, 60, [](int i) { return flat({640, 360}, QColor(i * 4, 80, 80)); }));
        QCOMPARE(all.pictures.size(), std::size_t(60));
        QCOMPARE(all.failures, 0);
        QCOMPARE(all.pictures.front().sourceSize, QSize(640, 360));
        QCOMPARE(all.pictures.front().picture.format(), QImage::Format_RGB32);
        QCOMPARE(all.formats.back().codec, QStringLiteral("H.264"));
        QCOMPARE(all.formats.back().framesPerSecond, 25.0);
    }
    void aPictureKnowsWhenItsLastPacketCame()
    {
        TestCard card(QStringLiteral("CAM 1"), {640, 360}, 25, 0); // pictures of many packets
        for (const bool audio : {false, true}) {
            const Decoded all = decode(clip(
                {640, 360}, 20, [&](int i) { return card.paint(std::uint64_t(i), i * 40); }, audio));
            QCOMPARE(all.pictures.size(), std::size_t(20));
            for (std::size_t i = 0; i < 20; ++i)
                QVERIFY(all.pictures[i].arrived == start + 40ms * int(i));
        }
    }
    void coloursComeOutAsTheyWentIn()
    {
        for (const QColor colour : {QColor(191, 0, 0), QColor(0, 191, 0), QColor(0, 0, 191), QColor(191, 191, 0),
                                    QColor(128, 128, 128), QColor(255, 255, 255), QColor(0, 0, 0)}) {
            const Decoded all = decode(clip({640, 360}, 6, [&](int) { return flat({640, 360}, colour); }));
            QVERIFY(!all.pictures.empty());
            const QRgb middle = all.pictures.back().picture.pixel(320, 180);
            QVERIFY2(near(middle, colour.rgb(), 5), qPrintable(QColor(middle).name() + u' ' + colour.name()));
        }
    }
    // 75 % red in ITU-R BT.709-6 and BT.601-7, 8 bit, limited range.
    void taggedAndUntaggedPicturesGetTheirMatrix()
    {
        struct Case
        {
            QSize size;
            AVColorSpace space;
            int y, u, v;
        };
        for (const Case &each :
             {Case{{1280, 720}, AVCOL_SPC_BT709, 51, 109, 212}, Case{{1280, 720}, AVCOL_SPC_UNSPECIFIED, 51, 109, 212},
              Case{{720, 576}, AVCOL_SPC_UNSPECIFIED, 65, 100, 212},
              Case{{1280, 720}, AVCOL_SPC_SMPTE170M, 65, 100, 212}}) {
            AvFrame made(each.size.width(), each.size.height(), AV_PIX_FMT_YUV420P);
            made.fill(each.y, each.u, each.v);
            made.frame->colorspace = each.space;
            PictureScaler scaler;
            const QImage small = scaler.scaled(*made.frame, {320, 180});
            QVERIFY2(near(small.pixel(100, 90), qRgb(191, 0, 0), 4), qPrintable(QColor(small.pixel(100, 90)).name()));
            const QImage same = scaler.scaled(*made.frame, each.size);
            QVERIFY2(near(same.pixel(100, 90), qRgb(191, 0, 0), 4), qPrintable(QColor(same.pixel(100, 90)).name()));
        }
    }
    void fullRangeIsNotStretched()
    {
        AvFrame made(640, 360, AV_PIX_FMT_YUV420P);
        made.fill(200, 128, 128);
        made.frame->color_range = AVCOL_RANGE_JPEG;
        PictureScaler scaler;
        QVERIFY(near(scaler.scaled(*made.frame, {320, 180}).pixel(9, 9), qRgb(200, 200, 200), 3));
        made.frame->color_range = AVCOL_RANGE_MPEG;
        QVERIFY(near(scaler.scaled(*made.frame, {320, 180}).pixel(9, 9), qRgb(214, 214, 214), 3));
    }
    void thePictureFitsIntoWhatIsWantedWithItsAspectKept_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("aspect");
        QTest::addColumn<QSize>("wanted");
        QTest::addColumn<QSize>("expected");
        QTest::newRow("same") << QSize(640, 360) << QSize(1, 1) << QSize(640, 360) << QSize(640, 360);
        QTest::newRow("smaller") << QSize(1280, 720) << QSize(1, 1) << QSize(320, 180) << QSize(320, 180);
        QTest::newRow("larger") << QSize(320, 180) << QSize(1, 1) << QSize(640, 360) << QSize(640, 360);
        QTest::newRow("4:3 in 16:9") << QSize(640, 480) << QSize(1, 1) << QSize(640, 360) << QSize(480, 360);
        QTest::newRow("wide PAL") << QSize(720, 576) << QSize(64, 45) << QSize(512, 512) << QSize(512, 288);
        QTest::newRow("odd") << QSize(640, 360) << QSize(1, 1) << QSize(333, 333) << QSize(333, 187);
        QTest::newRow("nobody looks") << QSize(640, 360) << QSize(1, 1) << QSize(0, 0) << QSize(320, 180);
        QTest::newRow("broken aspect") << QSize(640, 360) << QSize(1000, 1) << QSize(640, 360) << QSize(640, 360);
    }
    void thePictureFitsIntoWhatIsWantedWithItsAspectKept()
    {
        QFETCH(QSize, size);
        QFETCH(QSize, aspect);
        QFETCH(QSize, wanted);
        QFETCH(QSize, expected);
        AvFrame made(size.width(), size.height(), AV_PIX_FMT_YUV420P);
        made.fill(100, 128, 128);
        made.frame->sample_aspect_ratio = {aspect.width(), aspect.height()};
        PictureScaler scaler;
        const QImage image = scaler.scaled(*made.frame, wanted);
        QCOMPARE(image.size(), expected);
        QVERIFY(near(image.pixel(image.width() - 1, image.height() - 1), image.pixel(0, 0), 3));
    }
    void everySizeFromTinyToOddIsWithinItsBuffer() // read with AddressSanitizer
    {
        AvFrame made(638, 358, AV_PIX_FMT_YUV420P);
        made.fill(100, 128, 128);
        PictureScaler scaler;
        for (int width = 2; width < 80; ++width)
            QVERIFY(!scaler.scaled(*made.frame, {width, 500}).isNull());
    }
    void aPictureIsMadeOnceInEachSizeThatItComesTo()
    {
        AvFrame made(640, 360, AV_PIX_FMT_YUV420P);
        made.fill(100, 128, 128);
        PictureMaker maker;
        VideoFrame frame;
        // Boxes of other shapes: the second is smaller and takes the larger picture, the third the same as the first.
        const std::vector<QSize> boxes{{900, 180}, {380, 400}, {320, 200}};
        for (int round = 0; round < 2; ++round) {
            QVERIFY(maker.make(*made.frame, boxes, frame));
            QCOMPARE(frame.picture.size(), QSize(380, 214));
            QCOMPARE(frame.smaller.size(), std::size_t(1));
            QCOMPARE(frame.smaller.front().size(), QSize(320, 180));
        }
        QVERIFY(maker.make(*made.frame, {}, frame));
        QCOMPARE(frame.picture.size(), QSize(320, 180));
        QVERIFY(frame.smaller.empty());
    }
    void aPictureOutlivesItsScaler()
    {
        QImage kept;
        {
            AvFrame made(640, 360, AV_PIX_FMT_YUV420P);
            made.fill(100, 128, 128);
            PictureScaler scaler;
            kept = scaler.scaled(*made.frame, {320, 180});
        }
        kept.setPixel(0, 0, qRgb(1, 2, 3));
        QCOMPARE(kept.copy().pixel(0, 0), qRgb(1, 2, 3));
    }
    void aChangeOfSizeInMidStreamIsFollowed()
    {
        // Two elementary streams back to back into one decoder, as an encoder that was set anew sends them.
        auto first = clip({640, 360}, 10, [](int) { return flat({640, 360}, Qt::red); });
        auto second = clip({320, 240}, 10, [](int) { return flat({320, 240}, Qt::blue); });
        std::vector<QSize> sizes;
        std::unique_ptr<VideoDecoder> decoder;
        for (const auto *part : {&first, &second})
            eachPicture(*part, [&](const MediaStream &stream, AVPacket &packet, Demuxer::Time arrived) {
                if (!decoder)
                    decoder = decoderOf(stream);
                decoder->decode(packet, arrived, [&](const AVFrame &frame, auto, const VideoFormat &format) {
                    sizes.push_back(format.size);
                    QCOMPARE(QSize(frame.width, frame.height), format.size);
                });
            });
        QVERIFY(std::count(sizes.begin(), sizes.end(), QSize(640, 360)) >= 8);
        QVERIFY(std::count(sizes.begin(), sizes.end(), QSize(320, 240)) >= 8);
    }
    void absurdSizesAreRefused()
    {
        const QSize eightK(7680, 4320);
        const Decoded all = decode(clip(eightK, 3, [&](int) { return flat(eightK, Qt::gray); }));
        QVERIFY(all.pictures.empty());
        QVERIFY(all.failures > 0);
    }
    void withKeyPicturesOnlyTheRestIsLeftOut()
    {
        auto messages = clip({640, 360}, 60, [](int i) { return flat({640, 360}, QColor(i * 4, 80, 80)); });
        int pictures = 0;
        std::unique_ptr<VideoDecoder> decoder;
        eachPicture(messages, [&](const MediaStream &stream, AVPacket &packet, Demuxer::Time arrived) {
            if (!decoder) {
                decoder = decoderOf(stream);
                decoder->setMode(DecodeMode::Thumbnail);
            }
            decoder->decode(packet, arrived, [&](const AVFrame &, auto, const VideoFormat &) { ++pictures; });
        });
        QCOMPARE(pictures, 3); // 0, 25, 50
    }
    void damagedStreamsAreSafeAndCounted()
    {
        TestCard card(QStringLiteral("CAM 1"), {320, 180}, 25, 1);
        const auto whole = clip(
            {320, 180}, 40, [&](int i) { return card.paint(std::uint64_t(i), i * 40); }, true);
        for (unsigned seed = 0; seed < 12; ++seed) {
            std::mt19937 random(seed);
            auto damaged = whole;
            for (Message &message : damaged)
                for (int i = 0; i < 4; ++i)
                    message.bytes[random() % message.bytes.size()] = std::byte(random() & 0xffU);
            decode(std::move(damaged));
        }
        QVERIFY(decode({}).pictures.empty());
    }
    void bytesThatAreNoTransportStreamGiveNothing()
    {
        std::mt19937 random(1);
        std::deque<Message> messages;
        for (int i = 0; i < 3000; ++i) {
            Message message{std::vector<std::byte>(1316), start};
            for (std::byte &byte : message.bytes)
                byte = std::byte(random() & 0xffU);
            messages.push_back(std::move(message));
        }
        QVERIFY(decode(std::move(messages)).pictures.empty());
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv); // the test card paints text
    VideoDecoderTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "video_decoder_test.moc"

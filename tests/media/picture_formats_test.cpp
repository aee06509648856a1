// Every sort of picture a feed may carry, from an encoder to the pixels of a tile.

#include "media/decode/access_units.h"
#include "media/decode/picture_scaler.h"
#include "media/decode/stream_codec.h"
#include "media/decode/video_decoder.h"
#include "support/encoded_clip.h"

#include <QImage>
#include <QTest>

#include <array>
#include <cmath>
#include <numeric>

using namespace gantry::media;
using clips::Picture;

namespace {

struct Shown
{
    std::vector<QImage> pictures;
    std::vector<VideoFormat> formats;
    int failures = 0;
};

// Decodes clips one after the other with one decoder, as a stream that changes in the middle.
Shown show(const std::vector<std::vector<clips::Unit>> &parts, int codec, QSize wanted)
{
    Shown shown;
    MediaStream stream;
    stream.codec = codec;
    const auto decoder = std::move(*VideoDecoder::open(*parametersOf(stream), 1.0 / 90000));
    AccessUnits pictures(codec);
    PictureScaler scaler;
    std::int64_t base = 0;
    for (const auto &clip : parts) {
        for (const clips::Unit &each : clip) {
            MediaUnit unit;
            unit.packet.reset(av_packet_alloc());
            av_new_packet(unit.packet.get(), int(each.bytes.size()));
            std::memcpy(unit.packet->data, each.bytes.data(), each.bytes.size());
            unit.packet->pts = (base + each.number) * 3600;
            pictures.feed(unit, [&](AVPacket &packet, MediaUnit::Time arrived) {
                const bool fine = decoder->decode(packet, arrived, [&](const AVFrame &frame, auto, const auto &format) {
                    shown.pictures.push_back(scaler.scaled(frame, wanted).copy());
                    shown.formats.push_back(format);
                });
                shown.failures += fine ? 0 : 1;
            });
        }
        base += std::int64_t(clip.size());
    }
    return shown;
}

Shown show(const clips::Settings &settings, QSize wanted = {320, 176})
{
    return show({clips::encode(settings)}, avcodec_find_encoder_by_name(settings.encoder.c_str())->id, wanted);
}

bool hasEncoder(const clips::Settings &settings)
{
    return avcodec_find_encoder_by_name(settings.encoder.c_str()) != nullptr;
}

clips::Settings fastX264()
{
    clips::Settings settings;
    settings.options = {{"preset", "ultrafast"}, {"tune", "zerolatency"}};
    return settings;
}

// How much odd lines differ from the mean of their neighbours, over the middle of a picture: a comb makes it large.
double combOf(const QImage &image)
{
    double sum = 0;
    int count = 0;
    for (int y = 9; y + 9 < image.height(); ++y)
        for (int x = 8; x + 8 < image.width(); ++x, ++count)
            sum +=
                std::abs(2 * qGreen(image.pixel(x, y)) - qGreen(image.pixel(x, y - 1)) - qGreen(image.pixel(x, y + 1)));
    return sum / count;
}

double differenceOf(const QImage &left, const QImage &right)
{
    double sum = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x)
            sum += std::abs(qGreen(left.pixel(x, y)) - qGreen(right.pixel(x, y)));
    return sum / (double(left.width()) * left.height());
}

// Vertical stripes that move to the right by `step` a field; progressive: both fields of the same instant.
void paintStripes(AVFrame &frame, double position, double step)
{
    const int scale = 1 << (av_pix_fmt_desc_get(AVPixelFormat(frame.format))->comp[0].depth - 8);
    clips::fill(frame, 128 * scale, 128 * scale, 128 * scale);
    for (int y = 0; y < frame.height; ++y) {
        const double at = position + (y % 2 ? step : 0);
        for (int x = 0; x < frame.width; ++x)
            clips::setSample(frame, 0, x, y, (std::fmod(x + 1000 * 64 - at, 64) < 32 ? 40 : 200) * scale);
    }
}

// Fine detail as captions and test charts have it: lines of one pixel, text-like blocks, a frame.
void paintChart(AVFrame &frame)
{
    const int scale = 1 << (av_pix_fmt_desc_get(AVPixelFormat(frame.format))->comp[0].depth - 8);
    clips::fill(frame, 60 * scale, 128 * scale, 128 * scale);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const bool line = y % 16 == 5 || x % 24 == 3;
            const bool letters = y % 16 > 8 && ((x * 7 + (y / 16) * 13) % 11) < 4 && x % 3 != 0;
            if (line || letters)
                clips::setSample(frame, 0, x, y, 220 * scale);
        }
}

} // namespace

class PictureFormatsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodecDepthAndChromaIsShownAndNamed_data()
    {
        QTest::addColumn<QString>("encoder");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("codec");
        QTest::addColumn<int>("depth");
        QTest::addColumn<QString>("chroma");
        const auto row = [](const char *encoder, AVPixelFormat format, const char *codec, int depth,
                            const char *chroma) {
            QTest::newRow(qPrintable(
                QStringLiteral("%1 %2 %3").arg(QLatin1String(encoder)).arg(depth).arg(QLatin1String(chroma))))
                << QString::fromLatin1(encoder) << int(format) << QString::fromLatin1(codec) << depth
                << QString::fromLatin1(chroma);
        };
        row("libx264", AV_PIX_FMT_YUV420P, "H.264", 8, "4:2:0");
        row("libx264", AV_PIX_FMT_YUV422P, "H.264", 8, "4:2:2");
        row("libx264", AV_PIX_FMT_YUV420P10LE, "H.264", 10, "4:2:0");
        row("libx264", AV_PIX_FMT_YUV422P10LE, "H.264", 10, "4:2:2");
        row("libx265", AV_PIX_FMT_YUV420P, "H.265", 8, "4:2:0");
        row("libx265", AV_PIX_FMT_YUV422P, "H.265", 8, "4:2:2");
        row("libx265", AV_PIX_FMT_YUV420P10LE, "H.265", 10, "4:2:0");
        row("libx265", AV_PIX_FMT_YUV422P10LE, "H.265", 10, "4:2:2");
        row("mpeg2video", AV_PIX_FMT_YUV420P, "MPEG-2 video", 8, "4:2:0");
        row("mpeg2video", AV_PIX_FMT_YUV422P, "MPEG-2 video", 8, "4:2:2");
        row("libsvtav1", AV_PIX_FMT_YUV420P, "AV1", 8, "4:2:0");
        row("libsvtav1", AV_PIX_FMT_YUV420P10LE, "AV1", 10, "4:2:0");
    }
    void everyCodecDepthAndChromaIsShownAndNamed()
    {
        QFETCH(QString, encoder);
        QFETCH(int, format);
        QFETCH(QString, codec);
        QFETCH(int, depth);
        QFETCH(QString, chroma);
        clips::Settings settings;
        settings.encoder = encoder.toStdString();
        settings.format = AVPixelFormat(format);
        settings.count = 10;
        if (encoder == QStringLiteral("libx264"))
            settings.options = fastX264().options;
        if (encoder == QStringLiteral("libsvtav1"))
            settings.options = {{"preset", "12"}};
        settings.paint = [depth](AVFrame &frame, int) { // 75 % red of BT.601, limited range
            const int scale = 1 << (depth - 8);
            clips::fill(frame, 65 * scale, 100 * scale, 212 * scale);
        };
        if (!hasEncoder(settings))
            QSKIP("this FFmpeg has no such encoder");
        const Shown shown = show(settings);
        QVERIFY(shown.pictures.size() >= 9);
        QCOMPARE(shown.failures, 0);
        const VideoFormat &last = shown.formats.back();
        QCOMPARE(last.codec, codec);
        QCOMPARE(last.bitDepth.value(), depth);
        QCOMPARE(last.chroma.value(), chroma);
        QCOMPARE(last.colour.value(), QStringLiteral("BT.601"));
        QCOMPARE(last.interlaced.value(), false);
        const QColor middle(shown.pictures.back().pixel(160, 88));
        QVERIFY2(std::abs(middle.red() - 191) <= 6 && middle.green() <= 6 && middle.blue() <= 6,
                 qPrintable(middle.name()));
    }
    void interlacedMovementIsShownWithoutComb_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QSize>("wanted");
        QTest::addColumn<bool>("topFirst");
        for (const auto &[name, format] : {std::pair{"8 bit", AV_PIX_FMT_YUV420P}, {"10 bit", AV_PIX_FMT_YUV420P10LE}})
            for (const bool topFirst : {true, false}) {
                const QByteArray label = QByteArray(name) + (topFirst ? ", top first" : ", bottom first");
                QTest::newRow(label + ", whole size") << int(format) << QSize(1024, 576) << topFirst;
                QTest::newRow(label + ", half size") << int(format) << QSize(512, 288) << topFirst;
                QTest::newRow(label + ", larger") << int(format) << QSize(1600, 900) << topFirst;
            }
    }
    void interlacedMovementIsShownWithoutComb()
    {
        QFETCH(int, format);
        QFETCH(QSize, wanted);
        QFETCH(bool, topFirst);
        Picture made({1024, 576}, AVPixelFormat(format));
        paintStripes(*made.frame, 10, topFirst ? 12 : -12);
        PictureScaler untold; // as if nobody had said that it is interlaced
        const double before = combOf(untold.scaled(*made.frame, {1024, 576}));
        made.interlaced(topFirst);
        PictureScaler scaler;
        const QImage shown = scaler.scaled(*made.frame, wanted);
        QCOMPARE(shown.size(), wanted);
        QVERIFY2(combOf(shown) < before / 20,
                 qPrintable(QString::number(combOf(shown)) + u' ' + QString::number(before)));
        // And it is the first field, not a mixture of two instants.
        Picture still({1024, 576}, AVPixelFormat(format));
        paintStripes(*still.frame, topFirst ? 10 : -2, 0);
        PictureScaler plain;
        QVERIFY(differenceOf(shown, plain.scaled(*still.frame, wanted)) < 3);
    }
    void progressivePicturesThatAreFlaggedInterlacedLoseNothing_data()
    {
        QTest::addColumn<QSize>("wanted");
        QTest::newRow("whole size") << QSize(1024, 576);
        QTest::newRow("half size") << QSize(512, 288);
        QTest::newRow("small") << QSize(320, 180);
    }
    void progressivePicturesThatAreFlaggedInterlacedLoseNothing()
    {
        QFETCH(QSize, wanted);
        Picture made({1024, 576}, AV_PIX_FMT_YUV420P);
        paintChart(*made.frame);
        PictureScaler plain;
        const QImage before = plain.scaled(*made.frame, wanted);
        made.interlaced();
        PictureScaler scaler;
        QCOMPARE(scaler.scaled(*made.frame, wanted), before);
        paintStripes(*made.frame, 10, 0);
        PictureScaler again;
        PictureScaler asItIs;
        const QImage shown = again.scaled(*made.frame, wanted);
        Picture unflagged({1024, 576}, AV_PIX_FMT_YUV420P);
        paintStripes(*unflagged.frame, 10, 0);
        QCOMPARE(shown, asItIs.scaled(*unflagged.frame, wanted));
    }
    void anInterlacedStreamIsNamedSo_data()
    {
        QTest::addColumn<QString>("encoder");
        QTest::newRow("H.264") << QStringLiteral("libx264");
        QTest::newRow("MPEG-2") << QStringLiteral("mpeg2video");
    }
    void anInterlacedStreamIsNamedSo()
    {
        QFETCH(QString, encoder);
        clips::Settings settings;
        settings.encoder = encoder.toStdString();
        settings.size = {720, 576};
        settings.interlaced = true;
        settings.count = 8;
        settings.options = {{"preset", "ultrafast"}, {"tune", "zerolatency"}};
        settings.paint = [](AVFrame &frame, int number) { paintStripes(frame, number * 16, 8); };
        const Shown shown = show(settings, {720, 576});
        QVERIFY(shown.pictures.size() >= 7);
        QCOMPARE(shown.formats.back().interlaced.value(), true);
        settings.interlaced = false;
        const double combed = combOf(show(settings, {720, 576}).pictures.back());
        QVERIFY(combOf(shown.pictures.back()) < combed / 4);
    }
    void pixelsThatAreNotSquareAreStretchedAndRotationIsLeftAlone()
    {
        clips::Settings settings = fastX264();
        settings.size = {720, 576};
        settings.aspect = {64, 45};
        settings.count = 3;
        const Shown shown = show(settings, {512, 512});
        QCOMPARE(shown.formats.back().size, QSize(1024, 576));
        QCOMPARE(shown.pictures.back().size(), QSize(512, 288));
    }
    void sizeDepthAndInterlaceMayChangeInMidStream()
    {
        clips::Settings first = fastX264();
        clips::Settings second = fastX264();
        second.size = {640, 352};
        second.format = AV_PIX_FMT_YUV422P10LE;
        clips::Settings third = fastX264();
        third.size = {720, 576};
        third.interlaced = true;
        const Shown shown =
            show({clips::encode(first), clips::encode(second), clips::encode(third)}, AV_CODEC_ID_H264, {320, 180});
        QCOMPARE(shown.failures, 0);
        QCOMPARE(shown.pictures.size(), std::size_t(3 * 24)); // from the first picture of each on
        QCOMPARE(shown.formats[23].size, first.size);
        QCOMPARE(shown.formats[24].size, second.size);
        QCOMPARE(shown.formats[24].bitDepth.value(), 10);
        QCOMPARE(shown.formats[48].size, third.size);
        QCOMPARE(shown.formats[48].interlaced.value(), true);
    }
    void absurdSizesAreRefusedAndCounted()
    {
        clips::Settings settings = fastX264();
        settings.size = {15360, 64}; // wide as 16K, and within the number of pixels that we take
        settings.count = 2;
        const Shown wide = show(settings);
        QVERIFY(wide.pictures.size() <= 2); // shown or refused, but no crash
        // A sequence header of MPEG-2 that says 0 by 0, and 16383 by 16383.
        for (const std::array<int, 3> size : {std::array{0x00, 0x00, 0x00}, std::array{0xff, 0xff, 0xff}}) {
            clips::Settings small;
            small.encoder = "mpeg2video";
            small.count = 4;
            auto clip = clips::encode(small);
            for (clips::Unit &unit : clip)
                for (std::size_t i = 0; i + 7 < unit.bytes.size(); ++i)
                    if (unit.bytes[i] == std::byte{0} && unit.bytes[i + 1] == std::byte{0} &&
                        unit.bytes[i + 2] == std::byte{1} && unit.bytes[i + 3] == std::byte{0xb3})
                        for (std::size_t k = 0; k < 3; ++k)
                            unit.bytes[i + 4 + k] = std::byte(size[k]);
            const Shown shown = show({clip}, AV_CODEC_ID_MPEG2VIDEO, {320, 180});
            QVERIFY(shown.pictures.empty());
            QVERIFY(shown.failures > 0);
        }
    }
    void aDamagedPictureIsShownAndCounted()
    {
        auto clip = clips::encode(fastX264());
        for (std::size_t i = clip[6].bytes.size() / 2; i < clip[6].bytes.size(); i += 7)
            clip[6].bytes[i] = std::byte{0x5a};
        const Shown shown = show({clip}, AV_CODEC_ID_H264, {320, 180});
        QCOMPARE(shown.pictures.size(), std::size_t(24));
        QVERIFY(shown.failures >= 1);
    }
    void picturesBeforeTheFirstKeyPictureAreNotShown_data()
    {
        QTest::addColumn<QString>("encoder");
        for (const char *name : {"libx264", "libx265", "mpeg2video", "libsvtav1"})
            if (avcodec_find_encoder_by_name(name))
                QTest::newRow(name) << QString::fromLatin1(name);
    }
    void picturesBeforeTheFirstKeyPictureAreNotShown()
    {
        QFETCH(QString, encoder);
        clips::Settings settings;
        settings.encoder = encoder.toStdString();
        if (encoder == QStringLiteral("libx264"))
            settings.options = fastX264().options;
        if (encoder == QStringLiteral("libsvtav1"))
            settings.options = {{"preset", "12"}};
        const auto whole = clips::encode(settings);
        const std::vector<clips::Unit> joined(whole.begin() + 4, whole.end());
        const auto key = std::ranges::find_if(joined, [](const clips::Unit &unit) { return unit.key; });
        QVERIFY(key != joined.end());
        const int codec = avcodec_find_encoder_by_name(settings.encoder.c_str())->id;
        const std::vector<clips::Unit> before(joined.begin(), key);
        QVERIFY(show({before}, codec, {320, 180}).pictures.empty());
        const Shown shown = show({joined}, codec, {320, 180});
        QVERIFY(!shown.pictures.empty());
        QVERIFY(shown.pictures.size() <= std::size_t(joined.end() - key));
    }
};

QTEST_GUILESS_MAIN(PictureFormatsTest)
#include "picture_formats_test.moc"

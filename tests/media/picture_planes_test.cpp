// What a renderer gets that converts pictures by itself: the decoder's own samples, and what they mean.

#include "media/decode/decoded_planes.h"
#include "media/decode/picture_colour.h"
#include "media/decode/picture_maker.h"
#include "media/frame/frame_slot.h"

#include <QTest>

#include <cmath>
#include <cstring>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
}

using namespace gantry::media;

namespace {

AvFramePointer frameOf(AVPixelFormat format, QSize size = {64, 48})
{
    AvFramePointer frame(av_frame_alloc());
    frame->format = format;
    frame->width = size.width();
    frame->height = size.height();
    frame->colorspace = AVCOL_SPC_BT709;
    frame->color_range = AVCOL_RANGE_MPEG;
    [&] { QVERIFY(av_frame_get_buffer(frame.get(), 0) >= 0); }();
    for (int plane = 0; plane < 4 && frame->buf[plane]; ++plane)
        std::memset(frame->buf[plane]->data, 128, std::size_t(frame->buf[plane]->size));
    return frame;
}

void setInterlaced(AVFrame &frame)
{
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
    frame.flags |= AV_FRAME_FLAG_INTERLACED | AV_FRAME_FLAG_TOP_FIELD_FIRST;
#else
    frame.interlaced_frame = 1;
    frame.top_field_first = 1;
#endif
}

// A bar that has moved between the two fields.
void comb(AVFrame &frame)
{
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            frame.data[0][y * frame.linesize[0] + x] = (x / 16 + y % 2) % 2 == 0 ? 40 : 200;
}

} // namespace

class PicturePlanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlotKnowsInWhichFormsItsPicturesAreWanted()
    {
        const auto slot = std::make_shared<FrameSlot>();
        FrameReader painter(slot, {{320, 180}});
        QVERIFY(slot->demands().form() == PictureForm::Rgb);
        FrameReader wall(slot, {{640, 360}, DecodeMode::Full, PictureForm::DevicePlanes});
        QVERIFY(slot->demands().form() == PictureForm::DevicePlanes);
        QCOMPARE(slot->demands().sizes().size(), std::size_t(2));
        QCOMPARE(slot->demands().rgbSizes().size(), std::size_t(1));
        QCOMPARE(slot->demands().rgbSizes().front(), QSize(320, 180));
        // One that needs them in memory: then they are there for both.
        FrameReader other(slot, {{200, 100}, DecodeMode::Full, PictureForm::Planes});
        QVERIFY(slot->demands().form() == PictureForm::Planes);
        wall.setDemand({});
        other.setDemand({});
        QVERIFY(slot->demands().form() == PictureForm::Rgb);
    }

    void planesAreTheDecodersOwnMemoryAndHoldIt()
    {
        AvFramePointer frame = frameOf(AV_PIX_FMT_YUV420P);
        frame->data[0][5] = 77;
        const std::uint8_t *memory = frame->data[0];
        const auto planes = PlaneMaker().make(*frame, {64, 48});
        QVERIFY(planes);
        QCOMPARE(planes->planes().size(), std::size_t(3));
        QCOMPARE(planes->planes()[0].samples, memory);
        QCOMPARE(planes->planes()[1].size, QSize(32, 24));
        QCOMPARE(av_buffer_get_ref_count(frame->buf[0]), 2);
        frame.reset();
        QCOMPARE(planes->planes()[0].samples[5], std::uint8_t(77));
    }

    void whatAShaderTakesHasPlanesAndTheRestHasNone_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("planes"); // 0: none
        QTest::addColumn<int>("bits");
        const auto row = [](AVPixelFormat format, int planes, int bits = 8) {
            QTest::newRow(av_get_pix_fmt_name(format)) << int(format) << planes << bits;
        };
        row(AV_PIX_FMT_YUV420P, 3);
        row(AV_PIX_FMT_YUVJ420P, 3);
        row(AV_PIX_FMT_YUV422P, 3);
        row(AV_PIX_FMT_YUV444P, 3);
        row(AV_PIX_FMT_YUV420P10LE, 3, 10);
        row(AV_PIX_FMT_YUV422P10LE, 3, 10);
        row(AV_PIX_FMT_YUV420P12LE, 3, 12);
        row(AV_PIX_FMT_NV12, 2);
        row(AV_PIX_FMT_P010LE, 2, 10);
        row(AV_PIX_FMT_NV21, 0);
        row(AV_PIX_FMT_YUV420P10BE, 0);
        row(AV_PIX_FMT_YUVA420P, 0);
        row(AV_PIX_FMT_YUYV422, 0);
        row(AV_PIX_FMT_RGB24, 0);
        row(AV_PIX_FMT_GRAY8, 0);
        row(AV_PIX_FMT_GBRP, 0);
    }
    void whatAShaderTakesHasPlanesAndTheRestHasNone()
    {
        QFETCH(int, format);
        QFETCH(int, planes);
        QFETCH(int, bits);
        const AvFramePointer frame = frameOf(AVPixelFormat(format));
        const auto made = PlaneMaker().make(*frame, {64, 48});
        QCOMPARE(made != nullptr, planes > 0);
        if (!made)
            return;
        QCOMPARE(int(made->planes().size()), planes);
        QCOMPARE(made->format.bits, bits);
        QCOMPARE(made->format.upperBits, format == AV_PIX_FMT_P010LE);
        QVERIFY(!made->onDevice());
    }

    void hdrIsMappedByTablesAndComesAsRgbToWhomeverWantsPlanes()
    {
        const AvFramePointer frame = frameOf(AV_PIX_FMT_YUV420P10LE);
        frame->color_trc = AVCOL_TRC_SMPTE2084;
        PictureDemands demands;
        demands.add({{64, 48}, DecodeMode::Full, PictureForm::Planes});
        VideoFrame made;
        QVERIFY(PictureMaker().makeFor(*frame, demands, made));
        QVERIFY(!made.planes);
        QCOMPARE(made.picture.size(), QSize(64, 48));
    }

    void rgbIsMadeOnlyForThoseWhoTakeNothingElse()
    {
        const AvFramePointer frame = frameOf(AV_PIX_FMT_YUV420P);
        PictureDemands demands;
        demands.add({{64, 48}, DecodeMode::Full, PictureForm::Planes});
        VideoFrame one;
        QVERIFY(PictureMaker().makeFor(*frame, demands, one));
        QVERIFY(one.planes && one.picture.isNull() && one.hasPicture());
        demands.add({{32, 24}});
        VideoFrame both;
        QVERIFY(PictureMaker().makeFor(*frame, demands, both));
        QVERIFY(both.planes);
        QCOMPARE(both.picture.size(), QSize(32, 24));
        QVERIFY(both.smaller.empty());
    }

    void anImageOfThePlanesIsWhatTheScalerMakes()
    {
        const AvFramePointer frame = frameOf(AV_PIX_FMT_YUV420P, {640, 360});
        for (int y = 0; y < 360; ++y)
            for (int x = 0; x < 640; ++x)
                frame->data[0][y * frame->linesize[0] + x] = std::uint8_t(16 + (x + y) / 5);
        VideoFrame shown;
        shown.planes = PlaneMaker().make(*frame, {640, 360});
        PictureScaler scaler;
        QCOMPARE(shown.imageFor({320, 180}), scaler.scaled(*frame, {320, 180}));
    }

    void aCombIsMendedBeforeThePlanesAreGivenAndASmallPictureIsOneField()
    {
        const AvFramePointer frame = frameOf(AV_PIX_FMT_YUV420P);
        comb(*frame);
        PlaneMaker progressive;
        QCOMPARE(progressive.make(*frame, {64, 48})->planes()[0].samples, frame->data[0]);
        setInterlaced(*frame);
        PlaneMaker large;
        const auto mended = large.make(*frame, {64, 48});
        const PlaneView &luma = mended->planes()[0];
        QVERIFY(luma.samples != frame->data[0]);
        QCOMPARE(luma.size, QSize(64, 48));
        int combed = 0;
        for (int y = 1; y + 1 < 48; ++y)
            combed +=
                std::abs(luma.samples[y * luma.stride + 8] - luma.samples[(y + 1) * luma.stride + 8]) > 20 ? 1 : 0;
        QVERIFY2(combed <= 1, "lines still stand out");
        // The next picture mends into memory of its own.
        const std::uint8_t before = luma.samples[luma.stride];
        const AvFramePointer white = frameOf(AV_PIX_FMT_YUV420P);
        setInterlaced(*white);
        static_cast<void>(large.make(*white, {64, 48}));
        QCOMPARE(luma.samples[luma.stride], before);

        const auto field = PlaneMaker().make(*frame, {32, 24});
        QCOMPARE(field->planes()[0].samples, frame->data[0]);
        QCOMPARE(field->planes()[0].size, QSize(64, 24));
        QCOMPARE(field->planes()[1].size, QSize(32, 12));
        QCOMPARE(field->planes()[0].stride, std::ptrdiff_t(frame->linesize[0]) * 2);
    }

    void theMatrixMakesWhiteOfWhiteAndOfEachPrimaryItself_data()
    {
        QTest::addColumn<int>("space");
        QTest::addColumn<double>("kr");
        QTest::addColumn<double>("kb");
        QTest::newRow("BT.601") << int(AVCOL_SPC_SMPTE170M) << 0.299 << 0.114;
        QTest::newRow("BT.709") << int(AVCOL_SPC_BT709) << 0.2126 << 0.0722;
        QTest::newRow("BT.2020") << int(AVCOL_SPC_BT2020_NCL) << 0.2627 << 0.0593;
    }
    void theMatrixMakesWhiteOfWhiteAndOfEachPrimaryItself()
    {
        QFETCH(int, space);
        QFETCH(double, kr);
        QFETCH(double, kb);
        const std::array<std::array<double, 3>, 6> colours{
            {{0, 0, 0}, {1, 1, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.2, 0.5, 0.8}}};
        for (const int bits : {8, 10})
            for (const bool full : {false, true}) {
                const AvFramePointer frame = frameOf(bits == 8 ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_YUV420P10LE);
                frame->colorspace = AVColorSpace(space);
                frame->color_range = full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
                const YuvMatrix matrix = yuvToRgb(colourOf(*frame), bits);
                const double unit = std::pow(2, bits - 8);
                const double top = std::pow(2, bits) - 1;
                for (const auto &rgb : colours) {
                    const double y = kr * rgb[0] + (1 - kr - kb) * rgb[1] + kb * rgb[2];
                    const double cb = (rgb[2] - y) / (2 * (1 - kb));
                    const double cr = (rgb[0] - y) / (2 * (1 - kr));
                    const double luma = full ? y : (16 + 219 * y) * unit / top;
                    const double blue = full ? cb + 128 * unit / top : (128 + 224 * cb) * unit / top;
                    const double red = full ? cr + 128 * unit / top : (128 + 224 * cr) * unit / top;
                    for (std::size_t i = 0; i < 3; ++i) {
                        const double got = double(matrix[i][0]) * luma + double(matrix[i][1]) * blue +
                                           double(matrix[i][2]) * red + double(matrix[i][3]);
                        QVERIFY2(std::abs(got - rgb[i]) < 0.0005, qPrintable(QString::number(got)));
                    }
                }
            }
    }
};

QTEST_GUILESS_MAIN(PicturePlanesTest)
#include "picture_planes_test.moc"

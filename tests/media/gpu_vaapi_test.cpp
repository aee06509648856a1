// FFmpeg's real hardware path, through libva and a driver of our own (tests/support/fake_va_driver) that decodes
// nothing but knows the test pattern. Needs an X server, because libva reaches a driver without a GPU in no other way.

#include "media/gpu/gpu_decoding.h"

#include "support/test_clip_feed.h"

#include "media/decode/picture_maker.h"
#include "media/frame/picture_import.h"
#include "media/gpu/egl_context.h"
#include "media/gpu/gpu_check.h"
#include "media/gpu/gpu_proof.h"
#include "media/gpu/picture_bytes.h"
#include "media/gpu/texture_import.h"

#include <QTest>

extern "C" {
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

const QString software = QStringLiteral("software");
constexpr std::array<const GpuBackend *, 2> table{&vaapiBackend, &softwareBackend};

GpuDecoding::Choice settled(GpuDecoding &gpu, int codec = AV_CODEC_ID_H264)
{
    static_cast<void>(gpu.choose(codec));
    gpu.awaitProofs();
    return gpu.choose(codec);
}

// The same picture with Cb and Cr in turn, by FFmpeg.
AvFramePointer inPairs(const AVFrame &frame, int bits)
{
    AvFramePointer paired(av_frame_alloc());
    paired->format = bits == 8 ? AV_PIX_FMT_NV12 : AV_PIX_FMT_P010;
    paired->width = frame.width;
    paired->height = frame.height;
    SwsContext *scaler =
        sws_getContext(frame.width, frame.height, AVPixelFormat(frame.format), frame.width, frame.height,
                       AVPixelFormat(paired->format), SWS_POINT, nullptr, nullptr, nullptr);
    const bool done =
        av_frame_get_buffer(paired.get(), 0) >= 0 && scaler &&
        sws_scale(scaler, frame.data, frame.linesize, 0, frame.height, paired->data, paired->linesize) == frame.height;
    sws_freeContext(scaler);
    return done ? std::move(paired) : nullptr;
}

PictureTextures uploaded(const GlFunctions &gl, const AVFrame &frame, int bits)
{
    PictureTextures textures{0, 0, {frame.width, frame.height}, bits};
    gl.genTextures(1, &textures.luma);
    gl.genTextures(1, &textures.chroma);
    const GLenum sort = bits == 8 ? GL_UNSIGNED_BYTE : GL_UNSIGNED_SHORT;
    gl.pixelStorei(GL_UNPACK_ALIGNMENT, 1);
    for (const int plane : {0, 1}) {
        const int width = frame.width >> plane;
        const int height = frame.height >> plane;
        const GLenum order = plane == 0 ? GL_RED : GL_RG;
        const GLint inside = bits == 8 ? (plane == 0 ? GL_R8 : GL_RG8) : (plane == 0 ? GL_R16 : GL_RG16);
        gl.bindTexture(GL_TEXTURE_2D, plane == 0 ? textures.luma : textures.chroma);
        gl.pixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        gl.texImage2D(GL_TEXTURE_2D, 0, inside, width + 32, height + 16, 0, order, sort, nullptr);
        gl.pixelStorei(GL_UNPACK_ROW_LENGTH, frame.linesize[plane] / (plane + 1) / (bits == 8 ? 1 : 2));
        gl.texSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, order, sort, frame.data[plane]);
    }
    return textures;
}

} // namespace

class GpuVaapiTest : public QObject
{
    Q_OBJECT

    static void codecs()
    {
        QTest::addColumn<int>("codec");
        QTest::newRow("H.264") << int(AV_CODEC_ID_H264);
        QTest::newRow("H.265") << int(AV_CODEC_ID_HEVC);
        QTest::newRow("AV1") << int(AV_CODEC_ID_AV1); // by another of FFmpeg's decoders than in software
    }

private Q_SLOTS:
    void init()
    {
        for (const char *fault : {"NO_DEVICE", "H264_ONLY", "NO_CONTEXT", "WRONG", "LOST", "FAIL_AFTER"})
            qunsetenv(QByteArray("GANTRY_FAKE_VA_") + fault);
    }

    void aDriverThatDecodesIsChosen_data() { codecs(); }
    void aDriverThatDecodesIsChosen()
    {
        QFETCH(int, codec);
        GpuDecoding gpu(table);
        const GpuDecoding::Choice choice = settled(gpu, codec);
        QVERIFY2(choice.backend == &vaapiBackend, qPrintable(choice.note.value_or(QString())));
        TestClipFeed feed(&gpu, codec);
        feed.play(20);
        QCOMPARE(feed.failures(), 0);
        QCOMPARE(feed.shown(), 20);
        QCOMPARE(feed.decoder().backend(), QStringLiteral("VA-API"));
        QCOMPARE(feed.decoder().copies(), std::uint64_t(20));
    }

    void aDriverThatDoesNotStartIsRefusedWithItsReason()
    {
        qputenv("GANTRY_FAKE_VA_NO_DEVICE", "1");
        GpuDecoding gpu(table);
        QCOMPARE(settled(gpu).backend, &softwareBackend);
        QCOMPARE(*settled(gpu).note, QStringLiteral("VA-API: this machine has no such device."));
    }

    void aDriverThatDecodesAWrongPictureIsNotChosen()
    {
        qputenv("GANTRY_FAKE_VA_WRONG", "1");
        GpuDecoding gpu(table);
        QCOMPARE(settled(gpu).backend, &softwareBackend);
        QCOMPARE(*settled(gpu).note, QStringLiteral("VA-API: its test picture was wrong."));
    }

    void aCodecThatTheDriverDoesNotKnowIsRefused()
    {
        qputenv("GANTRY_FAKE_VA_H264_ONLY", "1");
        GpuDecoding gpu(table);
        QCOMPARE(settled(gpu, AV_CODEC_ID_AV1).backend, &softwareBackend);
        QCOMPARE(*settled(gpu, AV_CODEC_ID_AV1).note, QStringLiteral("VA-API: it does not decode AV1."));
    }

    void aDriverThatIsFullIsSaidAndNotOnePictureIsMissing_data() { codecs(); }
    void aDriverThatIsFullIsSaidAndNotOnePictureIsMissing()
    {
        QFETCH(int, codec);
        GpuDecoding gpu(table);
        static_cast<void>(settled(gpu, codec));
        qputenv("GANTRY_FAKE_VA_NO_CONTEXT", "2");
        TestClipFeed one(&gpu, codec);
        TestClipFeed two(&gpu, codec);
        TestClipFeed three(&gpu, codec);
        for (TestClipFeed *feed : {&one, &two, &three}) {
            feed->play(8);
            QCOMPARE(feed->failures(), 0);
            QCOMPARE(feed->shown(), 8);
        }
        QCOMPARE(two.decoder().backend(), QStringLiteral("VA-API"));
        QCOMPARE(three.decoder().backend(), software);
        QCOMPARE(*three.decoder().backendNote(), QStringLiteral("VA-API: it takes no more than 2 decoders at once."));
    }

    void aLostDriverFallsToSoftwareWithinThreeSeconds_data() { codecs(); }
    void aLostDriverFallsToSoftwareWithinThreeSeconds()
    {
        QFETCH(int, codec);
        GpuDecoding gpu(table);
        static_cast<void>(settled(gpu, codec));
        TestClipFeed feed(&gpu, codec);
        feed.play(25);
        QCOMPARE(feed.decoder().backend(), QStringLiteral("VA-API"));
        qputenv("GANTRY_FAKE_VA_LOST", "1");
        const auto lost = feed.now();
        while (feed.decoder().backend() != software && feed.now() - lost < 10s)
            feed.playOne();
        QVERIFY(feed.now() - lost < 3s);
        gpu.awaitProofs();
        QCOMPARE(*feed.decoder().backendNote(), QStringLiteral("VA-API: it was lost."));
        const int before = feed.shown();
        feed.play(6);
        QVERIFY(feed.shown() >= before + 5);
    }

    void aDecoderThatFailsAfterAWhileFallsToSoftwareThoughTheDriverLives()
    {
        GpuDecoding gpu(table);
        static_cast<void>(settled(gpu));
        TestClipFeed feed(&gpu);
        qputenv("GANTRY_FAKE_VA_FAIL_AFTER", "10");
        feed.play(10);
        QCOMPARE(feed.decoder().backend(), QStringLiteral("VA-API"));
        feed.play(60);
        gpu.awaitProofs();
        QCOMPARE(feed.decoder().backend(), software);
        QCOMPARE(*feed.decoder().backendNote(), QStringLiteral("VA-API: it stopped decoding this feed."));
    }

    void gpuCheckTellsPointByPointWhatThisDriverLacks()
    {
        std::vector<GpuCheckPoint> told;
        const GpuCheck check = checkGpus(false, [&](const GpuCheckPoint &point) { told.push_back(point); });
        QVERIFY(check.found());
        QVERIFY(check.failed());
        std::vector<GpuCheckPoint> points;
        for (const GpuCheckPoint &point : told)
            if (point.device == QStringLiteral("VA-API"))
                points.push_back(point);
        using enum GpuCheckPoint::Outcome;
        const std::vector outcomes{Passed, Passed, Failed, Passed, Skipped}; // a driver without a card has no OpenGL
        QCOMPARE(points.size(), outcomes.size());
        for (std::size_t i = 0; i < points.size(); ++i) {
            QCOMPARE(points[i].number, int(i) + 1);
            QVERIFY2(points[i].outcome == outcomes[i], qPrintable(points[i].detail));
        }
        QCOMPARE(points[0].detail, QStringLiteral("Gantry's fake driver for tests"));
        QCOMPARE(points[1].detail, QStringLiteral("H.264, H.265, AV1"));
        QVERIFY2(points[3].detail.startsWith(QStringLiteral("H.264, H.265, AV1. Not there: H.265 10 bit")),
                 qPrintable(points[3].detail));
    }

    void aDriverThatHandsOutNoDmaBufIsRefusedAndItsPicturesAreStillToBeHad()
    {
        const auto gl = EglContext::open([](const auto &) { return true; }, EglContext::Renderer::Any);
        if (!gl)
            QSKIP(qPrintable(gl.error()));
        const auto device = vaapiBackend.open();
        QVERIFY(device);
        const TestClip &clip = *testClip(AV_CODEC_ID_H264);
        const AvFramePointer room(av_frame_alloc());
        const auto made = decodeUnits(**device, clip.codec, clip.packets, [&](const AVFrame &frame) {
            QCOMPARE(frame.format, int(AV_PIX_FMT_VAAPI));
            const auto import = openTextureImport(frame, (*gl)->access());
            QVERIFY2(import, "the importer does not open");
            const auto textures = (*import)->map(frame);
            QVERIFY(!textures);
            QCOMPARE(textures.error(), QStringLiteral("The driver does not hand out its pictures as DMA-BUFs."));
            (*import)->unmap(); // of nothing
            const AVFrame *copy = (*device)->inMemory(frame, *room);
            QVERIFY(copy);
            QCOMPARE(copy->format, int(AV_PIX_FMT_NV12));
        });
        QCOMPARE(made.value_or(0), 2);
    }

    void picturesStayOnTheDeviceAndOnlyWhoAsksGetsACopy_data() { codecs(); }
    void picturesStayOnTheDeviceAndOnlyWhoAsksGetsACopy()
    {
        QFETCH(int, codec);
        GpuDecoding gpu(table);
        static_cast<void>(settled(gpu, codec));
        TestClipFeed feed(&gpu, codec);
        feed.decoder().setStayOnDevice(true);
        int came = 0;
        feed.setLook([&](const AVFrame &frame, const VideoFormat &format) {
            QCOMPARE(frame.format, int(AV_PIX_FMT_VAAPI));
            QCOMPARE(format.bitDepth, std::optional<int>(8));
            if (came++ % 5 != 0)
                return;
            const AVFrame *copy = feed.decoder().inMemory(frame);
            QVERIFY(copy);
            QCOMPARE(copy->format, int(AV_PIX_FMT_NV12));
            QCOMPARE(feed.decoder().inMemory(frame), copy); // not copied twice
        });
        feed.play(20);
        QCOMPARE(came, 20);
        QCOMPARE(feed.failures(), 0);
        QCOMPARE(feed.decoder().copies(), std::uint64_t(4));
        // A driver whose pictures nobody can read is found out by those who ask.
        qputenv("GANTRY_FAKE_VA_LOST", "1");
        for (int i = 0; i < 100 && feed.decoder().backend() != software; ++i)
            feed.playOne();
        QCOMPARE(feed.decoder().backend(), software);
    }

    void aRendererIsToldWhyItCannotHaveThemThereAndStillGetsAnImage()
    {
        const auto gl = EglContext::open([](const auto &) { return true; }, EglContext::Renderer::Any);
        if (!gl)
            QSKIP(qPrintable(gl.error()));
        const auto device = vaapiBackend.open();
        QVERIFY(device);
        const TestClip &clip = *testClip(AV_CODEC_ID_H264);
        PictureMaker maker;
        VideoFrame made;
        const AvFramePointer room(av_frame_alloc());
        QImage expected;
        static_cast<void>(decodeUnits(**device, clip.codec, clip.packets, [&](const AVFrame &frame) {
            QVERIFY(maker.makeOnDevice(frame, made));
            const AVFrame *copy = (*device)->inMemory(frame, *room);
            QVERIFY(copy);
            expected = PictureScaler().scaled(*copy, {128, 96});
        }));
        // The last picture, while the decoder is gone: the planes hold it.
        QVERIFY(made.planes && made.planes->onDevice());
        QVERIFY(made.picture.isNull() && made.hasPicture());
        QVERIFY(made.planes->format.order == PlaneFormat::Order::Pairs);
        const auto import = PictureImport::open(*made.planes, (*gl)->access());
        QVERIFY2(import, qPrintable(import ? QString() : import.error()));
        const auto taken = (*import)->take(*made.planes);
        QVERIFY(!taken);
        QCOMPARE(taken.error(), QStringLiteral("The driver does not hand out its pictures as DMA-BUFs."));
        QCOMPARE(made.imageFor({128, 96}), expected);
    }

    void texturesReadBackAsTheProcessorsPictures_data()
    {
        QTest::addColumn<int>("codec");
        QTest::addColumn<int>("bits");
        QTest::newRow("8 bits") << int(AV_CODEC_ID_H264) << 8;
        QTest::newRow("10 bits") << int(AV_CODEC_ID_HEVC) << 10;
    }
    // What gpu-check compares, checked without a GPU: FFmpeg's own NV12 or P010 of a picture goes up into textures that
    // are larger than it, as a device's are.
    void texturesReadBackAsTheProcessorsPictures()
    {
        QFETCH(int, codec);
        QFETCH(int, bits);
        const auto gl = EglContext::open([](const auto &) { return true; }, EglContext::Renderer::Any);
        if (!gl)
            QSKIP(qPrintable(gl.error()));
        GlFunctions functions;
        QVERIFY(functions.load((*gl)->access()));
        const TestClip &clip = *testClip(codec, bits);
        int compared = 0;
        const auto made =
            decodeUnits(*softwareBackend.open().value(), clip.codec, clip.packets, [&](const AVFrame &frame) {
                const AvFramePointer paired = inPairs(frame, bits);
                QVERIFY(paired);
                const PictureTextures textures = uploaded(functions, *paired, bits);
                QVERIFY(textureBytes(functions, textures) == deviceLayout(frame, bits));
                ++compared;
            });
        QCOMPARE(made.value_or(0), 2);
        QCOMPARE(compared, 2);
    }

    void garbageIsNoLostDriver()
    {
        GpuDecoding gpu(table);
        static_cast<void>(settled(gpu));
        TestClipFeed feed(&gpu);
        feed.play(10);
        feed.playGarbage(100);
        QVERIFY(feed.failures() > 50);
        QCOMPARE(feed.decoder().backend(), QStringLiteral("VA-API"));
    }
};

QTEST_GUILESS_MAIN(GpuVaapiTest)
#include "gpu_vaapi_test.moc"

// What a GPU must do to be trusted, and what becomes of a feed when it breaks its word. Every failure is played by a
// scripted device; FFmpeg's own path through a driver is in gpu_vaapi_test.cpp.

#include "media/gpu/gpu_decoding.h"

#include "support/scripted_gpu.h"
#include "support/test_clip_feed.h"

#include "media/decode/picture_scaler.h"
#include "media/gpu/gpu_proof.h"

#include <QTest>

using namespace gantry::media;
using namespace gantry::media::scripted;
using namespace std::chrono_literals;

namespace {

const QString software = QStringLiteral("software");

GpuDecoding::Choice settled(GpuDecoding &gpu, int codec = AV_CODEC_ID_H264)
{
    static_cast<void>(gpu.choose(codec));
    gpu.awaitProofs();
    return gpu.choose(codec);
}

} // namespace

class GpuDecodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { scripted::begin(); }

    void everyTestClipDecodesToItsPattern()
    {
        const auto device = softwareBackend.open();
        for (const TestClip &clip : testClips()) {
            const auto proof = proveDecoding(**device, clip);
            QVERIFY2(proof, qPrintable(proof ? QString() : proof.error()));
        }
    }

    void aDeviceThatDecodesTheTestPictureIsChosen()
    {
        GpuDecoding gpu(scripted::table);
        const GpuDecoding::Choice choice = settled(gpu);
        QCOMPARE(choice.backend, &first);
        QVERIFY(choice.device);
        QVERIFY(!choice.note);
        QCOMPARE(script(1).openings.load(), 0); // nobody wakes a second GPU for nothing
    }

    void aBackendThatDecodesAWrongPictureIsNotChosen()
    {
        script(0).wrongPicture = true;
        GpuDecoding gpu(scripted::table);
        const GpuDecoding::Choice choice = settled(gpu);
        QCOMPARE(choice.backend, &second);
        QCOMPARE(*choice.note, QStringLiteral("First: its test picture was wrong."));
    }

    void aDeviceThatDoesNotDecodeTheTestPictureIsNotChosen()
    {
        script(0).gone = true;
        GpuDecoding gpu(scripted::table);
        const GpuDecoding::Choice choice = settled(gpu);
        QCOMPARE(choice.backend, &second);
        QCOMPARE(*choice.note, QStringLiteral("First: it does not decode H.264."));
    }

    void withoutAnyDeviceSoftwareIsChosenAndEveryRefusalIsSaid()
    {
        script(0).noDevice = QStringLiteral("its driver is too old.");
        script(1).wrongPicture = true;
        GpuDecoding gpu(scripted::table);
        const GpuDecoding::Choice choice = settled(gpu);
        QCOMPARE(choice.backend, &softwareBackend);
        QCOMPARE(*choice.note, QStringLiteral("First: its driver is too old. Second: its test picture was wrong."));
    }

    void refusalsForTheSameReasonShareASentence()
    {
        script(0).noDevice = script(1).noDevice = QStringLiteral("this machine has no such device.");
        GpuDecoding gpu(scripted::table);
        QCOMPARE(*settled(gpu).note, QStringLiteral("First, Second: this machine has no such device."));
    }

    void aCodecIsProvenOnceAndADeviceOpenedOnce()
    {
        GpuDecoding gpu(scripted::table);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(settled(gpu).backend, &first);
        QCOMPARE(script(0).proofs.load(), 1);
        QCOMPARE(settled(gpu, AV_CODEC_ID_HEVC).backend, &first);
        QCOMPARE(script(0).proofs.load(), 2);
        QCOMPARE(script(0).openings.load(), 1);
    }

    void aCodecWithoutATestPictureStaysInSoftware()
    {
        GpuDecoding gpu(scripted::table);
        const GpuDecoding::Choice choice = settled(gpu, AV_CODEC_ID_MPEG2VIDEO);
        QCOMPARE(choice.backend, &softwareBackend);
        QCOMPARE(*choice.note, QStringLiteral("MPEG-2 video is decoded in software always."));
        QCOMPARE(script(0).openings.load(), 0);
    }

    void aFeedDoesNotWaitForTheProofAndChangesOverAtAKeyPicture()
    {
        while (script(0).may.try_acquire()) { // the driver takes its time to open
        }
        GpuDecoding gpu(scripted::table);
        TestClipFeed feed(&gpu);
        feed.play(4);
        QCOMPARE(feed.shown(), 4);
        QCOMPARE(feed.decoder().backend(), software);
        QVERIFY(!feed.decoder().backendNote()); // not known yet
        script(0).may.release(1000);
        gpu.awaitProofs();
        feed.playOne(); // a key picture
        QCOMPARE(feed.decoder().backend(), QStringLiteral("First"));
        feed.play(5);
        QCOMPARE(feed.shown(), 10);
        QCOMPARE(feed.failures(), 0);
    }

    void picturesOfADeviceAreCopiedCountedAndLookLikeThoseOfSoftware()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed onGpu(&gpu);
        TestClipFeed inSoftware(nullptr);
        onGpu.play(6);
        inSoftware.play(6);
        QCOMPARE(onGpu.decoder().backend(), QStringLiteral("First"));
        QCOMPARE(onGpu.decoder().copies(), std::uint64_t(6));
        QCOMPARE(inSoftware.decoder().copies(), std::uint64_t(0));
        QCOMPARE(onGpu.newest().size(), inSoftware.newest().size());
        // A planar picture and one of a device are made smaller by different code: edges differ, areas do not.
        int samples = 0;
        int apart = 0;
        for (int y = 0; y < onGpu.newest().height(); y += 7) {
            for (int x = 0; x < onGpu.newest().width(); x += 7) {
                const QColor left = onGpu.newest().pixelColor(x, y);
                const QColor right = inSoftware.newest().pixelColor(x, y);
                const int most = std::max({std::abs(left.red() - right.red()), std::abs(left.green() - right.green()),
                                           std::abs(left.blue() - right.blue())});
                QVERIFY2(most < 48,
                         qPrintable(QStringLiteral("%1,%2: %3 %4").arg(x).arg(y).arg(left.name(), right.name())));
                ++samples;
                apart += most >= 6 ? 1 : 0;
            }
        }
        QVERIFY2(apart * 10 < samples, qPrintable(QStringLiteral("%1 of %2").arg(apart).arg(samples)));
    }

    void aLostDeviceFallsToSoftwareWithinThreeSeconds()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed feed(&gpu);
        feed.play(10);
        script(0).gone = true;
        const auto lost = feed.now();
        while (feed.decoder().backend() != software && feed.now() - lost < 10s) {
            feed.playOne();
            gpu.awaitProofs(); // no time passes here, so its test picture has to be waited for
        }
        QVERIFY(feed.now() - lost < 3s);
        QCOMPARE(*feed.decoder().backendNote(), QStringLiteral("First: it was lost."));
        const int before = feed.shown();
        feed.play(4);
        QVERIFY(feed.shown() >= before + 3); // from the next key picture on
    }

    void aDeviceThatTakesPacketsAndGivesNothingIsLostAsWell()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed feed(&gpu);
        feed.play(10);
        script(0).silent = true;
        const auto lost = feed.now();
        while (feed.decoder().backend() != software && feed.now() - lost < 10s) {
            feed.playOne();
            gpu.awaitProofs();
        }
        QVERIFY(feed.now() - lost < 3s);
        QCOMPARE(*feed.decoder().backendNote(), QStringLiteral("First: it was lost."));
    }

    void nobodyIsSentToALostDevice()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        QCOMPARE(settled(gpu, AV_CODEC_ID_HEVC).backend, &first);
        script(0).gone = true;
        gpu.suspect(first, AV_CODEC_ID_H264);
        gpu.awaitProofs();
        QVERIFY(gpu.isLost(first));
        for (const int codec : {int(AV_CODEC_ID_H264), int(AV_CODEC_ID_HEVC)}) {
            QCOMPARE(settled(gpu, codec).backend, &second);
            QCOMPARE(*settled(gpu, codec).note, QStringLiteral("First: it was lost."));
        }
    }

    void aDeviceThatFailsOneFeedIsNotLostToTheOthers()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed feed(&gpu);
        feed.play(4);
        script(0).brokenStreams = true;
        feed.play(60);
        gpu.awaitProofs();
        QCOMPARE(feed.decoder().backend(), software);
        QCOMPARE(*feed.decoder().backendNote(), QStringLiteral("First: it stopped decoding this feed."));
        QVERIFY(!gpu.isLost(first));
        QCOMPARE(settled(gpu).backend, &first);
    }

    void whatOneFeedFoundOutTheOthersKnow()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed one(&gpu);
        TestClipFeed other(&gpu);
        one.play(4);
        other.play(4);
        script(0).gone = true;
        one.play(60);
        gpu.awaitProofs();
        other.playOne();
        QCOMPARE(other.decoder().backend(), software);
        QCOMPARE(*other.decoder().backendNote(), QStringLiteral("First: it was lost."));
    }

    void damagedPacketsAmongGoodOnesAreNoLostDevice()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed feed(&gpu);
        for (int i = 0; i < 100; ++i) {
            script(0).brokenStreams = i % 10 != 0; // a picture every 0.4 s still comes
            feed.playOne();
        }
        QCOMPARE(feed.decoder().backend(), QStringLiteral("First"));
    }

    void aStreamOfGarbageIsNoLostDevice()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed feed(&gpu);
        feed.play(10);
        feed.playGarbage(100); // 4 s
        QVERIFY(feed.failures() > 50);
        QCOMPARE(feed.decoder().backend(), QStringLiteral("First"));
        feed.play(2);
        QCOMPARE(feed.decoder().backend(), QStringLiteral("First"));
    }

    void aFullDeviceIsSaidWithItsNumberAndTheFeedGoesOnInSoftware()
    {
        script(0).roomFor = 2;
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed one(&gpu);
        TestClipFeed two(&gpu);
        TestClipFeed three(&gpu);
        for (TestClipFeed *feed : {&one, &two, &three})
            feed->play(6);
        QCOMPARE(gpu.decoders(first), 2);
        QCOMPARE(one.decoder().backend(), QStringLiteral("First"));
        QCOMPARE(two.decoder().backend(), QStringLiteral("First"));
        QCOMPARE(three.decoder().backend(), software);
        QCOMPARE(*three.decoder().backendNote(), QStringLiteral("First: it takes no more than 2 decoders at once."));
        QCOMPARE(three.shown(), 6); // not one picture is missing
    }

    void decodersLeaveThePlaceTheyHad()
    {
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        {
            TestClipFeed feed(&gpu);
            feed.play(2);
            QCOMPARE(gpu.decoders(first), 1);
        }
        QCOMPARE(gpu.decoders(first), 0);
    }

    void aStreamThatTheDeviceIsNotOfferedIsSaid()
    {
        script(0).unfit = true;
        GpuDecoding gpu(scripted::table);
        static_cast<void>(settled(gpu));
        TestClipFeed feed(&gpu);
        feed.play(6);
        QCOMPARE(feed.shown(), 6);
        QCOMPARE(feed.decoder().backend(), software);
        QCOMPARE(*feed.decoder().backendNote(), QStringLiteral("First: it does not decode this kind of stream."));
    }

    void withoutGpuDecodingThereIsNoNote()
    {
        TestClipFeed feed(nullptr);
        feed.play(2);
        QCOMPARE(feed.decoder().backend(), software);
        QVERIFY(!feed.decoder().backendNote());
    }

    void theRealTableEndsInSoftware()
    {
        QCOMPARE(gpuBackends().back(), &softwareBackend);
        GpuDecoding gpu;
        const GpuDecoding::Choice choice = settled(gpu);
        QVERIFY(choice.device);
        // A machine that has a GPU says nothing; one that has none says why.
        QVERIFY(choice.backend == &softwareBackend ? choice.note.has_value() : true);
    }
};

QTEST_GUILESS_MAIN(GpuDecodingTest)
#include "gpu_decoding_test.moc"

#include "media/measure/luma_copier.h"

#include "support/luma_frames.h"

#include <QTest>

#include <random>

using namespace gantry::media;

Q_DECLARE_METATYPE(gantry::media::frames::Kind)

namespace {

double ramp(int x, int y)
{
    return 0.1 + 0.8 * double(x) / 320 * (0.5 + double(y) / 360);
}

LumaPicture copyOf(const frames::Kind &kind, const frames::Luma &luma)
{
    LumaCopier copier;
    const auto copy = copier.copy(*frames::frame(kind, luma), LumaCopier::Detail::Measures);
    if (!copy)
        qFatal("no copy");
    return *copy;
}

} // namespace

class LumaCopierTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSamePictureReadsTheSameInEveryRangeAndDepth_data()
    {
        QTest::addColumn<frames::Kind>("kind");
        QTest::newRow("8 bit limited") << frames::Kind{320, 180, AV_PIX_FMT_YUV420P, false};
        QTest::newRow("8 bit full") << frames::Kind{320, 180, AV_PIX_FMT_YUV420P, true};
        QTest::newRow("8 bit full by its old name") << frames::Kind{320, 180, AV_PIX_FMT_YUVJ420P, true};
        QTest::newRow("4:2:2") << frames::Kind{320, 180, AV_PIX_FMT_YUV422P, false};
        QTest::newRow("NV12") << frames::Kind{320, 180, AV_PIX_FMT_NV12, false};
        QTest::newRow("10 bit limited") << frames::Kind{320, 180, AV_PIX_FMT_YUV420P10LE, false};
        QTest::newRow("10 bit full") << frames::Kind{320, 180, AV_PIX_FMT_YUV422P10LE, true};
        QTest::newRow("P010") << frames::Kind{320, 180, AV_PIX_FMT_P010LE, false};
        QTest::newRow("12 bit") << frames::Kind{320, 180, AV_PIX_FMT_YUV420P12LE, false};
        QTest::newRow("an odd width") << frames::Kind{317, 179, AV_PIX_FMT_YUV420P, false};
    }
    void theSamePictureReadsTheSameInEveryRangeAndDepth()
    {
        QFETCH(frames::Kind, kind);
        const LumaPicture copy = copyOf(kind, ramp);
        for (int y = 0; y < LumaPicture::height; ++y) {
            for (int x = 0; x < LumaPicture::width; ++x) {
                const double truth = ramp((2 * x + 1) * kind.width / (2 * LumaPicture::width),
                                          (2 * y + 1) * kind.height / (2 * LumaPicture::height));
                QVERIFY2(std::abs(copy.at(x, y) - truth) < 0.01,
                         qPrintable(QStringLiteral("%1,%2: %3 not %4").arg(x).arg(y).arg(copy.at(x, y)).arg(truth)));
            }
        }
        QVERIFY(copy.samples > 1000);
    }
    void shareBelowKnowsTheRange_data() { theSamePictureReadsTheSameInEveryRangeAndDepth_data(); }
    void shareBelowKnowsTheRange()
    {
        QFETCH(frames::Kind, kind);
        // A tenth of the range is 38 in limited and 25 in full range: between them only the range decides.
        const LumaPicture dark = copyOf(kind, [](int, int) { return 0.08; });
        QCOMPARE(dark.shareBelow(0.1), 1.0);
        const LumaPicture light = copyOf(kind, [](int, int) { return 0.12; });
        QCOMPARE(light.shareBelow(0.1), 0.0);
    }
    void noiseShrinksInACell()
    {
        std::minstd_rand random(3);
        std::normal_distribution<double> noise(0, 3.0 / 219);
        const LumaPicture copy =
            copyOf({1280, 720, AV_PIX_FMT_YUV420P, false}, [&](int, int) { return 0.5 + noise(random); });
        for (const float cell : copy.cells)
            QVERIFY2(std::abs(cell - 0.5F) < 0.008F, qPrintable(QString::number(cell)));
    }
    void everySizeGivesNumbers_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(2, 2), QSize(16, 16), QSize(64, 36), QSize(65, 1000), QSize(1080, 1920),
                                 QSize(4096, 16), QSize(1922, 1082)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void everySizeGivesNumbers()
    {
        QFETCH(QSize, size);
        for (const AVPixelFormat format : {AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV420P10LE}) {
            const LumaPicture copy = copyOf({size.width(), size.height(), format, false}, [](int, int) { return 0.5; });
            for (const float cell : copy.cells)
                QVERIFY(std::abs(cell - 0.5F) < 0.01F);
        }
    }
    void whatHasNoLumaInMemoryGivesNothing()
    {
        LumaCopier copier;
        for (const AVPixelFormat format : {AV_PIX_FMT_RGB24, AV_PIX_FMT_GBRP}) {
            const auto frame = frames::frame({64, 36, format, false}, [](int, int) { return 0.5; });
            QVERIFY(!copier.copy(*frame, LumaCopier::Detail::Measures));
        }
        const AvFramePointer onGpu(av_frame_alloc());
        onGpu->width = 64;
        onGpu->height = 36;
        onGpu->format = AV_PIX_FMT_VAAPI;
        QVERIFY(!copier.copy(*onGpu, LumaCopier::Detail::Measures));
        const AvFramePointer empty(av_frame_alloc());
        QVERIFY(!copier.copy(*empty, LumaCopier::Detail::Measures));
    }
};

QTEST_GUILESS_MAIN(LumaCopierTest)
#include "luma_copier_test.moc"

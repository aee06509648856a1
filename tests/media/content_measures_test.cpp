#include "media/measure/content_measures.h"

#include "support/luma_frames.h"
#include "support/made_programme.h"

#include <QTest>

#include <random>

using namespace gantry::media;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr ContentMeasures::Time start{500s};
constexpr frames::Kind hd{1280, 720, AV_PIX_FMT_YUV420P, false};

// Feeds pictures of a formula of place and time, and keeps the last that was measured.
class Feed
{
public:
    explicit Feed(const frames::Kind &kind = {}, const MeasureLimits &limits = {})
        : m_kind(kind), m_frame(frames::frame(kind, [](int, int) { return 0.0; })), m_measures(limits, nullptr)
    {
    }

    using Show = std::function<double(int x, int y, double seconds)>;
    // From where the feed has come to, for so long; a picture every `step`.
    const PictureContent &show(std::chrono::milliseconds duration, const Show &luma, milliseconds step = 200ms)
    {
        for (const milliseconds end = m_now + duration; m_now < end; m_now += step) {
            const double seconds = double(m_now.count()) / 1000;
            frames::paint(*m_frame, m_kind.fullRange, [&](int x, int y) { return luma(x, y, seconds); });
            if (const auto content = m_measures.picture(*m_frame, start + m_now)) {
                m_content = *content;
                longestFreeze = std::max(longestFreeze, m_content.frozen.value());
            }
            if (!std::isfinite(m_content.change.value()) || !std::isfinite(m_content.darkShare))
                qFatal("not a number");
        }
        return m_content;
    }
    void wait(milliseconds duration) { m_now += duration; }

    milliseconds longestFreeze{0};

private:
    frames::Kind m_kind;
    AvFramePointer m_frame;
    ContentMeasures m_measures;
    PictureContent m_content;
    milliseconds m_now{0};
};

// What a camera or an encoder adds, in 8-bit codes.
class Noise
{
public:
    explicit Noise(double codes) : m_value(0, codes / 219) {}
    double operator()() { return m_value(m_random); }

private:
    std::minstd_rand m_random{11};
    std::normal_distribution<double> m_value;
};

double texture(int x, int y)
{
    return 0.5 + 0.3 * made::wave(x * 0.013 + y * 0.021) + 0.1 * made::wave(x * 0.1);
}

double evenly(double level)
{
    return level;
}

} // namespace

class ContentMeasuresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // black
    void aBlackPictureIsBlackForAsLongAsItLasts()
    {
        Feed feed;
        const PictureContent content = feed.show(3s, [](int, int, double) { return evenly(0); });
        QCOMPARE(content.black, 2800ms);
        QCOMPARE(content.darkShare, 1.0);
        QCOMPARE(content.flat, 0ms); // black is the better word
    }
    void blackEndsWithTheFirstPictureThatIsNot()
    {
        Feed feed;
        feed.show(2s, [](int, int, double) { return evenly(0); });
        QCOMPARE(feed.show(200ms, [](int x, int y, double) { return texture(x, y); }).black, 0ms);
    }
    void blackOfFullRangeAndOfTenBitsIsBlack()
    {
        for (const frames::Kind &kind :
             {frames::Kind{320, 180, AV_PIX_FMT_YUV420P, true}, frames::Kind{320, 180, AV_PIX_FMT_YUV420P10LE, false},
              frames::Kind{320, 180, AV_PIX_FMT_P010LE, false}}) {
            Feed feed(kind);
            QVERIFY(feed.show(1s, [](int, int, double) { return evenly(0.02); }).black > 0ms);
        }
    }
    void darkGreyOfFullRangeIsNotBlackThoughItsCodesWouldBe()
    {
        Feed feed({320, 180, AV_PIX_FMT_YUV420P, true}); // 31 of 255; in limited range it would be 7 % and black
        QCOMPARE(feed.show(1s, [](int, int, double) { return evenly(31.0 / 255); }).black, 0ms);
    }
    void aNoisyBlackIsBlack()
    {
        Feed feed;
        QVERIFY(feed.show(1s, [n = Noise(4)](int, int, double) mutable { return 0.02 + n(); }).black > 0ms);
    }
    void aDarkSceneIsNotBlack()
    {
        Feed feed; // a face in candle light: a tenth of the picture at 15 to 30 %
        const PictureContent content = feed.show(1s, [](int x, int y, double) {
            const double far = std::hypot((x - 160) / 60.0, (y - 90) / 60.0);
            return far < 1 ? 0.3 - 0.15 * far : 0.04;
        });
        QCOMPARE(content.black, 0ms);
        QVERIFY(content.darkShare > 0.7);
    }
    void aNightSkyIsBlackUntilTwoPercentOfItShine()
    {
        const auto sky = [](double share) {
            return [share](int x, int y, double) {
                return std::minstd_rand(unsigned(y * 1280 + x + 1))() % 10000 < share * 10000 ? 0.9 : 0.03;
            };
        };
        Feed few(hd);
        QVERIFY(few.show(400ms, sky(0.01)).black > 0ms);
        Feed many(hd);
        QCOMPARE(many.show(400ms, sky(0.03)).black, 0ms);
    }
    void theLimitsOfBlackComeFromTheShow()
    {
        MeasureLimits limits;
        limits.blackLevel = 0.3;
        Feed feed({}, limits);
        QVERIFY(feed.show(400ms, [](int, int, double) { return evenly(0.25); }).black > 0ms);
    }
    void durationsSurviveAMeasureThatComesSeldom()
    {
        Feed feed;
        feed.show(1s, [](int, int, double) { return evenly(0); });
        feed.wait(5s); // key pictures only, or a stall
        const PictureContent content = feed.show(200ms, [](int, int, double) { return evenly(0); });
        QCOMPARE(content.black, 6s);
        QCOMPARE(content.frozen, 6s);
    }

    // freeze
    void anUnchangedPictureIsFrozen()
    {
        Feed feed;
        const PictureContent content = feed.show(4s, [](int x, int y, double) { return texture(x, y); });
        QCOMPARE(content.frozen, 3800ms);
        QCOMPARE(content.change, -120.0);
    }
    void aFrozenPictureWithNoiseIsFrozen()
    {
        Feed feed(hd);
        const PictureContent content =
            feed.show(2s, [n = Noise(2.5)](int x, int y, double) mutable { return texture(x, y) + n(); });
        QVERIFY2(content.frozen >= 1600ms, qPrintable(QString::number(content.frozen.value().count())));
        QVERIFY(content.change < -60);
    }
    void freezeEndsWithTheFirstPictureThatMoves()
    {
        Feed feed;
        feed.show(2s, [](int x, int y, double) { return texture(x, y); });
        const PictureContent content = feed.show(200ms, [](int x, int y, double) { return texture(x + 2, y); });
        QCOMPARE(content.frozen, 0ms);
        QVERIFY(content.change > -60);
    }
    void aSlowFadeIsNotFrozen()
    {
        Feed feed; // a minute from half to black: four codes a second
        feed.show(12s, [](int x, int y, double s) { return texture(x, y) * (1 - s / 60); });
        QVERIFY2(feed.longestFreeze < 1s, qPrintable(QString::number(feed.longestFreeze.count())));
    }
    void aSlowCrossfadeOfSlidesIsNotFrozen()
    {
        Feed feed;
        feed.show(10s,
                  [](int x, int y, double s) { return texture(x, y) * (1 - s / 20) + texture(y + 90, x) * s / 20; });
        QVERIFY2(feed.longestFreeze < 1s, qPrintable(QString::number(feed.longestFreeze.count())));
    }
    void aSingleRunningClockIsNotFrozen()
    {
        Feed feed(hd); // 24 x 36 pixels in a still picture, another digit each second
        feed.show(6s, [](int x, int y, double s) {
            const bool inside = x >= 1200 && x < 1224 && y >= 640 && y < 676;
            const unsigned strokes = unsigned(int(s)) * 2654435761U;
            return inside ? ((strokes >> ((x - 1200) / 8 + (y - 640) / 12 * 3)) & 1U ? 0.95 : 0.05) : texture(x, y);
        });
        QVERIFY2(feed.longestFreeze <= 1200ms, qPrintable(QString::number(feed.longestFreeze.count())));
    }
    void slidesAreFrozenBetweenTheirChanges()
    {
        Feed feed;
        feed.show(5s, [](int x, int y, double) { return texture(x, y); });
        QCOMPARE(feed.show(1s, [](int x, int y, double) { return texture(y, x); }).frozen, 800ms);
    }
    void aLockedShotWithSomebodyBreathingIsNotFrozen()
    {
        Feed feed(hd);
        feed.show(4s, [n = Noise(1)](int x, int y, double s) mutable {
            const double reach = 60 + 1.5 * made::wave(0.25 * s); // a head that sways by a pixel and a half
            return (std::hypot(x - 640, y - 400) < reach ? 0.7 : texture(x, y)) + n();
        });
        QVERIFY2(feed.longestFreeze < 1500ms, qPrintable(QString::number(feed.longestFreeze.count())));
    }
    void aFrozenInterlacedPictureIsFrozenAndAMovingOneIsNot()
    {
        // Two fields of different moments stand still together.
        const auto woven = [](int shift) {
            return [shift](int x, int y, double) { return texture(x + (y % 2 ? shift : 0), y); };
        };
        Feed still;
        QCOMPARE(still.show(2s, woven(12)).frozen, 1800ms);
        Feed moving;
        moving.show(2s, [](int x, int y, double s) { return texture(x + int(s * 50) + (y % 2), y); });
        QCOMPARE(moving.longestFreeze, 0ms);
    }

    // even field and bars
    void anEvenFieldIsOneWithNoiseToo()
    {
        Feed feed(hd);
        const PictureContent content = feed.show(1s, [n = Noise(3)](int, int, double) mutable { return 0.55 + n(); });
        QCOMPARE(content.flat, 800ms);
        QCOMPARE(content.black, 0ms);
    }
    void aGradientAndALogoOnAnEvenFieldAreNone()
    {
        Feed gradient;
        QCOMPARE(gradient.show(1s, [](int x, int, double) { return 0.4 + 0.1 * x / 320; }).flat, 0ms);
        Feed logo;
        QCOMPARE(logo.show(1s, [](int x, int y, double) { return x > 270 && y < 40 ? 0.9 : 0.3; }).flat, 0ms);
    }
    void colourBarsAreKnown_data()
    {
        QTest::addColumn<double>("level");
        QTest::addColumn<double>("white");
        QTest::addColumn<int>("bars");
        QTest::addColumn<bool>("hd");
        QTest::newRow("EBU 100/0/75/0") << 0.75 << 1.0 << 8 << false;
        QTest::newRow("EBU 100/0/100/0") << 1.0 << 1.0 << 8 << false;
        QTest::newRow("75 % of HD") << 0.75 << 0.75 << 8 << true;
        QTest::newRow("SMPTE") << 0.75 << 0.75 << 7 << false;
        QTest::newRow("SMPTE in HD") << 0.75 << 0.75 << 7 << true;
    }
    void colourBarsAreKnown()
    {
        QFETCH(double, level);
        QFETCH(double, white);
        QFETCH(int, bars);
        QFETCH(bool, hd);
        const std::array sd601{1.0, 0.886, 0.701, 0.587, 0.413, 0.299, 0.114, 0.0};
        const std::array hd709{1.0, 0.9278, 0.7874, 0.7152, 0.2848, 0.2126, 0.0722, 0.0};
        const auto &steps = hd ? hd709 : sd601;
        const auto luma = [&](int x, int y, double) {
            if (bars == 7 && y > 120)
                return x > 160 ? 0.05 : 0.8; // what stands under them
            const int bar = x * bars / 320;
            return bar == 0 ? white : steps[std::size_t(bar)] * level;
        };
        Feed feed;
        QCOMPARE(feed.show(2s, luma).bars, 1800ms);
        Feed named; // with an ident
        QVERIFY(named
                    .show(1s, [&](int x, int y,
                                  double s) { return x > 100 && x < 220 && y > 40 && y < 62 ? 0.0 : luma(x, y, s); })
                    .bars > 0ms);
        Feed noisy;
        Noise noise(3);
        QVERIFY(noisy.show(1s, [&](int x, int y, double s) { return luma(x, y, s) + noise(); }).bars > 0ms);
    }
    void aGreyStaircaseAndAProgrammeAreNoBars()
    {
        Feed stairs;
        QCOMPARE(stairs.show(1s, [](int x, int, double) { return 1 - double(x * 8 / 320) / 7; }).bars, 0ms);
        Feed programme;
        QCOMPARE(programme.show(1s, [](int x, int y, double) { return texture(x, y); }).bars, 0ms);
    }

    // all of it
    void measuresComeAFewTimesASecond()
    {
        ContentMeasures measures({}, nullptr);
        const auto frame = frames::frame({}, [](int x, int y) { return texture(x, y); });
        int measured = 0;
        for (int i = 0; i < 250; ++i)
            measured += measures.picture(*frame, start + 40ms * i) ? 1 : 0;
        QCOMPARE(measured, 50);
    }
    void fingerprintsAreMadeOfEveryPictureUpToThirtyASecond()
    {
        for (const int rate : {25, 50}) {
            const auto track = std::make_shared<FingerprintTrack>();
            ContentMeasures measures({}, track);
            const auto frame = frames::frame({}, [](int x, int y) { return texture(x, y); });
            for (int i = 0; i < 4 * rate; ++i)
                measures.picture(*frame, start + std::chrono::microseconds(1000000 / rate * i));
            QCOMPARE(track->pictures().size(), std::size_t(100));
        }
    }
    void aNewConnectionBeginsANewTrack()
    {
        const auto track = std::make_shared<FingerprintTrack>();
        track->add(start, PictureFingerprint());
        track->add(start, SoundFingerprint());
        const ContentMeasures measures({}, track);
        QVERIFY(track->pictures().empty() && track->sounds().empty());
    }
    void aTrackIsBoundedAndInOrder()
    {
        FingerprintTrack track;
        for (int i = 0; i < 3000; ++i)
            track.add(start + 20ms * i, SoundFingerprint());
        QCOMPARE(track.sounds().size(), std::size_t(801));
        track.add(start, SoundFingerprint()); // late: left out
        QCOMPARE(track.sounds().size(), std::size_t(801));
    }
};

QTEST_GUILESS_MAIN(ContentMeasuresTest)
#include "content_measures_test.moc"

// How many channels become two, how sound is played a little faster or slower, and when.

#include "media/output/pace.h"
#include "media/output/stereo_downmix.h"
#include "media/output/stereo_stretch.h"
#include "tests/media/tones.h"

#include <QTest>

#include <cmath>

using namespace gantry::media;
using namespace gantry::media::tones;
using namespace std::chrono_literals;
using std::chrono::microseconds;

class StereoStretchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- sixteen channels on two ears ---
    void centreAndSurroundsAreThreeDecibelsDownAndLeftAndRightStay()
    {
        const double down = std::sqrt(0.5);
        QCOMPARE(stereoDownmix(2, 0x3), (std::vector<StereoGain>{{1, 0}, {0, 1}}));
        const auto surround = stereoDownmix(6, 0x3f);
        QCOMPARE(surround.at(0), (StereoGain{1, 0}));
        QCOMPARE(surround.at(3), (StereoGain{0, 0}));
        for (const auto &[index, gain] : {std::pair{2, StereoGain{down, down}}, {4, {down, 0}}, {5, {0, down}}}) {
            QVERIFY(std::abs(surround.at(std::size_t(index)).left - gain.left) < 1e-9);
            QVERIFY(std::abs(surround.at(std::size_t(index)).right - gain.right) < 1e-9);
        }
        QCOMPARE(stereoDownmix(1, 0x4), (std::vector<StereoGain>{{1, 1}}));
        const auto unknown = stereoDownmix(16, 0);
        QCOMPARE(unknown.at(1), (StereoGain{0, 1}));
        QCOMPARE(unknown.at(15), (StereoGain{0, 0}));
    }
    void everyRateAndChannelCountBecomesTheDevicesStereo()
    {
        for (const int rateIn : {16000, 32000, 44100, 48000, 96000})
            for (const int channels : {1, 2, 6, 8, 16}) {
                StereoStretch stretch(48000);
                const Sound sound = made(
                    channels, 1, [](int, double) { return 0.25; }, 0, rateIn);
                std::vector<float> stereo;
                sound.inBlocks([&](const SoundView &view) { QVERIFY(stretch.convert(view, 1, stereo)); });
                const auto frames = std::int64_t(stereo.size() / 2) + stretch.inside();
                QVERIFY2(std::abs(frames - 48000) < 64, qPrintable(QString::number(frames)));
                QVERIFY(std::abs(stereo.at(20001) - 0.25F) < 0.001F);
            }
    }
    void fasterIsShorterByWhatWasSaid()
    {
        for (const double speed : {1.005, 1.0001, 0.9999, 0.995}) {
            StereoStretch stretch(48000);
            std::vector<float> stereo;
            sine(1000, {-20, -20}, 20).inBlocks([&](const SoundView &view) {
                QVERIFY(stretch.convert(view, speed, stereo));
            });
            const double frames = double(stereo.size()) / 2 + double(stretch.inside());
            QVERIFY2(std::abs(frames * speed / (20 * 48000) - 1) < 5e-5, qPrintable(QString::number(frames)));
        }
    }
    void theSpeedIsGentleAndComesToRest()
    {
        Pace pace;
        QCOMPARE(pace.speed(), 1.0);
        pace.note(1s, 10s);
        QCOMPARE(pace.speed(), 1 + Pace::most);
        QVERIFY(pace.lost());
        pace.reset();
        microseconds late = 40ms;
        for (int i = 0; i < 3000; ++i) { // thirty seconds
            pace.note(late, 10ms);
            late -= microseconds(std::llround(10000 * (pace.speed() - 1)));
            QVERIFY(!pace.lost());
        }
        QVERIFY(std::chrono::abs(late) < 2ms);
    }
};

QTEST_GUILESS_MAIN(StereoStretchTest)
#include "stereo_stretch_test.moc"

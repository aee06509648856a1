#include "media/measure/loudness_meter.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace gantry::media;

namespace {

constexpr int rate = 48000;

// A sine in each channel, each with its own peak level.
std::vector<float> sine(double hertz, const std::vector<double> &peakDbfs, double seconds)
{
    std::vector<float> samples;
    for (int i = 0; i < int(seconds * rate); ++i)
        for (const double level : peakDbfs)
            samples.push_back(float(std::pow(10, level / 20) * std::sin(2 * 3.14159265358979 * hertz * i / rate)));
    return samples;
}

} // namespace

class LoudnessMeterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS reads -23.0 +- 0.1 LUFS.
    void aStereoToneAtMinus23ReadsMinus23()
    {
        LoudnessMeter meter;
        meter.feed(sine(1000, {-23, -23}, 4), 2, rate);
        const auto levels = meter.take();
        QVERIFY(levels.present);
        QVERIFY(std::abs(levels.momentaryLufs.value() + 23) < 0.1);
        QVERIFY(std::abs(levels.shortTermLufs.value() + 23) < 0.1);
        QVERIFY(std::abs(levels.peakDbfs.at(0) + 23) < 0.05F);
    }
    // Tech 3341, case 2.
    void aStereoToneAtMinus33ReadsMinus33()
    {
        LoudnessMeter meter;
        meter.feed(sine(1000, {-33, -33}, 4), 2, rate);
        QVERIFY(std::abs(meter.take().shortTermLufs.value() + 33) < 0.1);
    }
    void oneChannelOfTwoIsThreeDecibelsLess()
    {
        LoudnessMeter meter;
        meter.feed(sine(1000, {-23, -200}, 4), 2, rate);
        const auto levels = meter.take();
        QVERIFY(std::abs(levels.shortTermLufs.value() + 26) < 0.1);
        QVERIFY(levels.peakDbfs.at(1) <= -119);
    }
    void loudnessIsUnknownUntilItsWindowIsFull()
    {
        LoudnessMeter meter;
        meter.feed(sine(1000, {-20, -20}, 0.3), 2, rate);
        QVERIFY(!meter.take().momentaryLufs);
        meter.feed(sine(1000, {-20, -20}, 0.2), 2, rate);
        const auto levels = meter.take();
        QVERIFY(levels.momentaryLufs);
        QVERIFY(!levels.shortTermLufs);
    }
    void peaksAreThoseSinceTheLastLook()
    {
        LoudnessMeter meter;
        meter.feed(sine(1000, {-6, -12}, 0.1), 2, rate);
        auto levels = meter.take();
        QVERIFY(std::abs(levels.peakDbfs.at(0) + 6) < 0.05F);
        QVERIFY(std::abs(levels.peakDbfs.at(1) + 12) < 0.05F);
        meter.feed(sine(1000, {-40, -40}, 0.1), 2, rate);
        QVERIFY(std::abs(meter.take().peakDbfs.at(0) + 40) < 0.05F);
    }
    void noSamplesSinceTheLastLookIsAbsence()
    {
        LoudnessMeter meter;
        QVERIFY(!meter.take().present);
        meter.feed(sine(1000, {-6}, 0.1), 1, rate);
        QVERIFY(meter.take().present);
        QVERIFY(!meter.take().present);
    }
    void digitalSilenceIsMinus120()
    {
        LoudnessMeter meter;
        meter.feed(std::vector<float>(std::size_t(rate) * 8), 2, rate);
        const auto levels = meter.take();
        QVERIFY(levels.present);
        QCOMPARE(levels.peakDbfs.at(0), -120.0F);
        QCOMPARE(levels.momentaryLufs.value(), -120.0);
    }
    void samplesThatAreNotNumbersDoNotSpoilWhatFollows()
    {
        LoudnessMeter meter;
        std::vector<float> wild(960, std::numeric_limits<float>::quiet_NaN());
        wild[7] = std::numeric_limits<float>::infinity();
        meter.feed(wild, 2, rate);
        meter.feed(sine(1000, {-23, -23}, 4), 2, rate);
        QVERIFY(std::abs(meter.take().shortTermLufs.value() + 23) < 0.1);
    }
    void aChangeOfChannelsBeginsAnew()
    {
        LoudnessMeter meter;
        meter.feed(sine(1000, {-23, -23}, 4), 2, rate);
        meter.feed(sine(1000, {-23}, 0.1), 1, rate);
        const auto levels = meter.take();
        QCOMPARE(levels.peakDbfs.size(), std::size_t(1));
        QVERIFY(!levels.momentaryLufs);
    }
    void impossibleFormatsAreIgnored()
    {
        LoudnessMeter meter;
        const std::vector<float> some(64, 0.5F);
        meter.feed(some, 0, rate);
        meter.feed(some, 17, rate);
        meter.feed(some, 2, 0);
        meter.feed(some, 2, -1);
        QVERIFY(!meter.take().present);
    }
};

QTEST_GUILESS_MAIN(LoudnessMeterTest)
#include "loudness_meter_test.moc"

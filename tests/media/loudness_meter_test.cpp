// Loudness and true peak against the signals of EBU Tech 3341 and the bounds of ITU-R BS.1770.

#include "media/measure/loudness_meter.h"
#include "tests/media/tones.h"

#include <QTest>

#include <cmath>

using namespace gantry::media;
using namespace gantry::media::tones;

namespace {

constexpr double never = -200;

bool near(const std::optional<double> &value, double expected, double tolerance = 0.1)
{
    return value && std::abs(*value - expected) <= tolerance;
}

LoudnessMeter::Reading after(const std::vector<Sound> &sounds)
{
    LoudnessMeter meter;
    for (const Sound &sound : sounds)
        sound.inBlocks([&](const SoundView &block) { meter.feed(block); });
    return meter.take();
}

} // namespace

class LoudnessMeterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Tech 3341, cases 1 and 2: a stereo sine of 1 kHz at -23 dBFS reads -23.0 +- 0.1 LUFS, one at -33 reads -33.0.
    void aStereoToneReadsItsLevelOnAllThreeScales()
    {
        for (const double level : {-23.0, -33.0}) {
            const auto reading = after({sine(1000, {level, level}, 5)});
            QVERIFY(near(reading.momentary, level));
            QVERIFY(near(reading.shortTerm, level));
            QVERIFY(near(reading.integrated, level));
        }
    }
    // Tech 3341, case 3, in short: what lies more than 10 LU below the rest does not count.
    void whatIsFarBelowTheRestDoesNotCountInTheWhole()
    {
        const auto reading = after({sine(1000, {-36, -36}, 5), sine(1000, {-23, -23}, 30), sine(1000, {-36, -36}, 5)});
        QVERIFY(near(reading.integrated, -23));
        QVERIFY(near(reading.shortTerm, -36));
    }
    // Tech 3341, case 6: L R C Ls Rs at -28, -28, -24, -30, -30 dBFS read -23.0; the low frequency channel is left out.
    void surroundsWeighMoreAndTheLowFrequencyChannelNothing()
    {
        constexpr std::uint64_t surround = 0x3f; // L R C LFE Ls Rs
        QVERIFY(near(after({sine(1000, {-28, -28, -24, never, -30, -30}, 5, surround)}).integrated, -23));
        QVERIFY(near(after({sine(1000, {-28, -28, -24, -10, -30, -30}, 5, surround)}).integrated, -23));
        // Without a layout six channels are taken for the same.
        QVERIFY(near(after({sine(1000, {-28, -28, -24, -10, -30, -30}, 5)}).integrated, -23));
        // A real back pair, beside a side pair, weighs no more than the front.
        constexpr std::uint64_t sevenOne = 0x63f;
        const auto backs = after({sine(1000, {never, never, never, never, -23, -23, never, never}, 5, sevenOne)});
        QVERIFY(near(backs.shortTerm, -23));
    }
    void oneChannelOfTwoIsThreeDecibelsLess() { QVERIFY(near(after({sine(1000, {-23, never}, 4)}).shortTerm, -26)); }
    void loudnessIsUnknownUntilItsWindowIsFull()
    {
        LoudnessMeter meter;
        meter.feed(sine(1000, {-20, -20}, 0.3).view());
        QVERIFY(!meter.take().momentary);
        meter.feed(sine(1000, {-20, -20}, 0.2).view());
        const auto reading = meter.take();
        QVERIFY(reading.momentary);
        QVERIFY(!reading.shortTerm);
    }
    void silenceIsMinus120AndHasNoWhole()
    {
        const auto reading = after({sine(1000, {never, never}, 4)});
        QCOMPARE(reading.momentary.value(), -120.0);
        QVERIFY(!reading.integrated);
    }
    void aChangeOfFormatEmptiesTheWindowsButNotTheWhole()
    {
        const auto reading = after({sine(1000, {-23, -23}, 10), sine(1000, {-20}, 0.1)});
        QVERIFY(!reading.momentary);
        QVERIFY(near(reading.integrated, -23));
        // And goes on counting in the new one: one channel at -20 reads -23.
        QVERIFY(near(after({sine(1000, {-23, -23}, 10), sine(1000, {-20}, 10)}).integrated, -23));
    }
    // BS.1770, annex 2: samples of a sine at a quarter of the rate, taken 45 degrees off, miss its peak by 3 dB; the
    // true peak may be read 0.4 dB low and 0.2 dB high.
    void theTruePeakIsFoundBetweenTheSamples()
    {
        for (const double phase : {0.0, 0.125, 0.05}) {
            const auto between =
                made(1, 1, [&](int, double at) { return gain(-6) * wave(rate / 4.0, at + phase / rate * 4); });
            const auto peak = after({between}).truePeak;
            QVERIFY2(peak && *peak <= -6 + 0.2 && *peak >= -6 - 0.4, qPrintable(QString::number(peak.value_or(0))));
        }
    }
    void theTruePeakIsThatSinceTheLastLookInTheLoudestChannel()
    {
        LoudnessMeter meter;
        meter.feed(sine(1000, {-12, -3}, 1).view());
        QVERIFY(near(meter.take().truePeak, -3, 0.3));
        QVERIFY(!meter.take().truePeak);
        // The filter rings out first.
        meter.feed(sine(1000, {-40, -40}, 0.1).view());
        meter.take();
        meter.feed(sine(1000, {-40, -40}, 0.1).view());
        QVERIFY(near(meter.take().truePeak, -40, 0.3));
    }
    void ratesThatNobodySellsAreIgnored()
    {
        LoudnessMeter meter;
        Sound sound = sine(1000, {-20, -20}, 1);
        for (const int impossible : {0, -1, 2'000'000}) {
            sound.sampleRate = impossible;
            meter.feed(sound.view());
        }
        QVERIFY(!meter.take().truePeak);
    }
};

QTEST_GUILESS_MAIN(LoudnessMeterTest)
#include "loudness_meter_test.moc"

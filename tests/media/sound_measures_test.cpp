// What a sound engineer reads beside loudness, each with the figure of the trade: needle, phase, silence, dead channel,
// clipping, and sound against picture.

#include "media/measure/sound_measures.h"
#include "tests/media/tones.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace gantry::media;
using namespace gantry::media::tones;
using namespace std::chrono_literals;

namespace {

constexpr double never = -200;
constexpr SoundMeasures::Time start{1000s};

struct Desk
{
    explicit Desk(FeedSettings settings = {}) : measures(settings) {}

    AudioLevels after(const Sound &sound)
    {
        sound.inBlocks([this](const SoundView &block) { measures.feed(block, start); });
        return measures.take(start);
    }
    SoundFaults faultsAfter(const Sound &sound) { return after(sound).faults.value(); }

    SoundMeasures measures;
};

bool near(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance;
}

// A burst of 5 kHz so many milliseconds long, and a second of nothing behind it.
float needleAfterBurst(double milliseconds)
{
    QuasiPeak meter;
    meter.feed(sine(5000, {0}, milliseconds / 1000).view());
    meter.feed(sine(5000, {never}, 1).view());
    return meter.take().at(0);
}

} // namespace

class SoundMeasuresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void peaksAreThoseSinceTheLastLook()
    {
        Desk desk;
        auto levels = desk.after(sine(1000, {-6, -12}, 0.1));
        QVERIFY(levels.present);
        QVERIFY(near(double(levels.peakDbfs.at(0)), -6, 0.05));
        QVERIFY(near(double(levels.peakDbfs.at(1)), -12, 0.05));
        QVERIFY(near(double(desk.after(sine(1000, {-40, -40}, 0.1)).peakDbfs.at(0)), -40, 0.05));
    }
    void noSamplesSinceTheLastLookIsAbsence()
    {
        Desk desk;
        QVERIFY(!desk.measures.take(start).present);
        QVERIFY(desk.after(sine(1000, {-6}, 0.1)).present);
        QVERIFY(!desk.measures.take(start).present);
        QVERIFY(!desk.measures.take(start).faults);
    }
    void digitalSilenceIsMinus120()
    {
        Desk desk;
        const auto levels = desk.after(sine(1000, {never, never}, 1));
        QCOMPARE(levels.peakDbfs.at(0), -120.0F);
        QCOMPARE(levels.quasiPeakDbfs->at(0), -120.0F);
        QCOMPARE(levels.momentaryLufs.value(), -120.0);
        QVERIFY(!levels.phase);
    }
    void sixteenChannelsAreMeasuredAndNoMore()
    {
        Desk desk;
        QCOMPARE(desk.after(sine(1000, std::vector<double>(16, -20), 1)).peakDbfs.size(), std::size_t(16));
        QVERIFY(!desk.after(sine(1000, std::vector<double>(17, -20), 1)).present);
    }
    void truePeakIsMeasuredOfEachChannelAndTheHighestIsTold()
    {
        Desk desk;
        const auto levels = desk.after(sine(1000, {-20, -6}, 1));
        QCOMPARE(levels.truePeaksDbtp->size(), std::size_t(2));
        QVERIFY(near(double(levels.truePeaksDbtp->at(0)), -20, 0.4));
        QVERIFY(near(double(levels.truePeaksDbtp->at(1)), -6, 0.4));
        QCOMPARE(*levels.truePeakDbtp, double(levels.truePeaksDbtp->at(1)));
    }
    void withoutMeasuresThereArePeaksAndNothingElse()
    {
        FeedSettings settings;
        settings.measured = false;
        Desk desk(settings);
        const auto levels = desk.after(sine(1000, {-6, -6}, 4));
        QCOMPARE(levels.peakDbfs.size(), std::size_t(2));
        QVERIFY(!levels.momentaryLufs && !levels.shortTermLufs && !levels.integratedLufs && !levels.truePeakDbtp);
        QVERIFY(!levels.truePeaksDbtp && !levels.quasiPeakDbfs && !levels.phase && !levels.faults &&
                !levels.soundEarly);
    }
    void aNewConnectionKnowsNothingOfTheOneBefore()
    {
        Desk desk;
        desk.after(made(2, 5, [](int channel, double at) { return (channel == 0 ? 2 : -2) * wave(1000, at); }));
        desk.measures.reset();
        const auto levels = desk.after(sine(1000, {-23, -23}, 0.1));
        QVERIFY(!levels.momentaryLufs);
        QVERIFY(!levels.integratedLufs);
        QVERIFY(levels.quasiPeakDbfs->at(0) < -20);
        QCOMPARE(levels.faults.value(), SoundFaults());
    }

    // --- samples that are none ---
    void whatIsNoNumberCountsAsSilence()
    {
        constexpr float infinite = std::numeric_limits<float>::infinity();
        std::vector<float> wild{0.5F, std::numeric_limits<float>::quiet_NaN(), infinite, -infinite, 1e30F, -0.25F};
        makeFinite(wild);
        QCOMPARE(wild, (std::vector<float>{0.5F, 0, 16, -16, 16, -0.25F}));
    }

    // --- the needle (IEC 60268-10 type I) ---
    void aHeldToneReadsItsOwnLevel()
    {
        for (const double level : {0.0, -20.0}) {
            QuasiPeak meter;
            meter.feed(sine(1000, {level}, 1).view());
            QVERIFY(near(double(meter.take().at(0)), level, 0.2));
        }
    }
    void aBurstOfFiveMillisecondsReadsTwoDecibelsLess() { QVERIFY(near(double(needleAfterBurst(5)), -2, 0.3)); }
    void shorterAndLongerBurstsKeepToTheTable()
    {
        QVERIFY(near(double(needleAfterBurst(10)), -1, 0.5));
        QVERIFY(near(double(needleAfterBurst(3)), -4, 1));
        QVERIFY(near(double(needleAfterBurst(0.4)), -15, 4));
    }
    void theNeedleFallsTwentyDecibelsIn1700Milliseconds()
    {
        QuasiPeak meter;
        meter.feed(sine(1000, {0}, 1).view());
        meter.feed(sine(1000, {never}, 1.7).view());
        meter.take();
        meter.feed(sine(1000, {never}, 0.001).view());
        QVERIFY(near(double(meter.take().at(0)), -20, 0.3));
    }
    void noBurstBetweenTwoLooksIsMissed()
    {
        QuasiPeak meter;
        meter.feed(sine(5000, {0}, 0.01).view());
        meter.feed(sine(5000, {never}, 1.7).view());
        QVERIFY(meter.take().at(0) > -2);
        QVERIFY(QuasiPeak().take().empty());
    }

    // --- phase ---
    void theSameOnBothSidesIsPlusOneOppositeMinusOneAndStrangersZero()
    {
        Desk same;
        QVERIFY(near(same.after(sine(1000, {-20, -30}, 3)).phase.value(), 1, 0.01));
        Desk opposite;
        QVERIFY(near(
            opposite
                .after(made(2, 3, [](int channel, double at) { return (channel == 0 ? 0.1 : -0.1) * wave(1000, at); }))
                .phase.value(),
            -1, 0.01));
        Desk strangers;
        QVERIFY(near(
            strangers
                .after(made(2, 3, [](int channel, double at) { return 0.1 * wave(channel == 0 ? 1000 : 1300, at); }))
                .phase.value(),
            0, 0.05));
    }
    void aQuarterTurnIsZeroAndLevelsDoNotMatter()
    {
        Desk desk;
        const auto turned = made(2, 3, [](int channel, double at) {
            return channel == 0 ? 0.5 * wave(1000, at) : 0.02 * wave(1000, at + 0.00025);
        });
        QVERIFY(near(desk.after(turned).phase.value(), 0, 0.02));
    }
    void oneChannelAndASilentSideHaveNoPhase()
    {
        Desk mono;
        QVERIFY(!mono.after(sine(1000, {-20}, 2)).phase);
        Desk side;
        QVERIFY(!side.after(sine(1000, {-20, never}, 2)).phase);
    }
    void outOfPhaseLastsFromItsBeginningAndEndsWithIt()
    {
        const auto opposite = [](double seconds) {
            return made(2, seconds,
                        [](int channel, double at) { return (channel == 0 ? 0.1 : -0.1) * wave(1000, at); });
        };
        Desk desk;
        QCOMPARE(desk.faultsAfter(sine(1000, {-20, -20}, 5)).outOfPhase, 0ms);
        const auto lasts = desk.faultsAfter(opposite(5)).outOfPhase;
        QVERIFY2(lasts > 4s && lasts <= 5s, qPrintable(QString::number(lasts.count())));
        // A pause between two words neither counts nor ends it.
        QCOMPARE(desk.faultsAfter(sine(1000, {never, never}, 0.5)).outOfPhase >= lasts, true);
        QVERIFY(desk.faultsAfter(opposite(2)).outOfPhase > lasts + 1s);
        QCOMPARE(desk.faultsAfter(sine(1000, {-20, -20}, 5)).outOfPhase, 0ms);
    }

    // --- silence and dead channels ---
    void silenceLastsFromTheLastSampleAboveTheLimit()
    {
        Desk desk;
        QCOMPARE(desk.faultsAfter(sine(1000, {-59, -59}, 1)).silent, 0ms);
        const auto lasts = desk.faultsAfter(sine(1000, {-61, -61}, 10)).silent;
        QVERIFY(lasts >= 9980ms && lasts <= 10s);
        QCOMPARE(desk.faultsAfter(sine(1000, {-20, -61}, 0.1)).silent, 0ms);
    }
    void theLimitOfSilenceIsTheShows()
    {
        FeedSettings settings;
        settings.limits.silenceDbfs = -40;
        Desk desk(settings);
        QVERIFY(desk.faultsAfter(sine(1000, {-45, -45}, 2)).silent > 1900ms);
    }
    void aChannelIsDeadOnlyBesideOneThatIsNot()
    {
        Desk desk;
        const auto dead = desk.faultsAfter(sine(1000, {-20, never}, 30));
        QCOMPARE(dead.deadChannel, 2);
        QVERIFY(dead.channelDead > 29900ms);
        QCOMPARE(dead.silent, 0ms);
        // When everybody is silent for long, it is silence.
        const auto silent = desk.faultsAfter(sine(1000, {never, never}, 10));
        QCOMPARE(silent.deadChannel, 0);
        QCOMPARE(silent.channelDead, 0ms);
        QVERIFY(silent.silent > 9900ms);
    }
    void aSpeakerWhoPausesDoesNotBringTheOtherChannelBackToLife()
    {
        Desk desk;
        desk.after(sine(1000, {-20, never}, 10));
        desk.after(sine(1000, {never, never}, 1));
        QVERIFY(desk.faultsAfter(sine(1000, {-20, never}, 10)).channelDead > 19s);
        QCOMPARE(desk.faultsAfter(sine(1000, {-20, -50}, 0.1)).channelDead, 0ms);
    }
    void theLowFrequencyChannelMayBeSilent()
    {
        Desk desk;
        QCOMPARE(desk.faultsAfter(sine(1000, {-20, -20, -20, never, -20, -20}, 5, 0x3f)).deadChannel, 0);
        QCOMPARE(desk.faultsAfter(sine(1000, {-20, -20, never, never, -20, -20}, 5, 0x3f)).deadChannel, 3);
    }

    // --- clipping ---
    void clippingIsRunsOfThreeAtFullScale()
    {
        const auto every = [](int run) { // so many samples at full scale in every hundred
            return made(1, 10, [run](int, double at) { return std::lround(at * rate) % 100 < run ? 1.0 : 0.1; });
        };
        Desk two;
        QCOMPARE(two.faultsAfter(every(2)).clippedShare, 0.0);
        Desk three;
        QVERIFY(near(three.faultsAfter(every(3)).clippedShare, 0.03, 0.001));
        Desk five;
        QVERIFY(near(five.faultsAfter(every(5)).clippedShare, 0.05, 0.001));
        Desk loud;
        QCOMPARE(loud.faultsAfter(sine(1000, {-0.1, -0.1}, 10)).clippedShare, 0.0);
        Desk clipped;
        QVERIFY(
            clipped.faultsAfter(made(2, 10, [](int, double at) { return std::clamp(1.5 * wave(100, at), -1.0, 1.0); }))
                .clippedShare > 0.3);
    }
    void clippingIsForgottenAfterTenSeconds()
    {
        Desk desk;
        QVERIFY(near(desk.faultsAfter(made(1, 1, [](int, double) { return 1.0; })).clippedShare, 0.1, 0.01));
        QVERIFY(desk.faultsAfter(sine(1000, {-20}, 8)).clippedShare > 0.09);
        QCOMPARE(desk.faultsAfter(sine(1000, {-20}, 3)).clippedShare, 0.0);
    }
    void oneClippedChannelIsNotHiddenBySixteen()
    {
        Desk desk;
        const auto sound = made(16, 10, [](int channel, double at) {
            return channel == 9 && std::lround(at * rate) % 100 < 4 ? -1.0 : 0.1;
        });
        QVERIFY(near(desk.faultsAfter(sound).clippedShare, 0.04, 0.001));
    }

    // --- sound against picture ---
    void soundThatComesSoonerThanItsPictureIsEarly()
    {
        const auto measured = [](std::chrono::milliseconds soundBehind) {
            SoundOffset offset;
            for (auto at = 0ms; at < 4s; at += 40ms) {
                offset.picture(500s + at, start + at + 100ms);
                offset.sound(500s + at, start + at + 100ms + soundBehind);
            }
            return offset.soundEarly(start + 4s);
        };
        QVERIFY(near(double(measured(0ms).value().count()), 0, 2));
        QVERIFY(near(double(measured(-60ms).value().count()), 60, 2));
        QVERIFY(near(double(measured(240ms).value().count()), -240, 2));
    }
    void soundThatComesInBurstsIsJudgedByItsMean()
    {
        SoundOffset offset;
        for (auto at = 0ms; at < 6s; at += 20ms) {
            offset.picture(500s + at, start + at);
            // Eight frames at once, with the last.
            offset.sound(500s + at, start + (at / 160ms) * 160ms + 140ms);
        }
        QVERIFY(near(double(offset.soundEarly(start + 6s).value().count()), -70, 25));
    }
    void withOnlyOneOfBothTheOffsetIsUnknown()
    {
        SoundOffset offset;
        for (auto at = 0ms; at < 4s; at += 40ms)
            offset.sound(500s + at, start + at);
        QVERIFY(!offset.soundEarly(start + 4s));
        for (auto at = 4000ms; at < 8s; at += 40ms)
            offset.picture(500s + at, start + at);
        QVERIFY(!offset.soundEarly(start + 8s)); // the sound has been gone for four seconds
    }
    void aJumpOfTheStampsMakesItUnknownForASecondAndNotWrong()
    {
        SoundOffset offset;
        const auto run = [&](std::chrono::seconds stamp, std::chrono::milliseconds from, std::chrono::milliseconds to) {
            for (auto at = from; at < to; at += 40ms) {
                offset.picture(stamp + at, start + at + 50ms);
                offset.sound(stamp + at, start + at + 80ms);
            }
        };
        run(500s, 0ms, 4s);
        run(90000s, 4s, 4500ms);
        QVERIFY(!offset.soundEarly(start + 4500ms));
        run(90000s, 4500ms, 7s);
        QVERIFY(near(double(offset.soundEarly(start + 7s).value().count()), -30, 2));
    }
};

QTEST_GUILESS_MAIN(SoundMeasuresTest)
#include "sound_measures_test.moc"

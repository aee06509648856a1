// The true peak reads what libebur128 reads, however the sound is cut into blocks.

#include "media/measure/true_peak.h"
#include "tests/media/tones.h"

#include <QTest>

#include <ebur128.h>

#include <memory>
#include <random>

using namespace gantry::media;
using namespace gantry::media::tones;

namespace {

// Noise whose peaks lie between its samples, of another strength in each channel.
Sound noise(int channels, int sampleRate, double seconds = 0.5)
{
    std::mt19937 random(unsigned(channels * sampleRate));
    std::uniform_real_distribution<double> value(-1, 1);
    return made(
        channels, seconds, [&](int channel, double) { return value(random) / (channel + 1); }, 0, sampleRate);
}

std::vector<float> ours(const Sound &sound, std::size_t block)
{
    TruePeak peak;
    sound.inBlocks([&](const SoundView &view) { peak.feed(view); }, block);
    return peak.take();
}

std::vector<float> theirs(const Sound &sound)
{
    const auto close = [](ebur128_state *state) { ebur128_destroy(&state); };
    const std::unique_ptr<ebur128_state, decltype(close)> state(
        ebur128_init(unsigned(sound.channels), static_cast<unsigned long>(sound.sampleRate), EBUR128_MODE_TRUE_PEAK));
    ebur128_add_frames_float(state.get(), sound.samples.data(), sound.view().frames());
    std::vector<float> peaks;
    for (int channel = 0; channel < sound.channels; ++channel) {
        double peak = 0;
        ebur128_true_peak(state.get(), unsigned(channel), &peak);
        peaks.push_back(float(peak));
    }
    return peaks;
}

} // namespace

class TruePeakTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itReadsWhatLibebur128Reads_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("sampleRate");
        for (const int channels : {1, 2, 6, 16})
            for (const int sampleRate : {32000, 44100, 48000, 95999, 96000, 191999, 192000})
                QTest::addRow("%d channels, %d Hz", channels, sampleRate) << channels << sampleRate;
    }
    void itReadsWhatLibebur128Reads()
    {
        QFETCH(const int, channels);
        QFETCH(const int, sampleRate);
        const Sound sound = noise(channels, sampleRate);
        const std::vector<float> expected = theirs(sound);
        for (const std::size_t block : {std::size_t(1), std::size_t(7), std::size_t(1024), sound.view().frames()}) {
            const std::vector<float> peaks = ours(sound, block);
            QCOMPARE(peaks.size(), expected.size());
            for (std::size_t i = 0; i < peaks.size(); ++i)
                QVERIFY2(std::abs(peaks[i] - expected[i]) < 1e-5 * expected[i],
                         qPrintable(QStringLiteral("%1: %2 and %3").arg(block).arg(peaks[i]).arg(expected[i])));
        }
    }
    // A pulse of up to 19 kHz whose top lies in the middle between two samples, which are 2 dB lower.
    void whatLiesBetweenTheSamplesIsFoundOnBothSides()
    {
        for (const double sign : {1.0, -1.0}) {
            const Sound pulse = made(1, 0.01, [&](int, double at) {
                const double angle = 0.8 * std::numbers::pi * (at * rate - 240.5);
                return sign * 0.5 * std::sin(angle) / angle;
            });
            QVERIFY(std::abs(*std::ranges::max_element(pulse.samples, {}, [](float x) { return std::abs(x); })) <
                    0.39F);
            QVERIFY(std::abs(ours(pulse, 64).front() - 0.5F) < 0.01F);
        }
    }
    void aLookTakesWhatCameSinceTheLast()
    {
        TruePeak peak;
        QVERIFY(peak.take().empty());
        peak.feed(sine(1000, {-6, -12}, 0.1).view());
        QCOMPARE(peak.take().size(), std::size_t(2));
        QVERIFY(peak.take().empty());
        peak.feed(made(2, 0.1, [](int, double) { return 0.0; }).view()); // the filter rings out
        peak.take();
        peak.feed(made(2, 0.1, [](int, double) { return 0.0; }).view());
        QCOMPARE(peak.take(), (std::vector<float>{0, 0}));
    }
    void otherChannelsOrAnotherRateStartAnew()
    {
        TruePeak peak;
        peak.feed(sine(1000, {0, 0}, 0.1).view());
        peak.feed(made(1, 0.1, [](int, double) { return 0.25; }).view());
        const std::vector<float> mono = peak.take();
        QCOMPARE(mono.size(), std::size_t(1));
        QVERIFY(mono.front() < 0.35F); // 0.25 that begins at once, without a ring of what was before
        peak.feed(sine(1000, {0}, 0.1).view());
        peak.feed(made(
                      1, 0.1, [](int, double) { return 0.25; }, 0, 44100)
                      .view());
        QVERIFY(peak.take().front() < 0.35F);
    }
    void nothingIsReadOfNothing()
    {
        TruePeak peak;
        peak.feed({});
        QVERIFY(peak.take().empty());
    }
};

QTEST_GUILESS_MAIN(TruePeakTest)
#include "true_peak_test.moc"

#include "media/measure/content_match.h"

#include "support/made_tracks.h"

#include <QTest>

#include <limits>

Q_DECLARE_METATYPE(gantry::media::made::Copy)

using namespace gantry::media;
using namespace gantry::media::made;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds accuracy{40};

FingerprintTrack::Time now()
{
    return start + length;
}

// A programme as two feeds show it.
MatchSample pictures(const Copy &first, const Copy &second, const Scene &one, const Scene &two, int cameraOfSecond = 0)
{
    FingerprintTrack a;
    FingerprintTrack b;
    addPictures(
        a, [&](int w, int h, double s) { return one.picture(w, h, s); }, first);
    addPictures(
        b, [&](int w, int h, double s) { return two.picture(w, h, s, cameraOfSecond); }, second);
    return matchContent(series(a), series(b));
}

MatchSample sounds(std::span<const float> one, std::span<const float> two, milliseconds late = 0ms,
                   std::size_t lump = 1, float gain = 1)
{
    FingerprintTrack a;
    FingerprintTrack b;
    addSound(a, one, 0ms);
    addSound(b, two, late, lump, gain);
    return matchContent(series(a), series(b));
}

bool near(const std::optional<milliseconds> &behind, milliseconds truth)
{
    return behind && std::chrono::abs(*behind - truth) <= accuracy;
}

Change noise(double decibels) // below a picture whose standard deviation is a fifth of the range
{
    return [sigma = float(0.2 * std::pow(10, -decibels / 20)), random = std::minstd_rand(5)](float value, float, float,
                                                                                             int) mutable {
        std::normal_distribution<float> normal(0, sigma);
        return value + normal(random);
    };
}

} // namespace

class ContentMatchTest : public QObject
{
    Q_OBJECT

    const Scene m_scene{1};
    const Scene m_other{2};

private Q_SLOTS:
    void aCopyIsTheSameAndItsDelayIsKnown_data()
    {
        QTest::addColumn<int>("late");
        for (const int late : {-7900, -1240, -240, 0, 90, 240, 3333, 7900})
            QTest::addRow("%d ms", late) << late;
    }
    void aCopyIsTheSameAndItsDelayIsKnown()
    {
        QFETCH(int, late);
        Copy second;
        second.late = milliseconds(late);
        const MatchSample sample = pictures({}, second, m_scene, m_scene);
        QCOMPARE(sample.picture, ContentMatch::Same);
        QVERIFY2(near(sample.pictureBehind, milliseconds(late)),
                 qPrintable(QString::number(sample.pictureBehind.value_or(-1ms).count())));
        QCOMPARE(sample.sound, ContentMatch::Unknown);
    }
    void whatTheOtherWayDoesToAPictureMakesItNoOther_data()
    {
        QTest::addColumn<Copy>("copy");
        Copy small;
        small.width = 192;
        small.height = 108;
        small.framesPerSecond = 30;
        QTest::newRow("another size and rate") << small;
        Copy pale;
        pale.change = [](float value, float, float, int) { return 0.7F * value + 0.15F; };
        QTest::newRow("contrast and brightness") << pale;
        Copy noisy;
        noisy.width = 320;
        noisy.height = 180;
        noisy.change = noise(10);
        QTest::newRow("noise at 10 dB") << noisy;
        Copy logo;
        logo.change = [](float value, float x, float y, int) { return x > 0.82F && y < 0.16F ? 0.9F : value; };
        QTest::newRow("a logo") << logo;
        Copy title;
        title.change = [](float value, float x, float y, int) {
            return y > 0.78F && y < 0.92F && x > 0.06F && x < 0.7F ? 0.2F : value;
        };
        QTest::newRow("a lower third") << title;
        Copy coarse;
        coarse.change = [](float value, float, float, int) { return std::round(value * 12) / 12; };
        QTest::newRow("a low bit rate") << coarse;
    }
    void whatTheOtherWayDoesToAPictureMakesItNoOther()
    {
        QFETCH(Copy, copy);
        copy.late = 240ms;
        const MatchSample sample = pictures({}, copy, m_scene, m_scene);
        QCOMPARE(sample.picture, ContentMatch::Same);
        QVERIFY(near(sample.pictureBehind, 240ms));
    }
    void anotherProgrammeIsDifferent()
    {
        QCOMPARE(pictures({}, {}, m_scene, m_other).picture, ContentMatch::Different);
    }
    void anotherCameraOnTheSameSceneIsNotTheSame()
    {
        const MatchSample sample = pictures({}, {}, m_scene, m_scene, 1);
        QVERIFY(sample.picture != ContentMatch::Same);
    }
    void blackIsUnknown()
    {
        Copy black;
        black.change = [](float, float, float, int) { return 0.0F; };
        QCOMPARE(pictures({}, black, m_scene, m_scene).picture, ContentMatch::Unknown);
        QCOMPARE(pictures(black, black, m_scene, m_scene).picture, ContentMatch::Unknown);
    }
    void twoCopiesOfASlateAreUnknown()
    {
        FingerprintTrack a;
        FingerprintTrack b;
        const auto slate = [&](int w, int h, double) { return m_scene.picture(w, h, 1); };
        addPictures(a, slate, {});
        addPictures(b, slate, {});
        QCOMPARE(matchContent(series(a), series(b)).picture, ContentMatch::Unknown);
    }
    void aFlashSeenByBothIsNotEnough()
    {
        const auto flashing = [](const Scene &scene, int camera) {
            return [&scene, camera](int w, int h, double s) {
                auto luma = scene.picture(w, h, 1, camera);
                const float light = std::fmod(s * 1.37, 1.0) < 0.2 ? 1.6F : 1.0F;
                for (float &value : luma)
                    value *= light;
                return luma;
            };
        };
        FingerprintTrack a;
        FingerprintTrack b;
        addPictures(a, flashing(m_scene, 1), {});
        addPictures(b, flashing(m_scene, 2), {});
        QVERIFY(matchContent(series(a), series(b)).picture != ContentMatch::Same);
    }
    void tooShortIsUnknown()
    {
        FingerprintTrack a;
        FingerprintTrack b;
        addPictures(a, [&](int w, int h, double s) { return m_scene.picture(w, h, s); }, {});
        Copy late;
        late.missing = 15s;
        addPictures(
            b, [&](int w, int h, double s) { return m_other.picture(w, h, s); }, late);
        QCOMPARE(matchContent(series(a), series(b)).picture, ContentMatch::Unknown);
        const FingerprintTrack none;
        const MatchSample sample = matchContent(series(a), series(none));
        QCOMPARE(sample.picture, ContentMatch::Unknown);
        QCOMPARE(sample.sound, ContentMatch::Unknown);
    }
    void aFeedThatHasGoneIsUnknownWithinSomeSeconds()
    {
        FingerprintTrack a;
        addPictures(a, [&](int w, int h, double s) { return m_scene.picture(w, h, s); }, {});
        const MatchSeries gone = MatchSeries::of(a, now() + 15s);
        QCOMPARE(matchContent(gone, gone).picture, ContentMatch::Unknown);
    }
    void aLoopIsTheSameWithoutADelay()
    {
        FingerprintTrack a;
        const auto loop = [&](int w, int h, double s) { return m_scene.picture(w, h, std::fmod(s, 1.6)); };
        addPictures(a, loop, {});
        const MatchSample sample = matchContent(series(a), series(a));
        QCOMPARE(sample.picture, ContentMatch::Same);
        QVERIFY(!sample.pictureBehind);
    }

    void aCopyOfASoundIsTheSameAndItsDelayIsKnown_data() { aCopyIsTheSameAndItsDelayIsKnown_data(); }
    void aCopyOfASoundIsTheSameAndItsDelayIsKnown()
    {
        QFETCH(int, late);
        const auto programme = sound(1, Sort::Speech, 34);
        FingerprintTrack a;
        FingerprintTrack b;
        addSound(a, programme, late < 0 ? milliseconds(-late) : 0ms);
        addSound(b, programme, late < 0 ? 0ms : milliseconds(late), 1, 0.25F);
        const MatchSample sample = matchContent(series(a), series(b));
        QCOMPARE(sample.sound, ContentMatch::Same);
        QVERIFY2(near(sample.soundBehind, milliseconds(late)),
                 qPrintable(QString::number(sample.soundBehind.value_or(-1ms).count())));
        QCOMPARE(sample.picture, ContentMatch::Unknown);
    }
    void howASenderPacksItsSoundIsNoDelay()
    {
        const auto programme = sound(2, Sort::Speech, 25);
        const MatchSample sample = sounds(programme, programme, 240ms, 8);
        QCOMPARE(sample.sound, ContentMatch::Same);
        QVERIFY2(near(sample.soundBehind, 240ms),
                 qPrintable(QString::number(sample.soundBehind.value_or(-1ms).count())));
    }
    void musicIsTheSameAsItsCopyAndNotAsOther()
    {
        const auto one = sound(3, Sort::Music, 25);
        const auto two = sound(4, Sort::Music, 25);
        QCOMPARE(sounds(one, one, 100ms).sound, ContentMatch::Same);
        QVERIFY(sounds(one, two).sound != ContentMatch::Same);
    }
    void otherSpeechIsDifferent()
    {
        QCOMPARE(sounds(sound(1, Sort::Speech, 25), sound(2, Sort::Speech, 25)).sound, ContentMatch::Different);
    }
    void silenceAndASteadyToneAreUnknown()
    {
        const auto speech = sound(1, Sort::Speech, 25);
        const std::vector<float> silence(speech.size(), 0.0F);
        std::vector<float> tone(speech.size());
        for (std::size_t i = 0; i < tone.size(); ++i)
            tone[i] = float(0.3 * wave(double(i) * 440 / 48000));
        QCOMPARE(sounds(speech, silence).sound, ContentMatch::Unknown);
        QCOMPARE(sounds(silence, silence).sound, ContentMatch::Unknown);
        QCOMPARE(sounds(speech, tone).sound, ContentMatch::Unknown);
        QCOMPARE(sounds(tone, tone).sound, ContentMatch::Unknown);
    }
    void samplesThatAreNoNumbersAreSilence()
    {
        std::vector<float> bad(48000);
        for (std::size_t i = 0; i < bad.size(); ++i)
            bad[i] = i % 3 == 0 ? std::numeric_limits<float>::quiet_NaN()
                                : (i % 3 == 1 ? std::numeric_limits<float>::infinity() : 1e30F);
        SoundFingerprinter fingerprinter;
        int made = 0;
        fingerprinter.feed(bad, 2, 48000, start, [&](Time, const SoundFingerprint &print) {
            ++made;
            for (const float band : print.decibels)
                QVERIFY(std::isfinite(band) && band >= SoundFingerprint::floor);
        });
        QVERIFY(made >= 24);
    }
    void aSampleRateOrAChannelCountThatMakesNoSenseIsLeftOut()
    {
        SoundFingerprinter fingerprinter;
        const std::vector<float> samples(4800, 0.1F);
        const auto none = [](Time, const SoundFingerprint &) { QFAIL("made something"); };
        fingerprinter.feed(samples, 0, 48000, start, none);
        fingerprinter.feed(samples, 2, 0, start, none);
        fingerprinter.feed(samples, 2, 2'000'000'000, start, none);
    }

    void oneOfSeveralIsOnTheReturn()
    {
        std::vector<MatchSeries> sources;
        for (unsigned seed = 1; seed <= 4; ++seed) {
            const Scene scene(seed);
            FingerprintTrack track;
            addPictures(track, [&](int w, int h, double s) { return scene.picture(w, h, s); }, {});
            sources.push_back(series(track));
        }
        FingerprintTrack back;
        Copy copy;
        copy.late = 4100ms;
        addPictures(
            back, [](int w, int h, double s) { return Scene(3).picture(w, h, s); }, copy);
        const auto samples = matchEach(sources, series(back));
        for (std::size_t i = 0; i < samples.size(); ++i)
            QCOMPARE(samples[i].picture, i == 2 ? ContentMatch::Same : ContentMatch::Different);
        QVERIFY(near(samples[2].pictureBehind, 4100ms));
    }
};

QTEST_GUILESS_MAIN(ContentMatchTest)
#include "content_match_test.moc"

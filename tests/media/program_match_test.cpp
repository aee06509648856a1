// Which source is on the return, told within a second of its picture, and never guessed. A small, fixed part of
// tests/bench/program_match_bench.cpp.

#include "media/measure/program_match.h"

#include "support/made_tracks.h"

#include <QTest>

using namespace gantry::media;
using namespace gantry::media::made;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds tick{100};
constexpr milliseconds delay{1340};
constexpr int rate = 25;
constexpr int width = 160;
constexpr int height = 90;

using Picture = std::function<std::vector<float>(double seconds)>;
using Pictures = FingerprintTrack::Pictures;

Picture ofScene(unsigned seed, int camera = 0)
{
    return [scene = Scene(seed), camera](double seconds) { return scene.picture(width, height, seconds, camera); };
}

Picture still(unsigned seed)
{
    return [luma = Scene(seed).picture(width, height, 1)](double) { return luma; };
}

float same(float value, float, float, int)
{
    return value;
}

Pictures prints(const Picture &picture, std::chrono::seconds length, milliseconds late = 0ms,
                const Change &change = same)
{
    LumaCopier copier;
    const auto frame = frames::frame({width, height, AV_PIX_FMT_YUV420P, false}, [](int, int) { return 0.0; });
    Pictures made;
    for (int i = 0; i < int(length.count()) * rate; ++i) {
        const std::vector<float> luma = picture(double(i) / rate);
        frames::paint(*frame, false, [&](int x, int y) {
            return double(change(luma[std::size_t(y * width + x)], float(x) / width, float(y) / height, i));
        });
        made.push_back({start + milliseconds(40 * i) + late + std::chrono::microseconds(i * 7919 % 9000),
                        PictureFingerprint::of(*copier.copy(*frame, LumaCopier::Detail::Fingerprint))});
    }
    return made;
}

struct Source
{
    explicit Source(Pictures all = {}) : pictures(std::move(all)) {}

    void passes(FingerprintTrack::Time now)
    {
        for (; next < pictures.size() && pictures[next].at <= now; ++next)
            track.add(pictures[next].at, pictures[next].print);
        for (; nextSound < sounds.size() && sounds[nextSound].at <= now; ++nextSound)
            track.add(sounds[nextSound].at, sounds[nextSound].print);
        history.takePictures(track, now);
        history.takeSounds(track, now);
    }

    Pictures pictures;
    FingerprintTrack::Sounds sounds;
    FingerprintTrack track;
    ProgramHistory history;
    std::size_t next = 0;
    std::size_t nextSound = 0;
};

using Sources = std::vector<std::unique_ptr<Source>>;

Sources sourcesOf(const std::vector<Picture> &pictures, std::chrono::seconds length)
{
    Sources sources;
    for (const Picture &each : pictures)
        sources.push_back(std::make_unique<Source>(prints(each, length)));
    return sources;
}

std::vector<const ProgramHistory *> histories(const Sources &sources)
{
    std::vector<const ProgramHistory *> all;
    for (const auto &each : sources)
        all.push_back(&each->history);
    return all;
}

// What is said every tenth of a second, as a letter: a source's, '-' for none of them, '*' for several, '?'.
QString said(const ProgramVerdict &verdict)
{
    if (!verdict.sources)
        return QStringLiteral("?");
    if (verdict.sources->empty())
        return QStringLiteral("-");
    return verdict.sources->size() > 1 ? QStringLiteral("*") : QString(QChar(u'A' + verdict.sources->front()));
}

QString follow(const Sources &sources, Source &back, std::chrono::seconds length)
{
    QString line;
    for (milliseconds time{0}; time < length; time += tick) {
        for (const auto &each : sources)
            each->passes(start + time);
        back.passes(start + time);
        line += said(programByPicture(histories(sources), back.history, start + time));
    }
    return line;
}

// The letters at so many milliseconds after the start.
QString from(const QString &line, milliseconds begin, milliseconds end)
{
    return line.mid(begin / tick, (end - begin) / tick);
}

bool isAll(const QString &line, char letter)
{
    return !line.isEmpty() && line.count(QLatin1Char(letter)) == line.size();
}

Change noise(double decibels) // below a picture whose standard deviation is a fifth of the range
{
    return [sigma = float(0.2 * std::pow(10, -decibels / 20)), random = std::minstd_rand(5)](float value, float, float,
                                                                                             int) mutable {
        std::normal_distribution<float> normal(0, sigma);
        return value + normal(random);
    };
}

// Coarse as a low bit rate, paler, with noise at 10 dB, a logo, and a lower third with a ticker.
Change everything()
{
    return [noisy = noise(10)](float value, float x, float y, int number) mutable {
        value = noisy(0.9F * std::round(value * 16) / 16 + 0.05F, x, y, number);
        if (x > 0.82F && y < 0.16F)
            return 0.9F;
        if (y > 0.76F && y < 0.92F)
            return std::fmod(x * 9 + float(number) * 0.04F, 1.0F) < 0.4F ? 0.85F : 0.15F;
        return value;
    };
}

} // namespace

Q_DECLARE_METATYPE(Change)

class ProgramMatchTest : public QObject
{
    Q_OBJECT

    static constexpr milliseconds cutAt{6000}; // as the return shows it

    // A until the cut, then B.
    static Picture cutFrom(const Picture &a, const Picture &b)
    {
        const double cut = std::chrono::duration<double>(cutAt - delay).count();
        return [a, b, cut](double seconds) { return seconds < cut ? a(seconds) : b(seconds); };
    }

private Q_SLOTS:
    void aCutIsKnownWithinASecondOfItsPictureWhateverIsDoneToIt_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("nothing") << Change(same);
        QTest::newRow("noise at 10 dB") << noise(10);
        QTest::newRow("all at once") << everything();
    }
    void aCutIsKnownWithinASecondOfItsPictureWhateverIsDoneToIt()
    {
        QFETCH(Change, change);
        const std::vector<Picture> scenes{ofScene(1), ofScene(2), ofScene(3)};
        const Sources sources = sourcesOf(scenes, 10s);
        Source back(prints(cutFrom(scenes[0], scenes[1]), 9s, delay, change));
        const QString line = follow(sources, back, 9s);
        QVERIFY2(isAll(from(line, 3000ms, cutAt), 'A'), qPrintable(line));
        QVERIFY2(isAll(from(line, cutAt + 1000ms, 9000ms), 'B'), qPrintable(line));
        QVERIFY2(!line.contains(u'C') && !line.contains(u'*'), qPrintable(line)); // around the cut neither
    }
    void howLateTheReturnIsIsKnownWhereThePictureMoves()
    {
        const Sources sources = sourcesOf({ofScene(1), ofScene(2)}, 8s);
        Source back(prints(ofScene(2), 8s, delay, everything()));
        follow(sources, back, 7s);
        const ProgramVerdict verdict = programByPicture(histories(sources), back.history, start + 6900ms);
        QCOMPARE(verdict.sources, std::vector<int>{1});
        QVERIFY(verdict.behind && std::chrono::abs(*verdict.behind - delay) <= MatchSeries::pictureStep);
    }
    void camerasOnOneSceneAreToldApart()
    {
        const Sources sources = sourcesOf({ofScene(4, 1), ofScene(4, 2), ofScene(4, 3)}, 8s);
        Source back(prints(ofScene(4, 2), 7s, delay, everything()));
        const QString line = follow(sources, back, 7s);
        QVERIFY2(isAll(from(line, 3500ms, 7000ms), 'B'), qPrintable(line));
    }
    void aSourceAndItsDelayedCopyAreBothNamed()
    {
        Sources sources = sourcesOf({ofScene(1), ofScene(2)}, 8s);
        sources.push_back(std::make_unique<Source>(prints(ofScene(1), 7s, 1000ms)));
        Source back(prints(ofScene(1), 7s, delay + 1000ms));
        const QString line = follow(sources, back, 7s);
        QVERIFY2(isAll(from(line, 5000ms, 7000ms), '*'), qPrintable(line));
        const ProgramVerdict verdict = programByPicture(histories(sources), back.history, start + 6900ms);
        QCOMPARE(verdict.sources, (std::vector<int>{0, 2}));
        QVERIFY(!verdict.behind);
    }
    void blackAndAnEvenFieldCannotBeTold()
    {
        const Sources sources = sourcesOf({ofScene(1), ofScene(2)}, 6s);
        for (const float level : {0.0F, 0.5F}) {
            Sources again = sourcesOf({ofScene(1), ofScene(2)}, 6s);
            Source back(prints(ofScene(1), 6s, delay, [level](float, float, float, int) { return level; }));
            const QString line = follow(again, back, 6s);
            QVERIFY2(isAll(line, '?'), qPrintable(line));
        }
    }
    void aSlateThatNoSourceShowsIsNoneOfThem()
    {
        const Sources sources = sourcesOf({ofScene(1), ofScene(2)}, 44s);
        Source back(prints(still(9), 43s, delay));
        const QString line = follow(sources, back, 43s);
        QVERIFY2(isAll(from(line, 42000ms, 43000ms), '-'), qPrintable(line)); // all has been seen for long enough
        QVERIFY2(!line.contains(u'A') && !line.contains(u'B'), qPrintable(line));
    }
    void aFrozenPictureOfASourceThatMovesIsNotThatSource()
    {
        const Sources sources = sourcesOf({ofScene(1), ofScene(2)}, 9s);
        const Scene scene(1);
        const auto frozen = [&scene](double seconds) { return scene.picture(width, height, std::min(seconds, 3.0)); };
        Source back(prints(frozen, 9s, delay));
        const QString line = follow(sources, back, 9s);
        QVERIFY2(isAll(from(line, 6000ms, 9000ms), '?'), qPrintable(line));
    }
    void whatASourceSentBeforeItWasLostIsStillKnown()
    {
        const Sources sources = sourcesOf({ofScene(1), ofScene(2)}, 5s); // both end
        Source back(prints(ofScene(1), 5s, delay));
        const QString line = follow(sources, back, 6s);
        QVERIFY2(isAll(from(line, 5000ms, 6000ms), 'A'), qPrintable(line));
    }
    void aReturnWithoutPicturesCannotBeTold()
    {
        const Sources sources = sourcesOf({ofScene(1)}, 4s);
        Source back(prints(ofScene(1), 3s));
        const QString line = follow(sources, back, 5s);
        QVERIFY2(isAll(from(line, 4000ms, 5000ms), '?'), qPrintable(line));
        Source none;
        none.passes(start + 5s);
        QVERIFY(!programByPicture(histories(sources), none.history, start + 5s).sources);
        QVERIFY(!programByPicture({}, back.history, start + 5s).sources);
    }

    void theSoundIsKnownAfterSomeSeconds()
    {
        Sources sources;
        for (unsigned seed = 1; seed <= 3; ++seed) {
            sources.push_back(std::make_unique<Source>());
            sources.back()->sounds = heard(sound(seed, Sort::Speech, 10), 0ms, 1);
        }
        Source back;
        back.sounds = heard(sound(2, Sort::Speech, 9), delay, 0.3F);
        follow(sources, back, 8s);
        const ProgramVerdict verdict = programBySound(histories(sources), back.history, start + 7900ms);
        QCOMPARE(verdict.sources, std::vector<int>{1});
        QVERIFY(verdict.behind && std::chrono::abs(*verdict.behind - delay) <= 40ms);
    }
    void theSoundDecidesWhereThePictureCannot()
    {
        const ProgramVerdict unknown;
        const ProgramVerdict none{std::vector<int>(), std::nullopt};
        const ProgramVerdict a{std::vector<int>{0}, 1s};
        const ProgramVerdict b{std::vector<int>{1}, 1s};
        const ProgramVerdict aOrB{std::vector<int>{0, 1}, std::nullopt};
        QCOMPARE(programOf(unknown, a), a);
        QCOMPARE(programOf(a, b), a);
        QCOMPARE(programOf(aOrB, b), b);
        QCOMPARE(programOf(aOrB, unknown), aOrB);
        QCOMPARE(programOf(none, a), none);
        QCOMPARE(programOf(unknown, unknown), unknown);
    }

private:
    static FingerprintTrack::Sounds heard(const std::vector<float> &samples, milliseconds late, float gain)
    {
        FingerprintTrack::Sounds made;
        SoundFingerprinter fingerprinter;
        std::vector<float> block(1024);
        for (std::size_t at = 0; at + block.size() <= samples.size(); at += block.size()) {
            for (std::size_t i = 0; i < block.size(); ++i)
                block[i] = gain * samples[at + i];
            fingerprinter.feed(block, 1, 48000,
                               start + late +
                                   std::chrono::microseconds(std::int64_t(double(at + block.size()) / 48000 * 1e6)),
                               [&](Time when, const SoundFingerprint &print) {
                                   made.push_back({when, print});
                               });
        }
        return made;
    }
};

QTEST_GUILESS_MAIN(ProgramMatchTest)
#include "program_match_test.moc"

// How often the comparison of two feeds errs, on programmes made from numbers and by ffmpeg, damaged as a second way
// damages them, and on pairs that look alike and are not; and what a comparison costs. It prints rates and cannot fail.

#include "bench/content_clips.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <cstdio>

using namespace gantry::media;
using namespace gantry::media::made;
using gantry::ffmpeg;
using gantry::words;

namespace {

// As the room sees it at the moment `now` after the start, `late` behind.
template <typename Prints>
Prints late(Prints prints, std::chrono::milliseconds by)
{
    for (auto &print : prints)
        print.at += by;
    return prints;
}

MatchSeries seriesOf(const Pictures &pictures, const Sounds &sounds = {}, std::chrono::seconds now = 24s)
{
    const Time until = start + now;
    Pictures seen;
    Sounds heard;
    for (const auto &each : pictures)
        if (each.at <= until)
            seen.push_back(each);
    for (const auto &each : sounds)
        if (each.at <= until)
            heard.push_back(each);
    return MatchSeries::of(seen, heard, until);
}

struct Tally
{
    int cases = 0, same = 0, unknown = 0, different = 0, offsets = 0;
    std::chrono::milliseconds worst{0};
    double least = 1, leastScene = 1, most = -1, mostScene = -1;

    void take(ContentMatch match, std::optional<std::chrono::milliseconds> behind, std::chrono::milliseconds truth,
              const Agreement &agreement)
    {
        ++cases;
        same += match == ContentMatch::Same;
        unknown += match == ContentMatch::Unknown;
        different += match == ContentMatch::Different;
        if (behind) {
            ++offsets;
            worst = std::max(worst, std::chrono::abs(*behind - truth));
        }
        least = std::min(least, agreement.best);
        leastScene = std::min(leastScene, agreement.scene);
        most = std::max(most, agreement.best);
        mostScene = std::max(mostScene, agreement.scene);
    }
    void print(const char *what) const
    {
        std::printf("%-38s %5d cases  same %5.1f %%  unknown %5.1f %%  different %5.1f %%  agreement %5.2f..%4.2f "
                    "(scene %5.2f..%4.2f)  offset known %3.0f %%, worst error %lld ms\n",
                    what, cases, 100.0 * same / cases, 100.0 * unknown / cases, 100.0 * different / cases, least, most,
                    leastScene, mostScene, 100.0 * offsets / cases, static_cast<long long>(worst.count()));
    }
};

constexpr std::array offsets{-7300ms, -1910ms, -240ms, 0ms, 240ms, 3130ms, 7900ms};

void compare(Tally &tally, const Pictures &first, const Pictures &second, std::chrono::milliseconds by)
{
    const MatchSeries a = seriesOf(by < 0ms ? late(first, -by) : first);
    const MatchSeries b = seriesOf(by < 0ms ? second : late(second, by));
    const MatchSample sample = matchContent(a, b);
    tally.take(sample.picture, sample.pictureBehind, by, agreementOfPictures(a, b));
}

void compareSounds(Tally &tally, const Sounds &first, const Sounds &second, std::chrono::milliseconds by)
{
    const MatchSeries a = seriesOf({}, by < 0ms ? late(first, -by) : first);
    const MatchSeries b = seriesOf({}, by < 0ms ? second : late(second, by));
    const MatchSample sample = matchContent(a, b);
    tally.take(sample.sound, sample.soundBehind, by, agreementOfSounds(a, b));
}

void benchPictures()
{
    std::vector<Pictures> originals;
    Tally copies, low, shifted, noisy, graphics;
    const auto damage = [&](const Clip &clip) {
        const Pictures original = printsOf(clip);
        const Pictures coded = printsOf(recoded(clip, QStringLiteral("scale=256:144"), 90));
        const Pictures paler = printsOf(clip, contrast);
        const Pictures noisier = printsOf(clip, noise(10));
        const Pictures dressed = printsOf(clip, lowerThird);
        for (const auto offset : offsets) {
            compare(copies, original, original, offset);
            compare(low, original, coded, offset);
            compare(shifted, original, paler, offset);
            compare(noisy, original, noisier, offset);
            compare(graphics, original, dressed, offset);
        }
        originals.push_back(original);
    };
    for (unsigned seed = 1; seed <= 5; ++seed)
        damage(ofScene(Scene(seed)));
    for (const char *source : {"testsrc2=rate=25", "mandelbrot=rate=25:end_pts=800", "life=size=80x45:seed=7:rate=25",
                               "cellauto=size=80x45:rule=30:seed=4:rate=25", "gradients=seed=3:speed=0.02:rate=25"})
        damage(ofFilter(QLatin1String(source)));
    std::printf("the same programme, by picture\n");
    copies.print("  copied");
    low.print("  recoded, 256x144 at 90 kb/s");
    shifted.print("  contrast 75 %, brightness +12 %");
    noisy.print("  noise at 10 dB");
    graphics.print("  logo, lower third with a ticker");

    Tally quiet;
    for (unsigned seed = 21; seed <= 23; ++seed) {
        const Clip clip = ofScene(Scene(seed, 1, 0.4), 1);
        originals.push_back(printsOf(clip));
        const Pictures coded = printsOf(recoded(clip, QStringLiteral("scale=256:144"), 90));
        for (const auto offset : offsets)
            compare(quiet, originals.back(), coded, offset);
    }
    quiet.print("  one figure, recoded");

    Tally others, cameras, cards;
    for (std::size_t i = 0; i < originals.size(); ++i)
        for (std::size_t j = 0; j < originals.size(); ++j)
            if (i != j)
                for (const auto offset : {0ms, 3130ms})
                    compare(others, originals[i], originals[j], offset);
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const Pictures one = printsOf(ofScene(Scene(seed), 1));
        const Pictures two = printsOf(ofScene(Scene(seed), 2));
        for (const auto offset : offsets)
            compare(cameras, one, two, offset);
    }
    std::vector<Pictures> card;
    for (int pattern = 0; pattern < 6; ++pattern)
        card.push_back(printsOf(ofCard(QStringLiteral("CAM %1").arg(pattern + 1), pattern)));
    for (std::size_t i = 0; i < card.size(); ++i)
        for (std::size_t j = 0; j < card.size(); ++j)
            if (i != j)
                compare(cards, card[i], card[j], 0ms);
    std::printf("different programmes, by picture\n");
    others.print("  all pairs");
    cameras.print("  two cameras on one scene");
    cards.print("  test cards with one clock");

    Tally black, slate, frozen, same;
    const Clip nothing(std::size_t(seconds * rate), QByteArray(width * height, '\0'));
    const Clip title = ofFilter(QStringLiteral("testsrc2=rate=25"));
    const Pictures still = printsOf(Clip(title.size(), title.front()));
    for (std::size_t i = 0; i < originals.size(); ++i) {
        compare(black, originals[i], printsOf(nothing), 0ms);
        compare(slate, originals[i], still, 0ms);
    }
    const Clip moving = ofScene(Scene(3));
    compare(frozen, printsOf(moving), printsOf(Clip(moving.size(), moving[400])), 0ms);
    compare(same, still, still, 0ms);
    for (const auto &each : card)
        compare(same, each, each, 240ms);
    std::printf("what cannot be told, by picture\n");
    black.print("  against black");
    slate.print("  against a slate");
    frozen.print("  against its own frozen picture");
    same.print("  a slate, and test cards, with copies");

    QElapsedTimer timer;
    timer.start();
    const MatchSeries a = seriesOf(originals[0]);
    const double making = double(timer.nsecsElapsed()) / 1e6;
    timer.start();
    static_cast<void>(matchContent(a, a));
    std::printf("making a series %.2f ms, comparing two %.2f ms\n", making, double(timer.nsecsElapsed()) / 1e6);
}

void benchSounds()
{
    std::vector<Sounds> originals;
    Tally copies, aac, opus, mp2;
    const auto damage = [&](const std::vector<float> &samples) {
        const Sounds original = printsOf(samples);
        const Sounds one = printsOf(recoded(samples, QStringLiteral("-c:a aac -b:a 48k"), QStringLiteral("m4a")));
        const Sounds two = printsOf(recoded(samples, QStringLiteral("-c:a libopus -b:a 32k"), QStringLiteral("ogg")));
        const Sounds three = printsOf(recoded(samples, QStringLiteral("-c:a mp2 -b:a 64k"), QStringLiteral("mp2")));
        for (const auto offset : offsets) {
            compareSounds(copies, original, original, offset);
            compareSounds(aac, original, one, offset);
            compareSounds(opus, original, two, offset);
            compareSounds(mp2, original, three, offset);
        }
        originals.push_back(original);
    };
    for (unsigned seed = 1; seed <= 6; ++seed) {
        damage(sound(seed, Sort::Speech, seconds));
        damage(sound(seed, Sort::Music, seconds));
    }
    std::printf("the same programme, by sound\n");
    copies.print("  copied");
    aac.print("  -9 dB, AAC 48 kb/s");
    opus.print("  -9 dB, Opus 32 kb/s");
    mp2.print("  -9 dB, MP2 64 kb/s");
    Tally others;
    for (std::size_t i = 0; i < originals.size(); ++i)
        for (std::size_t j = 0; j < originals.size(); ++j)
            if (i != j)
                for (const auto offset : {-1910ms, 0ms, 3130ms})
                    compareSounds(others, originals[i], originals[j], offset);
    std::printf("different programmes, by sound\n");
    others.print("  all pairs");
    Tally tone, silence;
    const auto filtered = [](const char *source) {
        const QByteArray raw = ffmpeg(words(
            QStringLiteral("-f lavfi -i %1 -t %2 -f f32le -ar 48000 -ac 1 -").arg(QLatin1String(source)).arg(seconds)));
        std::vector<float> samples(std::size_t(raw.size()) / sizeof(float));
        std::memcpy(samples.data(), raw.constData(), samples.size() * sizeof(float));
        return printsOf(samples);
    };
    const Sounds sine = filtered("sine=frequency=440");
    const Sounds none = filtered("anullsrc=r=48000:cl=mono");
    compareSounds(tone, sine, sine, 0ms);
    for (const auto &each : originals) {
        compareSounds(tone, each, sine, 0ms);
        compareSounds(silence, each, none, 0ms);
    }
    std::printf("what cannot be told, by sound\n");
    tone.print("  against a steady tone");
    silence.print("  against silence");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv); // test cards paint text
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    benchSounds();
    benchPictures();
    return 0;
}

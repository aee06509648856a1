// How often the search for what is on air errs, and how soon after a cut it knows: a return that goes from source to
// source every three seconds, damaged as an encoder and a graphics machine damage it, among sources that look
// different, alike and the same. It prints rates and cannot fail.

#include "bench/content_clips.h"
#include "media/measure/program_match.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <cstdio>
#include <functional>

using namespace gantry::media;
using namespace gantry::media::made;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds tick{100};
constexpr milliseconds known{1000}; // after a cut; the promise

// One programme on air: which source, or something that is none (-1), and what else would be right as well.
struct Segment
{
    milliseconds from{0};
    int source = -1;
    std::vector<int> alike;
    milliseconds until = milliseconds::max(); // from here on nobody asks

    bool fits(int named) const { return named == source || std::ranges::find(alike, named) != alike.end(); }
};

struct Rates
{
    int ticks = 0, right = 0, several = 0, unknown = 0, wrong = 0;
    int cuts = 0, late = 0, never = 0, wrongAtCut = 0;
    std::vector<double> times;

    void print(const char *what)
    {
        std::ranges::sort(times);
        const auto at = [&](double share) {
            return times.empty() ? 0 : times[std::min(times.size() - 1, std::size_t(share * double(times.size())))];
        };
        std::printf("%-52s %5d looks: right %5.1f %%  right among several %5.1f %%  unknown %5.1f %%  wrong %4.2f %% | "
                    "%3d cuts: known after %3.0f ms (median) %4.0f ms (95 %%), later than 1 s %d, not at all %d, "
                    "wrong around them %d\n",
                    what, ticks, 100.0 * right / ticks, 100.0 * several / ticks, 100.0 * unknown / ticks,
                    100.0 * wrong / ticks, cuts, at(0.5), at(0.95), late, never, wrongAtCut);
    }
    // One that is right is named, alone or with what looks the same, and nothing else.
    void take(const ProgramVerdict &verdict, const Segment &now, const Segment *before, milliseconds since,
              double &first) // of this cut: when it was known; below 0: not yet
    {
        const bool isKnown = verdict.sources.has_value();
        const bool fits = isKnown && (verdict.sources->empty()
                                          ? now.source < 0
                                          : std::ranges::any_of(*verdict.sources, [&](int i) { return now.fits(i); }));
        if (fits && first < 0) {
            first = double(since.count());
            times.push_back(first);
        }
        if (since <= known) {
            const bool fitsBefore =
                before && isKnown && std::ranges::any_of(*verdict.sources, [&](int i) { return before->fits(i); });
            wrongAtCut += isKnown && !fits && !fitsBefore;
            return;
        }
        ++ticks;
        unknown += !isKnown;
        wrong += isKnown && !fits;
        right += fits && verdict.sources->size() <= 1;
        several += fits && verdict.sources->size() > 1;
    }
};

struct Source
{
    FingerprintTrack track;
    ProgramHistory history;
    Pictures pictures;
    Sounds sounds;
    std::size_t nextPicture = 0;
    std::size_t nextSound = 0;

    void passes(Time now, bool sound)
    {
        for (; nextPicture < pictures.size() && pictures[nextPicture].at <= now; ++nextPicture)
            track.add(pictures[nextPicture].at, pictures[nextPicture].print);
        for (; nextSound < sounds.size() && sounds[nextSound].at <= now; ++nextSound)
            track.add(sounds[nextSound].at, sounds[nextSound].print);
        if (sound)
            history.takeSounds(track, now);
        else
            history.takePictures(track, now);
    }
};

using Find = ProgramVerdict (*)(std::span<const ProgramHistory *const>, const ProgramHistory &, ProgramHistory::Time);

void follow(Rates &rates, std::vector<std::unique_ptr<Source>> &sources, Source &back, const std::vector<Segment> &plan,
            Find find, bool sound)
{
    std::vector<const ProgramHistory *> histories;
    for (const auto &each : sources)
        histories.push_back(&each->history);
    std::size_t at = 0;
    double first = -1;
    const auto endCut = [&] {
        ++rates.cuts;
        rates.late += first > double(known.count());
        rates.never += first < 0;
        first = -1;
    };
    for (milliseconds time{0}; time < std::chrono::seconds(seconds) - 1s; time += tick) {
        const Time now = start + time;
        for (const auto &each : sources)
            each->passes(now, sound);
        back.passes(now, sound);
        if (time < plan.front().from)
            continue;
        while (at + 1 < plan.size() && plan[at + 1].from <= time) {
            endCut();
            ++at;
        }
        if (time >= plan[at].until)
            continue;
        rates.take(find(histories, back.history, now), plan[at], at > 0 ? &plan[at - 1] : nullptr, time - plan[at].from,
                   first);
    }
    endCut();
}

std::vector<std::unique_ptr<Source>> sourcesOf(const std::vector<Clip> &clips)
{
    std::vector<std::unique_ptr<Source>> sources;
    for (const Clip &clip : clips) {
        sources.push_back(std::make_unique<Source>());
        sources.back()->pictures = printsOf(clip);
    }
    return sources;
}

using Damage = std::function<Pictures(const Clip &)>;
using Alike = std::vector<std::vector<int>>; // of each source

// What is on air from cut to cut; -1: `other`, which no source shows.
void airs(Rates &rates, const std::vector<Clip> &clips, const std::vector<int> &order, milliseconds late,
          const Damage &damage, const Alike &alike = {}, const Clip &other = {})
{
    constexpr milliseconds every{3000};
    const milliseconds begin = late + 2000ms;
    std::vector<Segment> plan;
    Clip air;
    for (int i = 0; i < seconds * rate; ++i) {
        const milliseconds time{i * 40};
        const std::size_t number = time < begin ? 0 : std::size_t((time - begin) / every);
        const int source = order[number % order.size()];
        if (time >= begin && plan.size() <= number)
            plan.push_back({begin + every * number, source,
                            source >= 0 && !alike.empty() ? alike[std::size_t(source)] : std::vector<int>()});
        const auto was = std::size_t(std::max<std::int64_t>(0, (time - late).count() / 40));
        air.push_back(source < 0 ? other[std::size_t(i) % other.size()] : clips[std::size_t(source)][was]);
    }
    auto sources = sourcesOf(clips);
    Source back;
    back.pictures = damage(air);
    follow(rates, sources, back, plan, programByPicture, false);
}

Pictures recodedPrints(const Clip &clip)
{
    return printsOf(recoded(clip, QStringLiteral("scale=256:144"), 150));
}

Pictures everything(const Clip &clip)
{
    Change noisy = noise(10);
    Clip dressed = recoded(clip, QStringLiteral("scale=256:144"), 150);
    return printsOf(dressed, [noisy](float value, float x, float y, int number) mutable {
        return noisy(lowerThird(0.9F * value + 0.05F, x, y, number), x, y, number);
    });
}

struct Damaged
{
    const char *name;
    Damage damage;
};

const std::vector<Damaged> &damages()
{
    static const std::vector<Damaged> all{
        {"  copied", [](const Clip &clip) { return printsOf(clip); }},
        {"  scaled to 256x144, 150 kb/s", recodedPrints},
        {"  noise at 10 dB", [](const Clip &clip) { return printsOf(clip, noise(10)); }},
        {"  logo, lower third with a ticker", [](const Clip &clip) { return printsOf(clip, lowerThird); }},
        {"  all of these at once, contrast 90 %", everything},
    };
    return all;
}

std::vector<int> round(std::size_t count)
{
    std::vector<int> order;
    for (std::size_t i = 0; i < count; ++i)
        order.push_back(int(i));
    return order;
}

constexpr std::array delays{240ms, 1340ms, 6700ms};

void among(const char *what, const std::vector<Clip> &clips, const Alike &alike = {})
{
    std::printf("%s\n", what);
    for (const Damaged &each : damages()) {
        Rates rates;
        for (const auto late : delays)
            airs(rates, clips, round(clips.size()), late, each.damage, alike);
        rates.print(each.name);
    }
}

Clip moved(const Clip &clip, int pixels)
{
    return recoded(clip,
                   QStringLiteral("crop=%1:%2:%3:%4,scale=%5:%6")
                       .arg(width - 2 * pixels)
                       .arg(height - pixels)
                       .arg(2 * pixels)
                       .arg(pixels / 2)
                       .arg(width)
                       .arg(height),
                   2000);
}

void benchPictures()
{
    std::vector<Clip> studio;
    for (unsigned seed = 1; seed <= 4; ++seed)
        studio.push_back(ofScene(Scene(seed)));
    for (const char *source : {"testsrc2=rate=25", "mandelbrot=rate=25:end_pts=800", "life=size=80x45:seed=7:rate=25",
                               "gradients=seed=3:speed=0.02:rate=25"})
        studio.push_back(ofFilter(QLatin1String(source)));
    among("eight programmes that look different", studio);

    std::vector<Clip> stage;
    for (int camera = 0; camera <= 3; ++camera)
        stage.push_back(ofScene(Scene(9, 7, 1), camera));
    among("four cameras on one scene", stage);

    std::vector<Clip> quiet;
    for (unsigned seed = 31; seed <= 34; ++seed)
        quiet.push_back(ofScene(Scene(seed, 1, 0.1), 1));
    among("four quiet pictures: one figure that hardly moves", quiet);

    const Clip one = ofScene(Scene(5));
    among("two cameras side by side, a twentieth of the picture apart", {one, moved(one, 8)});
    among("two cameras side by side, a tenth of the picture apart", {one, moved(one, 16)});

    Clip later(25, one.front());
    later.insert(later.end(), one.begin(), one.end() - 25);
    among("a programme and its copy a second later, and another", {one, later, studio[1]}, {{1}, {0}, {}});

    std::vector<Clip> cards;
    for (int pattern = 0; pattern < 6; ++pattern)
        cards.push_back(ofCard(QStringLiteral("CAM %1").arg(pattern + 1), pattern));
    among("six test cards with one clock", cards);

    std::printf("what no source shows (wrong: a source is named)\n");
    const Clip black(std::size_t(rate), QByteArray(width * height, '\0'));
    const Clip gray(std::size_t(rate), QByteArray(width * height, char(120)));
    const Clip slate(std::size_t(rate), ofCard(QStringLiteral("BACK SOON"), 3).front());
    const Clip strange = ofScene(Scene(77));
    for (const auto &[name, clip] : {std::pair("  black between", &black), std::pair("  an even field between", &gray),
                                     std::pair("  a slate between", &slate), std::pair("  a film between", &strange)}) {
        Rates rates;
        for (const auto late : delays)
            airs(rates, studio, {-1, 0, -1, 4, -1}, late, everything, {}, *clip);
        rates.print(name);
    }
    Rates frozen;
    const Clip still(std::size_t(rate), studio[0][40]);
    for (const auto late : delays)
        airs(frozen, studio, {0, -1, 0, -1, 0}, late, everything, {}, still);
    frozen.print("  a source's own picture, frozen, between");

    QElapsedTimer timer;
    auto sources = sourcesOf(studio);
    std::vector<const ProgramHistory *> histories;
    for (const auto &each : sources) {
        each->passes(start + 20s, false);
        histories.push_back(&each->history);
    }
    timer.start();
    for (int i = 0; i < 10; ++i)
        static_cast<void>(programByPicture(histories, *histories[0], start + 20s));
    std::printf("one look at eight sources %.2f ms\n", double(timer.nsecsElapsed()) / 1e7);
    timer.start();
    for (int i = 0; i < 10; ++i)
        sources[0]->history.takePictures(sources[0]->track, start + 20s);
    std::printf("taking a feed's pictures %.2f ms\n", double(timer.nsecsElapsed()) / 1e7);
}

void benchSounds()
{
    std::vector<std::vector<float>> programmes;
    for (unsigned seed = 1; seed <= 4; ++seed) {
        programmes.push_back(sound(seed, Sort::Speech, seconds));
        programmes.push_back(sound(seed, Sort::Music, seconds));
    }
    std::printf("eight programmes by sound, a cut every eight seconds (known: five seconds after it)\n");
    struct Codec
    {
        const char *name, *words, *format;
    };
    for (const Codec codec : {Codec{"  -9 dB, AAC 48 kb/s", "-c:a aac -b:a 48k", "m4a"},
                              Codec{"  -9 dB, Opus 32 kb/s", "-c:a libopus -b:a 32k", "ogg"}}) {
        Rates rates;
        for (int first = 0; first < 8; ++first) {
            constexpr milliseconds late{1340};
            std::vector<Segment> plan;
            std::vector<float> air(programmes[0].size());
            for (std::size_t i = 0; i < air.size(); ++i) {
                const auto time = milliseconds(i / 48);
                const std::size_t number = std::size_t(time / 8s);
                const int source = int(std::size_t(first) + 3 * number) % 8;
                if (plan.size() <= number)
                    plan.push_back({8000ms * number + 4000ms, source, {}, 8000ms * (number + 1)}); // as if it had begun later
                const std::size_t behind = i - std::min(i, std::size_t(late.count() * 48));
                air[i] = programmes[std::size_t(source)][behind];
            }
            std::vector<std::unique_ptr<Source>> sources;
            for (const auto &each : programmes) {
                sources.push_back(std::make_unique<Source>());
                sources.back()->sounds = printsOf(each);
            }
            Source back;
            back.sounds = printsOf(recoded(air, QLatin1String(codec.words), QLatin1String(codec.format)));
            follow(rates, sources, back, plan, programBySound, true);
        }
        rates.print(codec.name);
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv); // test cards paint text
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QStringList parts = application.arguments().mid(1); // "pictures", "sounds"; none: both
    if (parts.isEmpty() || parts.contains(QStringLiteral("pictures")))
        benchPictures();
    if (parts.isEmpty() || parts.contains(QStringLiteral("sounds")))
        benchSounds();
    return 0;
}

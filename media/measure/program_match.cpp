#include "media/measure/program_match.h"

#include "media/measure/vector_product.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {
namespace {

using std::chrono::milliseconds;
using Limits = ProgramMatching;
using Step = std::int64_t;

// The steps at the end that are not whole yet: the one `now` is in, and one for decoding.
constexpr Step unfinished = 1;
// Steps' worth, of those in the window.
constexpr double enoughTones = 0.3;
// A second moment as good as this share of the best, this far away: any of them may be the right one.
constexpr double asGood = 0.8;
constexpr milliseconds besides{240};
constexpr int soundStride = 2;
constexpr double wholeHistory = 0.9;

struct Sums
{
    double products = 0;
    double powerSource = 0;
    double powerFeed = 0;
    double both = 0; // weight of the steps in which both show something

    void add(double product, float source, float feed)
    {
        powerSource += double(source);
        powerFeed += double(feed);
        if (source <= 0 || feed <= 0)
            return;
        products += product;
        both += std::sqrt(double(source) * double(feed));
    }
    double coherence() const { return both > 0 ? products / both : -1; }
    double agreement() const
    {
        const double power = std::sqrt(powerSource * powerFeed);
        return power > 0 ? products / power : 0;
    }
};

// Of the whole picture, and of its upper part alone.
struct PictureSums
{
    Sums whole;
    Sums upper;
};

// The `count` steps of the feed before `end`, against those of the source `lag` steps earlier.
PictureSums sumsAt(const ProgramHistory::PictureSteps &source, const ProgramHistory::PictureSteps &feed, Step end,
                   Step count, Step lag)
{
    constexpr std::size_t size = PictureFingerprint::size;
    PictureSums sums;
    for (Step step = end - count; step < end; ++step) {
        const Step then = step - lag;
        double upper = 0;
        double lower = 0;
        if (source.power(then) > 0 && feed.power(step) > 0) {
            upper = double(productOf<0, upperSize<size>>(source.vector(then), feed.vector(step)));
            lower = double(productOf<upperSize<size>, size>(source.vector(then), feed.vector(step)));
        }
        sums.whole.add(upper + lower, source.power(then), feed.power(step));
        sums.upper.add(upper, source.upperPower(then), feed.upperPower(step));
    }
    return sums;
}

// How much there must be to see: shares of what a whole window can hold.
struct Enough
{
    double scene;
    double motion;
};
constexpr Enough enoughOfWhole{0.6, 0.4};
constexpr Enough enoughOfUpper{0.15, 0.1};

struct Moment
{
    Step lag = 0;
    double score = -1;
    double scene = -1;
    std::optional<double> motion;

    bool isSame() const { return scene >= Limits::sameScene && motion.value_or(1) >= Limits::sameMotion; }
};

Moment momentOf(const Sums &scene, const Sums &motion, Step count, const Enough &enough)
{
    Moment moment;
    if (scene.both < enough.scene * double(count))
        return moment;
    moment.scene = scene.coherence();
    if (motion.powerSource >= enough.motion * double(count))
        moment.motion = motion.agreement();
    moment.score = moment.motion ? (moment.scene + *moment.motion) / 2 : moment.scene;
    return moment;
}

template <std::size_t Size>
Step usableEnd(const StepRing<Size> &feed, ProgramHistory::Time now, milliseconds step)
{
    return std::min(feed.end(), Step(now.time_since_epoch() / step) + 1 - unfinished);
}

// By what moves, or changes in the sound; nothing when another moment fits nearly as well: a still scene, a loop.
std::optional<milliseconds> onlyMoment(const std::vector<Moment> &moments, const Moment &best, milliseconds step)
{
    if (!best.motion)
        return std::nullopt;
    for (const Moment &each : moments)
        if (std::abs(each.lag - best.lag) * step > besides && each.motion.value_or(-1) > asGood * *best.motion)
            return std::nullopt;
    return best.lag * step;
}

ProgramLikeness pictureLike(const ProgramHistory &source, const ProgramHistory &feed, ProgramHistory::Time now)
{
    constexpr Step count = Limits::pictureWindow / MatchSeries::pictureStep;
    const Step end = usableEnd(feed.scene(), now, MatchSeries::pictureStep);
    ProgramLikeness like;
    std::vector<Moment> moments;
    Moment best;
    Step known = 0;
    Step tried = 0;
    // A step of motion needs the one behind it.
    for (Step lag = 0; end - 1 - count - lag >= source.scene().begin(); ++lag, ++tried) {
        const PictureSums scene = sumsAt(source.scene(), feed.scene(), end, count, lag);
        known += scene.whole.powerSource >= enoughOfWhole.scene * double(count);
        if (scene.whole.both < enoughOfWhole.scene * double(count))
            continue;
        const PictureSums motion = sumsAt(source.motion(), feed.motion(), end - 1, count, lag);
        const Moment whole = momentOf(scene.whole, motion.whole, count, enoughOfWhole);
        const Moment upper = momentOf(scene.upper, motion.upper, count, enoughOfUpper);
        like.bestScene = std::max(like.bestScene, whole.scene);
        // Graphics lie below: where the upper part agrees better, it is what counts.
        moments.push_back(upper.score > whole.score ? upper : whole);
        moments.back().lag = lag;
        if (moments.back().score > best.score)
            best = moments.back();
    }
    like.score = best.score;
    like.scene = best.scene;
    like.motion = best.motion;
    like.seenWhole = tried > 0 && double(known) >= wholeHistory * double(tried);
    like.same = best.isSame();
    if (like.same)
        like.behind = onlyMoment(moments, best, MatchSeries::pictureStep);
    return like;
}

ProgramLikeness soundLike(const ProgramHistory &source, const ProgramHistory &feed, ProgramHistory::Time now)
{
    constexpr Step count = Limits::soundWindow / MatchSeries::soundStep;
    constexpr double steps = double(count) / soundStride;
    const Step end = usableEnd(feed.tones(), now, MatchSeries::soundStep) - 4; // its changes reach that far
    ProgramLikeness like;
    std::vector<Moment> moments;
    Moment best;
    for (Step lag = 0; end - count - lag >= source.tones().begin(); ++lag) {
        Sums tones;
        for (Step step = end - count; step < end; step += soundStride)
            tones.add(double(product(source.tones().vector(step - lag), feed.tones().vector(step))),
                      source.tones().power(step - lag), feed.tones().power(step));
        if (std::min(tones.powerSource, tones.powerFeed) < enoughTones * steps)
            continue;
        moments.push_back({lag, tones.agreement(), -1, tones.agreement()});
        if (moments.back().score > best.score)
            best = moments.back();
    }
    like.score = best.score;
    like.same = best.score >= Limits::sameTones;
    if (like.same)
        like.behind = onlyMoment(moments, best, MatchSeries::soundStep);
    return like;
}

// The best, and those that nobody can tell from it.
ProgramVerdict verdictOf(const std::vector<ProgramLikeness> &likes, double margin)
{
    const auto best = std::ranges::max_element(likes, {}, [](const auto &like) { return like.same ? like.score : -2; });
    if (best == likes.end() || !best->same)
        return {};
    ProgramVerdict verdict{std::vector<int>(), best->behind};
    for (std::size_t i = 0; i < likes.size(); ++i) {
        if (likes[i].score < best->score - margin)
            continue;
        if (!likes[i].same)
            return {};
        verdict.sources->push_back(int(i));
    }
    if (verdict.sources->size() > 1)
        verdict.behind.reset();
    return verdict;
}

} // namespace

std::vector<ProgramLikeness> picturesLike(std::span<const ProgramHistory *const> sources, const ProgramHistory &feed,
                                          ProgramHistory::Time now)
{
    std::vector<ProgramLikeness> likes;
    for (const ProgramHistory *source : sources)
        likes.push_back(pictureLike(*source, feed, now));
    return likes;
}

std::vector<ProgramLikeness> soundsLike(std::span<const ProgramHistory *const> sources, const ProgramHistory &feed,
                                        ProgramHistory::Time now)
{
    std::vector<ProgramLikeness> likes;
    for (const ProgramHistory *source : sources)
        likes.push_back(soundLike(*source, feed, now));
    return likes;
}

ProgramVerdict programByPicture(std::span<const ProgramHistory *const> sources, const ProgramHistory &feed,
                                ProgramHistory::Time now)
{
    const std::vector<ProgramLikeness> likes = picturesLike(sources, feed, now);
    const bool none = !likes.empty() && std::ranges::all_of(likes, [](const ProgramLikeness &like) {
        return like.seenWhole && like.bestScene > -1 && like.bestScene < Limits::noScene;
    });
    if (none)
        return {std::vector<int>(), std::nullopt};
    return verdictOf(likes, Limits::pictureMargin);
}

ProgramVerdict programBySound(std::span<const ProgramHistory *const> sources, const ProgramHistory &feed,
                              ProgramHistory::Time now)
{
    return verdictOf(soundsLike(sources, feed, now), Limits::soundMargin);
}

ProgramVerdict programOf(const ProgramVerdict &picture, const ProgramVerdict &sound)
{
    if (!picture.sources)
        return sound;
    if (picture.sources->size() < 2 || !sound.sources)
        return picture;
    std::vector<int> both;
    std::ranges::set_intersection(*picture.sources, *sound.sources, std::back_inserter(both));
    if (both.empty())
        return picture; // the sound is somebody else's: it cannot help
    return {both, both.size() == 1 ? sound.behind : std::nullopt};
}

} // namespace gantry::media

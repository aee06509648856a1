#include "media/measure/content_match.h"

#include "media/measure/vector_product.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gantry::media {
namespace {

using std::chrono::milliseconds;
using Limits = ContentMatching;

// A second peak as high as this share of the best, this far away, makes the offset anybody's guess.
constexpr double asGood = 0.9;
constexpr milliseconds besides{240};

// Offsets of sound are tried every 20 ms; its changes last longer than that.
constexpr int soundStride = 2;

struct Score
{
    double agreement = 0;
    double seen = 0; // steps' worth of change on the side that had less
};

// The second run `lag` steps later than the first, at every `stride`-th step of the first.
template <std::size_t Size>
Score scoreAt(const VectorRun<Size> &first, const VectorRun<Size> &second, int lag, int stride)
{
    const int steps = int(std::min(first.vectors.size(), second.vectors.size()));
    double products = 0;
    double powerFirst = 0;
    double powerSecond = 0;
    for (int step = std::max(0, -lag); step < std::min(steps, steps - lag); step += stride) {
        const auto a = std::size_t(step);
        const auto b = std::size_t(step + lag);
        powerFirst += double(first.power[a]);
        powerSecond += double(second.power[b]);
        if (first.power[a] > 0 && second.power[b] > 0)
            products += double(product(first.vectors[a], second.vectors[b]));
    }
    const double power = std::sqrt(powerFirst * powerSecond);
    return {power > 0 ? products / power : 0, stride * std::min(powerFirst, powerSecond)};
}

// How the scenes agree where both show one.
Score sceneAt(const VectorRun<PictureFingerprint::size> &first, const VectorRun<PictureFingerprint::size> &second,
              int lag)
{
    const int steps = int(std::min(first.vectors.size(), second.vectors.size()));
    double products = 0;
    double weight = 0;
    for (int step = std::max(0, -lag); step < std::min(steps, steps - lag); ++step) {
        const auto a = std::size_t(step);
        const auto b = std::size_t(step + lag);
        if (first.power[a] <= 0 || second.power[b] <= 0)
            continue;
        products += double(product(first.vectors[a], second.vectors[b]));
        weight += std::sqrt(double(first.power[a]) * double(second.power[b]));
    }
    return {weight > 0 ? products / weight : 0, weight};
}

struct Curve
{
    std::vector<Score> scores; // from -most to +most steps
    int most = 0;
    milliseconds step;

    const Score &at(int lag) const { return scores[std::size_t(lag + most)]; }
};

template <std::size_t Size>
Curve curveOf(const VectorRun<Size> &first, const VectorRun<Size> &second, milliseconds step, int stride)
{
    Curve curve;
    curve.step = step;
    curve.most = int(Limits::mostOffset / step);
    for (int lag = -curve.most; lag <= curve.most; ++lag)
        curve.scores.push_back(scoreAt(first, second, lag, stride));
    return curve;
}

// The top of the parabola through a peak and its neighbours, in steps.
double topOf(const Curve &curve, int lag)
{
    if (std::abs(lag) == curve.most)
        return lag;
    const double left = curve.at(lag - 1).agreement;
    const double middle = curve.at(lag).agreement;
    const double right = curve.at(lag + 1).agreement;
    const double bend = left - 2 * middle + right;
    return bend < 0 ? lag + std::clamp((left - right) / (2 * bend), -0.5, 0.5) : lag;
}

struct Peak
{
    Agreement agreement;
    int lag = 0;
};

Peak peakOf(const Curve &curve, milliseconds least)
{
    Peak peak;
    const double enough = double(least / curve.step);
    peak.agreement.everywhere = true;
    peak.agreement.best = -1;
    for (int lag = -curve.most; lag <= curve.most; ++lag) {
        if (curve.at(lag).seen < enough) {
            peak.agreement.everywhere = false;
        } else if (!peak.agreement.judged || curve.at(lag).agreement > peak.agreement.best) {
            peak.agreement.judged = true;
            peak.agreement.best = curve.at(lag).agreement;
            peak.lag = lag;
        }
    }
    if (!peak.agreement.judged) {
        peak.agreement.best = 0;
        return peak;
    }
    const int beside = int(besides / curve.step);
    for (int lag = -curve.most; lag <= curve.most; ++lag) {
        if (std::abs(lag - peak.lag) > beside && curve.at(lag).seen >= enough &&
            curve.at(lag).agreement > asGood * peak.agreement.best)
            return peak;
    }
    peak.agreement.at = milliseconds(std::lround(topOf(curve, peak.lag) * double(curve.step.count())));
    return peak;
}

} // namespace

Agreement agreementOfPictures(const MatchSeries &first, const MatchSeries &second)
{
    const Curve motion = curveOf(first.motion, second.motion, MatchSeries::pictureStep, 1);
    Peak peak = peakOf(motion, Limits::leastMotion);
    peak.agreement.scene = sceneAt(first.scene, second.scene, peak.lag).agreement;
    peak.agreement.bestScene = -1;
    peak.agreement.sceneJudged = true;
    const double enough = double(Limits::leastScene / MatchSeries::pictureStep);
    for (int lag = -motion.most; lag <= motion.most; ++lag) {
        const Score scene = sceneAt(first.scene, second.scene, lag);
        if (scene.seen < enough)
            peak.agreement.sceneJudged = false;
        else
            peak.agreement.bestScene = std::max(peak.agreement.bestScene, scene.agreement);
    }
    return peak.agreement;
}

Agreement agreementOfSounds(const MatchSeries &first, const MatchSeries &second)
{
    return peakOf(curveOf(first.tones, second.tones, MatchSeries::soundStep, soundStride), Limits::leastTones)
        .agreement;
}

MatchSample matchContent(const MatchSeries &first, const MatchSeries &second)
{
    MatchSample sample;
    const Agreement picture = agreementOfPictures(first, second);
    if (picture.judged && picture.best >= Limits::sameMotion && picture.scene >= Limits::sameScene) {
        sample.picture = ContentMatch::Same;
        sample.pictureBehind = picture.at;
    } else if (picture.sceneJudged && (picture.bestScene < Limits::differentScene ||
                                       (picture.everywhere && picture.best < Limits::differentMotion &&
                                        picture.bestScene < Limits::sameScene))) {
        sample.picture = ContentMatch::Different;
    }
    const Agreement sound = agreementOfSounds(first, second);
    if (sound.judged && sound.best >= Limits::sameTones) {
        sample.sound = ContentMatch::Same;
        sample.soundBehind = sound.at;
    } else if (sound.everywhere && sound.best < Limits::differentTones) {
        sample.sound = ContentMatch::Different;
    }
    return sample;
}

std::vector<MatchSample> matchEach(std::span<const MatchSeries> sources, const MatchSeries &feed)
{
    std::vector<MatchSample> samples;
    samples.reserve(sources.size());
    for (const MatchSeries &source : sources)
        samples.push_back(matchContent(source, feed));
    return samples;
}

} // namespace gantry::media

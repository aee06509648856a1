#include "media/measure/match_series.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using Steady = std::chrono::steady_clock;

// Changes are taken over 160 and 80 ms.
constexpr std::size_t pictureReach = 1;
constexpr std::size_t soundReach = 2;

// Below: half a code of 8 bits, what coding alone does to the mean of an area; there is nothing to see.
constexpr float leastMotion = 0.002F;
// Below: a code and a half between an area and its neighbours; an even field with noise.
constexpr float leastScene = 0.006F;
// Below: dB within 80 ms; a steady tone or hum with coding noise.
constexpr float leastTones = 1.2F;
// What is this far below the mean of its band counts as nothing: gain moves both, and a sound that begins out of
// silence is no more than the loudest of its kind.
constexpr float faintTones = 0.005F; // -23 dB

// The means over each step of values that hold until the next one comes, so that a step of a few samples still tells
// when within it something happened.
template <std::size_t Size>
class Grid
{
public:
    Grid(Steady::time_point now, milliseconds step, milliseconds length)
        : m_step(step)
        , m_begin((now.time_since_epoch() / step + 1) * step - length)
        , m_values(std::size_t(length / step))
        , m_seconds(m_values.size(), 0.0F)
    {
    }

    template <typename Value>
    void add(Steady::time_point at, Steady::time_point next, Value value)
    {
        nanoseconds from = at.time_since_epoch() - m_begin;
        const nanoseconds until = std::min<nanoseconds>(next.time_since_epoch() - m_begin, from + longestHold);
        from = std::max<nanoseconds>(from, 0ns);
        while (from < until && from / m_step < std::int64_t(m_values.size())) {
            const std::int64_t step = from / m_step;
            const nanoseconds end = std::min<nanoseconds>(until, (step + 1) * m_step);
            const float seconds = float((end - from).count()) / 1e9F;
            for (std::size_t i = 0; i < Size; ++i)
                m_values[std::size_t(step)][i] += seconds * value(i);
            m_seconds[std::size_t(step)] += seconds;
            from = end;
        }
    }

    void settle()
    {
        for (std::size_t step = 0; step < m_values.size(); ++step)
            if (known(step))
                for (float &value : m_values[step])
                    value /= m_seconds[step];
    }

    std::size_t steps() const { return m_values.size(); }
    // Most of it: half a step would move what happens in it.
    bool known(std::size_t step) const { return m_seconds[step] > 0.8F * float(m_step.count()) / 1000; }
    const std::array<float, Size> &at(std::size_t step) const { return m_values[step]; }

private:
    // A lost picture or two; a longer hole is one.
    static constexpr milliseconds longestHold{200};

    milliseconds m_step;
    nanoseconds m_begin;
    std::vector<std::array<float, Size>> m_values;
    std::vector<float> m_seconds;
};

template <typename Prints, typename Grid, typename Value>
void fill(Grid &grid, const Prints &prints, Value value)
{
    for (std::size_t i = 0; i < prints.size(); ++i) {
        const bool last = i + 1 == prints.size();
        grid.add(prints[i].at, last ? prints[i].at + 1s : prints[i + 1].at,
                 [&](std::size_t part) { return value(prints[i].print, part); });
    }
    grid.settle();
}

template <std::size_t Size>
float rms(const std::array<float, Size> &values)
{
    return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0F) / float(Size));
}

template <std::size_t Size>
void removeMean(std::array<float, Size> &values)
{
    const float mean = std::accumulate(values.begin(), values.end(), 0.0F) / float(Size);
    for (float &value : values)
        value -= mean;
}

// The straight line through the values, by least squares.
template <std::size_t Size>
void removeSlope(std::array<float, Size> &values)
{
    removeMean(values);
    const auto from = [](std::size_t i) { return float(i) - float(Size - 1) / 2; };
    float products = 0;
    float squares = 0;
    for (std::size_t i = 0; i < Size; ++i) {
        products += values[i] * from(i);
        squares += from(i) * from(i);
    }
    for (std::size_t i = 0; i < Size; ++i)
        values[i] -= from(i) * products / squares;
}

// Large values count less than in proportion, so that one area (a ticker, a cut-in) cannot outvote the rest; then the
// length becomes 1, or less when there is little to tell.
template <std::size_t Size>
void put(VectorRun<Size> &run, std::size_t step, std::array<float, Size> values, float least)
{
    const float size = rms(values);
    const float soft = std::max(size, least);
    for (float &value : values)
        value /= std::abs(value) + soft;
    const float length = rms(values) * std::sqrt(float(Size));
    if (length <= 0)
        return;
    const float weight = std::min(1.0F, (size / least) * (size / least));
    for (float &value : values)
        value *= weight / length;
    run.vectors[step] = values;
    run.power[step] = weight * weight;
}

using Areas = std::array<float, PictureFingerprint::size>;

// Each area against the mean of those beside it.
Areas againstNeighbours(const Areas &areas)
{
    constexpr int width = PictureFingerprint::width;
    constexpr int height = PictureFingerprint::height;
    const auto at = [&](int x, int y) {
        return areas[std::size_t(std::clamp(y, 0, height - 1) * width + std::clamp(x, 0, width - 1))];
    };
    Areas result;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            result[std::size_t(y * width + x)] =
                at(x, y) - (at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1)) / 4;
    return result;
}

// From `reach` steps before to as many after.
template <std::size_t Size>
std::optional<std::array<float, Size>> changeAt(const Grid<Size> &grid, std::size_t step, std::size_t reach)
{
    if (step < reach || step + reach >= grid.steps())
        return std::nullopt;
    for (std::size_t i = step - reach; i <= step + reach; ++i)
        if (!grid.known(i))
            return std::nullopt;
    std::array<float, Size> change;
    for (std::size_t i = 0; i < Size; ++i)
        change[i] = grid.at(step + reach)[i] - grid.at(step - reach)[i];
    return change;
}

float energy(float decibels)
{
    return std::exp(decibels * 0.2302585F);
}

float decibels(float energy)
{
    return 4.342945F * std::log(energy);
}

// Of each band, as energy.
std::array<float, SoundFingerprint::size> faintest(const FingerprintTrack::Sounds &sounds)
{
    std::array<float, SoundFingerprint::size> faint{};
    for (const auto &each : sounds)
        for (std::size_t i = 0; i < SoundFingerprint::size; ++i)
            faint[i] += energy(each.print.decibels[i]) * faintTones / float(sounds.size());
    const float nothing = energy(SoundFingerprint::floor);
    for (float &band : faint)
        band = std::max(band, nothing);
    return faint;
}

} // namespace

MatchSeries MatchSeries::of(const FingerprintTrack &track, Time now)
{
    return of(track.pictures(), track.sounds(), now);
}

MatchSeries MatchSeries::of(const FingerprintTrack::Pictures &pictures, const FingerprintTrack::Sounds &sounds,
                            Time now, milliseconds length)
{
    Grid<PictureFingerprint::size> areas(now, pictureStep, length);
    fill(areas, pictures, [](const PictureFingerprint &print, std::size_t i) { return print.at(i); });
    const auto faint = faintest(sounds);
    Grid<SoundFingerprint::size> bands(now, soundStep, length);
    fill(bands, sounds,
         [&](const SoundFingerprint &print, std::size_t i) { return decibels(energy(print.decibels[i]) + faint[i]); });

    MatchSeries series{VectorRun<PictureFingerprint::size>(areas.steps()),
                       VectorRun<PictureFingerprint::size>(areas.steps()),
                       VectorRun<SoundFingerprint::size>(bands.steps())};
    for (std::size_t step = 0; step < areas.steps(); ++step) {
        if (areas.known(step))
            put(series.scene, step, againstNeighbours(areas.at(step)), leastScene);
        auto change = changeAt(areas, step, pictureReach);
        if (!change)
            continue;
        removeMean(*change);
        put(series.motion, step, *change, leastMotion);
    }
    for (std::size_t step = 0; step < bands.steps(); ++step) {
        auto change = changeAt(bands, step, soundReach);
        if (!change)
            continue;
        removeSlope(*change);
        put(series.tones, step, *change, leastTones);
    }
    return series;
}

} // namespace gantry::media

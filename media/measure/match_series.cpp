#include "media/measure/match_series.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace gantry::media {
namespace {

using Steady = std::chrono::steady_clock;

// Below: half a code of 8 bits, what coding alone does to the mean of an area; there is nothing to see.
constexpr float leastMotion = 0.002F;
// Below: a code and a half between an area and its neighbours; an even field with noise.
constexpr float leastScene = 0.006F;
// Below: dB within 80 ms; a steady tone or hum with coding noise.
constexpr float leastTones = 1.5F;
constexpr float mostTones = 20; // dB; the beginning of a sound counts no more than that

// The means of what fell into each step; a step without any lies between its neighbours when the hole is a short one.
template <std::size_t Size>
class Grid
{
public:
    Grid(Steady::time_point now, std::chrono::milliseconds step) : m_step(step)
    {
        m_last = now.time_since_epoch() / step;
        const std::size_t steps = std::size_t(FingerprintTrack::length / step);
        m_values.resize(steps);
        m_counts.resize(steps, 0);
    }

    template <typename Value>
    void add(Steady::time_point at, Value value)
    {
        const std::int64_t index = std::int64_t(m_values.size()) - 1 - (m_last - at.time_since_epoch() / m_step);
        if (index < 0 || index >= std::int64_t(m_values.size()))
            return;
        auto &into = m_values[std::size_t(index)];
        for (std::size_t i = 0; i < Size; ++i)
            into[i] += value(i);
        ++m_counts[std::size_t(index)];
    }

    void settle()
    {
        for (std::size_t step = 0; step < m_values.size(); ++step)
            for (float &value : m_values[step])
                value /= float(std::max(1, m_counts[step]));
        for (std::size_t step = 1; step + 1 < m_values.size(); ++step) {
            if (m_counts[step] > 0 || m_counts[step - 1] == 0)
                continue;
            std::size_t next = step + 1;
            while (next < m_values.size() && m_counts[next] == 0)
                ++next;
            if (next == m_values.size() || std::chrono::milliseconds(m_step * int(next - step)) > longestHole)
                continue;
            const float share = 1 / float(next - step + 1);
            for (std::size_t i = 0; i < Size; ++i)
                m_values[step][i] = m_values[step - 1][i] * (1 - share) + m_values[next][i] * share;
            m_counts[step] = 1;
        }
    }

    std::size_t steps() const { return m_values.size(); }
    bool known(std::size_t step) const { return m_counts[step] > 0; }
    const std::array<float, Size> &at(std::size_t step) const { return m_values[step]; }

private:
    static constexpr std::chrono::milliseconds longestHole{250};

    std::chrono::milliseconds m_step;
    std::int64_t m_last = 0;
    std::vector<std::array<float, Size>> m_values;
    std::vector<int> m_counts;
};

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

// From the step before to the step after.
template <std::size_t Size>
std::optional<std::array<float, Size>> changeAt(const Grid<Size> &grid, std::size_t step)
{
    if (!grid.known(step - 1) || !grid.known(step) || !grid.known(step + 1))
        return std::nullopt;
    std::array<float, Size> change;
    for (std::size_t i = 0; i < Size; ++i)
        change[i] = grid.at(step + 1)[i] - grid.at(step - 1)[i];
    return change;
}

} // namespace

MatchSeries MatchSeries::of(const FingerprintTrack &track, Time now)
{
    return of(track.pictures(), track.sounds(), now);
}

MatchSeries MatchSeries::of(const FingerprintTrack::Pictures &pictures, const FingerprintTrack::Sounds &sounds,
                            Time now)
{
    Grid<PictureFingerprint::size> areas(now, pictureStep);
    for (const auto &each : pictures)
        areas.add(each.at, [&](std::size_t i) { return each.print.at(i); });
    areas.settle();
    Grid<SoundFingerprint::size> bands(now, soundStep);
    for (const auto &each : sounds)
        bands.add(each.at, [&](std::size_t i) { return each.print.decibels[i]; });
    bands.settle();

    MatchSeries series{VectorRun<PictureFingerprint::size>(areas.steps()),
                       VectorRun<PictureFingerprint::size>(areas.steps()),
                       VectorRun<SoundFingerprint::size>(bands.steps())};
    for (std::size_t step = 0; step < areas.steps(); ++step) {
        if (areas.known(step))
            put(series.scene, step, againstNeighbours(areas.at(step)), leastScene);
        auto change = step > 0 && step + 1 < areas.steps() ? changeAt(areas, step) : std::nullopt;
        if (!change)
            continue;
        removeMean(*change);
        put(series.motion, step, *change, leastMotion);
    }
    for (std::size_t step = 1; step + 1 < bands.steps(); ++step) {
        auto change = changeAt(bands, step);
        if (!change)
            continue;
        for (float &value : *change)
            value = std::clamp(value, -mostTones, mostTones);
        removeMean(*change);
        put(series.tones, step, *change, leastTones);
    }
    return series;
}

} // namespace gantry::media

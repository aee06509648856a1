#pragma once
// What one feed has shown and played over the last 40 seconds, on the grid of MatchSeries: longer than a track keeps,
// because a return may be half a minute late (HLS), and past the end of a connection, because a return goes on showing
// what a source sent before it was lost.
//
// One thread. About 750 KB a feed.

#include "media/measure/match_series.h"

#include <cstdint>

namespace gantry::media {

// The upper two thirds of a picture, row by row: lower thirds and tickers leave them alone.
template <std::size_t Size>
inline constexpr std::size_t upperSize = Size / 3 * 2;

// Steps of a run by their number on the grid: whole steps of the steady clock.
template <std::size_t Size>
class StepRing
{
public:
    using Step = std::int64_t;

    explicit StepRing(std::size_t steps) : m_run(steps), m_upper(steps, 0.0F) {}

    Step end() const { return m_end; }
    Step begin() const { return m_end - Step(m_run.power.size()); }
    bool holds(Step step) const { return step >= begin() && step < m_end; }
    const std::array<float, Size> &vector(Step step) const { return m_run.vectors[place(step)]; }
    float power(Step step) const { return m_run.power[place(step)]; }
    // Of the first upperSize<Size> values alone.
    float upperPower(Step step) const { return m_upper[place(step)]; }

    // The steps from `first` on are those of `run` from its `from`-th on; what lies between is not known.
    void put(const VectorRun<Size> &run, Step first, std::size_t from)
    {
        const Step last = first + Step(run.power.size() - from);
        for (Step step = std::max(m_end, last - Step(m_run.power.size())); step < last; ++step)
            clear(step);
        m_end = std::max(m_end, last);
        for (std::size_t i = from; i < run.power.size(); ++i) {
            const Step step = first + Step(i - from);
            if (!holds(step))
                continue;
            m_run.vectors[place(step)] = run.vectors[i];
            m_run.power[place(step)] = run.power[i];
            float upper = 0;
            for (std::size_t part = 0; part < upperSize<Size>; ++part)
                upper += run.vectors[i][part] * run.vectors[i][part];
            m_upper[place(step)] = upper;
        }
    }

private:
    std::size_t place(Step step) const { return std::size_t(step) % m_run.power.size(); }
    void clear(Step step)
    {
        m_run.vectors[place(step)] = {};
        m_run.power[place(step)] = 0;
        m_upper[place(step)] = 0;
    }

    VectorRun<Size> m_run;
    std::vector<float> m_upper;
    Step m_end = 0;
};

class ProgramHistory
{
public:
    using Time = FingerprintTrack::Time;
    using PictureSteps = StepRing<PictureFingerprint::size>;
    using SoundSteps = StepRing<SoundFingerprint::size>;
    static constexpr std::chrono::seconds length{40};

    ProgramHistory();

    // What has come since the last call; at least once a second, or there are holes.
    void takePictures(const FingerprintTrack &track, Time now);
    // The same of sound; at least every four seconds.
    void takeSounds(const FingerprintTrack &track, Time now);

    const PictureSteps &motion() const { return m_motion; }
    const PictureSteps &scene() const { return m_scene; }
    const SoundSteps &tones() const { return m_tones; }

private:
    PictureSteps m_motion;
    PictureSteps m_scene;
    SoundSteps m_tones;
};

} // namespace gantry::media

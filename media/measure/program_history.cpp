#include "media/measure/program_history.h"

#include <algorithm>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;

// Made anew each time, because a picture that comes late, or the one behind it, changes the steps before it.
constexpr auto picturesAgain = 1600ms;
// How loud nothing is shows by the mean of a while.
constexpr auto soundsAgain = 8000ms;
// What began before the stretch is not in it: its first steps are not known.
constexpr std::size_t unsure = 4;

static_assert(picturesAgain % MatchSeries::pictureStep == 0ms && picturesAgain % MatchSeries::soundStep == 0ms);
static_assert(soundsAgain % MatchSeries::pictureStep == 0ms && soundsAgain % MatchSeries::soundStep == 0ms);

template <std::size_t Size>
void append(StepRing<Size> &ring, const VectorRun<Size> &run, FingerprintTrack::Time now,
            std::chrono::milliseconds step)
{
    const std::int64_t last = now.time_since_epoch() / step; // the one that `now` is in
    ring.put(run, last + 1 - std::int64_t(run.power.size() - unsure), unsure);
}

} // namespace

ProgramHistory::ProgramHistory()
    : m_motion(std::size_t(length / MatchSeries::pictureStep))
    , m_scene(std::size_t(length / MatchSeries::pictureStep))
    , m_tones(std::size_t(length / MatchSeries::soundStep))
{
}

void ProgramHistory::takePictures(const FingerprintTrack &track, Time now)
{
    const MatchSeries series = MatchSeries::of(track.pictures(now - picturesAgain), {}, now, picturesAgain);
    append(m_motion, series.motion, now, MatchSeries::pictureStep);
    append(m_scene, series.scene, now, MatchSeries::pictureStep);
}

void ProgramHistory::takeSounds(const FingerprintTrack &track, Time now)
{
    const MatchSeries series = MatchSeries::of({}, track.sounds(now - soundsAgain), now, soundsAgain);
    append(m_tones, series.tones, now, MatchSeries::soundStep);
}

} // namespace gantry::media

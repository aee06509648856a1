#pragma once
// Every measure of one feed's sound, each a class of its own, fed together and read together. One thread at a time;
// time is that of the samples, and instants come from the caller.

#include "media/feed_sample.h"
#include "media/feed_settings.h"
#include "media/measure/clip_meter.h"
#include "media/measure/loudness_meter.h"
#include "media/measure/phase_meter.h"
#include "media/measure/quasi_peak.h"
#include "media/measure/sample_peaks.h"
#include "media/measure/silence_finder.h"
#include "media/measure/sound_offset.h"

namespace gantry::media {

class SoundMeasures
{
public:
    using Time = SoundOffset::Time;

    explicit SoundMeasures(const FeedSettings &settings = {});

    // What cannot be sound (no channel, more than sixteen, no rate) is left out.
    void feed(const SoundView &sound, Time now);
    void picture(SoundOffset::Stamp stamp, Time now);

    // Levels since the last call. `present` is false when no sample came since. Codec and tracks are left to the
    // caller.
    AudioLevels take(Time now);
    // Everything before is forgotten.
    void reset();

private:
    bool m_measured;
    SamplePeaks m_peaks;
    LoudnessMeter m_loudness;
    QuasiPeak m_quasiPeak;
    PhaseMeter m_phase;
    SilenceFinder m_silence;
    ClipMeter m_clipping;
    SoundOffset m_offset;
};

} // namespace gantry::media

#include "media/measure/sound_measures.h"

namespace gantry::media {

SoundMeasures::SoundMeasures(const FeedSettings &settings)
    : m_measured(settings.measured)
    , m_phase(settings.limits.phase, settings.limits.silenceDbfs)
    , m_silence(settings.limits.silenceDbfs)
{
}

void SoundMeasures::feed(const SoundView &sound, Time now)
{
    if (sound.channels < 1 || sound.channels > SoundView::mostChannels || sound.sampleRate < 1 || sound.frames() == 0)
        return;
    const SamplePeaks::Peaks peaks = m_peaks.feed(sound);
    if (!m_measured)
        return;
    m_loudness.feed(sound);
    m_quasiPeak.feed(sound);
    m_phase.feed(sound);
    m_silence.feed(sound, peaks);
    m_clipping.feed(sound);
    if (sound.stamp)
        m_offset.sound(*sound.stamp, now);
}

void SoundMeasures::picture(SoundOffset::Stamp stamp, Time now)
{
    if (m_measured)
        m_offset.picture(stamp, now);
}

AudioLevels SoundMeasures::take(Time now)
{
    AudioLevels levels;
    levels.peakDbfs = m_peaks.take();
    levels.present = !levels.peakDbfs.empty();
    if (!levels.present || !m_measured)
        return levels;
    const LoudnessMeter::Reading loudness = m_loudness.take();
    levels.momentaryLufs = loudness.momentary;
    levels.shortTermLufs = loudness.shortTerm;
    levels.integratedLufs = loudness.integrated;
    levels.truePeakDbtp = loudness.truePeak;
    if (loudness.truePeak)
        levels.truePeaksDbtp = loudness.truePeaks;
    levels.quasiPeakDbfs = m_quasiPeak.take();
    levels.phase = m_phase.value();
    const SilenceFinder::Dead dead = m_silence.dead();
    levels.faults = SoundFaults{m_silence.silent(), dead.lasts, dead.channel, m_phase.outOfPhase(), m_clipping.share()};
    levels.soundEarly = m_offset.soundEarly(now);
    return levels;
}

void SoundMeasures::reset()
{
    m_peaks.reset();
    m_loudness.reset();
    m_quasiPeak.reset();
    m_phase.reset();
    m_silence.reset();
    m_clipping.reset();
    m_offset.reset();
}

} // namespace gantry::media

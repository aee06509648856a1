#include "media/measure/silence_finder.h"

#include "media/measure/decibels.h"

#include <algorithm>

namespace gantry::media {

SilenceFinder::SilenceFinder(double limit) : m_limit(amplitude(limit)) {}

void SilenceFinder::feed(const SoundView &sound, const SamplePeaks::Peaks &peaks)
{
    if (sound.channels != m_channels)
        m_dead = {};
    m_channels = sound.channels;
    const auto time = sound.duration();
    const float loudest = *std::max_element(peaks.begin(), peaks.begin() + m_channels);
    if (loudest >= m_limit)
        m_silent.ends();
    else
        m_silent.holds(time);
    for (int i = 0; i < m_channels; ++i) {
        Lasting &dead = m_dead[std::size_t(i)];
        if (peaks[std::size_t(i)] >= m_limit || channelAt(sound.layout, i) == channel::lowFrequency)
            dead.ends();
        else if (loudest >= m_limit)
            dead.holds(time);
        else // nobody speaks: that says nothing about this channel
            dead.unjudged(time);
    }
}

SilenceFinder::Dead SilenceFinder::dead() const
{
    Dead longest;
    for (int i = 0; i < m_channels; ++i) {
        const auto lasts = m_dead[std::size_t(i)].value();
        if (lasts > longest.lasts)
            longest = {i + 1, lasts};
    }
    return longest;
}

void SilenceFinder::reset()
{
    m_channels = 0;
    m_silent.ends();
    m_dead = {};
}

} // namespace gantry::media

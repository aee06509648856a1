#include "media/measure/sample_peaks.h"

#include "media/measure/decibels.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {

SamplePeaks::Peaks SamplePeaks::feed(const SoundView &sound)
{
    Peaks block{};
    const auto channels = std::size_t(sound.channels);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        float peak = 0;
        for (std::size_t i = channel; i < sound.interleaved.size(); i += channels)
            peak = std::max(peak, std::abs(sound.interleaved[i]));
        block[channel] = peak;
    }
    if (m_channels != sound.channels)
        m_peaks = {};
    m_channels = sound.channels;
    for (std::size_t channel = 0; channel < channels; ++channel)
        m_peaks[channel] = std::max(m_peaks[channel], block[channel]);
    return block;
}

std::vector<float> SamplePeaks::take()
{
    std::vector<float> levels;
    for (int channel = 0; channel < m_channels; ++channel)
        levels.push_back(decibels(m_peaks[std::size_t(channel)]));
    reset();
    return levels;
}

} // namespace gantry::media

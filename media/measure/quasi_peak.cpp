#include "media/measure/quasi_peak.h"

#include "media/measure/decibels.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {
namespace {

constexpr double slowRate = 450; // 1/s
constexpr double quickRate = 1400;
constexpr float scale = 0.5107F; // what a held sine of 1.0 brings the sum of both to, the other way round
constexpr double returnDecibels = 20;
constexpr double returnSeconds = 1.7;

} // namespace

void QuasiPeak::feed(const SoundView &sound)
{
    if (m_channels != sound.channels)
        reset();
    m_channels = sound.channels;
    m_fresh = true;
    const auto rise = [&](double rate) { return float(1 - std::exp(-rate / sound.sampleRate)); };
    const float slow = rise(slowRate);
    const float quick = rise(quickRate);
    const float fall = amplitude(-returnDecibels / returnSeconds / sound.sampleRate);
    const auto channels = std::size_t(m_channels);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        Needle needle = m_needles[channel];
        for (std::size_t i = channel; i < sound.interleaved.size(); i += channels) {
            const float level = std::abs(sound.interleaved[i]);
            needle.slow = needle.slow * fall + slow * std::max(0.0F, level - needle.slow * fall);
            needle.quick = needle.quick * fall + quick * std::max(0.0F, level - needle.quick * fall);
            needle.highest = std::max(needle.highest, needle.slow + needle.quick);
        }
        m_needles[channel] = needle;
    }
}

std::vector<float> QuasiPeak::take()
{
    std::vector<float> levels;
    if (!m_fresh)
        return levels;
    for (int i = 0; i < m_channels; ++i) {
        Needle &needle = m_needles[std::size_t(i)];
        levels.push_back(decibels(needle.highest * scale));
        needle.highest = needle.slow + needle.quick;
        if (needle.highest < 1e-7F) // far below -120 dBFS: no arithmetic with denormal numbers
            needle = {};
    }
    m_fresh = false;
    return levels;
}

} // namespace gantry::media

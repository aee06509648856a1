#include "media/measure/clip_meter.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {
namespace {

// The highest 16-bit sample is 0.99997; what a lossy codec makes of clipped sound lies above 1.
constexpr float fullScale = 0.9999F;

} // namespace

void ClipMeter::feed(const SoundView &sound)
{
    if (sound.channels != m_channels || sound.sampleRate != m_sampleRate)
        reset();
    m_channels = sound.channels;
    m_sampleRate = sound.sampleRate;
    if (m_inBucket >= std::chrono::nanoseconds(window) / buckets) {
        m_inBucket = {};
        m_bucket = (m_bucket + 1) % buckets;
        m_clipped[m_bucket] = {};
    }
    m_inBucket += sound.duration();
    const auto channels = std::size_t(m_channels);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        int run = m_run[channel];
        std::uint32_t clipped = 0;
        for (std::size_t i = channel; i < sound.interleaved.size(); i += channels) {
            if (std::abs(sound.interleaved[i]) < fullScale) {
                run = 0;
                continue;
            }
            run = std::min(run + 1, shortestRun + 1);
            clipped += run == shortestRun ? std::uint32_t(shortestRun) : run > shortestRun ? 1 : 0;
        }
        m_run[channel] = run;
        m_clipped[m_bucket][channel] += clipped;
    }
}

double ClipMeter::share() const
{
    std::uint64_t worst = 0;
    for (std::size_t channel = 0; channel < std::size_t(m_channels); ++channel) {
        std::uint64_t sum = 0;
        for (const Counts &counts : m_clipped)
            sum += counts[channel];
        worst = std::max(worst, sum);
    }
    if (worst == 0)
        return 0;
    return std::min(1.0, double(worst) / (double(window.count()) * double(m_sampleRate)));
}

} // namespace gantry::media

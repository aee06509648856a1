#include "media/measure/phase_meter.h"

#include "media/measure/decibels.h"

#include <algorithm>
#include <cmath>

namespace gantry::media {
namespace {

constexpr double window = 0.5; // s; as quick as the phase needle of a desk, and as slow

} // namespace

// A sine of a given peak has half its square as power.
PhaseMeter::PhaseMeter(double limit, double quiet)
    : m_limit(limit), m_quietPower(double(amplitude(quiet)) * double(amplitude(quiet)) / 2)
{
}

void PhaseMeter::feed(const SoundView &sound)
{
    if (sound.channels < 2) {
        reset();
        return;
    }
    const auto channels = std::size_t(sound.channels);
    const std::size_t frames = sound.frames();
    if (frames == 0)
        return;
    float left = 0;
    float right = 0;
    float both = 0;
    const float *sample = sound.interleaved.data();
    for (std::size_t i = 0; i < frames; ++i, sample += channels) {
        left += sample[0] * sample[0];
        right += sample[1] * sample[1];
        both += sample[0] * sample[1];
    }
    const double weight = 1 - std::exp(-std::chrono::duration<double>(sound.duration()).count() / window);
    const auto follow = [&](double &mean, float sum) { mean += weight * (double(sum) / double(frames) - mean); };
    follow(m_left, left);
    follow(m_right, right);
    follow(m_both, both);
    const std::optional<double> phase = value();
    if (!phase)
        m_out.unjudged(sound.duration());
    else if (*phase < m_limit)
        m_out.holds(sound.duration());
    else
        m_out.ends();
}

std::optional<double> PhaseMeter::value() const
{
    if (m_left <= m_quietPower || m_right <= m_quietPower)
        return std::nullopt;
    return std::clamp(m_both / std::sqrt(m_left * m_right), -1.0, 1.0);
}

void PhaseMeter::reset()
{
    m_left = m_right = m_both = 0;
    m_out.ends();
}

} // namespace gantry::media

#include "media/measure/true_peak.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>
#include <span>

namespace gantry::media {

namespace {

// Numbers side by side: compilers make vector code of them at every level of optimisation.
using Lanes [[gnu::vector_size(16)]] = float;
using Bits [[gnu::vector_size(16)]] = std::int32_t;
constexpr std::size_t lanes = sizeof(Lanes) / sizeof(float);

// A windowed sinc of 49 taps at the higher rate, as libebur128 has it, so that both read alike: annex 2 names the
// oversampling and how far a reading may be off, not the filter.
constexpr int length = 48; // the taps at both ends are 0, and one of them is left out

// The values between two samples, `Times - 1` of them: those of the sample itself need no filter.
template <int Times>
class Between
{
public:
    static constexpr std::size_t taps = length / Times;

    Between()
    {
        constexpr double pi = std::numbers::pi;
        for (int tap = 0; tap < length; ++tap) {
            if (tap % Times == 0)
                continue;
            const double at = pi * (tap - length / 2) / Times;
            const double window = 0.5 * (1 - std::cos(2 * pi * tap / length));
            const auto weight = float(std::sin(at) / at * window);
            // The newest sample meets the first tap; a line has its newest sample at the end.
            m_weights[std::size_t(tap % Times - 1)][taps - 1 - std::size_t(tap / Times)] = weight;
        }
    }

    // Of a line that begins with `taps - 1` samples which were filtered before.
    float highest(std::span<const float> line) const
    {
        const std::size_t count = line.size() - (taps - 1);
        Bits high{};
        std::size_t at = 0;
        for (; at + lanes <= count; at += lanes)
            raise(high, line.data() + at);
        std::int32_t most = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane)
            most = std::max(most, high[lane]);
        float peak = std::bit_cast<float>(most);
        for (; at < count; ++at)
            peak = std::max(peak, highestAt(line.data() + at));
        return peak;
    }

private:
    // The bits of positive numbers are in the order of the numbers.
    void raise(Bits &high, const float *from) const
    {
        std::array<Lanes, Times - 1> sums{};
        for (std::size_t tap = 0; tap < taps; ++tap) {
            Lanes samples;
            std::memcpy(&samples, from + tap, sizeof samples);
            for (std::size_t phase = 0; phase < sums.size(); ++phase)
                sums[phase] += samples * m_weights[phase][tap];
        }
        for (const Lanes &sum : sums) {
            const Bits size = Bits(sum) & 0x7fffffff;
            const Bits higher = size > high;
            high = (size & higher) | (high & ~higher);
        }
    }

    float highestAt(const float *from) const
    {
        float peak = 0;
        for (const auto &weights : m_weights) {
            float sum = 0;
            for (std::size_t tap = 0; tap < taps; ++tap)
                sum += from[tap] * weights[tap];
            peak = std::max(peak, std::abs(sum));
        }
        return peak;
    }

    std::array<std::array<float, taps>, Times - 1> m_weights{};
};

constexpr std::size_t kept = Between<2>::taps - 1; // enough for both

// Annex 2 asks for 192 kHz: four times the usual rates.
float highestBetween(std::span<const float> line, int sampleRate)
{
    static const Between<4> four;
    static const Between<2> two;
    if (sampleRate < 96000)
        return four.highest(line.subspan(kept - (Between<4>::taps - 1)));
    return sampleRate < 192000 ? two.highest(line) : 0;
}

} // namespace

void TruePeak::feed(const SoundView &sound)
{
    const auto channels = std::size_t(sound.channels);
    const std::size_t frames = sound.frames();
    if (frames == 0)
        return;
    if (m_lines.size() != channels || m_sampleRate != sound.sampleRate) {
        m_lines.assign(channels, std::vector<float>(kept, 0));
        m_highest.assign(channels, 0);
        m_sampleRate = sound.sampleRate;
    }
    for (std::size_t channel = 0; channel < channels; ++channel) {
        std::vector<float> &line = m_lines[channel];
        line.resize(kept + frames);
        float highest = m_highest[channel];
        for (std::size_t frame = 0; frame < frames; ++frame) {
            const float sample = sound.interleaved[frame * channels + channel];
            line[kept + frame] = sample;
            highest = std::max(highest, std::abs(sample));
        }
        m_highest[channel] = std::max(highest, highestBetween(line, sound.sampleRate));
        std::copy(line.end() - kept, line.end(), line.begin());
    }
    m_fresh = true;
}

std::vector<float> TruePeak::take()
{
    if (!m_fresh)
        return {};
    m_fresh = false;
    std::vector<float> highest(m_highest.size(), 0);
    highest.swap(m_highest);
    return highest;
}

} // namespace gantry::media

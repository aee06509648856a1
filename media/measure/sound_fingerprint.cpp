#include "media/measure/sound_fingerprint.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gantry::media {
namespace {

using std::chrono::nanoseconds;
using namespace std::chrono_literals;

constexpr int lowRate = 8000;
constexpr int lowSamples = int(lowRate * SoundFingerprint::interval.count() / 1000);
constexpr double lowestBand = 150;
constexpr double highestBand = 3400;
constexpr double quality = 4; // bands that just touch
constexpr auto clockSpan = 1s;
// More than a lump of sound and jitter: there is a gap, or the sender began anew.
constexpr auto clockJump = 500ms;

nanoseconds lengthOf(std::int64_t samples, int sampleRate)
{
    return nanoseconds(std::int64_t(double(samples) / sampleRate * 1e9));
}

} // namespace

void SoundFingerprinter::begin(int sampleRate)
{
    *this = {};
    m_sampleRate = sampleRate;
    // Robert Bristow-Johnson's cookbook: band-pass with a peak gain of 1.
    const double ratio = std::pow(highestBand / lowestBand, 1.0 / double(SoundFingerprint::size - 1));
    for (std::size_t band = 0; band < SoundFingerprint::size; ++band) {
        const double turn = 2 * std::numbers::pi * lowestBand * std::pow(ratio, double(band)) / lowRate;
        const double alpha = std::sin(turn) / (2 * quality);
        m_bank.b0[band] = float(alpha / (1 + alpha));
        m_bank.a1[band] = float(-2 * std::cos(turn) / (1 + alpha));
        m_bank.a2[band] = float((1 - alpha) / (1 + alpha));
    }
}

void SoundFingerprinter::setClock(Time arrived)
{
    const nanoseconds offset = arrived.time_since_epoch() - lengthOf(m_samples, m_sampleRate);
    if (m_now && (offset - m_now->offset > clockJump || m_now->offset - offset > clockJump)) {
        m_now.reset();
        m_before.reset();
    }
    if (m_now && arrived - m_now->began < clockSpan) {
        m_now->offset = std::min(m_now->offset, offset);
        return;
    }
    m_before = m_now;
    m_now = Clock{offset, arrived};
}

void SoundFingerprinter::filter(float sample)
{
    for (std::size_t band = 0; band < SoundFingerprint::size; ++band) {
        const float in = sample * m_bank.b0[band];
        const float out = in + m_bank.s1[band];
        m_bank.s1[band] = m_bank.s2[band] - m_bank.a1[band] * out;
        m_bank.s2[band] = -in - m_bank.a2[band] * out;
        m_bank.energy[band] += out * out;
    }
}

SoundFingerprint SoundFingerprinter::take()
{
    SoundFingerprint made;
    for (std::size_t band = 0; band < SoundFingerprint::size; ++band) {
        const float mean = m_bank.energy[band] / lowSamples;
        made.decibels[band] = std::max(SoundFingerprint::floor, 10 * std::log10(mean + 1e-12F));
        m_bank.energy[band] = 0;
        // A filter that rings out in silence would get slow with denormal numbers.
        if (std::abs(m_bank.s1[band]) + std::abs(m_bank.s2[band]) < 1e-12F)
            m_bank.s1[band] = m_bank.s2[band] = 0;
    }
    m_filtered = 0;
    return made;
}

void SoundFingerprinter::feed(std::span<const float> interleaved, int channels, int sampleRate, Time arrived,
                              const Made &made)
{
    if (channels < 1 || sampleRate < lowRate || sampleRate > 768000)
        return;
    if (sampleRate != m_sampleRate)
        begin(sampleRate);
    const auto step = std::size_t(channels);
    const std::size_t frames = interleaved.size() / step;
    const std::int64_t before = m_samples;
    m_samples += std::int64_t(frames);
    setClock(arrived);
    const nanoseconds offset = m_before ? std::min(m_before->offset, m_now->offset) : m_now->offset;
    const double perSample = double(lowRate) / sampleRate;
    for (std::size_t frame = 0; frame < frames; ++frame) {
        float sum = 0;
        for (std::size_t channel = 0; channel < step; ++channel)
            sum += interleaved[frame * step + channel];
        m_sum += std::isfinite(sum) ? std::clamp(sum / float(channels), -8.0F, 8.0F) : 0;
        ++m_summed;
        m_phase += perSample;
        if (m_phase < 1)
            continue;
        m_phase -= 1;
        filter(m_sum / float(m_summed));
        m_sum = 0;
        m_summed = 0;
        if (++m_filtered == lowSamples)
            made(Time(offset + lengthOf(before + std::int64_t(frame) + 1, sampleRate)), take());
    }
}

} // namespace gantry::media

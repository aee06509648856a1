#include "media/measure/loudness_meter.h"

#include <ebur128.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace gantry::media {
namespace {

constexpr float silence = -120; // what -inf is shown as
constexpr std::chrono::milliseconds momentaryWindow{400};
constexpr std::chrono::milliseconds shortTermWindow{3000};

struct Closer
{
    void operator()(ebur128_state *state) const { ebur128_destroy(&state); }
};

float decibels(float peak)
{
    return peak > 0 ? std::max(silence, 20 * std::log10(peak)) : silence;
}

} // namespace

struct LoudnessMeter::Private
{
    std::unique_ptr<ebur128_state, Closer> meter;
    int channels = 0;
    int sampleRate = 0;
    std::uint64_t frames = 0; // since the measurement began
    std::uint64_t framesSinceTake = 0;
    std::array<float, mostChannels> peaks{};
    std::vector<float> cleaned;

    std::optional<double> loudness(int (*measure)(ebur128_state *, double *), std::chrono::milliseconds window) const
    {
        double value = 0;
        const bool enough = frames * 1000 >= std::uint64_t(sampleRate) * std::uint64_t(window.count());
        if (!meter || !enough || measure(meter.get(), &value) != EBUR128_SUCCESS)
            return std::nullopt;
        return std::isfinite(value) ? std::max(double(silence), value) : double(silence);
    }
};

LoudnessMeter::LoudnessMeter() : d(std::make_unique<Private>()) {}
LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::feed(std::span<const float> interleaved, int channels, int sampleRate)
{
    // The rates libebur128 takes; beyond them nothing is sold.
    if (channels < 1 || channels > mostChannels || sampleRate < 16 || sampleRate > 768000)
        return;
    if (channels != d->channels || sampleRate != d->sampleRate || !d->meter) {
        reset();
        d->meter.reset(ebur128_init(unsigned(channels), static_cast<unsigned long>(sampleRate), EBUR128_MODE_S));
        d->channels = channels;
        d->sampleRate = sampleRate;
        if (!d->meter)
            return;
    }
    d->cleaned.assign(interleaved.begin(), interleaved.end());
    const std::size_t frames = interleaved.size() / std::size_t(channels);
    for (std::size_t i = 0; i < frames * std::size_t(channels); ++i) {
        float &sample = d->cleaned[i];
        if (!std::isfinite(sample))
            sample = 0; // one such sample would spoil the filter for ever
        sample = std::clamp(sample, -1000.0F, 1000.0F);
        float &peak = d->peaks[i % std::size_t(channels)];
        peak = std::max(peak, std::abs(sample));
    }
    ebur128_add_frames_float(d->meter.get(), d->cleaned.data(), frames);
    d->frames += frames;
    d->framesSinceTake += frames;
}

AudioLevels LoudnessMeter::take()
{
    AudioLevels levels;
    if (d->framesSinceTake == 0)
        return levels;
    levels.present = true;
    for (int channel = 0; channel < d->channels; ++channel)
        levels.peakDbfs.push_back(decibels(d->peaks[std::size_t(channel)]));
    levels.momentaryLufs = d->loudness(ebur128_loudness_momentary, momentaryWindow);
    levels.shortTermLufs = d->loudness(ebur128_loudness_shortterm, shortTermWindow);
    d->peaks.fill(0);
    d->framesSinceTake = 0;
    return levels;
}

void LoudnessMeter::reset()
{
    d->meter.reset();
    d->channels = 0;
    d->sampleRate = 0;
    d->frames = 0;
    d->framesSinceTake = 0;
    d->peaks.fill(0);
}

} // namespace gantry::media

#pragma once
// Sound whose level, phase and length are known, for tests of measures and of listening.

#include "media/frame/sound_view.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

namespace gantry::media::tones {

inline constexpr int rate = 48000;

struct Sound
{
    std::vector<float> samples;
    int channels = 1;
    std::uint64_t layout = 0;
    int sampleRate = rate;

    SoundView view() const { return {samples, channels, sampleRate, layout, {}}; }

    // In blocks as a decoder hands them out.
    void inBlocks(const std::function<void(const SoundView &)> &each, std::size_t frames = 1024) const
    {
        const std::size_t step = frames * std::size_t(channels);
        for (std::size_t at = 0; at < samples.size(); at += step) {
            SoundView block = view();
            block.interleaved = std::span(samples).subspan(at, std::min(step, samples.size() - at));
            each(block);
        }
    }
};

// One value a channel and instant, by `wave(channel, seconds)`.
inline Sound made(int channels, double seconds, const std::function<double(int, double)> &wave,
                  std::uint64_t layout = 0, int sampleRate = rate)
{
    Sound sound{{}, channels, layout, sampleRate};
    const int frames = int(std::lround(seconds * sampleRate));
    for (int i = 0; i < frames; ++i)
        for (int channel = 0; channel < channels; ++channel)
            sound.samples.push_back(float(wave(channel, double(i) / sampleRate)));
    return sound;
}

inline double gain(double dbfs)
{
    return std::pow(10.0, dbfs / 20);
}

inline double wave(double hertz, double at)
{
    return std::sin(2 * std::numbers::pi * hertz * at);
}

// A sine in each channel, each with its own peak level.
inline Sound sine(double hertz, const std::vector<double> &peakDbfs, double seconds, std::uint64_t layout = 0)
{
    return made(
        int(peakDbfs.size()), seconds,
        [&](int channel, double at) { return gain(peakDbfs[std::size_t(channel)]) * wave(hertz, at); }, layout);
}

} // namespace gantry::media::tones

#pragma once
// Decoded sound on its way through a feed's own thread: a view, valid during the call that hands it over.

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gantry::media {

struct SoundView
{
    static constexpr int mostChannels = 16;

    std::span<const float> interleaved; // 1.0 = 0 dBFS; every value a number, see makeFinite()
    int channels = 0;                   // 1..mostChannels
    int sampleRate = 0;
    std::uint64_t layout = 0;                       // where each channel belongs, as a WAVE channel mask; 0: unknown
    std::optional<std::chrono::microseconds> stamp; // presentation time of the first sample

    std::size_t frames() const { return channels > 0 ? interleaved.size() / std::size_t(channels) : 0; }
    std::chrono::nanoseconds duration() const
    {
        return std::chrono::nanoseconds(
            sampleRate > 0 ? std::int64_t(frames()) * 1'000'000'000 / std::int64_t(sampleRate) : 0);
    }
};

// Bits of SoundView::layout (WAVE_FORMAT_EXTENSIBLE, dwChannelMask; the last two are FFmpeg's).
namespace channel {
constexpr std::uint64_t frontLeft = 1U << 0;
constexpr std::uint64_t frontRight = 1U << 1;
constexpr std::uint64_t frontCentre = 1U << 2;
constexpr std::uint64_t lowFrequency = 1U << 3;
constexpr std::uint64_t backLeft = 1U << 4;
constexpr std::uint64_t backRight = 1U << 5;
constexpr std::uint64_t backCentre = 1U << 8;
constexpr std::uint64_t sideLeft = 1U << 9;
constexpr std::uint64_t sideRight = 1U << 10;
constexpr std::uint64_t downmixLeft = 1U << 29;
constexpr std::uint64_t downmixRight = 1U << 30;
} // namespace channel

// The bit of the channel at `index`; 0 where the layout does not say.
inline std::uint64_t channelAt(std::uint64_t layout, int index)
{
    for (std::uint64_t bit = 1; bit != 0; bit <<= 1)
        if ((layout & bit) != 0 && index-- == 0)
            return bit;
    return 0;
}

// One value that is not a number would spoil every filter behind it for ever: it counts as silence. What is absurdly
// loud is held at 24 dB above full scale.
inline void makeFinite(std::span<float> samples)
{
    constexpr float most = 16;
    for (float &sample : samples)
        sample = std::abs(sample) <= most ? sample : sample > 0 ? most : sample < 0 ? -most : 0;
}

} // namespace gantry::media

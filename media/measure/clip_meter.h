#pragma once
// How much of the last ten seconds was clipped: samples in runs of at least three at full scale (a single one may be an
// honest peak). Of several channels the worst counts, or one clipped microphone would vanish among sixteen. One thread;
// fixed memory.

#include "media/frame/sound_view.h"

#include <array>
#include <chrono>
#include <cstdint>

namespace gantry::media {

class ClipMeter
{
public:
    static constexpr int shortestRun = 3;
    static constexpr std::chrono::seconds window{10};

    void feed(const SoundView &sound);
    // 0..1 of ten seconds, also while there were fewer: three samples at the very beginning are not "everything".
    double share() const;
    void reset() { *this = {}; }

private:
    static constexpr std::size_t buckets = 50;
    using Counts = std::array<std::uint32_t, SoundView::mostChannels>;

    std::array<Counts, buckets> m_clipped{};
    std::array<int, SoundView::mostChannels> m_run{};
    std::size_t m_bucket = 0;
    std::chrono::nanoseconds m_inBucket{0};
    int m_channels = 0;
    int m_sampleRate = 0;
};

} // namespace gantry::media

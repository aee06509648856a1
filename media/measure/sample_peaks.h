#pragma once
// The highest sample of each channel since somebody looked. One thread.

#include "media/frame/sound_view.h"

#include <array>
#include <vector>

namespace gantry::media {

class SamplePeaks
{
public:
    // 1.0 = 0 dBFS, one a channel.
    using Peaks = std::array<float, SoundView::mostChannels>;

    // Returns the peaks of this block alone, for measures that need nothing more.
    Peaks feed(const SoundView &sound);

    // dBFS since the last call, one a channel; empty when no sound came.
    std::vector<float> take();
    void reset() { *this = {}; }

private:
    Peaks m_peaks{};
    int m_channels = 0; // 0: nothing since the last look
};

} // namespace gantry::media

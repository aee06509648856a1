#pragma once
// Silence on every channel, and a channel that is dead beside another that is not. One thread.

#include "media/measure/lasting.h"
#include "media/measure/sample_peaks.h"

#include <array>
#include <chrono>

namespace gantry::media {

class SilenceFinder
{
public:
    // dBFS: a channel whose peaks stay below is silent.
    explicit SilenceFinder(double limit);

    // `peaks`: those of this block. The low frequency channel may be silent as long as it likes.
    void feed(const SoundView &sound, const SamplePeaks::Peaks &peaks);
    std::chrono::milliseconds silent() const { return m_silent.value(); }

    // The channel that has been dead for longest, from 1; of several the first. 0: none.
    struct Dead
    {
        int channel = 0;
        std::chrono::milliseconds lasts{0};
    };
    Dead dead() const;
    void reset();

private:
    float m_limit;
    int m_channels = 0;
    Lasting m_silent;
    std::array<Lasting, SoundView::mostChannels> m_dead;
};

} // namespace gantry::media

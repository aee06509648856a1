#pragma once
// A peak programme meter of type I (DIN; IEC 60268-10): quick to rise, slow to fall, as a needle that a mixer reads.
// One thread.

#include "media/frame/sound_view.h"

#include <array>
#include <vector>

namespace gantry::media {

// Rise: the rectified signal drives two integrators, and the reading is their sum. One integrator alone cannot meet the
// table; the rates below were fitted to it with bursts of 5 kHz against the same tone held:
//     burst     10 ms    5 ms    3 ms   0.4 ms
//     table     -1 dB   -2 dB   -4 dB   -15 dB
//     here      -0.8    -2.0    -3.5    -14.2
// Return: 20 dB in 1.7 s, linear in decibels.
class QuasiPeak
{
public:
    void feed(const SoundView &sound);
    // dBFS, one a channel: the highest reading since the last call, so that no burst between two looks is missed.
    // A sine held at 0 dBFS reads 0. Empty when no sound came.
    std::vector<float> take();
    void reset() { *this = {}; }

private:
    struct Needle
    {
        float quick = 0;
        float slow = 0;
        float highest = 0;
    };
    std::array<Needle, SoundView::mostChannels> m_needles{};
    int m_channels = 0;
    bool m_fresh = false;
};

} // namespace gantry::media

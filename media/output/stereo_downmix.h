#pragma once
// How loud each channel of a programme is in a pair of headphones (ITU-R BS.775: centre and surrounds 3 dB down, no low
// frequency channel). Pure.

#include <array>
#include <cstdint>
#include <vector>

namespace gantry::media {

struct StereoGain
{
    double left = 0;
    double right = 0;
    bool operator==(const StereoGain &) const = default;
};

// One a channel. Left and right stay as they are, a single channel is heard on both sides. Where the layout is unknown
// the first two are taken for left and right, and the rest is not heard: it may be anything.
std::vector<StereoGain> stereoDownmix(int channels, std::uint64_t layout);

} // namespace gantry::media

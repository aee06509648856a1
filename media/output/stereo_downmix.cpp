#include "media/output/stereo_downmix.h"

#include "media/frame/sound_view.h"

#include <numbers>

namespace gantry::media {
namespace {

constexpr double minus3dB = 1 / std::numbers::sqrt2;

StereoGain gainOf(std::uint64_t where)
{
    switch (where) {
    case channel::frontLeft:
        return {1, 0};
    case channel::frontRight:
        return {0, 1};
    case channel::frontCentre:
        return {minus3dB, minus3dB};
    case channel::sideLeft:
    case channel::backLeft:
        return {minus3dB, 0};
    case channel::sideRight:
    case channel::backRight:
        return {0, minus3dB};
    case channel::backCentre:
        return {0.5, 0.5};
    default: // low frequencies, heights, a downmix that comes along
        return {};
    }
}

} // namespace

std::vector<StereoGain> stereoDownmix(int channels, std::uint64_t layout)
{
    if (channels == 1)
        return {{1, 1}};
    std::vector<StereoGain> gains;
    for (int i = 0; i < channels; ++i) {
        if (layout != 0)
            gains.push_back(gainOf(channelAt(layout, i)));
        else
            gains.push_back({i == 0 ? 1.0 : 0.0, i == 1 ? 1.0 : 0.0});
    }
    return gains;
}

} // namespace gantry::media

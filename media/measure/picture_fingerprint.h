#pragma once
// What is left of a picture for comparing programmes: the mean luma of 16 x 9 areas. Small enough to keep 25 a second,
// and what another size, bit rate or codec does to a picture is gone in it. What brightness, contrast, noise and
// graphics do is dealt with where two series are compared (content_match).

#include "media/measure/luma_picture.h"

namespace gantry::media {

struct PictureFingerprint
{
    static constexpr int width = 16;
    static constexpr int height = 9;
    static constexpr std::size_t size = std::size_t(width) * height;

    // Row by row; 8192 is black, 57344 white, so that a little outside fits as well.
    std::array<std::uint16_t, size> areas{};

    static PictureFingerprint of(const LumaPicture &picture);
    float at(std::size_t area) const { return (float(areas[area]) - black) / range; }

private:
    static constexpr float black = 8192;
    static constexpr float range = 49152;
};

} // namespace gantry::media

#include "media/measure/picture_fingerprint.h"

#include <algorithm>

namespace gantry::media {

PictureFingerprint PictureFingerprint::of(const LumaPicture &picture)
{
    constexpr int side = LumaPicture::width / width;
    static_assert(side * width == LumaPicture::width && side * height == LumaPicture::height);
    PictureFingerprint made;
    for (int areaY = 0; areaY < height; ++areaY) {
        for (int areaX = 0; areaX < width; ++areaX) {
            float sum = 0;
            for (int y = areaY * side; y < (areaY + 1) * side; ++y)
                for (int x = areaX * side; x < (areaX + 1) * side; ++x)
                    sum += picture.at(x, y);
            const float value = black + range * sum / float(side * side);
            made.areas[std::size_t(areaY * width + areaX)] = std::uint16_t(std::clamp(value, 0.0F, 65535.0F) + 0.5F);
        }
    }
    return made;
}

} // namespace gantry::media

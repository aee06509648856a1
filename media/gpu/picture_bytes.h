#pragma once
// A picture's samples in the order in which a device keeps them: luma, then Cb and Cr in turn; 10 bits stand in the
// upper bits of two bytes. What gpu-check compares.

#include "media/gpu/texture_import.h"

#include <cstdint>
#include <vector>

namespace gantry::media {

using PictureBytes = std::vector<std::uint8_t>;

// Of a planar 4:2:0 picture in memory with 8 or more bits.
PictureBytes deviceLayout(const AVFrame &frame, int bits);
// Of textures, read back from the current context; of larger ones the picture's part.
PictureBytes textureBytes(const GlFunctions &gl, const PictureTextures &textures);

} // namespace gantry::media

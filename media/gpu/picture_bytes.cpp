#include "media/gpu/picture_bytes.h"

#include <algorithm>
#include <cstring>

extern "C" {
#include <libavutil/frame.h>
}

namespace gantry::media {
namespace {

// The first `size` of a texture that may be larger.
PictureBytes readBack(const GlFunctions &gl, GLuint name, QSize size, int channels, int bytesPerChannel)
{
    GLint width = 0;
    GLint height = 0;
    gl.bindTexture(GL_TEXTURE_2D, name);
    gl.getTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_WIDTH, &width);
    gl.getTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_HEIGHT, &height);
    const std::size_t pixel = std::size_t(channels * bytesPerChannel);
    PictureBytes all(std::size_t(width) * std::size_t(height) * pixel);
    gl.pixelStorei(GL_PACK_ALIGNMENT, 1);
    gl.getTexImage(GL_TEXTURE_2D, 0, channels == 1 ? GL_RED : GL_RG,
                   bytesPerChannel == 1 ? GL_UNSIGNED_BYTE : GL_UNSIGNED_SHORT, all.data());
    gl.bindTexture(GL_TEXTURE_2D, 0);
    PictureBytes part;
    for (int y = 0; y < std::min(size.height(), height); ++y) {
        const auto line = all.begin() + std::ptrdiff_t(std::size_t(y) * std::size_t(width) * pixel);
        part.insert(part.end(), line, line + std::ptrdiff_t(std::size_t(std::min(size.width(), width)) * pixel));
    }
    return part;
}

} // namespace

PictureBytes deviceLayout(const AVFrame &frame, int bits)
{
    PictureBytes bytes;
    const auto put = [&](int plane, int x, int y) {
        const std::uint8_t *line = frame.data[plane] + std::ptrdiff_t(y) * frame.linesize[plane];
        if (bits == 8) {
            bytes.push_back(line[x]);
            return;
        }
        std::uint16_t value = 0;
        std::memcpy(&value, line + 2 * std::ptrdiff_t(x), sizeof value);
        value = std::uint16_t(value << (16 - bits));
        bytes.push_back(std::uint8_t(value & 0xff));
        bytes.push_back(std::uint8_t(value >> 8));
    };
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            put(0, x, y);
    for (int y = 0; y < frame.height / 2; ++y)
        for (int x = 0; x < frame.width / 2; ++x)
            for (const int plane : {1, 2})
                put(plane, x, y);
    return bytes;
}

PictureBytes textureBytes(const GlFunctions &gl, const PictureTextures &textures)
{
    const int each = textures.bits > 8 ? 2 : 1;
    PictureBytes bytes = readBack(gl, textures.luma, textures.size, 1, each);
    const PictureBytes chroma = readBack(gl, textures.chroma, textures.size / 2, 2, each);
    bytes.insert(bytes.end(), chroma.begin(), chroma.end());
    return bytes;
}

} // namespace gantry::media

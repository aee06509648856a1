// Point 5 of gpu_check.h: what stands in the textures, byte for byte.

#include "media/decode/av_pointers.h"
#include "media/gpu/gpu_check_steps.h"
#include "media/gpu/gpu_proof.h"
#include "media/gpu/test_clips.h"
#include "media/gpu/texture_import.h"
#include "media/media_error.h"

#include <cstring>

extern "C" {
#include <libavutil/frame.h>
}

namespace gantry::media {
namespace {

using Outcome = GpuCheckPoint::Outcome;
using Bytes = std::vector<std::uint8_t>;

// A picture of the processor's decoder, planar, laid out as a device lays it out: luma, then Cb and Cr in turn; 10 bits
// in the upper bits of two bytes.
Bytes deviceLayout(const AVFrame &frame, int bits)
{
    Bytes bytes;
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

// The first `size` of a texture that may be larger.
Bytes readBack(const GlFunctions &gl, GLuint name, QSize size, int channels, int bytesPerChannel)
{
    GLint width = 0;
    GLint height = 0;
    gl.bindTexture(GL_TEXTURE_2D, name);
    gl.getTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_WIDTH, &width);
    gl.getTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_HEIGHT, &height);
    const std::size_t pixel = std::size_t(channels * bytesPerChannel);
    Bytes all(std::size_t(width) * std::size_t(height) * pixel);
    gl.pixelStorei(GL_PACK_ALIGNMENT, 1);
    gl.getTexImage(GL_TEXTURE_2D, 0, channels == 1 ? GL_RED : GL_RG,
                   bytesPerChannel == 1 ? GL_UNSIGNED_BYTE : GL_UNSIGNED_SHORT, all.data());
    gl.bindTexture(GL_TEXTURE_2D, 0);
    Bytes part;
    for (int y = 0; y < std::min(size.height(), height); ++y) {
        const auto line = all.begin() + std::ptrdiff_t(std::size_t(y) * std::size_t(width) * pixel);
        part.insert(part.end(), line, line + std::ptrdiff_t(std::size_t(std::min(size.width(), width)) * pixel));
    }
    return part;
}

Bytes textureBytes(const GlFunctions &gl, const PictureTextures &textures)
{
    const int each = textures.bits > 8 ? 2 : 1;
    Bytes bytes = readBack(gl, textures.luma, textures.size, 1, each);
    const Bytes chroma = readBack(gl, textures.chroma, textures.size / 2, 2, each);
    bytes.insert(bytes.end(), chroma.begin(), chroma.end());
    return bytes;
}

std::vector<Bytes> picturesOfProcessor(const TestClip &clip)
{
    std::vector<Bytes> pictures;
    static_cast<void>(decodeUnits(*softwareBackend.open().value(), clip.codec, clip.packets,
                                  [&](const AVFrame &frame) { pictures.push_back(deviceLayout(frame, clip.bits)); }));
    return pictures;
}

// Empty: equal. Nothing: the device does not decode this clip.
std::optional<QString> difference(const DecodeDevice &device, const GlFunctions &gl, const GlAccess &access,
                                  const TestClip &clip)
{
    const std::vector<Bytes> expected = picturesOfProcessor(clip);
    std::unique_ptr<TextureImport> import;
    QString fault;
    std::size_t n = 0;
    const auto compare = [&](const AVFrame &frame) {
        if (!import && fault.isEmpty()) {
            if (auto opened = openTextureImport(frame, access))
                import = std::move(*opened);
            else
                fault = opened.error();
        }
        const std::size_t which = n++;
        if (!fault.isEmpty())
            return;
        const auto textures = import->map(frame);
        if (!textures) {
            fault = textures.error();
            return;
        }
        if (which >= expected.size() || textureBytes(gl, *textures) != expected[which])
            fault = Text::tr("picture %1 differs.").arg(which + 1);
        import->unmap();
    };
    if (!device.decoder(clip.codec) || !decodeUnits(device, clip.codec, clip.packets, compare))
        return fault.isEmpty() ? std::nullopt : std::optional(fault);
    return fault;
}

} // namespace

GpuCheckPoint checkTextures(const DecodeDevice &device, const EglContext *gl)
{
    GpuCheckPoint point{.number = 5, .what = Text::tr("Textures equal to the processor's pictures")};
    GlFunctions functions;
    if (!gl || !functions.load(gl->access())) {
        point.detail = Text::tr("There is no OpenGL on this card.");
        return point;
    }
    QStringList equal;
    QStringList faults;
    for (const TestClip &clip : testClips()) {
        const auto found = difference(device, functions, gl->access(), clip);
        const QString name = clipName(clip.codec, clip.bits);
        if (found && found->isEmpty())
            equal.append(name);
        else if (found)
            faults.append(Text::tr("%1: %2").arg(name, *found));
    }
    if (equal.isEmpty() && faults.isEmpty()) {
        point.detail = Text::tr("The device decodes none of the test pictures.");
        return point;
    }
    point.outcome = faults.isEmpty() ? Outcome::Passed : Outcome::Failed;
    point.detail = (faults.isEmpty() ? equal : faults).join(QStringLiteral(", "));
    return point;
}

} // namespace gantry::media

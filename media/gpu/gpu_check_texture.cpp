// Point 5 of gpu_check.h: what stands in the textures, byte for byte.

#include "media/decode/av_pointers.h"
#include "media/gpu/gpu_check_steps.h"
#include "media/gpu/gpu_proof.h"
#include "media/gpu/picture_bytes.h"
#include "media/gpu/test_clips.h"
#include "media/gpu/texture_import.h"
#include "media/media_error.h"

extern "C" {
#include <libavutil/frame.h>
}

namespace gantry::media {
namespace {

using Outcome = GpuCheckPoint::Outcome;

std::vector<PictureBytes> picturesOfProcessor(const TestClip &clip)
{
    std::vector<PictureBytes> pictures;
    static_cast<void>(decodeUnits(*softwareBackend.open().value(), clip.codec, clip.packets,
                                  [&](const AVFrame &frame) { pictures.push_back(deviceLayout(frame, clip.bits)); }));
    return pictures;
}

// Empty: equal. Nothing: the device does not decode this clip.
std::optional<QString> difference(const DecodeDevice &device, const GlFunctions &gl, const GlAccess &access,
                                  const TestClip &clip)
{
    const std::vector<PictureBytes> expected = picturesOfProcessor(clip);
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

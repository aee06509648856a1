#include "media/gpu/texture_import.h"

#include "media/media_error.h"

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixfmt.h>
}

namespace gantry::media {

tl::expected<std::unique_ptr<TextureImport>, QString> openTextureImport(const AVFrame &frame, const GlAccess &access)
{
    switch (frame.format) {
#ifdef GANTRY_CUDA_IMPORT
    case AV_PIX_FMT_CUDA:
        return openCudaImport(frame, access);
#endif
#ifdef GANTRY_DMABUF_IMPORT
    case AV_PIX_FMT_VAAPI:
        return openDmaBufImport(frame, access);
#endif
    default:
        break;
    }
    static_cast<void>(access);
    return tl::unexpected(Text::tr("This build has no importer for these pictures."));
}

} // namespace gantry::media

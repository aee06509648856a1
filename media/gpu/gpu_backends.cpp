#include "media/gpu/gpu_backend.h"

#include <QtGlobal>

namespace gantry::media {
namespace {

// Best first; a new way to decode is one more row.
constexpr GpuBackend backends[] = {
    {"software", prepareSoftware},
};

} // namespace

const GpuBackend &prepareDecoder(AVCodecContext *context)
{
    for (const GpuBackend &backend : backends)
        if (backend.prepare(context))
            return backend;
    Q_ASSERT_X(false, "prepareDecoder", "the software row must serve every stream");
    return backends[0];
}

} // namespace gantry::media

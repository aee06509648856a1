#include "media/gpu/gpu_backend.h"
#include "media/gpu/libav_device.h"

namespace gantry::media {
namespace {

// AV_CUDA_USE_PRIMARY_CONTEXT: the context that every other user of the card in this process shares. FFmpeg refuses it
// when another user has made it with other flags; then we take one of our own. Its header wants <cuda.h>, so the number
// stands here.
constexpr int primaryContext = 1;

} // namespace

// NVIDIA: NVDEC by the driver's libcuda.so.1 and libnvcuvid.so.1.
const GpuBackend cudaBackend{"CUDA", [](int codec) { return libavKnows("cuda", codec); },
                             [] {
                                 return openLibavDevice("cuda", {{.flags = primaryContext}, {}});
                             }};

} // namespace gantry::media

#include "media/gpu/gpu_backend.h"

#include <array>

namespace gantry::media {

// Best first. CUDA before VA-API: where both exist, VA-API is a layer over the same decoder.
BackendTable gpuBackends()
{
    static constexpr std::array<const GpuBackend *, 5> table{&cudaBackend, &vaapiBackend, &videoToolboxBackend,
                                                             &d3d11Backend, &softwareBackend};
    return table;
}

} // namespace gantry::media

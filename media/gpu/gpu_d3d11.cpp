#include "media/gpu/gpu_backend.h"
#include "media/gpu/libav_device.h"

namespace gantry::media {

// Windows. Pictures are copied into memory: there is no importer of Direct3D textures yet.
const GpuBackend d3d11Backend{"D3D11VA", [](int codec) { return libavKnows("d3d11va", codec); },
                              [] { return openLibavDevice("d3d11va", {{}}); }};

} // namespace gantry::media

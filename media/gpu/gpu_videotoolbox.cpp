#include "media/gpu/gpu_backend.h"
#include "media/gpu/libav_device.h"

namespace gantry::media {

// macOS. Pictures are copied into memory: there is no importer of IOSurfaces yet.
const GpuBackend videoToolboxBackend{"VideoToolbox", [](int codec) { return libavKnows("videotoolbox", codec); },
                                     [] { return openLibavDevice("videotoolbox", {{}}); }};

} // namespace gantry::media

#include "media/gpu/gpu_backend.h"
#include "media/gpu/libav_device.h"

namespace gantry::media {

// Intel and AMD on Linux. The render node first; FFmpeg 5.1 gives up when there is none, though a driver may be reached
// through the X server.
const GpuBackend vaapiBackend{"VA-API", [](int codec) { return libavKnows("vaapi", codec); },
                              [] {
                                  return openLibavDevice("vaapi", {{}, {.option = "connection_type", .value = "x11"}});
                              }};

} // namespace gantry::media

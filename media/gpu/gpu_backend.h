#pragma once
// The table of ways to decode, best first. A way is one struct in one file, and software is the last row always. The
// rows name a device type to FFmpeg, so nothing but the zero-copy importers is written per system, and a row compiles
// everywhere: where FFmpeg was built without its type, `known` says no and nobody hears of it.

#include "media/gpu/decode_device.h"

#include <QString>
#include <tl/expected.hpp>

#include <memory>
#include <span>

namespace gantry::media {

struct GpuBackend
{
    const char *name; // as shown to people: "VA-API"
    // Whether FFmpeg, as it was built, can decode the codec (an AVCodecID) this way. Opens nothing.
    bool (*known)(int codec);
    // Opens the device, which may take a second. The error is why not, as the end of a sentence.
    tl::expected<std::unique_ptr<DecodeDevice>, QString> (*open)();
    bool trusted = false; // needs no test picture
};

extern const GpuBackend cudaBackend;
extern const GpuBackend vaapiBackend;
extern const GpuBackend videoToolboxBackend;
extern const GpuBackend d3d11Backend;
extern const GpuBackend softwareBackend;

using BackendTable = std::span<const GpuBackend *const>;
BackendTable gpuBackends();

} // namespace gantry::media

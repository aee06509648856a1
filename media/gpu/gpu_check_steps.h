#pragma once
// The parts of gpu_check.h. Only .cpp files of media/gpu include this.

#include "media/gpu/egl_context.h"
#include "media/gpu/gpu_backend.h"
#include "media/gpu/gpu_check.h"

namespace gantry::media {

// What is known of one kind of device only.
struct CheckedDevice
{
    const GpuBackend *backend;
    // Point 1; the error is what was looked for and not found: "libcuda.so.1".
    tl::expected<GpuCheckPoint, QString> (*driver)();
    GpuCheckPoint (*abilities)(const DecodeDevice &device); // point 2
    bool (*fits)(const EglContext::Card &card);
};

#ifdef GANTRY_CUDA_IMPORT
extern const CheckedDevice cudaCheck;
#endif
#ifdef GANTRY_DMABUF_IMPORT
extern const CheckedDevice vaapiCheck;
#endif

// All points of one kind of device, into `check`.
void checkDevice(const CheckedDevice &one, bool speed, GpuCheck &check,
                 const std::function<void(const GpuCheckPoint &)> &told);

// "H.265 10 bit".
QString clipName(int codec, int bits);

// Point 5. `gl` null: skipped.
GpuCheckPoint checkTextures(const DecodeDevice &device, const EglContext *gl);
// Point 6. Without `gl` the decoders alone are measured.
GpuCheckPoint checkSpeed(const DecodeDevice &device, const EglContext *gl);

} // namespace gantry::media

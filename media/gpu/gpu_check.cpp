#include "media/gpu/gpu_check.h"

#include "media/decode/av_pointers.h"
#include "media/gpu/gpu_check_steps.h"

#include <algorithm>

namespace gantry::media {
#ifdef GANTRY_EGL
namespace {

std::vector<const CheckedDevice *> checkedDevices()
{
    std::vector<const CheckedDevice *> all;
#ifdef GANTRY_CUDA_IMPORT
    all.push_back(&cudaCheck);
#endif
#ifdef GANTRY_DMABUF_IMPORT
    all.push_back(&vaapiCheck);
#endif
    return all;
}

} // namespace
#endif

bool GpuCheck::failed() const
{
    return std::any_of(points.begin(), points.end(),
                       [](const GpuCheckPoint &point) { return point.outcome == GpuCheckPoint::Outcome::Failed; });
}

GpuCheck checkGpus(bool speed, const std::function<void(const GpuCheckPoint &)> &told)
{
    quietLibav();
    GpuCheck check;
#ifdef GANTRY_EGL
    for (const CheckedDevice *one : checkedDevices())
        checkDevice(*one, speed, check, told);
#else
    static_cast<void>(speed);
    static_cast<void>(told);
#endif
    return check;
}

} // namespace gantry::media

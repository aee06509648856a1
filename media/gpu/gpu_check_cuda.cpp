// Points 1 and 2 of gpu_check.h for NVIDIA.

#include "media/gpu/gpu_check_steps.h"
#include "media/media_error.h"

#include <QFile>
#include <QLibrary>

#include <array>

// Before hwcontext_cuda.h: with CUDA_VERSION defined it does not look for the CUDA toolkit.
#define FFNV_LOG_FUNC(context, message, ...) static_cast<void>(context)
#define FFNV_DEBUG_LOG_FUNC(context, message, ...) static_cast<void>(context)
#include <ffnvcodec/dynlink_loader.h>

extern "C" {
#include <libavcodec/codec_id.h>
#include <libavutil/hwcontext.h>
#include <libavutil/hwcontext_cuda.h>
}

namespace gantry::media {
namespace {

using Outcome = GpuCheckPoint::Outcome;

struct FreeLibraries
{
    void operator()(CudaFunctions *functions) const { cuda_free_functions(&functions); }
    void operator()(CuvidFunctions *functions) const { cuvid_free_functions(&functions); }
};
using Cuda = std::unique_ptr<CudaFunctions, FreeLibraries>;
using Cuvid = std::unique_ptr<CuvidFunctions, FreeLibraries>;

Cuda loadCuda()
{
    CudaFunctions *functions = nullptr;
    return Cuda(cuda_load_functions(&functions, nullptr) < 0 ? nullptr : functions);
}

Cuvid loadCuvid()
{
    CuvidFunctions *functions = nullptr;
    return Cuvid(cuvid_load_functions(&functions, nullptr) < 0 ? nullptr : functions);
}

// "535.183.06", by the kernel's module; empty where it does not say.
QString kernelDriver()
{
    QFile file(QStringLiteral("/sys/module/nvidia/version"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString();
}

// "12.4": what the driver can do at most.
QString cudaVersion()
{
    const auto get = reinterpret_cast<CUresult(CUDAAPI *)(int *)>(
        QLibrary::resolve(QStringLiteral("cuda"), 1, "cuDriverGetVersion"));
    int version = 0;
    if (!get || get(&version) != CUDA_SUCCESS)
        return Text::tr("unknown");
    return QStringLiteral("%1.%2").arg(version / 1000).arg(version % 1000 / 10);
}

tl::expected<GpuCheckPoint, QString> driver()
{
    const Cuda cuda = loadCuda();
    if (!cuda)
        return tl::unexpected(Text::tr("libcuda.so.1 does not load"));
    int cards = 0;
    if (cuda->cuInit(0) != CUDA_SUCCESS || cuda->cuDeviceGetCount(&cards) != CUDA_SUCCESS || cards == 0)
        return tl::unexpected(Text::tr("libcuda.so.1 finds no card"));
    std::array<char, 128> name{};
    CUdevice first = 0;
    if (cuda->cuDeviceGet(&first, 0) == CUDA_SUCCESS)
        cuda->cuDeviceGetName(name.data(), int(name.size()) - 1, first);
    GpuCheckPoint point{.number = 1, .what = Text::tr("Driver")};
    const QString kernel = kernelDriver();
    point.outcome = loadCuvid() ? Outcome::Passed : Outcome::Failed;
    point.detail =
        point.outcome == Outcome::Passed
            ? Text::tr("%1, driver %2, CUDA %3")
                  .arg(QString::fromLatin1(name.data()), kernel.isEmpty() ? Text::tr("unknown") : kernel, cudaVersion())
            : Text::tr("libnvcuvid.so.1 does not load; a container needs the driver's capability “video”.");
    return point;
}

struct Ability
{
    cudaVideoCodec codec;
    int avCodec;
    int bits;
};

constexpr std::array abilitiesAsked{
    Ability{cudaVideoCodec_H264, AV_CODEC_ID_H264, 8}, Ability{cudaVideoCodec_HEVC, AV_CODEC_ID_HEVC, 8},
    Ability{cudaVideoCodec_HEVC, AV_CODEC_ID_HEVC, 10}, Ability{cudaVideoCodec_AV1, AV_CODEC_ID_AV1, 8},
    Ability{cudaVideoCodec_AV1, AV_CODEC_ID_AV1, 10}};

GpuCheckPoint abilities(const DecodeDevice &device)
{
    GpuCheckPoint point{.number = 2, .what = Text::tr("Decoder")};
    const Cuda cuda = loadCuda();
    const Cuvid cuvid = loadCuvid();
    if (!cuda || !cuvid || !cuvid->cuvidGetDecoderCaps) {
        point.detail = Text::tr("The driver does not tell.");
        return point;
    }
    const auto &context = *static_cast<const AVCUDADeviceContext *>(
        reinterpret_cast<const AVHWDeviceContext *>(device.reference()->data)->hwctx);
    if (cuda->cuCtxPushCurrent(context.cuda_ctx) != CUDA_SUCCESS) {
        point.outcome = Outcome::Failed;
        point.detail = Text::tr("CUDA refused %1.").arg(QLatin1String("cuCtxPushCurrent"));
        return point;
    }
    QStringList able;
    for (const Ability &asked : abilitiesAsked) {
        CUVIDDECODECAPS caps{};
        caps.eCodecType = asked.codec;
        caps.eChromaFormat = cudaVideoChromaFormat_420;
        caps.nBitDepthMinus8 = unsigned(asked.bits - 8);
        if (cuvid->cuvidGetDecoderCaps(&caps) == CUDA_SUCCESS && caps.bIsSupported != 0)
            able.append(Text::tr("%1 up to %2 x %3")
                            .arg(clipName(asked.avCodec, asked.bits))
                            .arg(caps.nMaxWidth)
                            .arg(caps.nMaxHeight));
    }
    CUcontext popped = nullptr;
    cuda->cuCtxPopCurrent(&popped);
    point.outcome = able.isEmpty() ? Outcome::Failed : Outcome::Passed;
    point.detail = able.isEmpty() ? Text::tr("It decodes nothing.") : able.join(QStringLiteral(", "));
    return point;
}

} // namespace

// FFmpeg opens CUDA's first card, so OpenGL must be on the same.
const CheckedDevice cudaCheck{&cudaBackend, driver, abilities,
                              [](const EglContext::Card &card) { return card.cudaOrdinal == 0; }};

} // namespace gantry::media

// CUDA's pictures into OpenGL: the textures are ours, registered with CUDA once; each picture is copied into them on
// the card. NVIDIA gives no DMA-BUF of a decoded picture, so this copy is as close to none as there is.

#include "media/gpu/texture_import.h"

#include "media/media_error.h"

#include <array>

// Before hwcontext_cuda.h: with CUDA_VERSION defined it does not look for the CUDA toolkit.
#define FFNV_LOG_FUNC(context, message, ...) static_cast<void>(context)
#define FFNV_DEBUG_LOG_FUNC(context, message, ...) static_cast<void>(context)
#include <ffnvcodec/dynlink_loader.h>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/hwcontext.h>
#include <libavutil/hwcontext_cuda.h>
}

namespace gantry::media {
namespace {

struct FreeCuda
{
    void operator()(CudaFunctions *functions) const { cuda_free_functions(&functions); }
};
struct FreeFrame
{
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
};

const AVHWFramesContext &framesOf(const AVFrame &frame)
{
    return *reinterpret_cast<const AVHWFramesContext *>(frame.hw_frames_ctx->data);
}

tl::unexpected<QString> refused(const char *call)
{
    return tl::unexpected(Text::tr("CUDA refused %1.").arg(QLatin1String(call)));
}

class CudaImport final : public TextureImport
{
public:
    CudaImport(std::unique_ptr<CudaFunctions, FreeCuda> cuda, const GlFunctions &gl, const AVFrame &frame)
        : m_cuda(std::move(cuda)), m_gl(gl), m_device(av_buffer_ref(framesOf(frame).device_ref))
    {
    }
    CudaImport(const CudaImport &) = delete;
    CudaImport &operator=(const CudaImport &) = delete;
    ~CudaImport() override
    {
        unmap();
        forgetTextures();
        av_buffer_unref(&m_device);
    }

    tl::expected<PictureTextures, QString> map(const AVFrame &frame) override
    {
        unmap();
        const AVHWFramesContext &frames = framesOf(frame);
        const bool deep = frames.sw_format != AV_PIX_FMT_NV12;
        if (deep && frames.sw_format != AV_PIX_FMT_P010 && frames.sw_format != AV_PIX_FMT_P016)
            return tl::unexpected(Text::tr("Pictures of this kind have no textures yet."));
        const AVCUDADeviceContext &device = this->device();
        if (m_cuda->cuCtxPushCurrent(device.cuda_ctx) != CUDA_SUCCESS)
            return refused("cuCtxPushCurrent");
        const char *failed = nullptr;
        if (m_textures.size != QSize(frame.width, frame.height) || deep != (m_textures.bits > 8))
            failed = makeTextures({frame.width, frame.height}, deep);
        if (!failed)
            failed = copy(frame, device.stream, deep ? 2 : 1);
        CUcontext popped = nullptr;
        m_cuda->cuCtxPopCurrent(&popped);
        if (failed)
            return refused(failed);
        m_held.reset(av_frame_clone(&frame));
        return m_textures;
    }

    void unmap() override
    {
        if (!m_held)
            return;
        // The picture goes back to the decoder, which may write into it at once: the copy must be through. It was
        // queued before whatever was drawn, so this rarely waits.
        CUcontext popped = nullptr;
        if (m_cuda->cuCtxPushCurrent(device().cuda_ctx) == CUDA_SUCCESS) {
            m_cuda->cuStreamSynchronize(device().stream);
            m_cuda->cuCtxPopCurrent(&popped);
        }
        m_held.reset();
    }

private:
    const AVCUDADeviceContext &device() const
    {
        return *static_cast<const AVCUDADeviceContext *>(
            reinterpret_cast<const AVHWDeviceContext *>(m_device->data)->hwctx);
    }

    // Null, or the call that failed. With CUDA's context pushed.
    const char *makeTextures(QSize size, bool deep)
    {
        forgetTextures();
        std::array<GLuint, 2> names{};
        m_gl.genTextures(2, names.data());
        m_textures = {names[0], names[1], size, deep ? 10 : 8};
        const QSize half((size.width() + 1) / 2, (size.height() + 1) / 2);
        makeTexture(m_textures.luma, deep ? GL_R16 : GL_R8, GL_RED, deep, size);
        makeTexture(m_textures.chroma, deep ? GL_RG16 : GL_RG8, GL_RG, deep, half);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (m_cuda->cuGraphicsGLRegisterImage(&m_resources[i], names[i], GL_TEXTURE_2D,
                                                  CU_GRAPHICS_REGISTER_FLAGS_WRITE_DISCARD) != CUDA_SUCCESS) {
                m_resources[i] = nullptr;
                forgetTextures();
                return "cuGraphicsGLRegisterImage";
            }
        }
        return nullptr;
    }

    void makeTexture(GLuint name, GLint sort, GLenum order, bool deep, QSize size) const
    {
        m_gl.bindTexture(GL_TEXTURE_2D, name);
        m_gl.texImage2D(GL_TEXTURE_2D, 0, sort, size.width(), size.height(), 0, order,
                        deep ? GL_UNSIGNED_SHORT : GL_UNSIGNED_BYTE, nullptr);
        for (const GLenum which : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
            m_gl.texParameteri(GL_TEXTURE_2D, which, GL_LINEAR);
        for (const GLenum which : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
            m_gl.texParameteri(GL_TEXTURE_2D, which, GL_CLAMP_TO_EDGE);
        m_gl.bindTexture(GL_TEXTURE_2D, 0);
    }

    const char *copy(const AVFrame &frame, CUstream stream, std::size_t sampleBytes)
    {
        if (m_cuda->cuGraphicsMapResources(2, m_resources.data(), stream) != CUDA_SUCCESS)
            return "cuGraphicsMapResources";
        const char *failed = nullptr;
        for (std::size_t plane = 0; plane < 2 && !failed; ++plane) {
            CUarray array = nullptr;
            if (m_cuda->cuGraphicsSubResourceGetMappedArray(&array, m_resources[plane], 0, 0) != CUDA_SUCCESS) {
                failed = "cuGraphicsSubResourceGetMappedArray";
                break;
            }
            CUDA_MEMCPY2D what{};
            what.srcMemoryType = CU_MEMORYTYPE_DEVICE;
            what.srcDevice = CUdeviceptr(reinterpret_cast<std::uintptr_t>(frame.data[plane]));
            what.srcPitch = std::size_t(frame.linesize[plane]);
            what.dstMemoryType = CU_MEMORYTYPE_ARRAY;
            what.dstArray = array;
            // Two samples of chroma stand for two of luma, so a line of either plane has as many bytes.
            what.WidthInBytes =
                (plane == 0 ? std::size_t(frame.width) : (std::size_t(frame.width) + 1) / 2 * 2) * sampleBytes;
            what.Height = plane == 0 ? std::size_t(frame.height) : (std::size_t(frame.height) + 1) / 2;
            if (m_cuda->cuMemcpy2DAsync(&what, stream) != CUDA_SUCCESS)
                failed = "cuMemcpy2DAsync";
        }
        if (m_cuda->cuGraphicsUnmapResources(2, m_resources.data(), stream) != CUDA_SUCCESS && !failed)
            failed = "cuGraphicsUnmapResources";
        return failed;
    }

    void forgetTextures()
    {
        CUcontext popped = nullptr;
        const bool pushed = m_cuda->cuCtxPushCurrent(device().cuda_ctx) == CUDA_SUCCESS;
        for (CUgraphicsResource &resource : m_resources) {
            if (resource)
                m_cuda->cuGraphicsUnregisterResource(resource);
            resource = nullptr;
        }
        if (pushed)
            m_cuda->cuCtxPopCurrent(&popped);
        const std::array<GLuint, 2> names{m_textures.luma, m_textures.chroma};
        m_gl.deleteTextures(2, names.data()); // 0 is nothing
        m_textures = {};
    }

    std::unique_ptr<CudaFunctions, FreeCuda> m_cuda;
    GlFunctions m_gl;
    AVBufferRef *m_device;
    PictureTextures m_textures;
    std::array<CUgraphicsResource, 2> m_resources{};
    std::unique_ptr<AVFrame, FreeFrame> m_held;
};

} // namespace

tl::expected<std::unique_ptr<TextureImport>, QString> openCudaImport(const AVFrame &frame, const GlAccess &access)
{
    GlFunctions gl;
    CudaFunctions *functions = nullptr;
    if (!gl.load(access))
        return tl::unexpected(Text::tr("This OpenGL context lacks functions of OpenGL 3.3."));
    if (cuda_load_functions(&functions, nullptr) < 0)
        return tl::unexpected(Text::tr("libcuda.so.1 does not load."));
    return std::make_unique<CudaImport>(std::unique_ptr<CudaFunctions, FreeCuda>(functions), gl, frame);
}

} // namespace gantry::media

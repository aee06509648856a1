// VA-API's pictures into OpenGL: the driver hands out the surface's memory as DMA-BUFs, and EGL makes an image of each
// plane over the same memory. Nothing is copied.

#include "media/gpu/texture_import.h"

#include "media/media_error.h"

#include <array>
#include <vector>

#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <libdrm/drm_fourcc.h>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/hwcontext.h>
#include <libavutil/hwcontext_drm.h>
}

namespace gantry::media {
namespace {

struct EglFunctions
{
    PFNEGLCREATEIMAGEKHRPROC createImage = nullptr;
    PFNEGLDESTROYIMAGEKHRPROC destroyImage = nullptr;
    void(QOPENGLF_APIENTRYP imageTargetTexture)(GLenum, void *) = nullptr;

    bool load(const GlAccess &access)
    {
        createImage = reinterpret_cast<PFNEGLCREATEIMAGEKHRPROC>(access.resolve("eglCreateImageKHR"));
        destroyImage = reinterpret_cast<PFNEGLDESTROYIMAGEKHRPROC>(access.resolve("eglDestroyImageKHR"));
        imageTargetTexture =
            reinterpret_cast<decltype(imageTargetTexture)>(access.resolve("glEGLImageTargetTexture2DOES"));
        return createImage && destroyImage && imageTargetTexture;
    }
};

struct Plane
{
    std::uint32_t format; // DRM_FORMAT_R8, …
    const AVDRMPlaneDescriptor *at;
};

// Drivers give two layers of one plane each, or one layer of two planes, whose formats we know by the layer's.
std::vector<Plane> planesOf(const AVDRMFrameDescriptor &drm)
{
    if (drm.nb_layers == 2 && drm.layers[0].nb_planes == 1 && drm.layers[1].nb_planes == 1)
        return {{drm.layers[0].format, &drm.layers[0].planes[0]}, {drm.layers[1].format, &drm.layers[1].planes[0]}};
    if (drm.nb_layers == 1 && drm.layers[0].nb_planes == 2) {
        const bool deep = drm.layers[0].format == DRM_FORMAT_P010;
        if (deep || drm.layers[0].format == DRM_FORMAT_NV12)
            return {{deep ? DRM_FORMAT_R16 : DRM_FORMAT_R8, &drm.layers[0].planes[0]},
                    {deep ? DRM_FORMAT_GR1616 : DRM_FORMAT_GR88, &drm.layers[0].planes[1]}};
    }
    return {};
}

class DmaBufImport final : public TextureImport
{
public:
    DmaBufImport(const GlFunctions &gl, const EglFunctions &egl, EGLDisplay display)
        : m_gl(gl), m_egl(egl), m_display(display)
    {
        m_gl.genTextures(2, m_names.data());
    }
    DmaBufImport(const DmaBufImport &) = delete;
    DmaBufImport &operator=(const DmaBufImport &) = delete;
    ~DmaBufImport() override
    {
        unmap();
        m_gl.deleteTextures(2, m_names.data());
    }

    tl::expected<PictureTextures, QString> map(const AVFrame &frame) override
    {
        unmap();
        m_mapped = av_frame_alloc();
        if (!m_mapped)
            return tl::unexpected(Text::tr("Out of memory."));
        m_mapped->format = AV_PIX_FMT_DRM_PRIME;
        // Waits until the picture is whole; holds it as long as it is mapped.
        if (av_hwframe_map(m_mapped, &frame, AV_HWFRAME_MAP_READ) < 0) {
            unmap();
            return tl::unexpected(Text::tr("The driver does not hand out its pictures as DMA-BUFs."));
        }
        const auto &drm = *reinterpret_cast<const AVDRMFrameDescriptor *>(m_mapped->data[0]);
        const std::vector<Plane> planes = planesOf(drm);
        const QSize half((frame.width + 1) / 2, (frame.height + 1) / 2);
        for (std::size_t i = 0; i < planes.size(); ++i) {
            if (!bind(i, drm, planes[i], i == 0 ? QSize(frame.width, frame.height) : half)) {
                unmap();
                return tl::unexpected(Text::tr("EGL does not take the driver's DMA-BUFs."));
            }
        }
        if (planes.empty()) {
            unmap();
            return tl::unexpected(Text::tr("Pictures of this kind have no textures yet."));
        }
        return PictureTextures{
            m_names[0], m_names[1], {frame.width, frame.height}, planes[0].format == DRM_FORMAT_R16 ? 10 : 8};
    }

    void unmap() override
    {
        for (EGLImageKHR &image : m_images) {
            if (image != EGL_NO_IMAGE_KHR)
                m_egl.destroyImage(m_display, image);
            image = EGL_NO_IMAGE_KHR;
        }
        av_frame_free(&m_mapped);
    }

private:
    bool bind(std::size_t which, const AVDRMFrameDescriptor &drm, const Plane &plane, QSize size)
    {
        const AVDRMObjectDescriptor &object = drm.objects[plane.at->object_index];
        std::vector<EGLint> attributes{EGL_LINUX_DRM_FOURCC_EXT,
                                       EGLint(plane.format),
                                       EGL_WIDTH,
                                       size.width(),
                                       EGL_HEIGHT,
                                       size.height(),
                                       EGL_DMA_BUF_PLANE0_FD_EXT,
                                       object.fd,
                                       EGL_DMA_BUF_PLANE0_OFFSET_EXT,
                                       EGLint(plane.at->offset),
                                       EGL_DMA_BUF_PLANE0_PITCH_EXT,
                                       EGLint(plane.at->pitch)};
        if (object.format_modifier != DRM_FORMAT_MOD_INVALID)
            attributes.insert(attributes.end(),
                              {EGL_DMA_BUF_PLANE0_MODIFIER_LO_EXT, EGLint(object.format_modifier & 0xffffffffU),
                               EGL_DMA_BUF_PLANE0_MODIFIER_HI_EXT, EGLint(object.format_modifier >> 32U)});
        attributes.push_back(EGL_NONE);
        m_images[which] =
            m_egl.createImage(m_display, EGL_NO_CONTEXT, EGL_LINUX_DMA_BUF_EXT, nullptr, attributes.data());
        if (m_images[which] == EGL_NO_IMAGE_KHR)
            return false;
        m_gl.bindTexture(GL_TEXTURE_2D, m_names[which]);
        m_egl.imageTargetTexture(GL_TEXTURE_2D, m_images[which]);
        for (const GLenum side : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
            m_gl.texParameteri(GL_TEXTURE_2D, side, GL_LINEAR);
        for (const GLenum side : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
            m_gl.texParameteri(GL_TEXTURE_2D, side, GL_CLAMP_TO_EDGE);
        m_gl.bindTexture(GL_TEXTURE_2D, 0);
        return m_gl.getError() == GL_NO_ERROR;
    }

    GlFunctions m_gl;
    EglFunctions m_egl;
    EGLDisplay m_display;
    std::array<GLuint, 2> m_names{};
    std::array<EGLImageKHR, 2> m_images{EGL_NO_IMAGE_KHR, EGL_NO_IMAGE_KHR};
    AVFrame *m_mapped = nullptr;
};

} // namespace

tl::expected<std::unique_ptr<TextureImport>, QString> openDmaBufImport(const AVFrame &, const GlAccess &access)
{
    GlFunctions gl;
    EglFunctions egl;
    if (!gl.load(access))
        return tl::unexpected(Text::tr("This OpenGL context lacks functions of OpenGL 3.3."));
    if (!access.eglDisplay || !egl.load(access))
        return tl::unexpected(Text::tr("This OpenGL context does not import DMA-BUFs; it must be one of EGL."));
    return std::make_unique<DmaBufImport>(gl, egl, access.eglDisplay);
}

} // namespace gantry::media

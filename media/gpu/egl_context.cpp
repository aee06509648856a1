#include "media/gpu/egl_context.h"

#include "media/media_error.h"

#include <QLibrary>
#include <QStringList>

#include <array>

#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace gantry::media {
namespace {

// Loaded by hand, so that a machine without EGL still runs everything else.
struct Egl
{
    decltype(&eglGetProcAddress) getProcAddress = nullptr;
    decltype(&eglInitialize) initialize = nullptr;
    decltype(&eglTerminate) terminate = nullptr;
    decltype(&eglBindAPI) bindApi = nullptr;
    decltype(&eglChooseConfig) chooseConfig = nullptr;
    decltype(&eglCreateContext) createContext = nullptr;
    decltype(&eglDestroyContext) destroyContext = nullptr;
    decltype(&eglMakeCurrent) makeCurrent = nullptr;
    PFNEGLQUERYDEVICESEXTPROC queryDevices = nullptr;
    PFNEGLQUERYDEVICESTRINGEXTPROC queryDeviceString = nullptr;
    PFNEGLQUERYDEVICEATTRIBEXTPROC queryDeviceAttribute = nullptr;
    PFNEGLGETPLATFORMDISPLAYEXTPROC getPlatformDisplay = nullptr;

    bool load()
    {
        QLibrary library(QStringLiteral("EGL"), 1);
        if (!library.load())
            return false;
        const auto core = [&](auto &function, const char *name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(library.resolve(name));
            return function != nullptr;
        };
        if (!core(getProcAddress, "eglGetProcAddress") || !core(initialize, "eglInitialize") ||
            !core(terminate, "eglTerminate") || !core(bindApi, "eglBindAPI") ||
            !core(chooseConfig, "eglChooseConfig") || !core(createContext, "eglCreateContext") ||
            !core(destroyContext, "eglDestroyContext") || !core(makeCurrent, "eglMakeCurrent"))
            return false;
        const auto extension = [&](auto &function, const char *name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(getProcAddress(name));
            return function != nullptr;
        };
        return extension(queryDevices, "eglQueryDevicesEXT") &&
               extension(queryDeviceString, "eglQueryDeviceStringEXT") &&
               extension(queryDeviceAttribute, "eglQueryDeviceAttribEXT") &&
               extension(getPlatformDisplay, "eglGetPlatformDisplayEXT");
    }

    EglContext::Card cardOf(EGLDeviceEXT device) const
    {
        EglContext::Card card;
        const char *known = queryDeviceString(device, EGL_EXTENSIONS);
        const QStringList extensions = QString::fromLatin1(known ? known : "").split(QLatin1Char(' '));
        EGLAttrib ordinal = -1;
        if (extensions.contains(QStringLiteral("EGL_NV_device_cuda")) &&
            queryDeviceAttribute(device, EGL_CUDA_DEVICE_NV, &ordinal) == EGL_TRUE)
            card.cudaOrdinal = int(ordinal);
        const char *node = nullptr;
        if (extensions.contains(QStringLiteral("EGL_EXT_device_drm_render_node")))
            node = queryDeviceString(device, EGL_DRM_RENDER_NODE_FILE_EXT);
        if (!node && extensions.contains(QStringLiteral("EGL_EXT_device_drm")))
            node = queryDeviceString(device, EGL_DRM_DEVICE_FILE_EXT);
        card.node = QString::fromLatin1(node ? node : "");
        return card;
    }
};

// Mesa's renderers on the processor.
bool isSoftware(const QString &renderer)
{
    return renderer.contains(QLatin1String("llvmpipe")) || renderer.contains(QLatin1String("softpipe")) ||
           renderer.contains(QLatin1String("swrast"));
}

} // namespace

struct EglContext::Private
{
    Egl egl;
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    GlFunctions gl;
    Card card;

    void close()
    {
        if (display == EGL_NO_DISPLAY)
            return;
        egl.makeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT)
            egl.destroyContext(display, context);
        egl.terminate(display);
        display = EGL_NO_DISPLAY;
        context = EGL_NO_CONTEXT;
    }

    bool openOn(EGLDeviceEXT device, const GlAccess &access)
    {
        display = egl.getPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, device, nullptr);
        if (display == EGL_NO_DISPLAY || egl.initialize(display, nullptr, nullptr) != EGL_TRUE) {
            display = EGL_NO_DISPLAY;
            return false;
        }
        constexpr std::array<EGLint, 5> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE};
        constexpr std::array<EGLint, 7> version{
            EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint configs = 0;
        if (egl.bindApi(EGL_OPENGL_API) == EGL_TRUE &&
            egl.chooseConfig(display, wanted.data(), &config, 1, &configs) == EGL_TRUE && configs > 0)
            context = egl.createContext(display, config, EGL_NO_CONTEXT, version.data());
        if (context != EGL_NO_CONTEXT &&
            egl.makeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE && gl.load(access))
            return true;
        close();
        return false;
    }
};

EglContext::EglContext() : d(std::make_unique<Private>()) {}

EglContext::~EglContext()
{
    d->close();
}

tl::expected<std::unique_ptr<EglContext>, QString> EglContext::open(const std::function<bool(const Card &)> &fits,
                                                                    Renderer renderer)
{
    std::unique_ptr<EglContext> context(new EglContext);
    Private &d = *context->d;
    if (!d.egl.load())
        return tl::unexpected(Text::tr("There is no EGL that lists its devices."));
    std::array<EGLDeviceEXT, 32> devices{};
    EGLint count = 0;
    if (d.egl.queryDevices(EGLint(devices.size()), devices.data(), &count) != EGL_TRUE)
        count = 0;
    QString met = Text::tr("none that fits");
    for (EGLint i = 0; i < count; ++i) {
        d.card = d.egl.cardOf(devices[std::size_t(i)]);
        if (!fits(d.card) || !d.openOn(devices[std::size_t(i)], context->access()))
            continue;
        if (renderer == Renderer::Any || !isSoftware(context->renderer()))
            return context;
        met = context->renderer();
        d.close();
    }
    return tl::unexpected(Text::tr("EGL gives no OpenGL 3.3 on this card; of its %1 devices: %2.").arg(count).arg(met));
}

const EglContext::Card &EglContext::card() const
{
    return d->card;
}

QString EglContext::vendor() const
{
    return QString::fromLatin1(reinterpret_cast<const char *>(d->gl.getString(GL_VENDOR)));
}

QString EglContext::renderer() const
{
    return QString::fromLatin1(reinterpret_cast<const char *>(d->gl.getString(GL_RENDERER)));
}

GlAccess EglContext::access() const
{
    const auto resolve = d->egl.getProcAddress;
    return {[resolve](const char *name) { return reinterpret_cast<void *>(resolve(name)); }, d->display};
}

} // namespace gantry::media

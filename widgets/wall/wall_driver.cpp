#include "widgets/wall/wall_driver.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QSurfaceFormat>

#include <algorithm>
#include <array>

namespace gantry::widgets {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::WallDriver)
};

constexpr const char *wishName = "GANTRY_WALL";

bool isSoftware(const QString &renderer)
{
    constexpr std::array<const char *, 6> names{"llvmpipe",    "softpipe",    "swrast",
                                                "SwiftShader", "GDI Generic", "Basic Render"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char *name) { return renderer.contains(QLatin1String(name), Qt::CaseInsensitive); });
}

// Qt 6.4 crashes where a window of these platforms has an OpenGL widget in it.
bool platformShowsGl()
{
    const QString platform = QGuiApplication::platformName();
    const std::array<const char *, 5> without{"offscreen", "minimal", "vnc", "linuxfb", "minimalegl"};
    return std::none_of(without.begin(), without.end(),
                        [&](const char *name) { return platform == QLatin1String(name); });
}

GlFound lookForGl()
{
    GlFound found;
    if (!platformShowsGl()) {
        found.fault = Words::tr("Windows of this platform (%1) show no OpenGL.").arg(QGuiApplication::platformName());
        return found;
    }
    QOpenGLContext context;
    context.setShareContext(QOpenGLContext::globalShareContext());
    QOffscreenSurface surface;
    surface.setFormat(QSurfaceFormat::defaultFormat());
    surface.create();
    if (!context.create() || !context.makeCurrent(&surface)) {
        found.fault = Words::tr("There is no OpenGL here.");
        return found;
    }
    const auto *name = reinterpret_cast<const char *>(context.functions()->glGetString(GL_RENDERER));
    found.renderer = QString::fromUtf8(name ? name : "");
    found.major = context.format().majorVersion();
    found.minor = context.format().minorVersion();
    found.es = context.isOpenGLES();
    context.doneCurrent();
    return found;
}

} // namespace

// The drivers that render on the processor bring a compiler with them, and are not worth loading.
bool mayHaveCard()
{
#ifdef Q_OS_LINUX
    const QDir devices(QStringLiteral("/dev"));
    return !QDir(devices.filePath(QStringLiteral("dri")))
                .entryList({QStringLiteral("renderD*")}, QDir::System)
                .isEmpty() ||
           devices.exists(QStringLiteral("nvidiactl")) || devices.exists(QStringLiteral("dxg"));
#else
    return true;
#endif
}

QString WallDriver::sentence() const
{
    return gl ? Words::tr("The walls are drawn by OpenGL: %1.").arg(renderer)
              : Words::tr("The walls are painted by the processor. %1").arg(why);
}

void prepareWallDriver()
{
    const QByteArray wish = qgetenv(wishName);
    if (wish == "raster" || (wish != "gl" && !mayHaveCard()))
        return;
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(0);
    format.setStencilBufferSize(0);
    // Several windows would wait for the screen one after the other, and the UI thread waits for nothing.
    format.setSwapInterval(0);
    // A card that was reset is then said, instead of drawing nothing for ever.
    format.setOption(QSurfaceFormat::ResetNotification);
    QSurfaceFormat::setDefaultFormat(format);
#ifdef Q_OS_LINUX
    // Only a context of EGL takes the pictures of VA-API without a copy.
    if (qEnvironmentVariableIsEmpty("QT_XCB_GL_INTEGRATION"))
        qputenv("QT_XCB_GL_INTEGRATION", "xcb_egl");
#endif
}

WallDriver chooseWallDriver(const QByteArray &wish, const GlFound &found)
{
    WallDriver driver{false, found.renderer, {}};
    const bool modern = found.es ? found.major >= 3 : found.major > 3 || (found.major == 3 && found.minor >= 3);
    if (wish == "raster")
        driver.why = Words::tr("GANTRY_WALL=raster asks for it.");
    else if (!found.fault.isEmpty())
        driver.why = found.fault;
    else if (!modern)
        driver.why = Words::tr("OpenGL %1.%2 of %3 is too old; it takes 3.3.")
                         .arg(found.major)
                         .arg(found.minor)
                         .arg(found.renderer);
    else if (isSoftware(found.renderer) && wish != "gl")
        driver.why = Words::tr("OpenGL is software here (%1), which is slower.").arg(found.renderer);
    else
        driver.gl = true;
    return driver;
}

WallDriver wallDriver()
{
    const QByteArray wish = qgetenv(wishName);
    if (wish == "raster")
        return chooseWallDriver(wish, {});
    if (wish != "gl" && !mayHaveCard())
        return chooseWallDriver(wish, {.fault = Words::tr("There is no graphics card in this machine.")});
    static const GlFound found = lookForGl();
    return chooseWallDriver(wish, found);
}

} // namespace gantry::widgets

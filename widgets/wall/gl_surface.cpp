#include "widgets/wall/wall_surface.h"

#include <QCoreApplication>
#include <QOpenGLContext>
#include <QOpenGLWidget>
#include <QPointer>
#include <QWindow>

#include <utility>

namespace gantry::widgets {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::WallDriver)
};

// A window that is on the screen has its context by then, or never.
constexpr int beatsWithoutContext = 10;

// Not a window of its own: what lies over a wall (its editor, notices) has to be seen over it.
class GlCanvas final : public QOpenGLWidget
{
public:
    GlCanvas(QWidget &canvas, std::unique_ptr<WallGl> gl, WallShaders shaders, std::function<WallLook()> look,
             std::function<void(const QString &)> fail, std::function<void()> drawn)
        : QOpenGLWidget(&canvas)
        , m_gl(std::move(gl))
        , m_shaders(std::move(shaders))
        , m_look(std::move(look))
        , m_fail(std::move(fail))
        , m_drawn(std::move(drawn))
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setGeometry(canvas.rect());
    }
    ~GlCanvas() override
    {
        if (context())
            context()->disconnect(this);
        letGo();
    }

    WallGl &wall() { return *m_gl; }

protected:
    void initializeGL() override
    {
        // Comes again when the window moves to another screen or parent, after the old context went.
        connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlCanvas::letGo);
        if (const auto opened = m_gl->open(m_shaders); !opened)
            give(opened.error());
    }
    void paintGL() override
    {
        if (m_failed)
            return;
        const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
        if (const auto drawn = m_gl->draw(pixels, rect(), m_look()); !drawn)
            give(drawn.error());
        else
            m_drawn();
    }

private:
    void letGo()
    {
        if (!context())
            return;
        makeCurrent();
        m_gl->close();
        doneCurrent();
    }
    void give(const QString &why)
    {
        if (!std::exchange(m_failed, true))
            m_fail(why);
    }

    std::unique_ptr<WallGl> m_gl;
    const WallShaders m_shaders;
    const std::function<WallLook()> m_look;
    const std::function<void(const QString &)> m_fail;
    const std::function<void()> m_drawn;
    bool m_failed = false;
};

class GlSurface final : public WallSurface
{
public:
    GlSurface(QWidget &canvas, std::unique_ptr<WallGl> gl, const WallShaders &shaders, std::function<WallLook()> look)
        : m_canvas(new GlCanvas(
              canvas, std::move(gl), shaders, std::move(look), [this](const QString &why) { fail(why); },
              [this] { lookAtCopies(); }))
    {
        m_canvas->show();
    }
    ~GlSurface() override { delete m_canvas.data(); }

    void update(const QRegion &stale) override
    {
        if (!m_canvas)
            return;
        m_canvas->wall().damage(stale);
        m_canvas->update();
    }
    void repaint(const QRegion &stale) override
    {
        if (!m_canvas)
            return;
        m_canvas->wall().damage(stale);
        m_canvas->repaint();
        lookForContext();
    }
    void resize(QSize size) override
    {
        if (m_canvas)
            m_canvas->resize(size);
    }
    media::PictureForm form() const override
    {
        return m_copies.isEmpty() ? media::PictureForm::DevicePlanes : media::PictureForm::Planes;
    }
    bool paintsCanvas() const override { return false; }
    QString note() const override { return m_copies; }
    WallGl *gl() override { return m_canvas ? &m_canvas->wall() : nullptr; }

private:
    // Not from inside of a painting: what is painted is taken away then.
    void fail(const QString &why)
    {
        QMetaObject::invokeMethod(
            this, [this, why] { Q_EMIT failed(why); }, Qt::QueuedConnection);
    }
    void lookForContext()
    {
        const QWindow *window = m_canvas->window()->windowHandle();
        if (!m_canvas->isValid() && m_canvas->isVisible() && window && window->isExposed() &&
            ++m_without == beatsWithoutContext)
            fail(Words::tr("This window got no OpenGL."));
    }
    void lookAtCopies()
    {
        const QString &fault = m_canvas->wall().importFault();
        if (fault.isEmpty() || !m_copies.isEmpty())
            return;
        m_copies = Words::tr("Pictures of the GPU are copied: %1").arg(fault);
        QMetaObject::invokeMethod(this, &WallSurface::formChanged, Qt::QueuedConnection);
    }

    QPointer<GlCanvas> m_canvas; // the canvas's child: it may go first
    QString m_copies;
    int m_without = 0;
};

} // namespace

std::unique_ptr<WallSurface> openGlSurface(QWidget &canvas, std::unique_ptr<WallGl> gl, const WallShaders &shaders,
                                           std::function<WallLook()> look)
{
    return std::make_unique<GlSurface>(canvas, std::move(gl), shaders, std::move(look));
}

} // namespace gantry::widgets

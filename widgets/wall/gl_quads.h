#pragma once
// The few things a wall draws with OpenGL, each a rectangle of its own: a decoded picture, a layer that QPainter has
// painted, a colour. Every call with the context current that open() had. UI thread only.

#include "media/frame/picture_planes.h"

#include <QByteArray>
#include <QOpenGLExtraFunctions>
#include <QOpenGLShaderProgram>
#include <QOpenGLVertexArrayObject>
#include <QString>
#include <tl/expected.hpp>

#include <array>

namespace gantry::widgets {

// Without a first line that names the language's version.
struct WallShaders
{
    QByteArray corners;
    QByteArray picture;
    QByteArray layer;
    QByteArray fill;

    // Those of resources/shaders.
    static WallShaders ours();
};

// A picture in textures, and how to read them.
struct PictureTextures
{
    enum class Order { Planes, Pairs, Rgb };
    Order order = Order::Rgb;
    std::array<GLuint, 3> names{};
    QSize size;               // in samples of the first
    media::YuvMatrix toRgb{}; // for what a texture gives: 0..1
};

class GlQuads
{
public:
    // The error is a sentence for people.
    tl::expected<void, QString> open(const WallShaders &shaders);
    void close();

    // The surface, in device pixels; what is drawn is opaque until blend(true).
    void begin(QSize surface);
    void blend(bool on);
    void end();

    // All of the picture, in `place`.
    void picture(const QRect &place, const PictureTextures &textures);
    // Pixel by pixel: what of the texture stands at `from` and on.
    void layer(const QRect &place, GLuint texture, QPoint from = {});
    void fill(const QRect &place, const QColor &colour);

private:
    struct Program
    {
        QOpenGLShaderProgram program;
        int place = -1;
        int part = -1;
    };
    bool compile(Program &one, const QByteArray &corners, const QByteArray &pixels, QString &log);
    void use(Program &one, const QRect &place, const QRectF &part);

    QOpenGLExtraFunctions m_gl;
    std::unique_ptr<Program> m_picture;
    std::unique_ptr<Program> m_layer;
    std::unique_ptr<Program> m_fill;
    QOpenGLVertexArrayObject m_corners; // core contexts draw nothing without one
    Program *m_used = nullptr;
    QSize m_surface;
};

} // namespace gantry::widgets

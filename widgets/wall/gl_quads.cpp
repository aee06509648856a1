#include "widgets/wall/gl_quads.h"

#include <QColor>
#include <QCoreApplication>
#include <QFile>
#include <QOpenGLContext>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::WallDriver)
};

// Places to look at, a side. A look is a mean of two samples by itself, so that up to a sixteenth of its size no sample
// of a picture goes unseen; half as many looks would do for that, but let stripes of three samples through.
constexpr int mostTaps = 8;

QByteArray read(const char *name)
{
    QFile file(QStringLiteral(":/gantry/shaders/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int tapsFor(int samples, int pixels)
{
    return std::clamp(int(std::ceil(double(samples) / std::max(1, pixels))), 1, mostTaps);
}

} // namespace

WallShaders WallShaders::ours()
{
    return {read("wall.vert"), read("wall_picture.frag"), read("wall_layer.frag"), read("wall_fill.frag")};
}

bool GlQuads::compile(Program &one, const QByteArray &corners, const QByteArray &pixels, QString &log)
{
    const QByteArray language = QOpenGLContext::currentContext()->isOpenGLES()
                                    ? "#version 300 es\nprecision highp float;\nprecision highp int;\n"
                                    : "#version 330 core\n";
    const bool made = one.program.addShaderFromSourceCode(QOpenGLShader::Vertex, language + corners) &&
                      one.program.addShaderFromSourceCode(QOpenGLShader::Fragment, language + pixels) &&
                      one.program.link();
    if (!made) {
        log = one.program.log().section(QLatin1Char('\n'), 0, 0);
        return false;
    }
    one.place = one.program.uniformLocation("place");
    one.part = one.program.uniformLocation("part");
    return true;
}

tl::expected<void, QString> GlQuads::open(const WallShaders &shaders)
{
    close();
    m_gl.initializeOpenGLFunctions();
    m_picture = std::make_unique<Program>();
    m_layer = std::make_unique<Program>();
    m_fill = std::make_unique<Program>();
    QString log;
    if (!compile(*m_picture, shaders.corners, shaders.picture, log) ||
        !compile(*m_layer, shaders.corners, shaders.layer, log) ||
        !compile(*m_fill, shaders.corners, shaders.fill, log)) {
        close();
        return tl::unexpected(Words::tr("A shader did not compile: %1").arg(log));
    }
    m_corners.create();
    m_picture->program.bind();
    constexpr std::array<const char *, 3> samplers{"first", "second", "third"};
    for (int unit = 0; unit < 3; ++unit)
        m_picture->program.setUniformValue(samplers[std::size_t(unit)], unit);
    m_layer->program.bind();
    m_layer->program.setUniformValue("layer", 0);
    m_layer->program.release();
    return {};
}

void GlQuads::close()
{
    m_picture.reset();
    m_layer.reset();
    m_fill.reset();
    m_corners.destroy();
}

void GlQuads::begin(QSize surface)
{
    m_surface = surface;
    m_used = nullptr;
    m_gl.glViewport(0, 0, surface.width(), surface.height());
    m_gl.glDisable(GL_DEPTH_TEST);
    m_gl.glDisable(GL_SCISSOR_TEST);
    m_gl.glDisable(GL_CULL_FACE);
    m_gl.glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    m_gl.glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA); // premultiplied
    blend(false);
    m_corners.bind();
}

void GlQuads::blend(bool on)
{
    if (on)
        m_gl.glEnable(GL_BLEND);
    else
        m_gl.glDisable(GL_BLEND);
}

void GlQuads::end()
{
    blend(false);
    m_corners.release();
    m_gl.glUseProgram(0);
    for (GLenum unit = 3; unit-- > 0;) {
        m_gl.glActiveTexture(GL_TEXTURE0 + unit);
        m_gl.glBindTexture(GL_TEXTURE_2D, 0);
    }
}

void GlQuads::use(Program &one, const QRect &place, const QRectF &part)
{
    if (m_used != &one)
        one.program.bind();
    m_used = &one;
    const float x = 2.0F / float(m_surface.width());
    const float y = 2.0F / float(m_surface.height());
    one.program.setUniformValue(one.place, float(place.x()) * x - 1, 1 - float(place.y()) * y, float(place.width()) * x,
                                -float(place.height()) * y);
    one.program.setUniformValue(one.part, float(part.x()), float(part.y()), float(part.width()), float(part.height()));
}

void GlQuads::picture(const QRect &place, const PictureTextures &textures)
{
    use(*m_picture, place, {0, 0, 1, 1});
    QOpenGLShaderProgram &program = m_picture->program;
    for (std::size_t unit = 0; unit < textures.names.size(); ++unit) {
        m_gl.glActiveTexture(GL_TEXTURE0 + GLenum(unit));
        m_gl.glBindTexture(GL_TEXTURE_2D, textures.names[unit]);
    }
    program.setUniformValue("order", int(textures.order));
    constexpr std::array<const char *, 3> rows{"red", "green", "blue"};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto &row = textures.toRgb[i];
        program.setUniformValue(rows[i], row[0], row[1], row[2], row[3]);
    }
    const int across = tapsFor(textures.size.width(), place.width());
    const int down = tapsFor(textures.size.height(), place.height());
    m_gl.glUniform2i(program.uniformLocation("taps"), across, down);
    program.setUniformValue("reach", 1.0F / float(place.width()), 1.0F / float(place.height()));
    m_gl.glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void GlQuads::layer(const QRect &place, GLuint texture, QPoint from)
{
    use(*m_layer, place, QRectF(from, place.size()));
    m_gl.glActiveTexture(GL_TEXTURE0);
    m_gl.glBindTexture(GL_TEXTURE_2D, texture);
    m_gl.glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void GlQuads::fill(const QRect &place, const QColor &colour)
{
    use(*m_fill, place, {});
    const float alpha = float(colour.alphaF());
    m_fill->program.setUniformValue("fill", float(colour.redF()) * alpha, float(colour.greenF()) * alpha,
                                    float(colour.blueF()) * alpha, alpha);
    m_gl.glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

} // namespace gantry::widgets

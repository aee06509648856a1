#include "widgets/wall/gl_layer.h"

#include <QOpenGLContext>

namespace gantry::widgets {

bool GlLayer::upload(const QImage &image, const QRegion &changed)
{
    const bool resized = m_name == 0 || image.size() != m_size;
    const QRegion parts = resized ? QRegion(image.rect()) : changed & image.rect();
    if (image.isNull() || parts.isEmpty())
        return false;
    QOpenGLExtraFunctions &gl = *QOpenGLContext::currentContext()->extraFunctions();
    if (m_name == 0)
        gl.glGenTextures(1, &m_name);
    gl.glBindTexture(GL_TEXTURE_2D, m_name);
    if (resized) {
        gl.glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width(), image.height(), 0, GL_RGBA, GL_UNSIGNED_BYTE,
                        nullptr);
        for (const GLenum which : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
            gl.glTexParameteri(GL_TEXTURE_2D, which, GL_NEAREST);
        m_size = image.size();
    }
    gl.glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    gl.glPixelStorei(GL_UNPACK_ROW_LENGTH, GLint(image.bytesPerLine() / 4));
    for (const QRect &part : parts)
        gl.glTexSubImage2D(GL_TEXTURE_2D, 0, part.x(), part.y(), part.width(), part.height(), GL_RGBA, GL_UNSIGNED_BYTE,
                           image.constScanLine(part.y()) + std::ptrdiff_t(part.x()) * 4);
    gl.glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    gl.glBindTexture(GL_TEXTURE_2D, 0);
    ++m_uploads;
    return true;
}

void GlLayer::free()
{
    if (m_name != 0)
        QOpenGLContext::currentContext()->functions()->glDeleteTextures(1, &m_name);
    m_name = 0;
    m_size = {};
}

} // namespace gantry::widgets

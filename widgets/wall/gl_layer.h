#pragma once
// A picture that QPainter has painted, as a texture: uploaded where it has changed and nowhere else. Every call but the
// constructor with the context current. UI thread only.

#include <QImage>
#include <QOpenGLExtraFunctions>
#include <QRegion>

#include <cstdint>

namespace gantry::widgets {

class GlLayer
{
public:
    GlLayer() = default;
    GlLayer(const GlLayer &) = delete;
    GlLayer &operator=(const GlLayer &) = delete;

    // `changed` in pixels of the image, which is one of four bytes a pixel. All of it where the size is another one.
    // Returns whether anything went up.
    bool upload(const QImage &image, const QRegion &changed);
    void free();

    GLuint name() const { return m_name; }
    std::uint64_t uploads() const { return m_uploads; }

private:
    GLuint m_name = 0;
    QSize m_size;
    std::uint64_t m_uploads = 0;
};

} // namespace gantry::widgets

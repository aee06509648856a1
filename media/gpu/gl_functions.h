#pragma once
// The few OpenGL functions that moving a picture into a texture takes, from whatever made the context: Qt's or a bare
// EGL one. Only .cpp files of media/gpu include this.

#include "media/frame/gl_access.h"

#include <QtGui/qopengl.h>

namespace gantry::media {

struct GlFunctions
{
    void(QOPENGLF_APIENTRYP genTextures)(GLsizei, GLuint *) = nullptr;
    void(QOPENGLF_APIENTRYP deleteTextures)(GLsizei, const GLuint *) = nullptr;
    void(QOPENGLF_APIENTRYP bindTexture)(GLenum, GLuint) = nullptr;
    void(QOPENGLF_APIENTRYP texParameteri)(GLenum, GLenum, GLint) = nullptr;
    void(QOPENGLF_APIENTRYP texImage2D)(GLenum, GLint, GLint, GLsizei, GLsizei, GLint, GLenum, GLenum,
                                        const void *) = nullptr;
    void(QOPENGLF_APIENTRYP texSubImage2D)(GLenum, GLint, GLint, GLint, GLsizei, GLsizei, GLenum, GLenum,
                                           const void *) = nullptr;
    void(QOPENGLF_APIENTRYP getTexImage)(GLenum, GLint, GLenum, GLenum, void *) = nullptr;
    void(QOPENGLF_APIENTRYP getTexLevelParameteriv)(GLenum, GLint, GLenum, GLint *) = nullptr;
    void(QOPENGLF_APIENTRYP pixelStorei)(GLenum, GLint) = nullptr;
    const GLubyte *(QOPENGLF_APIENTRYP getString)(GLenum) = nullptr;
    GLenum(QOPENGLF_APIENTRYP getError)() = nullptr;
    void(QOPENGLF_APIENTRYP finish)() = nullptr;

    // False: this context has not all of them (OpenGL ES has no getTexImage).
    bool load(const GlAccess &access);
};

} // namespace gantry::media

#pragma once
// A decoded picture as textures, without a way through memory: what a renderer asks for each picture it draws. One
// importer a renderer and device; every call with the same GL context current, on one thread.
//
//   map(picture)  ->  draw  ->  unmap()  ->  map(next) ...

#include "media/gpu/gl_functions.h"

#include <QSize>
#include <QString>
#include <tl/expected.hpp>

#include <memory>

struct AVFrame;

namespace gantry::media {

struct PictureTextures
{
    GLuint luma = 0;   // R8, or R16 with the value in the upper bits
    GLuint chroma = 0; // RG8 or RG16: Cb and Cr, half the size both ways
    QSize size;        // of the picture; the textures may be larger
    int bits = 8;      // 8 or 10
};

class TextureImport
{
public:
    virtual ~TextureImport() = default; // unmaps

    // The textures hold the picture until unmap(); the picture itself is held as long. On an error, which is a
    // sentence, nothing remains mapped.
    virtual tl::expected<PictureTextures, QString> map(const AVFrame &frame) = 0;
    // After the commands that draw were given. Waits for nothing that the driver does not wait for by itself.
    virtual void unmap() = 0;
};

// The importer for pictures such as `frame`, which lies on a device; the error says why there is none.
tl::expected<std::unique_ptr<TextureImport>, QString> openTextureImport(const AVFrame &frame, const GlAccess &access);

// The rows of that choice; each stands in a file of its own that is built where its headers are.
tl::expected<std::unique_ptr<TextureImport>, QString> openCudaImport(const AVFrame &frame, const GlAccess &access);
tl::expected<std::unique_ptr<TextureImport>, QString> openDmaBufImport(const AVFrame &frame, const GlAccess &access);

} // namespace gantry::media

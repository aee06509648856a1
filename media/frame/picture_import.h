#pragma once
// Pictures that lie on a GPU as textures of a renderer, without a way through memory. Every call with the same share
// group's context current, on one thread; the importer goes before that context does.
//
//   open(first picture, access)  ->  take(picture)  ->  draw ... draw  ->  take(next) ...

#include "media/frame/gl_access.h"
#include "media/frame/picture_planes.h"

#include <QString>
#include <tl/expected.hpp>

#include <memory>

namespace gantry::media {

// Names of OpenGL textures, R and RG; of 8 bits, or of 16 with the value in the upper ones.
struct DeviceTextures
{
    unsigned luma = 0;
    unsigned chroma = 0;
    int bits = 8;
};

class PictureImport
{
public:
    virtual ~PictureImport() = default;

    // For pictures such as this one, which lies on a device. The error is a sentence: why they have to be copied.
    static tl::expected<std::unique_ptr<PictureImport>, QString> open(const PicturePlanes &picture,
                                                                      const GlAccess &access);

    // The textures show the picture until the next call, and the picture is held as long: of a decoder's pool, which is
    // not large.
    virtual tl::expected<DeviceTextures, QString> take(const PicturePlanes &picture) = 0;
};

} // namespace gantry::media

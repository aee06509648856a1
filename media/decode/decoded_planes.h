#pragma once
// Decoded pictures as PicturePlanes: the decoder's own memory, held by reference. What has no planes that a shader
// could take (HDR and wide gamut, which are mapped by tables, RGB, packed formats) has to go through PictureScaler; a
// picture with a comb is mended first, as there.

#include "media/decode/av_pointers.h"
#include "media/decode/field_filter.h"
#include "media/frame/picture_planes.h"

#include <memory>
#include <vector>

namespace gantry::media {

class DecodedPlanes final : public PicturePlanes
{
public:
    // What was decoded, on a device or in memory.
    const AVFrame &frame() const { return *m_frame; }
    QImage image(QSize box) const override;

private:
    friend class PlaneMaker;
    AvFramePointer m_frame;
    std::vector<std::uint8_t> m_mended; // what the planes show instead, where there was a comb
};

// One thread; remembers what it knows of the feed's fields.
class PlaneMaker
{
public:
    // `box` is the largest in which it is shown. Null: it has no planes. One on a device has them there, unless it is
    // interlaced: that has to be in memory to be mended.
    std::shared_ptr<const PicturePlanes> make(const AVFrame &frame, QSize box);

private:
    FieldFilter m_fields;
};

} // namespace gantry::media

#pragma once
// Makes of one decoded picture what the readers of a slot want: itself in each wanted size. Keeps a scaler for each
// size between pictures. One thread.

#include "media/decode/decoded_planes.h"
#include "media/decode/picture_scaler.h"
#include "media/frame/picture_demand.h"
#include "media/frame/video_frame.h"

#include <memory>
#include <span>
#include <vector>

namespace gantry::media {

class PictureMaker
{
public:
    // Fills `picture` and `smaller`. `sizes` as PictureDemands gives them; none (nobody looks): one that is good enough
    // for stills. False when the format cannot be converted.
    bool make(const AVFrame &frame, std::span<const QSize> sizes, VideoFrame &made);
    // What all readers want: `planes` too, and RGB for those alone who take nothing else, or for all where the picture
    // has no planes.
    bool makeFor(const AVFrame &frame, const PictureDemands &demands, VideoFrame &made);
    // Planes of a picture that lies on a device; false: it has to come into memory.
    bool makeOnDevice(const AVFrame &frame, VideoFrame &made);

private:
    struct Scaler
    {
        QSize size;
        std::unique_ptr<PictureScaler> scaler;
    };
    PictureScaler &scalerFor(QSize size);

    std::vector<Scaler> m_scalers;
    PlaneMaker m_planes;
};

} // namespace gantry::media

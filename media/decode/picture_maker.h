#pragma once
// Makes of one decoded picture what the readers of a slot want: itself in each wanted size. Keeps a scaler for each
// size between pictures. One thread.

#include "media/decode/picture_scaler.h"
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

private:
    struct Scaler
    {
        QSize size;
        std::unique_ptr<PictureScaler> scaler;
    };
    PictureScaler &scalerFor(QSize size);

    std::vector<Scaler> m_scalers;
};

} // namespace gantry::media

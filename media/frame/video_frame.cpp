#include "media/frame/video_frame.h"

namespace gantry::media {

const QImage &VideoFrame::pictureFor(QSize box) const
{
    const QImage *best = &picture;
    for (const QImage &each : smaller) {
        if (each.width() < box.width() && each.height() < box.height())
            break;
        best = &each;
    }
    return *best;
}

} // namespace gantry::media

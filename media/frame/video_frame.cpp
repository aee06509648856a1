#include "media/frame/video_frame.h"

namespace gantry::media {

QSizeF shownSize(QSizeF source, QSizeF box)
{
    const QSizeF fitted = source.scaled(box, Qt::KeepAspectRatio);
    const bool fills =
        (box.width() - fitted.width()) * 50 < box.width() && (box.height() - fitted.height()) * 50 < box.height();
    return fills ? box : fitted;
}

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

QImage VideoFrame::imageFor(QSize box) const
{
    return picture.isNull() && planes ? planes->image(box) : pictureFor(box);
}

} // namespace gantry::media

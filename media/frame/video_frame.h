#pragma once
// One picture ready for a screen. Immutable once made, shared by pointer.

#include "media/frame/picture_planes.h"

#include <QImage>
#include <QSize>

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace gantry::media {

// How large a picture of this shape (square pixels) is shown in this box: as large as fits, whole. Where it would leave
// bars thinner than a fiftieth of the box it fills the box: that is rounding of a shape, not a shape.
QSizeF shownSize(QSizeF source, QSizeF box);

struct VideoFrame
{
    QImage picture;                                // Format_RGB32, in the largest size that is wanted, aspect kept;
                                                   // null where all who look take planes
    QSize sourceSize;                              // before scaling, with square pixels
    std::chrono::steady_clock::time_point arrived; // when the last packet of this picture was read from the socket
    std::uint64_t number = 0;                      // counts from 1 on each connection
    bool still = false;            // from a session file: its age is told by the model, not by `arrived`
    std::vector<QImage> smaller{}; // the same picture for readers that show it smaller, largest first
    std::shared_ptr<const PicturePlanes> planes{}; // the same for readers that ask for it; null where it has none

    bool hasPicture() const { return !picture.isNull() || planes; }

    // What is best shown in this box of device pixels: the smallest that fills it without being drawn larger, or
    // `picture` where none does.
    const QImage &pictureFor(QSize box) const;
    // As pictureFor(), made of the planes where there is nothing else: for those who look once in a while.
    QImage imageFor(QSize box) const;
};

using VideoFramePointer = std::shared_ptr<const VideoFrame>;

} // namespace gantry::media

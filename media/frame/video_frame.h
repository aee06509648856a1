#pragma once
// One picture ready for a screen. Immutable once made, shared by pointer.

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
    QImage picture;                                // Format_RGB32, in the largest size that is wanted, aspect kept
    QSize sourceSize;                              // before scaling, with square pixels
    std::chrono::steady_clock::time_point arrived; // when the last packet of this picture was read from the socket
    std::uint64_t number = 0;                      // counts from 1 on each connection
    bool still = false;            // from a session file: its age is told by the model, not by `arrived`
    std::vector<QImage> smaller{}; // the same picture for readers that show it smaller, largest first

    // What is best shown in this box of device pixels: the smallest that fills it without being drawn larger, or
    // `picture` where none does.
    const QImage &pictureFor(QSize box) const;
};

using VideoFramePointer = std::shared_ptr<const VideoFrame>;

} // namespace gantry::media

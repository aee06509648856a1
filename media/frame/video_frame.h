#pragma once
// One picture ready for a screen. Immutable once made, shared by pointer.

#include <QImage>
#include <QSize>

#include <chrono>
#include <cstdint>
#include <memory>

namespace gantry::media {

struct VideoFrame
{
    QImage picture;                                // Format_RGB32, scaled to what the reader asked for, aspect kept
    QSize sourceSize;                              // before scaling, with square pixels
    std::chrono::steady_clock::time_point arrived; // when the last packet of this picture was read from the socket
    std::uint64_t number = 0;                      // counts from 1 on each connection
    bool still = false; // from a session file: its age is told by the model, not by `arrived`
};

using VideoFramePointer = std::shared_ptr<const VideoFrame>;

} // namespace gantry::media

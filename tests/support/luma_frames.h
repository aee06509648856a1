#pragma once
// Decoded pictures made by hand: luma from a formula, in any format, range and depth.

#include "media/decode/av_pointers.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
}

namespace gantry::media::frames {

struct Kind
{
    int width = 320;
    int height = 180;
    AVPixelFormat format = AV_PIX_FMT_YUV420P;
    bool fullRange = false;
};

// 0 is black, 1 white.
using Luma = std::function<double(int x, int y)>;

inline void paint(AVFrame &frame, bool fullRange, const Luma &luma)
{
    const AVComponentDescriptor &part = av_pix_fmt_desc_get(AVPixelFormat(frame.format))->comp[0];
    const double black = fullRange ? 0 : double(16 << (part.depth - 8));
    const double white = fullRange ? double((1 << part.depth) - 1) : double(235 << (part.depth - 8));
    for (int y = 0; y < frame.height; ++y) {
        std::uint8_t *row = frame.data[0] + std::ptrdiff_t(y) * frame.linesize[0];
        for (int x = 0; x < frame.width; ++x) {
            const double code = std::clamp(black + luma(x, y) * (white - black), 0.0, double((1 << part.depth) - 1));
            const auto value = std::uint16_t(std::lround(code));
            if (part.depth > 8)
                reinterpret_cast<std::uint16_t *>(row)[x] = std::uint16_t(value << part.shift);
            else
                row[x] = std::uint8_t(value);
        }
    }
}

inline AvFramePointer frame(const Kind &kind, const Luma &luma)
{
    AvFramePointer frame(av_frame_alloc());
    frame->width = kind.width;
    frame->height = kind.height;
    frame->format = kind.format;
    frame->color_range = kind.fullRange ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        qFatal("no memory for a picture");
    for (int plane = 1; plane < 4 && frame->data[plane]; ++plane) // no colour
        std::fill_n(frame->data[plane], frame->linesize[plane] * ((kind.height + 1) / 2), std::uint8_t(128));
    paint(*frame, kind.fullRange, luma);
    return frame;
}

} // namespace gantry::media::frames

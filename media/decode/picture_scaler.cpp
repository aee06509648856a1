#include "media/decode/picture_scaler.h"

#include <algorithm>
#include <array>
#include <cmath>

extern "C" {
#include <libavutil/buffer.h>
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

namespace gantry::media {
namespace {

constexpr QSize unwantedSize{320, 180};
constexpr QSize largestSize{3840, 2160};
constexpr int alignment = 64; // swscale's SIMD writes whole vectors

struct BufferPool
{
    AVBufferPool *pool = nullptr;
    std::size_t size = 0;

    BufferPool() = default;
    BufferPool(const BufferPool &) = delete;
    BufferPool &operator=(const BufferPool &) = delete;
    ~BufferPool() { av_buffer_pool_uninit(&pool); } // buffers still out are freed when they come back

    AVBufferRef *take(std::size_t bytes)
    {
        if (bytes != size) {
            av_buffer_pool_uninit(&pool);
            pool = av_buffer_pool_init(bytes, nullptr);
            size = bytes;
        }
        return pool ? av_buffer_pool_get(pool) : nullptr;
    }
};

void giveBack(void *buffer)
{
    auto *reference = static_cast<AVBufferRef *>(buffer);
    av_buffer_unref(&reference);
}

// Untagged pictures follow the size, as every player does: SD is BT.601, the rest BT.709.
int matrixOf(const AVFrame &frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
        return SWS_CS_ITU601;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    default:
        return frame.height > 576 || frame.width > 1024 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

bool isFullRange(const AVFrame &frame)
{
    switch (frame.format) {
    case AV_PIX_FMT_YUVJ420P:
    case AV_PIX_FMT_YUVJ422P:
    case AV_PIX_FMT_YUVJ444P:
        return true;
    default:
        return frame.color_range == AVCOL_RANGE_JPEG;
    }
}

// The yuvj formats are deprecated names for a full range that we tell swscale ourselves.
int plainFormat(int format)
{
    switch (format) {
    case AV_PIX_FMT_YUVJ420P:
        return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
        return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
        return AV_PIX_FMT_YUV444P;
    default:
        return format;
    }
}

struct Conversion
{
    QSize from;
    QSize to;
    int format = AV_PIX_FMT_NONE;
    int matrix = 0;
    bool fullRange = false;
    bool operator==(const Conversion &) const = default;
};

} // namespace

struct PictureScaler::Private
{
    SwsContext *context = nullptr;
    Conversion conversion;
    BufferPool pool;

    bool prepare(const Conversion &wanted)
    {
        if (context && wanted == conversion)
            return true;
        sws_freeContext(context);
        // No SWS_FULL_CHR_H_INT: it makes every value exact, where now it may be off by 3, and costs three times as
        // much.
        const bool smaller = wanted.to.width() < wanted.from.width() || wanted.to.height() < wanted.from.height();
        context = sws_getContext(wanted.from.width(), wanted.from.height(), AVPixelFormat(wanted.format),
                                 wanted.to.width(), wanted.to.height(), AV_PIX_FMT_RGB32,
                                 smaller ? SWS_AREA : SWS_BILINEAR, nullptr, nullptr, nullptr);
        conversion = wanted;
        if (!context)
            return false;
        const int *matrix = sws_getCoefficients(wanted.matrix);
        sws_setColorspaceDetails(context, matrix, wanted.fullRange, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16,
                                 1 << 16);
        return true;
    }
};

PictureScaler::PictureScaler() : d(std::make_unique<Private>()) {}

PictureScaler::~PictureScaler()
{
    sws_freeContext(d->context);
}

QSize PictureScaler::squareSize(const AVFrame &frame)
{
    double width = frame.width;
    const AVRational aspect = frame.sample_aspect_ratio;
    // Beyond 4:1 it is a broken header, not a picture.
    if (aspect.num > 0 && aspect.den > 0 && aspect.num <= 4LL * aspect.den && aspect.den <= 4LL * aspect.num)
        width *= av_q2d(aspect);
    return {std::max(1, int(std::lround(width))), std::max(1, frame.height)};
}

QImage PictureScaler::scaled(const AVFrame &frame, QSize wanted)
{
    if (wanted.isEmpty())
        wanted = unwantedSize;
    const QSize box = wanted.boundedTo(largestSize);
    const QSize size = squareSize(frame).scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(2, 2));
    const Conversion conversion{
        {frame.width, frame.height}, size, plainFormat(frame.format), matrixOf(frame), isFullRange(frame)};
    if (!d->prepare(conversion))
        return {};
    const int bytesPerLine = (size.width() * 4 + alignment - 1) / alignment * alignment;
    AVBufferRef *buffer = d->pool.take(std::size_t(bytesPerLine) * std::size_t(size.height()) + alignment);
    if (!buffer)
        return {};
    const std::array<std::uint8_t *, 4> planes{buffer->data, nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{bytesPerLine, 0, 0, 0};
    const int lines = sws_scale(d->context, frame.data, frame.linesize, 0, frame.height, planes.data(), strides.data());
    if (lines != size.height()) {
        av_buffer_unref(&buffer);
        return {};
    }
    return {buffer->data, size.width(), size.height(), bytesPerLine, QImage::Format_RGB32, giveBack, buffer};
}

} // namespace gantry::media

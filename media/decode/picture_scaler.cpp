#include "media/decode/picture_scaler.h"

#include "media/decode/box_scaler.h"
#include "media/decode/field_filter.h"
#include "media/decode/picture_colour.h"
#include "media/decode/tone_map.h"
#include "media/frame/video_frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

extern "C" {
#include <libavutil/buffer.h>
#include <libavutil/frame.h>
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
    PictureColour colour;
    bool operator==(const Conversion &) const = default;
};

} // namespace

struct PictureScaler::Private
{
    SwsContext *context = nullptr;
    Conversion conversion;
    BufferPool pool;
    FieldFilter fields;
    std::optional<ToneMap> toneMap;
    BoxScaler boxes;

    bool prepare(const Conversion &wanted)
    {
        if (context && wanted == conversion)
            return true;
        sws_freeContext(context);
        // Exact rounding costs three times as much and is left out where a value may be off by 3. A tone map is steep
        // in the dark and would make a tint of that.
        const bool exact = ToneMap::isNeededFor(wanted.colour);
        const bool smaller = wanted.to.width() < wanted.from.width() || wanted.to.height() < wanted.from.height();
        const int flags = (smaller ? SWS_AREA : SWS_BILINEAR) | (exact ? SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT : 0);
        context =
            sws_getContext(wanted.from.width(), wanted.from.height(), AVPixelFormat(wanted.format), wanted.to.width(),
                           wanted.to.height(), AV_PIX_FMT_RGB32, flags, nullptr, nullptr, nullptr);
        conversion = wanted;
        if (!context)
            return false;
        const int *matrix = sws_getCoefficients(wanted.colour.matrix);
        sws_setColorspaceDetails(context, matrix, wanted.colour.fullRange, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0,
                                 1 << 16, 1 << 16);
        if (!exact)
            toneMap.reset();
        else if (!toneMap || !(toneMap->colour() == wanted.colour))
            toneMap.emplace(wanted.colour);
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
    const QSize size = shownSize(squareSize(frame), box).toSize().expandedTo(QSize(2, 2));
    const FieldFilter::View view = d->fields.uncombed(frame, size.height());
    const Conversion conversion{{frame.width, view.height}, size, plainFormat(frame.format), colourOf(frame)};
    const bool simple = conversion.format == AV_PIX_FMT_YUV420P && BoxScaler::serves(conversion.from, size) &&
                        !ToneMap::isNeededFor(conversion.colour);
    if (!simple && !d->prepare(conversion))
        return {};
    const int bytesPerLine = (size.width() * 4 + alignment - 1) / alignment * alignment;
    AVBufferRef *buffer = d->pool.take(std::size_t(bytesPerLine) * std::size_t(size.height()) + alignment);
    if (!buffer)
        return {};
    if (simple) {
        const BoxScaler::Source source{{view.planes[0], view.planes[1], view.planes[2]},
                                       {view.strides[0], view.strides[1], view.strides[2]},
                                       conversion.from};
        d->boxes.scale(source, size, conversion.colour, buffer->data, bytesPerLine);
        return {buffer->data, size.width(), size.height(), bytesPerLine, QImage::Format_RGB32, giveBack, buffer};
    }
    const std::array<std::uint8_t *, 4> planes{buffer->data, nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{bytesPerLine, 0, 0, 0};
    const int lines =
        sws_scale(d->context, view.planes.data(), view.strides.data(), 0, view.height, planes.data(), strides.data());
    if (lines != size.height()) {
        av_buffer_unref(&buffer);
        return {};
    }
    if (d->toneMap)
        d->toneMap->apply(buffer->data, size.width(), size.height(), bytesPerLine);
    return {buffer->data, size.width(), size.height(), bytesPerLine, QImage::Format_RGB32, giveBack, buffer};
}

} // namespace gantry::media

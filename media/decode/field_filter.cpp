#include "media/decode/field_filter.h"

#include "media/decode/picture_format.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

namespace gantry::media {
namespace {

constexpr int visibleStep = 8;         // of 255: a comb with less contrast is not seen
constexpr int sampledEvery = 8;        // lines
constexpr double combedShare = 0.0005; // of the sampled pixels; a caption's edges are below, a moving face above
constexpr int holdPictures = 25;

// What is needed to walk over the samples of a format.
struct Samples
{
    int planes = 0;
    int bytes = 1;
    int step = 0; // visibleStep in the samples' own scale
};

std::optional<Samples> samplesOf(const AVFrame &frame)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame.format));
    constexpr auto unfit = std::uint64_t(AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL |
                                         AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_FLOAT);
    if (!format || (format->flags & unfit) != 0 || format->nb_components < 3 || format->comp[0].plane != 0 ||
        format->comp[1].plane == 0 || format->comp[0].depth > 16)
        return std::nullopt;
    const int depth = format->comp[0].depth;
    const int scale = depth - 8 + format->comp[0].shift;
    if (scale < 0)
        return std::nullopt;
    return Samples{av_pix_fmt_count_planes(AVPixelFormat(frame.format)), depth > 8 ? 2 : 1, visibleStep << scale};
}

// Five lines of which `own` is in the middle: above and below are of the other field, before and after of its own.
template <typename T>
struct Lines
{
    const T *before, *above, *own, *below, *after;
};

template <typename T>
Lines<T> linesAt(const std::uint8_t *plane, int stride, int y, int height)
{
    const auto line = [&](int at) {
        return reinterpret_cast<const T *>(plane + std::ptrdiff_t(std::clamp(at, 0, height - 1)) * stride);
    };
    const int lastOther = y + 1 < height ? y + 1 : y - 1;
    return {line(y >= 2 ? y - 2 : y), line(y >= 1 ? y - 1 : y + 1), line(y), line(lastOther),
            line(y + 2 < height ? y + 2 : y)};
}

// Stands out between the other field's lines, on one side of both, and not among its own.
inline bool isCombed(int before, int above, int own, int below, int after, int step)
{
    const int other = std::abs(2 * own - above - below);
    const int same = std::abs(2 * own - before - after);
    const bool outside = (own > above) == (own > below) && own != above && own != below;
    return outside && other > 2 * step && other > 2 * same;
}

template <typename T>
int countCombed(const Lines<T> &lines, int width, int step)
{
    int count = 0;
    for (int x = 0; x < width; ++x)
        count += isCombed(lines.before[x], lines.above[x], lines.own[x], lines.below[x], lines.after[x], step) ? 1 : 0;
    return count;
}

template <typename T>
void mend(const Lines<T> &lines, T *into, int width, int step)
{
    for (int x = 0; x < width; ++x) {
        const int mean = (lines.above[x] + lines.below[x] + 1) / 2;
        const bool combed =
            isCombed(lines.before[x], lines.above[x], lines.own[x], lines.below[x], lines.after[x], step);
        into[x] = T(combed ? mean : lines.own[x]);
    }
}

template <typename T>
bool hasComb(const AVFrame &frame, int secondField, int step)
{
    std::int64_t combed = 0;
    std::int64_t seen = 0;
    for (int y = 2 + secondField; y + 2 < frame.height; y += sampledEvery, seen += frame.width)
        combed += countCombed(linesAt<T>(frame.data[0], frame.linesize[0], y, frame.height), frame.width, step);
    return seen > 0 && double(combed) > double(seen) * combedShare;
}

template <typename T>
void mendPlane(const std::uint8_t *from, int stride, std::uint8_t *into, int width, int height, int second, int step)
{
    for (int y = 0; y < height; ++y, into += std::size_t(width) * sizeof(T)) {
        if (y % 2 == second)
            mend(linesAt<T>(from, stride, y, height), reinterpret_cast<T *>(into), width, step);
        else
            std::memcpy(into, from + std::ptrdiff_t(y) * stride, std::size_t(width) * sizeof(T));
    }
}

} // namespace

FieldFilter::View FieldFilter::uncombed(const AVFrame &frame, int wantedHeight)
{
    View view{{frame.data[0], frame.data[1], frame.data[2], frame.data[3]},
              {frame.linesize[0], frame.linesize[1], frame.linesize[2], frame.linesize[3]},
              frame.height};
    const std::optional<Samples> samples = isInterlaced(frame) ? samplesOf(frame) : std::nullopt;
    if (!samples || frame.height < 8) {
        m_combedFor = 0;
        return view;
    }
    const int second = isTopFieldFirst(frame) ? 1 : 0;
    const bool wide = samples->bytes == 2;
    if (wide ? hasComb<std::uint16_t>(frame, second, samples->step)
             : hasComb<std::uint8_t>(frame, second, samples->step))
        m_combedFor = holdPictures;
    if (m_combedFor == 0)
        return view;
    --m_combedFor;

    if (wantedHeight * 2 <= frame.height && frame.height % 4 == 0) {
        for (std::size_t plane = 0; plane < std::size_t(samples->planes); ++plane) {
            view.planes[plane] += second == 1 ? 0 : view.strides[plane];
            view.strides[plane] *= 2;
        }
        view.height /= 2;
        return view;
    }

    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame.format));
    std::array<int, 4> heights{};
    std::size_t whole = 0;
    for (int plane = 0; plane < samples->planes; ++plane) {
        const auto i = std::size_t(plane);
        view.strides[i] = av_image_get_linesize(AVPixelFormat(frame.format), frame.width, plane);
        heights[i] = plane == 0 ? frame.height : -((-frame.height) >> format->log2_chroma_h);
        whole += std::size_t(view.strides[i]) * std::size_t(heights[i]);
    }
    m_mended.resize(whole + 64); // swscale reads whole vectors
    std::uint8_t *into = m_mended.data();
    for (int plane = 0; plane < samples->planes; ++plane) {
        const auto i = std::size_t(plane);
        const int width = view.strides[i] / samples->bytes;
        if (wide)
            mendPlane<std::uint16_t>(frame.data[i], frame.linesize[i], into, width, heights[i], second, samples->step);
        else
            mendPlane<std::uint8_t>(frame.data[i], frame.linesize[i], into, width, heights[i], second, samples->step);
        view.planes[i] = into;
        into += std::size_t(view.strides[i]) * std::size_t(heights[i]);
    }
    return view;
}

} // namespace gantry::media

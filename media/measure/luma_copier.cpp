#include "media/measure/luma_copier.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <type_traits>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
}

namespace gantry::media {
namespace {

constexpr int mostSide = 16384;
constexpr int histogramStep = 16; // every sixteenth column: 23 thousand samples of a 720p picture
constexpr int mostRows = 8;       // of a row of cells
constexpr int rowsOfFingerprint = 2;

struct Plane
{
    const std::uint8_t *data = nullptr;
    int stride = 0;
    int width = 0;
    int height = 0;
    int depth = 8; // bits
    int shift = 0; // P010 keeps its ten bits at the upper end
    bool fullRange = false;
};

bool isFullRange(const AVFrame &frame)
{
    switch (frame.format) {
    case AV_PIX_FMT_YUVJ420P:
    case AV_PIX_FMT_YUVJ422P:
    case AV_PIX_FMT_YUVJ440P:
    case AV_PIX_FMT_YUVJ444P:
        return true;
    default:
        return frame.color_range == AVCOL_RANGE_JPEG;
    }
}

std::optional<Plane> lumaOf(const AVFrame &frame)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame.format));
    constexpr std::uint64_t unfit = AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM |
                                    AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_BAYER |
                                    AV_PIX_FMT_FLAG_FLOAT;
    if (!format || (format->flags & unfit) != 0 || format->nb_components == 0)
        return std::nullopt;
    const AVComponentDescriptor &luma = format->comp[0];
    const bool plain =
        luma.offset == 0 && luma.step == (luma.depth > 8 ? 2 : 1) && luma.depth >= 8 && luma.depth + luma.shift <= 16;
    const bool sized = frame.width >= 1 && frame.height >= 1 && frame.width <= mostSide && frame.height <= mostSide;
    if (!plain || !sized || !frame.data[luma.plane])
        return std::nullopt;
    return Plane{frame.data[luma.plane], frame.linesize[luma.plane], frame.width, frame.height, luma.depth, luma.shift,
                 isFullRange(frame)};
}

// Eight numbers side by side: compilers make vector code of them at every level of optimisation.
template <typename Number>
using Eight [[gnu::vector_size(8 * sizeof(Number))]] = Number;

// Wide enough for the sum of eight samples.
template <typename Sample>
using Sum = std::conditional_t<sizeof(Sample) == 1, std::uint16_t, std::uint32_t>;

// The sums of the columns over some rows.
template <typename Sample>
void addRows(Sum<Sample> *sums, std::span<const Sample *const> rows, int width)
{
    int x = 0;
    for (; x + 8 <= width; x += 8) {
        Eight<Sum<Sample>> sum{};
        for (const Sample *row : rows) {
            Eight<Sample> samples;
            std::memcpy(&samples, row + x, sizeof samples);
            sum += __builtin_convertvector(samples, Eight<Sum<Sample>>);
        }
        std::memcpy(sums + x, &sum, sizeof sum);
    }
    for (; x < width; ++x) {
        sums[x] = 0;
        for (const Sample *row : rows)
            sums[x] = Sum<Sample>(sums[x] + row[x]);
    }
}

template <typename Sample>
void countRow(LumaPicture &picture, const Sample *row, const Plane &plane)
{
    const int toEight = plane.shift + plane.depth - 8;
    for (int x = histogramStep / 2; x < plane.width; x += histogramStep)
        ++picture.histogram[std::size_t(row[x] >> toEight) & 0xffU];
}

// Where cell `index` of `count` begins, of `length` samples.
int edge(int index, int count, int length)
{
    return int(std::int64_t(index) * length / count);
}

template <typename Sample>
void fill(LumaPicture &picture, const Plane &plane, int rowsPerCell, bool counted,
          std::vector<std::uint32_t> &lineOfSums)
{
    const float black = plane.fullRange ? 0.0F : float(16 << (plane.depth - 8));
    const float white = plane.fullRange ? float((1 << plane.depth) - 1) : float(235 << (plane.depth - 8));
    const float scale = 1.0F / float(1 << plane.shift);
    picture.blackCode = plane.fullRange ? 0.0F : 16.0F;
    picture.whiteCode = plane.fullRange ? 255.0F : 235.0F;
    lineOfSums.resize(std::size_t(plane.width));
    auto *sums = reinterpret_cast<Sum<Sample> *>(lineOfSums.data());
    for (int cellY = 0; cellY < LumaPicture::height; ++cellY) {
        const int top = std::min(edge(cellY, LumaPicture::height, plane.height), plane.height - 1);
        const int bottom = std::max(top + 1, edge(cellY + 1, LumaPicture::height, plane.height));
        const int rows = std::min(rowsPerCell, bottom - top);
        std::array<const Sample *, mostRows> lines{};
        for (int i = 0; i < rows; ++i) {
            const int y = top + (2 * i + 1) * (bottom - top) / (2 * rows);
            const std::uint8_t *line = plane.data + std::ptrdiff_t(y) * plane.stride;
            lines[std::size_t(i)] = reinterpret_cast<const Sample *>(line);
            if (counted)
                countRow(picture, lines[std::size_t(i)], plane);
        }
        addRows<Sample>(sums, std::span(lines).first(std::size_t(rows)), plane.width);
        for (int cellX = 0; cellX < LumaPicture::width; ++cellX) {
            const int left = std::min(edge(cellX, LumaPicture::width, plane.width), plane.width - 1);
            const int right = std::max(left + 1, edge(cellX + 1, LumaPicture::width, plane.width));
            std::uint32_t sum = 0; // at most 256 columns of 8 rows of 16 bits
            for (int x = left; x < right; ++x)
                sum += sums[x];
            const float mean = float(sum) / float((right - left) * rows) * scale;
            picture.cells[std::size_t(cellY * LumaPicture::width + cellX)] = (mean - black) / (white - black);
        }
    }
    for (const std::uint32_t count : picture.histogram)
        picture.samples += count;
}

} // namespace

std::optional<LumaPicture> LumaCopier::copy(const AVFrame &frame, Detail detail)
{
    const std::optional<Plane> plane = lumaOf(frame);
    if (!plane)
        return std::nullopt;
    const bool measures = detail == Detail::Measures;
    std::optional<LumaPicture> picture(std::in_place);
    if (plane->depth > 8)
        fill<std::uint16_t>(*picture, *plane, measures ? mostRows : rowsOfFingerprint, measures, m_sums);
    else
        fill<std::uint8_t>(*picture, *plane, measures ? mostRows : rowsOfFingerprint, measures, m_sums);
    return picture;
}

} // namespace gantry::media

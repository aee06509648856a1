#include "media/decode/box_scaler.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

extern "C" {
#include <libswscale/swscale.h>
}

#if defined(__x86_64__)
#include <immintrin.h>
#define GANTRY_AVX2 __attribute__((target("avx2")))
#endif

namespace gantry::media {
namespace {

constexpr int largestStep = 24;
constexpr int vector = 32;

// The source samples that one sample of the result covers, with how much of each: an area as wide as the step, and
// never narrower than a sample, which makes it a blend of neighbours where a plane grows.
struct Cover
{
    int first = 0;
    std::vector<double> shares; // sum 1
};

Cover coverOf(int index, int from, int to)
{
    const double step = double(from) / to;
    const double width = std::max(1.0, step);
    const double begin = (index + 0.5) * step - width / 2;
    const double end = begin + width;
    Cover cover;
    cover.first = std::clamp(int(std::floor(begin)), 0, from - 1);
    for (int at = int(std::floor(begin)); at < end; ++at) {
        const double share = (std::min(end, at + 1.0) - std::max(begin, double(at))) / width;
        if (share < 1e-6)
            continue;
        const auto place = std::size_t(std::clamp(at, 0, from - 1) - cover.first);
        if (place >= cover.shares.size())
            cover.shares.resize(place + 1);
        cover.shares[place] += share;
    }
    return cover;
}

// As whole numbers whose sum is exact: a flat area stays what it is.
template <typename Weight>
void quantise(const std::vector<double> &shares, int sum, Weight *weights)
{
    int left = sum;
    std::size_t largest = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        weights[i] = Weight(std::lround(shares[i] * sum));
        left -= weights[i];
        largest = shares[i] > shares[largest] ? i : largest;
    }
    weights[largest] = Weight(weights[largest] + left);
}

#if defined(__x86_64__)

GANTRY_AVX2 inline __m256i sixteen(const std::uint8_t *from)
{
    return _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i *>(from)));
}

// Two lines at a time: their samples side by side, each times its weight. Sums of 7 bit weights fit.
GANTRY_AVX2 inline void addPair(const std::uint8_t *upper, const std::uint8_t *lower, __m256i weights, __m256i &low,
                                __m256i &high)
{
    const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(upper));
    const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(lower));
    low = _mm256_add_epi16(low, _mm256_maddubs_epi16(_mm256_unpacklo_epi8(a, b), weights));
    high = _mm256_add_epi16(high, _mm256_maddubs_epi16(_mm256_unpackhi_epi8(a, b), weights));
}

GANTRY_AVX2 inline __m256i meanOf(__m256i low, __m256i high)
{
    return _mm256_packus_epi16(_mm256_srli_epi16(low, 7), _mm256_srli_epi16(high, 7));
}

template <typename Pair>
GANTRY_AVX2 void joinRows(const std::uint8_t *plane, int stride, std::span<const Pair> pairs, int width,
                          std::uint8_t *made)
{
    const __m256i half = _mm256_set1_epi16(64);
    const auto line = [&](int row) { return plane + std::ptrdiff_t(row) * stride; };
    int x = 0;
    for (; x + vector <= width; x += vector) {
        __m256i low = half;
        __m256i high = half;
        for (const Pair &pair : pairs)
            addPair(line(pair.upper) + x, line(pair.lower) + x, _mm256_set1_epi16(pair.weights), low, high);
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(made + x), meanOf(low, high));
    }
    if (x == width)
        return;
    // The last vector of the last line may not be read beyond its end.
    __m256i low = half;
    __m256i high = half;
    for (const Pair &pair : pairs) {
        alignas(vector) std::uint8_t rest[2][vector] = {};
        std::copy_n(line(pair.upper) + x, width - x, rest[0]);
        std::copy_n(line(pair.lower) + x, width - x, rest[1]);
        addPair(rest[0], rest[1], _mm256_set1_epi16(pair.weights), low, high);
    }
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(made + x), meanOf(low, high));
}

// Each pair becomes its mean, in place.
GANTRY_AVX2 void halve(std::uint8_t *line, int width)
{
    const __m256i ones = _mm256_set1_epi8(1);
    const __m256i one = _mm256_set1_epi16(1);
    for (int x = 0; x < width; x += vector) {
        const __m256i pairs = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(line + x));
        const __m256i means = _mm256_srli_epi16(_mm256_add_epi16(_mm256_maddubs_epi16(pairs, ones), one), 1);
        const __m256i packed = _mm256_permute4x64_epi64(_mm256_packus_epi16(means, means), 0xd8);
        _mm_storeu_si128(reinterpret_cast<__m128i *>(line + x / 2), _mm256_castsi256_si128(packed));
    }
}

template <typename Group>
GANTRY_AVX2 void joinColumns(const std::uint8_t *line, const std::vector<Group> &groups, std::uint8_t *made)
{
    const __m256i ones = _mm256_set1_epi16(1);
    const __m256i half = _mm256_set1_epi32(32);
    for (const Group &group : groups) {
        const __m256i source = _mm256_inserti128_si256(
            _mm256_castsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i *>(line + group.first[0]))),
            _mm_loadu_si128(reinterpret_cast<const __m128i *>(line + group.first[1])), 1);
        const __m256i taken =
            _mm256_shuffle_epi8(source, _mm256_loadu_si256(reinterpret_cast<const __m256i *>(group.shuffle.data())));
        const __m256i pairs =
            _mm256_maddubs_epi16(taken, _mm256_loadu_si256(reinterpret_cast<const __m256i *>(group.weights.data())));
        __m256i sums = _mm256_srai_epi32(_mm256_add_epi32(_mm256_madd_epi16(pairs, ones), half), 6);
        sums = _mm256_packs_epi32(sums, sums);
        sums = _mm256_packus_epi16(sums, sums);
        const std::int32_t low = _mm256_extract_epi32(sums, 0);
        const std::int32_t high = _mm256_extract_epi32(sums, 4);
        std::memcpy(made, &low, 4);
        std::memcpy(made + 4, &high, 4);
        made += 8;
    }
}

// Q13; made for samples that are shifted by 7, which gives Q5.
struct Matrix
{
    std::int16_t black = 16;
    std::int16_t luma = 0, redCr = 0, greenCb = 0, greenCr = 0, blueCb = 0;
};

Matrix matrixOf(const PictureColour &colour)
{
    const int *table = sws_getCoefficients(colour.matrix); // Cr->R, Cb->B, Cb->G, Cr->G for limited range, Q16
    const double range = colour.fullRange ? 224.0 / 255 : 1.0;
    const auto q13 = [&](int value) { return std::int16_t(std::lround(value * range / 8)); };
    const double luma = colour.fullRange ? 1.0 : 255.0 / 219;
    return {std::int16_t(colour.fullRange ? 0 : 16),
            std::int16_t(std::lround(luma * 8192)),
            q13(table[0]),
            q13(table[2]),
            q13(table[3]),
            q13(table[1])};
}

GANTRY_AVX2 inline __m256i coded(__m256i samples, __m256i zero)
{
    return _mm256_slli_epi16(_mm256_sub_epi16(samples, zero), 7);
}

GANTRY_AVX2 inline __m256i times(__m256i samples, std::int16_t factor)
{
    return _mm256_mulhrs_epi16(samples, _mm256_set1_epi16(factor));
}

GANTRY_AVX2 inline __m256i doubled(const std::uint8_t *from)
{
    const __m128i eight = _mm_loadl_epi64(reinterpret_cast<const __m128i *>(from));
    return _mm256_cvtepu8_epi16(_mm_unpacklo_epi8(eight, eight));
}

GANTRY_AVX2 inline __m128i bytes(__m256i values)
{
    const __m256i whole = _mm256_srai_epi16(values, 5);
    return _mm256_castsi256_si128(_mm256_permute4x64_epi64(_mm256_packus_epi16(whole, whole), 0xd8));
}

GANTRY_AVX2 void toRgb(const std::uint8_t *y, const std::uint8_t *cb, const std::uint8_t *cr, int width,
                       const Matrix &matrix, std::uint8_t *pixels)
{
    const __m256i black = _mm256_set1_epi16(matrix.black);
    const __m256i grey = _mm256_set1_epi16(128);
    const __m256i half = _mm256_set1_epi16(16);
    const __m128i opaque = _mm_set1_epi8(-1);
    for (int x = 0; x < width; x += 16) {
        const __m256i luma = sixteen(y + x);
        const __m256i light = _mm256_add_epi16(times(coded(luma, black), matrix.luma), half);
        const __m256i u = coded(doubled(cb + x / 2), grey);
        const __m256i v = coded(doubled(cr + x / 2), grey);
        const __m128i red = bytes(_mm256_add_epi16(light, times(v, matrix.redCr)));
        const __m128i green =
            bytes(_mm256_sub_epi16(light, _mm256_add_epi16(times(u, matrix.greenCb), times(v, matrix.greenCr))));
        const __m128i blue = bytes(_mm256_add_epi16(light, times(u, matrix.blueCb)));
        const __m128i bgLow = _mm_unpacklo_epi8(blue, green);
        const __m128i bgHigh = _mm_unpackhi_epi8(blue, green);
        const __m128i raLow = _mm_unpacklo_epi8(red, opaque);
        const __m128i raHigh = _mm_unpackhi_epi8(red, opaque);
        auto *to = reinterpret_cast<__m128i *>(pixels + std::ptrdiff_t(x) * 4);
        _mm_storeu_si128(to, _mm_unpacklo_epi16(bgLow, raLow));
        _mm_storeu_si128(to + 1, _mm_unpackhi_epi16(bgLow, raLow));
        _mm_storeu_si128(to + 2, _mm_unpacklo_epi16(bgHigh, raHigh));
        _mm_storeu_si128(to + 3, _mm_unpackhi_epi16(bgHigh, raHigh));
    }
}

#endif

} // namespace

bool BoxScaler::serves(QSize from, QSize to)
{
#if defined(__x86_64__)
    static const bool able = __builtin_cpu_supports("avx2") != 0;
    const auto smaller = [](int source, int made) {
        return made >= 8 && made <= source && source <= made * largestStep;
    };
    return able && smaller(from.width(), to.width()) && smaller(from.height(), to.height());
#else
    Q_UNUSED(from)
    Q_UNUSED(to)
    return false;
#endif
}

std::vector<BoxScaler::Rows> BoxScaler::rowsOf(int from, int to)
{
    std::vector<Rows> all(std::size_t(to), Rows{});
    for (int i = 0; i < to; ++i) {
        const Cover cover = coverOf(i, from, to);
        std::array<int, mostRows + 1> weights{};
        quantise(cover.shares, 128, weights.data());
        Rows &rows = all[std::size_t(i)];
        // One row alone: 128 does not fit into a weight.
        if (const auto alone = std::ranges::find(weights, 128); alone != weights.end()) {
            const int row = cover.first + int(alone - weights.begin());
            rows.pairs[rows.count++] = {row, row, 64 | (64 << 8)};
            continue;
        }
        for (std::size_t row = 0; row < cover.shares.size(); row += 2) {
            const int upper = cover.first + int(row);
            const int lower = row + 1 < cover.shares.size() ? upper + 1 : upper; // of weight 0 then
            rows.pairs[rows.count++] = {upper, lower, std::int16_t(weights[row] | (weights[row + 1] << 8))};
        }
    }
    return all;
}

BoxScaler::Columns BoxScaler::columnsOf(int from, int to)
{
    Columns columns;
    columns.from = from;
    columns.to = to;
    for (; from > 3 * to; from = (from + 1) / 2)
        ++columns.halvings;
    columns.groups.resize(std::size_t(to + 7) / 8);
    for (int i = 0; i < int(columns.groups.size()) * 8; ++i) {
        const Cover cover = coverOf(std::min(i, to - 1), from, to);
        Columns::Group &group = columns.groups[std::size_t(i) / 8];
        const std::size_t lane = std::size_t(i) % 8 / 4;
        if (i % 4 == 0)
            group.first[lane] = cover.first;
        const std::size_t at = std::size_t(i) % 8 * 4;
        std::fill_n(group.weights.begin() + std::ptrdiff_t(at), 4, std::int8_t(0));
        quantise(cover.shares, 64, group.weights.data() + at);
        for (std::size_t tap = 0; tap < 4; ++tap)
            group.shuffle[at + tap] = std::uint8_t(std::min(15, cover.first - group.first[lane] + int(tap)));
    }
    return columns;
}

void BoxScaler::prepare(QSize from, QSize to)
{
    if (from == m_from && to == m_to)
        return;
    m_from = from;
    m_to = to;
    m_lumaRows = rowsOf(from.height(), to.height());
    m_chromaRows = rowsOf((from.height() + 1) / 2, to.height());
    m_lumaColumns = columnsOf(from.width(), to.width());
    m_chromaColumns = columnsOf((from.width() + 1) / 2, (to.width() + 1) / 2);
    m_joined.assign(std::size_t(from.width()) + 3 * vector, 0);
    for (auto &line : m_lines)
        line.assign(std::size_t(to.width()) + 3 * vector, 0);
}

#if defined(__x86_64__)

void BoxScaler::row(const std::uint8_t *plane, int stride, const Rows &rows, const Columns &columns, std::uint8_t *made)
{
    joinRows(plane, stride, std::span<const Pair>(rows.pairs.data(), rows.count), columns.from, m_joined.data());
    int width = columns.from;
    for (int i = 0; i < columns.halvings; ++i, width = (width + 1) / 2) {
        if (width % 2 != 0)
            m_joined[std::size_t(width)] = m_joined[std::size_t(width) - 1];
        halve(m_joined.data(), width);
    }
    joinColumns(m_joined.data(), columns.groups, made);
}

void BoxScaler::scale(const Source &source, QSize to, const PictureColour &colour, std::uint8_t *pixels, int stride)
{
    prepare(source.size, to);
    const Matrix matrix = matrixOf(colour);
    for (std::size_t y = 0; y < std::size_t(to.height()); ++y) {
        row(source.planes[0], source.strides[0], m_lumaRows[y], m_lumaColumns, m_lines[0].data());
        for (const std::size_t plane : {1U, 2U})
            row(source.planes[plane], source.strides[plane], m_chromaRows[y], m_chromaColumns, m_lines[plane].data());
        toRgb(m_lines[0].data(), m_lines[1].data(), m_lines[2].data(), to.width(), matrix, pixels);
        pixels += stride;
    }
}

#else

void BoxScaler::row(const std::uint8_t *, int, const Rows &, const Columns &, std::uint8_t *) {}
void BoxScaler::scale(const Source &, QSize, const PictureColour &, std::uint8_t *, int) {}

#endif

} // namespace gantry::media

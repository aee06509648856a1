#pragma once
// The common case of PictureScaler, twice as fast as swscale: 8-bit 4:2:0 pictures made smaller, straight to RGB32.
// Each pixel is the mean of the area it comes from. Lines are joined first and columns afterwards, so that nothing is
// done for lines that are not shown. Within 4 of exact arithmetic where the picture is smooth. Needs AVX2 or does not
// serve. One thread; keeps its tables between pictures.

#include "media/decode/picture_colour.h"

#include <QSize>

#include <array>
#include <cstdint>
#include <vector>

namespace gantry::media {

class BoxScaler
{
public:
    struct Source
    {
        std::array<const std::uint8_t *, 3> planes; // Y, Cb, Cr
        std::array<int, 3> strides;
        QSize size;
    };

    // Whether this machine can and these sizes are for it: smaller both ways, and not by more than 24 times.
    static bool serves(QSize from, QSize to);

    // `stride` is a multiple of 64 and every line has that many bytes of room: whole vectors are written.
    void scale(const Source &source, QSize to, const PictureColour &colour, std::uint8_t *pixels, int stride);

private:
    // The rows of a plane that make one row of the picture, two by two.
    static constexpr std::size_t mostRows = 26;
    struct Pair
    {
        int upper = 0, lower = 0;
        std::int16_t weights = 0; // of the upper one in the low byte; the sum of all is 128
    };
    struct Rows
    {
        std::size_t count = 0;
        std::array<Pair, mostRows / 2> pairs{};
    };
    // One plane's columns, in groups of eight: what to take from where.
    struct Columns
    {
        int from = 0, to = 0;
        int halvings = 0; // pairs averaged before, until three or fewer make one
        struct Group
        {
            std::array<int, 2> first;
            std::array<std::uint8_t, 32> shuffle;
            std::array<std::int8_t, 32> weights; // of each four: sum 64
        };
        std::vector<Group> groups;
    };
    static std::vector<Rows> rowsOf(int from, int to);
    static Columns columnsOf(int from, int to);
    void prepare(QSize from, QSize to);
    void row(const std::uint8_t *plane, int stride, const Rows &rows, const Columns &columns, std::uint8_t *made);

    QSize m_from;
    QSize m_to;
    std::vector<Rows> m_lumaRows, m_chromaRows;
    Columns m_lumaColumns, m_chromaColumns;
    std::vector<std::uint8_t> m_joined; // one line of a plane
    std::array<std::vector<std::uint8_t>, 3> m_lines;
};

} // namespace gantry::media

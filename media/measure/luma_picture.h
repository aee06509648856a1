#pragma once
// A small luma copy of one decoded picture: what every measure of a picture's content looks at. Averages of areas, so
// that noise shrinks, and a count of how dark the single samples were, because an average hides a few bright points.

#include <array>
#include <cstddef>
#include <cstdint>

namespace gantry::media {

struct LumaPicture
{
    static constexpr int width = 64;
    static constexpr int height = 36;

    // Mean of each cell, row by row: 0 is the black and 1 the white of the picture's own range (16..235 or 0..255 at 8
    // bits). Picture content may lie a little outside; always a number.
    std::array<float, std::size_t(width) * height> cells{};
    // How many samples had which value, as 8-bit codes (deeper pictures by their upper 8 bits). Empty in a picture that
    // was copied for a fingerprint only.
    std::array<std::uint32_t, 256> histogram{};
    std::uint32_t samples = 0;
    float blackCode = 16; // as an 8-bit code
    float whiteCode = 235;

    float at(int x, int y) const { return cells[std::size_t(y * width + x)]; }

    // 0..1: samples below `level`, a share of the range from black to white; 0 without samples.
    double shareBelow(double level) const
    {
        const double limit = double(blackCode) + level * double(whiteCode - blackCode);
        std::uint64_t below = 0;
        for (std::size_t code = 0; code < histogram.size() && double(code) < limit; ++code)
            below += histogram[code];
        return samples > 0 ? double(below) / double(samples) : 0;
    }
};

} // namespace gantry::media

#pragma once
// The picture that a decoder must show before it is trusted: patches of 32 x 32 pixels, each of one colour, other
// colours in the second picture. Pure arithmetic, so that a driver made for tests can paint it as well.

namespace gantry::media::test_pattern {

inline constexpr int width = 256;
inline constexpr int height = 192;
inline constexpr int pictures = 2;

// At 8 bits, of the pixel (x, y) of picture n; with 10 bits four times as much.
constexpr int luma(int x, int y, int n)
{
    return 48 + (x / 32 * 37 + y / 32 * 53 + n * 71) % 144;
}

// Plane 0 is Cb, 1 is Cr; x and y still count luma pixels.
constexpr int chroma(int plane, int x, int y, int n)
{
    return 80 + (x / 32 * (23 + 20 * plane) + y / 32 * (31 - 14 * plane) + n * 41) % 96;
}

} // namespace gantry::media::test_pattern

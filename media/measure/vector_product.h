#pragma once
// The sum of products of two vectors of one size: the work of comparing feeds.

#include <array>
#include <cstddef>

namespace gantry::media {

// Several running sums, so that compilers may use vector instructions.
template <std::size_t Begin, std::size_t End, std::size_t Size>
float productOf(const std::array<float, Size> &a, const std::array<float, Size> &b)
{
    constexpr std::size_t lanes = 16;
    static_assert((End - Begin) % lanes == 0 && End <= Size);
    std::array<float, lanes> sums{};
    for (std::size_t i = Begin; i < End; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    float sum = 0;
    for (const float each : sums)
        sum += each;
    return sum;
}

template <std::size_t Size>
float product(const std::array<float, Size> &a, const std::array<float, Size> &b)
{
    return productOf<0, Size>(a, b);
}

} // namespace gantry::media

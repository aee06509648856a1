#include "media/measure/field_measure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace gantry::media {
namespace {

constexpr float flatTolerance = 0.015F;
constexpr double flatShare = 0.99;

constexpr float barTolerance = 0.015F; // a staircase of equal steps is 0.029 off in yellow and blue
constexpr double barShare = 0.8;
// The rows that are bars in every kind: EG 1 has other things from two thirds, RP 219 from seven twelfths down.
constexpr int firstRow = LumaPicture::height / 12;
constexpr int lastRow = LumaPicture::height / 2;

// Luma of white, yellow, cyan, green, magenta, red, blue, black.
using Steps = std::array<float, 8>;
constexpr Steps steps601{1.0F, 0.886F, 0.701F, 0.587F, 0.413F, 0.299F, 0.114F, 0.0F};
constexpr Steps steps709{1.0F, 0.9278F, 0.7874F, 0.7152F, 0.2848F, 0.2126F, 0.0722F, 0.0F};

struct Layout
{
    int bars;    // 8 with black, 7 without
    float begin; // shares of the width
    float end;
};
constexpr std::array layouts{Layout{8, 0, 1}, Layout{7, 0, 1}, Layout{7, 0.125F, 0.875F}};

float levelOf(const Steps &steps, int bar, float level, float white)
{
    return bar == 0 ? white : steps[std::size_t(bar)] * level;
}

bool fits(const LumaPicture &picture, const Layout &layout, const Steps &steps, float level, float white)
{
    const float width = (layout.end - layout.begin) * LumaPicture::width / float(layout.bars);
    int good = 0;
    int seen = 0;
    for (int bar = 0; bar < layout.bars; ++bar) {
        // The cells at the edge of a bar are half one, half the other.
        const float left = layout.begin * LumaPicture::width + float(bar) * width;
        const int first = int(std::ceil(left + 0.75F));
        const int last = int(std::floor(left + width - 0.75F));
        int goodHere = 0;
        int seenHere = 0;
        for (int y = firstRow; y < lastRow; ++y) {
            for (int x = first; x < last; ++x, ++seenHere)
                goodHere += std::abs(picture.at(x, y) - levelOf(steps, bar, level, white)) < barTolerance ? 1 : 0;
        }
        if (goodHere * 2 < seenHere)
            return false; // a bar that is not there
        good += goodHere;
        seen += seenHere;
    }
    return double(good) >= barShare * double(seen);
}

} // namespace

bool isFlatField(const LumaPicture &picture)
{
    auto cells = picture.cells;
    const auto middle = cells.begin() + cells.size() / 2;
    std::nth_element(cells.begin(), middle, cells.end());
    const float median = *middle;
    const auto even = std::count_if(picture.cells.begin(), picture.cells.end(),
                                    [&](float cell) { return std::abs(cell - median) < flatTolerance; });
    return double(even) >= flatShare * double(cells.size());
}

bool isColourBars(const LumaPicture &picture)
{
    for (const Layout &layout : layouts) {
        for (const Steps &steps : {steps601, steps709}) {
            if (fits(picture, layout, steps, 0.75F, 0.75F) || fits(picture, layout, steps, 0.75F, 1) ||
                fits(picture, layout, steps, 1, 1))
                return true;
        }
    }
    return false;
}

} // namespace gantry::media

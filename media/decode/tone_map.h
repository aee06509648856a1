#pragma once
// Makes HDR and wide-gamut RGB fit for an ordinary screen (BT.709 primaries, BT.1886 gamma), so that faces look like
// faces; not a grade. Works on the small RGB picture that is shown, by tables. HLG and PQ are read as light on the
// 1000 cd/m2 display of ITU-R BT.2100, with reference white at 203 cd/m2 (BT.2408): up to three quarters of that
// everything keeps its brightness, what is brighter is rolled off into the rest. One thread; immutable once made.

#include "media/decode/picture_colour.h"

#include <array>
#include <cstdint>
#include <vector>

namespace gantry::media {

class ToneMap
{
public:
    // Whether RGB of this kind needs a map at all.
    static bool isNeededFor(const PictureColour &colour);

    explicit ToneMap(const PictureColour &colour);

    // RGB32 in place; `stride` in bytes.
    void apply(std::uint8_t *pixels, int width, int height, int stride) const;

    const PictureColour &colour() const { return m_colour; }

private:
    PictureColour m_colour;
    std::array<std::int32_t, 256> m_light{};   // from the signal, 0..full
    std::array<std::int32_t, 9> m_primaries{}; // 12 bit fraction
    std::vector<std::uint8_t> m_signal;        // from light
};

} // namespace gantry::media

#pragma once
// Takes the comb out of interlaced pictures, whose two fields show different instants. Costs nothing for progressive
// pictures, next to nothing for pictures that are flagged interlaced and show no comb (most "interlaced" streams carry
// progressive pictures: those pass untouched), and one pass over the picture where there is one:
//  - a picture that is shown at half its height or less is made from its first field alone;
//  - otherwise the lines of the second field that stand out between their neighbours, but not among the lines of their
//    own field, are replaced by the mean of the neighbours. That is what movement looks like; fine detail stands out
//    among the lines of its own field too and is left alone.
// One thread. Planar and semi-planar YUV, 8 to 16 bit; other formats pass.

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

struct AVFrame;

namespace gantry::media {

class FieldFilter
{
public:
    struct View
    {
        std::array<const std::uint8_t *, 4> planes{};
        std::array<int, 4> strides{};
        int height = 0;
    };
    // What to scale instead of the frame; valid until the next call and as long as the frame is.
    View uncombed(const AVFrame &frame, int wantedHeight);
    // Where a picture was mended, its planes lie in here, and stay where they are when it is taken away.
    const std::vector<std::uint8_t> &mended() const { return m_mended; }
    std::vector<std::uint8_t> takeMended() { return std::exchange(m_mended, {}); }

private:
    std::vector<std::uint8_t> m_mended;
    int m_combedFor = 0; // pictures for which the comb counts as there: no flicker between two ways of scaling
};

} // namespace gantry::media

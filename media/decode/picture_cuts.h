#pragma once
// Where pictures begin in a coded byte stream: H.264 and H.265 (Annex B of either; access units after 7.4.1.2.3 and
// 7.4.2.4.4) and MPEG-1/2 video. Looks at the first bytes of each NAL unit, never into the coded picture. Pure; any
// bytes are safe. Fields of H.264 and H.265 are access units of their own and cut as such; the decoder pairs them.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gantry::media {

enum class PictureSyntax { H264, H265, Mpeg2 };

struct PictureCut
{
    std::size_t begin = 0;
    bool starts = false;  // with something that only stands at the beginning of an access unit
    bool picture = false; // there is coded picture data in it, not only parameters
    bool key = false;     // decoding can begin here
};

// The stretches of `bytes`, in order; none when there is no start code. The last one goes to the end.
void cutPictures(PictureSyntax syntax, std::span<const std::byte> bytes, std::vector<PictureCut> &cuts);

} // namespace gantry::media

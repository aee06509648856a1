#pragma once
// Makes the small luma copy of a decoded picture, whatever its size, range (limited or full) and depth (8 to 16 bits,
// planar or as NV12 and P010). One thread; keeps one line of sums between calls.

#include "media/measure/luma_picture.h"

#include <cstdint>
#include <optional>
#include <vector>

struct AVFrame;

namespace gantry::media {

class LumaCopier
{
public:
    // How much of the picture is read. All columns always; of the rows 2 in each row of cells are enough for a
    // fingerprint, the measures take 8, which keep the noise of a camera (3 codes) below a fifth of a per cent a cell.
    enum class Detail { Fingerprint, Measures };

    // Nothing for what has no luma plane in memory: RGB, a picture that is still on the GPU.
    std::optional<LumaPicture> copy(const AVFrame &frame, Detail detail);

private:
    std::vector<std::uint32_t> m_sums; // one a column
};

} // namespace gantry::media

#pragma once
// The pictures of test_pattern.h, encoded: what a decoder is given to prove itself. In the program, so that a proof
// needs no file and no encoder.

#include "media/gpu/test_pattern.h"

#include <array>
#include <cstdint>
#include <span>

namespace gantry::media {

struct TestClip
{
    int codec; // AVCodecID
    int bits;  // 8 or 10
    std::array<std::span<const std::uint8_t>, test_pattern::pictures> packets;
};

std::span<const TestClip> testClips();

// Null where there is none: the codec is decoded in software, always.
const TestClip *testClip(int codec, int bits = 8);

} // namespace gantry::media

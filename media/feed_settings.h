#pragma once
// How one feed is to be received, decoded and measured. Plain values; a show file fills them in.

#include "media/measure/measure_limits.h"

#include <cstdint>
#include <optional>

namespace gantry::media {

struct FeedSettings
{
    std::optional<std::uint16_t> program; // of a stream with several: its number in the PAT; otherwise the first
    std::optional<int> soundTrack;        // from 1; otherwise the first
    enum class Decoding { Auto, Software };
    Decoding decoding = Decoding::Auto; // Auto: the first GPU that has proven itself, otherwise software
    MeasureLimits limits;
    bool measured = true; // false: pictures and levels alone, no measure of their content (benchmarks)
    bool heard = true;    // false: sound is not even decoded (benchmarks)
    bool operator==(const FeedSettings &) const = default;
};

} // namespace gantry::media

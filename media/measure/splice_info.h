#pragma once
// Splice commands (ANSI/SCTE 35): one splice_info_section taken apart. Pure, over bytes of unknown origin: anything
// malformed gives nothing, never a read past the end. What is encrypted is told and not decoded.

#include "media/feed_sample.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gantry::media {

// One command. Where it names several events (a schedule, a time signal with several segmentation descriptors), one of
// these for each, in the order of the section.
struct SpliceCommand
{
    SpliceCue cue;                     // without `pid` and `untilSplice`
    std::optional<std::int64_t> stamp; // when, in ticks of 90 kHz of the program's clock, adjusted; below 2^33
    bool operator==(const SpliceCommand &) const = default;
};

// Nothing unless the section is whole, of the version that exists (0), and its CRC-32 holds. Otherwise at least one,
// and at most 32.
std::vector<SpliceCommand> spliceCommands(std::span<const std::byte> section);

// The milliseconds from `clock` to `stamp`, both 90 kHz below 2^33: the short way round, so at most 13 hours.
std::chrono::milliseconds untilStamp(std::int64_t stamp, std::int64_t clock);

} // namespace gantry::media

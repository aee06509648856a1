#pragma once
// Loudness of one feed after EBU R 128 (momentary: 400 ms, short-term: 3 s) and sample peaks per channel.
// One thread at a time. Never keeps more than the last three seconds.

#include "media/feed_sample.h"

#include <memory>
#include <span>

namespace gantry::media {

class LoudnessMeter
{
public:
    static constexpr int mostChannels = 16;

    LoudnessMeter();
    ~LoudnessMeter();

    // Interleaved samples, 1.0 = 0 dBFS; values that are not numbers count as silence. A change of rate or channel
    // count begins a new measurement. Channels beyond `mostChannels` must have been left out by the caller.
    void feed(std::span<const float> interleaved, int channels, int sampleRate);

    // Levels since the last call: peaks over that time, loudness once enough sound has come. `present` is false when no
    // sample came since. `codec` is left to the caller.
    AudioLevels take();
    // Everything before is forgotten.
    void reset();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

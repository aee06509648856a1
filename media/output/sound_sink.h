#pragma once
// What plays sound: a sound card, or whatever a test puts in its place. It asks for samples when it needs them, on a
// thread of its own, and knows when they will be heard.

#include "media/media_error.h"

#include <chrono>
#include <functional>
#include <optional>
#include <span>

namespace gantry::media {

class SoundSink
{
public:
    using Time = std::chrono::steady_clock::time_point;
    // Fills interleaved stereo, which comes as silence, and keeps it within -1..1. The first frame will be heard at
    // `heard`. Never two calls at once.
    using Fill = std::function<void(std::span<float> stereo, int sampleRate, Time now, Time heard)>;

    // Stops, and calls nobody afterwards.
    virtual ~SoundSink() = default;

    // Both return at once; what comes of it is in fault(). Opening what is open does nothing; after a fault it tries
    // again. A call of `fill` may still be under way when close() returns.
    virtual void open(Fill fill) = 0;
    virtual void close() = 0;

    // Why nothing plays. Nothing: it plays, is closed, or is still being opened. Any thread.
    virtual std::optional<Error> fault() const = 0;
};

} // namespace gantry::media

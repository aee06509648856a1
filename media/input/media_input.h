#pragma once
// The narrow door to whatever carries a feed; behind it there is always MPEG-TS. One thread uses it. A step or a read
// waits at most `longestWait`, so the thread that drives it can stop, report and try again by its own clock.
//
//   step() until true  ->  read() until it fails  ->  step() ...      close() at any point ends the connection at hand

#include "media/feed_sample.h"
#include "media/media_error.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>

namespace gantry::media {

class MediaInput
{
public:
    static constexpr std::chrono::milliseconds longestWait{50};
    static constexpr std::size_t largestMessage = 1500; // read() needs a span of at least this

    virtual ~MediaInput() = default;

    // Whether read() gives the transport stream as the sender made it. False: we have wrapped another format ourselves,
    // and what is measured on the wrapping says nothing about the sender.
    virtual bool isSendersTransport() const { return true; }

    // One step towards a connection; true once connected. After an error the next step begins anew: how long to wait
    // before it is the caller's decision.
    virtual Result<bool> step() = 0;
    // Whether a connection is being made right now (as opposed to waiting for one).
    virtual bool isConnecting() const = 0;
    // Whether we go to the other end: then we must not come back too often. A listener only waits.
    virtual bool isCaller() const { return true; }
    // Connected, and nothing read for this long: the connection is dead, whatever the transport says of it.
    virtual std::chrono::milliseconds longestSilence() const { return std::chrono::seconds(30); }
    // Reads one whole message; 0 when none came in time. An error means that the connection is over.
    virtual Result<std::size_t> read(std::span<std::byte> into) = 0;
    // True once after another peer has taken the place of the one read() was reading from: what follows is a new
    // stream.
    virtual bool takeReplaced() = 0;
    // Somebody who asked to be let in was turned away since the last call, and why.
    virtual std::optional<Error> takeTurnedAway() = 0;
    // Fills in what the transport knows: peer, round trip, rates, counters since the last call and in total. Leaves the
    // rest of `sample` alone.
    virtual void measure(LinkSample &sample) = 0;
    virtual void close() = 0;
};

} // namespace gantry::media

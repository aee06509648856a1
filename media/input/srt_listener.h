#pragma once
// Waits for callers on one port and lets in one at a time. A second caller is turned away (SRT code 1409, conflict)
// while the first delivers; after `silentAfter` without data the first may be dead without libsrt having noticed, and
// the new one is let in to take its place. One thread, except for the hook, which libsrt calls on a thread of its own.

#include "media/input/srt_socket.h"

#include <chrono>
#include <memory>
#include <optional>

namespace gantry::media {

class SrtListener
{
public:
    static constexpr std::chrono::milliseconds silentAfter{1000};

    static Result<std::unique_ptr<SrtListener>> open(const SrtAddress &address);
    ~SrtListener();

    // The next caller that completed its handshake, or nothing in time.
    std::optional<SrtSocket> accept(std::chrono::milliseconds time);
    // Somebody was turned away since the last call, and why.
    std::optional<Error> takeTurnedAway();

    // Told by the reader: a peer is connected and its data came just now; or there is no peer.
    void peerDelivers();
    void peerGone();
    bool peerIsSilent() const;

private:
    SrtListener();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

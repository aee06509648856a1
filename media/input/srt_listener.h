#pragma once
// Waits for the callers of one feed and lets in one at a time. A second caller is turned away (SRT code 1409, conflict)
// while the first delivers; after a second without data the first may be dead without libsrt having noticed, and
// the new one is let in to take its place. One thread; the port behind it may be shared with other feeds.

#include "media/input/srt_ports.h"
#include "media/input/srt_socket.h"

#include <chrono>
#include <memory>
#include <optional>

namespace gantry::media {

struct SrtSeat;

class SrtListener
{
public:
    // `ports` is not needed afterwards.
    static Result<std::unique_ptr<SrtListener>> open(const SrtAddress &address, SrtPorts &ports);
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
    SrtListener(std::shared_ptr<SrtPort> port, std::shared_ptr<SrtSeat> seat);
    std::shared_ptr<SrtPort> m_port;
    std::shared_ptr<SrtSeat> m_seat;
};

} // namespace gantry::media

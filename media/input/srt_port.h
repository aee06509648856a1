#pragma once
// One listening SRT socket and the feeds that sit at it. Before a caller's handshake is answered it is matched with a
// feed by its stream id, given that feed's passphrase and latency, or turned away with a code of SRT's access control:
//   1400 no stream id, or none that can be read      1404 no feed with this stream id     1401 another user
//   1405 it wants to receive                         1415 it sends no stream              1409 the feed has its sender
// Used by several threads: the feeds' receive threads, and libsrt's own for the handshakes.

#include "media/input/srt_socket.h"
#include "media/input/srt_stream_id.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace gantry::media {

// One feed's place at a port. `arrived` and `turnedAway` are the port's to guard.
struct SrtSeat
{
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds silentAfter{1000};

    explicit SrtSeat(SrtAddress address_);
    // Whether nothing has come from its peer for `silentAfter`; also true without a peer.
    bool isSilent() const;

    const SrtAddress address;
    const SrtStreamId asked;
    std::atomic<Clock::rep> lastData{0}; // 0: no peer
    std::deque<SrtSocket> arrived;
    std::optional<Error> turnedAway;
};

class SrtPort
{
public:
    static Result<std::shared_ptr<SrtPort>> open(const SrtAddress &address);
    ~SrtPort();

    // False when a feed sits here already that a caller of `seat` could mean as well.
    bool enter(const std::shared_ptr<SrtSeat> &seat);
    void leave(const std::shared_ptr<SrtSeat> &seat);

    // The next caller of this feed that completed its handshake, or nothing in time.
    std::optional<SrtSocket> accept(SrtSeat &seat, std::chrono::milliseconds time);
    // Somebody who meant this feed, or no feed here, was turned away since the last call.
    std::optional<Error> takeTurnedAway(SrtSeat &seat);
    void turnAway(SrtSeat &seat, const Error &why);

private:
    SrtPort();
    Result<void> listen(const SrtAddress &address, const QString &host);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

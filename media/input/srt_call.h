#pragma once
// An SRT call on its way, or a rendezvous, or a bonded call over several links: nothing in it waits longer than it is
// asked to. Starts by itself. A call that nobody answered finds out whether the port is closed over there.

#include "media/input/host_lookup.h"
#include "media/input/srt_socket.h"
#include "media/input/udp_probe.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace gantry::media {

class SrtCall
{
public:
    SrtCall(SrtAddress address, SrtSocket::Use use);

    // The connected socket, nothing while it is still ringing, or why not.
    Result<std::optional<SrtSocket>> wait(std::chrono::milliseconds time);

private:
    Result<bool> begin(std::chrono::milliseconds time);
    Result<void> ring(const std::vector<SocketAddress> &to);
    Result<std::optional<SrtSocket>> unanswered(std::chrono::milliseconds time);

    SrtAddress m_address;
    SrtSocket::Use m_use;
    std::vector<std::unique_ptr<HostLookup>> m_lookups; // one a link
    std::vector<SocketAddress> m_to;
    SrtSocket m_socket;
    std::unique_ptr<UdpProbe> m_probe; // once nobody answered
};

} // namespace gantry::media

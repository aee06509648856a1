#pragma once
// Whether a UDP port is closed. Who has no program on a port answers a datagram with ICMP "port unreachable"; a
// firewall, a wrong address and a dead line answer nothing. So "refused" and "timed out" can be told apart, which
// libsrt does not. One small datagram, one thread.

#include "media/input/host_lookup.h"

#include <chrono>
#include <optional>

namespace gantry::media {

class UdpProbe
{
public:
    static constexpr std::chrono::milliseconds waitsAtMost{250}; // after that the silence is the answer

    explicit UdpProbe(const SocketAddress &to);
    UdpProbe(const UdpProbe &) = delete;
    UdpProbe &operator=(const UdpProbe &) = delete;
    ~UdpProbe();

    // True: closed. False: nothing is known. Nothing: not yet.
    std::optional<bool> isClosed(std::chrono::milliseconds time);

private:
    int m_socket = -1;
    std::chrono::steady_clock::time_point m_end;
};

} // namespace gantry::media

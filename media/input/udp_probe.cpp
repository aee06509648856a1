#include "media/input/udp_probe.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace gantry::media {

using Clock = std::chrono::steady_clock;

UdpProbe::UdpProbe(const SocketAddress &to) : m_end(Clock::now() + waitsAtMost)
{
    const auto *name = reinterpret_cast<const sockaddr *>(to.constData());
    m_socket = ::socket(name->sa_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0 || ::connect(m_socket, name, socklen_t(to.size())) != 0) {
        m_end = {};
        return;
    }
    const char nothing = 0; // too short to be a packet of anything
    if (::send(m_socket, &nothing, sizeof nothing, MSG_NOSIGNAL) < 0)
        m_end = {};
}

UdpProbe::~UdpProbe()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

std::optional<bool> UdpProbe::isClosed(std::chrono::milliseconds time)
{
    if (m_end == Clock::time_point())
        return false;
    pollfd wait{m_socket, POLLIN, 0};
    if (::poll(&wait, 1, int(time.count())) > 0) {
        char answer = 0;
        if (::recv(m_socket, &answer, sizeof answer, 0) < 0 && errno == ECONNREFUSED)
            return true;
    }
    return Clock::now() < m_end ? std::nullopt : std::optional(false);
}

} // namespace gantry::media

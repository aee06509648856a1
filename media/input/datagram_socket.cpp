#include "media/input/datagram_socket.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace gantry::media {
namespace {

// Half a second of a fat contribution feed; the kernel gives what it allows.
constexpr int receiveBuffer = 2 * 1024 * 1024;

template <typename Address>
Address copyOf(const SocketAddress &address)
{
    Address copy{};
    std::memcpy(&copy, address.constData(), std::min(sizeof copy, std::size_t(address.size())));
    return copy;
}

bool isGroup(const SocketAddress &address)
{
    if (copyOf<sockaddr>(address).sa_family == AF_INET6) {
        const auto six = copyOf<sockaddr_in6>(address);
        return IN6_IS_ADDR_MULTICAST(&six.sin6_addr);
    }
    return IN_MULTICAST(ntohl(copyOf<sockaddr_in>(address).sin_addr.s_addr));
}

Error failed(int code, const QString &place)
{
    const QString tried = Text::tr("Listen for MPEG-TS by UDP");
    switch (code) {
    case EADDRINUSE:
        return {Error::Kind::PortInUse, tried, place,
                Text::tr("Another program uses the port: close it, or give the feed another port.")};
    case EADDRNOTAVAIL:
        return {Error::Kind::AddressInvalid, tried, place,
                Text::tr("This is neither an address of this machine nor a multicast group. To listen on every "
                         "interface leave the host out: udp://:5000.")};
    default:
        return {Error::Kind::System, tried, place,
                Text::tr("The system said: %1.").arg(QString::fromLocal8Bit(std::strerror(code)))};
    }
}

} // namespace

Result<void> DatagramSocket::open(const SocketAddress &address, const QString &local, const QString &place)
{
    close();
    m_place = place;
    const auto *name = reinterpret_cast<const sockaddr *>(address.constData());
    m_socket = ::socket(copyOf<sockaddr>(address).sa_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const auto refused = [&] {
        const int code = errno;
        close();
        return tl::unexpected(failed(code, place));
    };
    if (m_socket < 0)
        return refused();
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const int yes = 1;
    // Several may listen to one group; a port of our own address belongs to one alone.
    if (isGroup(address))
        ::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(m_socket, name, socklen_t(address.size())) != 0)
        return refused();
    if (isGroup(address) && !join(address, local))
        return refused();
    return {};
}

bool DatagramSocket::join(const SocketAddress &address, const QString &local)
{
    if (copyOf<sockaddr>(address).sa_family == AF_INET6) {
        ipv6_mreq request{};
        request.ipv6mr_multiaddr = copyOf<sockaddr_in6>(address).sin6_addr;
        return ::setsockopt(m_socket, IPPROTO_IPV6, IPV6_JOIN_GROUP, &request, sizeof request) == 0;
    }
    ip_mreq request{};
    request.imr_multiaddr = copyOf<sockaddr_in>(address).sin_addr;
    if (!local.isEmpty() && ::inet_pton(AF_INET, local.toLatin1().constData(), &request.imr_interface) != 1) {
        errno = EADDRNOTAVAIL;
        return false;
    }
    return ::setsockopt(m_socket, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request) == 0;
}

Result<std::size_t> DatagramSocket::receive(std::span<std::byte> into, SocketAddress &from,
                                            std::chrono::milliseconds wait)
{
    pollfd ready{m_socket, POLLIN, 0};
    const int came = ::poll(&ready, 1, int(wait.count()));
    if (came <= 0)
        return 0;
    sockaddr_storage sender{};
    socklen_t size = sizeof sender;
    const ssize_t count =
        ::recvfrom(m_socket, into.data(), into.size(), 0, reinterpret_cast<sockaddr *>(&sender), &size);
    if (count < 0) {
        if (errno == EAGAIN || errno == EINTR)
            return 0;
        return tl::unexpected(failed(errno, m_place));
    }
    from = SocketAddress(reinterpret_cast<const char *>(&sender), qsizetype(size));
    return std::size_t(count);
}

void DatagramSocket::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

} // namespace gantry::media

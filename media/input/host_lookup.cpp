#include "media/input/host_lookup.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>

namespace gantry::media {
namespace {

SocketAddress lookUp(const std::string &host, const std::string &port, int flags)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0 || !found)
        return {};
    // IPv4 first: where a name has both, encoders and their firewalls more often mean that one.
    const addrinfo *chosen = found;
    for (const addrinfo *each = found; each; each = each->ai_next) {
        if (each->ai_family == AF_INET) {
            chosen = each;
            break;
        }
    }
    SocketAddress address(reinterpret_cast<const char *>(chosen->ai_addr), qsizetype(chosen->ai_addrlen));
    ::freeaddrinfo(found);
    return address;
}

} // namespace

struct HostLookup::Shared
{
    std::mutex mutex;
    std::condition_variable answered;
    std::optional<SocketAddress> answer;

    void give(SocketAddress address)
    {
        const std::lock_guard lock(mutex);
        answer = std::move(address);
        answered.notify_all();
    }
};

HostLookup::HostLookup(const QString &host, std::uint16_t port) : m_shared(std::make_shared<Shared>())
{
    const std::string name = host.isEmpty() ? std::string("0.0.0.0") : host.toStdString();
    const std::string service = std::to_string(port);
    SocketAddress numeric = lookUp(name, service, AI_NUMERICHOST);
    if (!numeric.isEmpty()) {
        m_shared->give(std::move(numeric));
        return;
    }
    try {
        std::thread([shared = m_shared, name, service] { shared->give(lookUp(name, service, 0)); }).detach();
    } catch (const std::system_error &) { // no more threads: told as a name that cannot be found, and tried again later
        m_shared->give({});
    }
}

HostLookup::~HostLookup() = default;

std::optional<SocketAddress> HostLookup::wait(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->answered.wait_for(lock, time, [&] { return m_shared->answer.has_value(); });
    return m_shared->answer;
}

bool isNumericHost(const QString &host)
{
    return !host.isEmpty() && !lookUp(host.toStdString(), "0", AI_NUMERICHOST).isEmpty();
}

QString textOf(const SocketAddress &address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.size() >= qsizetype(sizeof(sockaddr_in6))) {
        sockaddr_in6 six{};
        std::memcpy(&six, address.constData(), sizeof six);
        if (six.sin6_family == AF_INET6) {
            ::inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
            QString host = QString::fromLatin1(text.data());
            const QString mapped = QStringLiteral("::ffff:"); // an IPv4 peer on a socket that serves both
            if (host.startsWith(mapped) && host.contains(u'.'))
                return QStringLiteral("%1:%2").arg(host.mid(mapped.size())).arg(ntohs(six.sin6_port));
            return QStringLiteral("[%1]:%2").arg(host).arg(ntohs(six.sin6_port));
        }
    }
    if (address.size() < qsizetype(sizeof(sockaddr_in)))
        return {};
    sockaddr_in four{};
    std::memcpy(&four, address.constData(), sizeof four);
    ::inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
    return QStringLiteral("%1:%2").arg(QString::fromLatin1(text.data())).arg(ntohs(four.sin_port));
}

} // namespace gantry::media

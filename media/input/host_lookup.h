#pragma once
// A host name looked up without waiting for it: a resolver may take ten seconds, and a feed must stop within 300 ms and
// must not hold up other feeds. Addresses in digits are found at once, names on a thread of their own, which is left
// behind when nobody waits for it any more.

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace gantry::media {

// A socket address as the operating system wants it (sockaddr_in or sockaddr_in6); empty: the name has no address.
using SocketAddress = QByteArray;

class HostLookup
{
public:
    // An empty host means every interface, IPv4.
    HostLookup(const QString &host, std::uint16_t port);
    ~HostLookup();

    // The answer, or nothing when there was none in time.
    std::optional<SocketAddress> wait(std::chrono::milliseconds time);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

// Whether `host` is an address in digits: nothing has to be asked to know it.
bool isNumericHost(const QString &host);

// "192.0.2.7:51000", "[2001:db8::1]:51000"
QString textOf(const SocketAddress &address);

} // namespace gantry::media

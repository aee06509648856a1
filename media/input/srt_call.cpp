#include "media/input/srt_call.h"

#include "media/input/srt_faults.h"

#include <sys/socket.h>

#include <utility>

#include <srt/srt.h>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;

const sockaddr *nameOf(const SocketAddress &address)
{
    return reinterpret_cast<const sockaddr *>(address.constData());
}

tl::unexpected<Error> systemFault(const SrtAddress &address)
{
    return tl::unexpected(srt_faults::system(address, QString::fromUtf8(srt_getlasterror_str())));
}

// Where this end calls from: the adapter, or every interface of the other end's family.
SocketAddress localEnd(const SrtAddress &address, const SocketAddress &to)
{
    const bool six = nameOf(to)->sa_family == AF_INET6;
    const QString every = six ? QStringLiteral("::") : QStringLiteral("0.0.0.0");
    const std::uint16_t port = address.mode == SrtAddress::Mode::Rendezvous ? address.port : 0;
    return HostLookup(address.adapter.isEmpty() ? every : address.adapter, port).wait(0ms).value_or(SocketAddress());
}

bool connectGroup(SRTSOCKET group, const SocketAddress &from, const std::vector<SocketAddress> &to)
{
    std::vector<SRT_SOCKGROUPCONFIG> links;
    for (const SocketAddress &each : to) {
        const bool same = !from.isEmpty() && nameOf(from)->sa_family == nameOf(each)->sa_family;
        links.push_back(srt_prepare_endpoint(same ? nameOf(from) : nullptr, nameOf(each), int(each.size())));
        links.back().weight = std::uint16_t(to.size() - links.size()); // backup: in the order in which they are named
    }
    return srt_connect_group(group, links.data(), int(links.size())) != SRT_ERROR;
}

} // namespace

SrtCall::SrtCall(SrtAddress address, SrtSocket::Use use) : m_address(std::move(address)), m_use(use)
{
    m_lookups.push_back(std::make_unique<HostLookup>(m_address.host, m_address.port));
    for (const SrtAddress::Link &link : m_address.links)
        m_lookups.push_back(std::make_unique<HostLookup>(link.host, link.port));
}

// True once the call is out.
Result<bool> SrtCall::begin(std::chrono::milliseconds time)
{
    while (m_to.size() < m_lookups.size()) {
        std::optional<SocketAddress> to = m_lookups[m_to.size()]->wait(time);
        if (!to)
            return false;
        if (to->isEmpty())
            return tl::unexpected(srt_faults::hostUnknown(m_address));
        m_to.push_back(std::move(*to));
    }
    if (const auto rung = ring(m_to); !rung)
        return tl::unexpected(rung.error());
    return true;
}

Result<void> SrtCall::ring(const std::vector<SocketAddress> &to)
{
    auto socket = SrtSocket::create(m_address, m_use);
    if (!socket)
        return tl::unexpected(socket.error());
    m_socket = std::move(*socket);
    const SRTSOCKET handle = m_socket.handle();
    const SocketAddress &first = to.front();
    const bool meets = m_address.mode == SrtAddress::Mode::Rendezvous;
    const SocketAddress from = meets || !m_address.adapter.isEmpty() ? localEnd(m_address, first) : SocketAddress();
    if (m_address.bonding != SrtAddress::Bonding::None) {
        if (!connectGroup(handle, from, to))
            return systemFault(m_address);
        return {};
    }
    if (!from.isEmpty() && nameOf(from)->sa_family != nameOf(first)->sa_family)
        return tl::unexpected(srt_faults::adapterOfOtherFamily(m_address));
    const int yes = 1;
    if (meets)
        srt_setsockflag(handle, SRTO_RENDEZVOUS, &yes, sizeof yes);
    if (!from.isEmpty() && srt_bind(handle, nameOf(from), int(from.size())) == SRT_ERROR)
        return tl::unexpected(srt_faults::bindFailed(m_address));
    if (srt_connect(handle, nameOf(first), int(first.size())) == SRT_ERROR)
        return systemFault(m_address);
    return {};
}

Result<std::optional<SrtSocket>> SrtCall::wait(std::chrono::milliseconds time)
{
    if (m_probe)
        return unanswered(time);
    if (!m_socket.isOpen()) {
        const Result<bool> begun = begin(time);
        if (!begun)
            return tl::unexpected(begun.error());
        if (!*begun)
            return std::nullopt;
    }
    const int poll = srt_epoll_create();
    const int events = SRT_EPOLL_OUT | SRT_EPOLL_ERR;
    SRT_EPOLL_EVENT ready{};
    if (poll >= 0 && srt_epoll_add_usock(poll, m_socket.handle(), &events) == 0)
        srt_epoll_uwait(poll, &ready, 1, time.count());
    srt_epoll_release(poll);
    switch (srt_getsockstate(m_socket.handle())) {
    case SRTS_CONNECTED:
        return std::optional<SrtSocket>(std::move(m_socket));
    case SRTS_INIT:
    case SRTS_OPENED:
    case SRTS_CONNECTING:
        return std::nullopt;
    default:
        break;
    }
    const int reason = srt_getrejectreason(m_socket.handle());
    if (reason != SRT_REJ_TIMEOUT || m_address.mode != SrtAddress::Mode::Caller)
        return tl::unexpected(srt_faults::callFailed(m_address, reason));
    m_probe = std::make_unique<UdpProbe>(m_to.front());
    return std::nullopt;
}

Result<std::optional<SrtSocket>> SrtCall::unanswered(std::chrono::milliseconds time)
{
    const std::optional<bool> closed = m_probe->isClosed(time);
    if (!closed)
        return std::nullopt;
    return tl::unexpected(*closed ? srt_faults::nobodyListens(m_address)
                                  : srt_faults::callFailed(m_address, SRT_REJ_TIMEOUT));
}

} // namespace gantry::media

#include "media/input/srt_socket.h"

#include "media/input/srt_faults.h"

#include <algorithm>
#include <cstdint>

#include <srt/srt.h>

namespace gantry::media {
namespace {

constexpr int connectTimeout = 3000;  // ms; the library's default, and what one lost handshake packet in three survives
constexpr int peerIdleTimeout = 5000; // ms; libsrt's default. A dead sender shows after 1 s by its missing pictures
constexpr int reorderTolerance = 40;  // packets; without it jitter alone nearly doubles the traffic by needless repairs
constexpr double planForBitsPerSecond = 40e6;
constexpr int payload = 1316;
constexpr int defaultFlightWindow = 25600; // packets, libsrt's own

template <typename T>
bool set(SRTSOCKET socket, SRT_SOCKOPT option, const T &value)
{
    return srt_setsockflag(socket, option, &value, int(sizeof value)) == 0;
}

bool setBytes(SRTSOCKET socket, SRT_SOCKOPT option, const QByteArray &value)
{
    return value.isEmpty() || srt_setsockflag(socket, option, value.constData(), int(value.size())) == 0;
}

// A long latency holds many packets; the library's buffers are made for a few seconds at a modest rate.
bool setBuffers(SRTSOCKET socket, std::chrono::milliseconds latency)
{
    const double seconds = double(latency.count()) / 1000 + 1;
    const int packets = int(seconds * planForBitsPerSecond / 8 / payload);
    if (packets <= 8000)
        return true;
    return set(socket, SRTO_FC, std::max(defaultFlightWindow, packets)) && set(socket, SRTO_RCVBUF, packets * 1456);
}

} // namespace

Result<SrtSocket> SrtSocket::create(const SrtAddress &address, Use use)
{
    startSrt();
    SrtSocket socket(srt_create_socket());
    const SRTSOCKET handle = socket.handle();
    const int no = 0;
    const int yes = 1;
    bool fine = socket.isOpen() && set(handle, SRTO_LATENCY, int(address.latency.count())) &&
                set(handle, SRTO_CONNTIMEO, connectTimeout) && set(handle, SRTO_PEERIDLETIMEO, peerIdleTimeout) &&
                set(handle, SRTO_LOSSMAXTTL, reorderTolerance) && set(handle, SRTO_ENFORCEDENCRYPTION, yes) &&
                setBytes(handle, SRTO_PASSPHRASE, address.passphrase) && set(handle, SRTO_RCVSYN, no) &&
                set(handle, SRTO_SNDSYN, no);
    if (fine && address.mode == SrtAddress::Mode::Caller)
        fine = setBytes(handle, SRTO_STREAMID, address.streamId.toUtf8());
    if (fine && use == Use::Receive)
        fine = setBuffers(handle, address.latency);
    if (fine)
        return socket;
    return tl::unexpected(srt_faults::system(address, QString::fromUtf8(srt_getlasterror_str())));
}

void SrtSocket::close()
{
    if (m_handle != none)
        srt_close(std::exchange(m_handle, none));
}

void SrtSocket::setReadWait(std::chrono::milliseconds wait)
{
    set(m_handle, SRTO_RCVSYN, 1);
    set(m_handle, SRTO_RCVTIMEO, int(wait.count()));
}

SrtCall::SrtCall(SrtAddress address, SrtSocket::Use use)
    : m_address(std::move(address)), m_use(use), m_lookup(m_address.host, m_address.port)
{
}

Result<void> SrtCall::begin(const SocketAddress &to)
{
    if (to.isEmpty())
        return tl::unexpected(srt_faults::hostUnknown(m_address));
    auto socket = SrtSocket::create(m_address, m_use);
    if (!socket)
        return tl::unexpected(socket.error());
    m_socket = std::move(*socket);
    if (srt_connect(m_socket.handle(), reinterpret_cast<const sockaddr *>(to.constData()), int(to.size())) == SRT_ERROR)
        return tl::unexpected(srt_faults::system(m_address, QString::fromUtf8(srt_getlasterror_str())));
    return {};
}

Result<std::optional<SrtSocket>> SrtCall::wait(std::chrono::milliseconds time)
{
    if (!m_socket.isOpen()) {
        const std::optional<SocketAddress> to = m_lookup.wait(time);
        if (!to)
            return std::nullopt;
        if (const auto begun = begin(*to); !begun)
            return tl::unexpected(begun.error());
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
        return tl::unexpected(srt_faults::callFailed(m_address, srt_getrejectreason(m_socket.handle())));
    }
}

} // namespace gantry::media

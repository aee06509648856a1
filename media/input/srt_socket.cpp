#include "media/input/srt_socket.h"

#include "media/input/srt_faults.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <srt/srt.h>

namespace gantry::media {
namespace {

constexpr int connectTimeout = 3000;  // ms; the library's default, and what one lost handshake packet in three survives
constexpr int peerIdleTimeout = 5000; // ms; libsrt's default. A dead sender shows after 1 s by its missing pictures
constexpr int planForKilobits = 40'000;
constexpr int usualPayload = 1316;
constexpr int defaultBuffer = 8192; // packets, libsrt's own
constexpr int smallestBuffer = 32;  // packets; what a socket that only receives needs for sending
constexpr int bytesOfPacket = 1472; // as libsrt counts its buffer: MSS less the headers of IP and UDP

template <typename T>
bool set(SRTSOCKET socket, SRT_SOCKOPT option, const T &value)
{
    return srt_setsockflag(socket, option, &value, int(sizeof value)) == 0;
}

bool setBytes(SRTSOCKET socket, SRT_SOCKOPT option, const QByteArray &value)
{
    return value.isEmpty() || srt_setsockflag(socket, option, value.constData(), int(value.size())) == 0;
}

// A long latency holds many packets; the library's buffers are made for a few seconds at a modest rate. Its lists of
// losses are as long as the window and the buffer for sending, whether they are used or not: half a mebibyte a feed.
bool setBuffers(SRTSOCKET socket, const SrtAddress &address)
{
    const int packets = srtBufferPackets(address.latency, address.expectedKilobits, address.payloadSize);
    // The window first: libsrt cuts the buffer down to it.
    return set(socket, SRTO_FC, packets) && set(socket, SRTO_RCVBUF, packets * bytesOfPacket) &&
           set(socket, SRTO_SNDBUF, smallestBuffer * bytesOfPacket);
}

bool setLatencies(SRTSOCKET socket, const SrtAddress &address)
{
    const auto peer = address.peerLatency.value_or(address.latency);
    return set(socket, SRTO_RCVLATENCY, int(address.latency.count())) &&
           set(socket, SRTO_PEERLATENCY, int(peer.count()));
}

SRTSOCKET newHandle(const SrtAddress &address)
{
    if (address.mode != SrtAddress::Mode::Caller || address.bonding == SrtAddress::Bonding::None)
        return srt_create_socket();
    return srt_create_group(address.bonding == SrtAddress::Bonding::Backup ? SRT_GTYPE_BACKUP : SRT_GTYPE_BROADCAST);
}

bool fitsAsPassphrase(const QByteArray &passphrase)
{
    return passphrase.isEmpty() ||
           (passphrase.size() >= SrtLimits::passphraseLeast && passphrase.size() <= SrtLimits::passphraseMost);
}

} // namespace

int srtBufferPackets(std::chrono::milliseconds latency, std::optional<int> kilobits, std::optional<int> payloadSize)
{
    const double seconds = double(latency.count()) / 1000 + 1;
    const double bytes = seconds * kilobits.value_or(planForKilobits) * 1000 / 8 * 1.25;
    return std::max(defaultBuffer, int(std::ceil(bytes / payloadSize.value_or(usualPayload))));
}

bool setConnectionOptions(SrtHandle socket, const SrtAddress &address, SrtSocket::Use use)
{
    return setLatencies(socket, address) && set(socket, SRTO_LOSSMAXTTL, address.lossMaxTtl) &&
           setBytes(socket, SRTO_PASSPHRASE, address.passphrase) &&
           setBytes(socket, SRTO_PACKETFILTER, address.filter.toUtf8()) &&
           (!address.payloadSize || set(socket, SRTO_PAYLOADSIZE, *address.payloadSize)) &&
           (use == SrtSocket::Use::Send || setBuffers(socket, address));
}

Result<SrtSocket> SrtSocket::create(const SrtAddress &address, Use use)
{
    startSrt();
    if (!fitsAsPassphrase(address.passphrase))
        return tl::unexpected(srt_faults::passphraseLength(address));
    const bool listens = address.mode == SrtAddress::Mode::Listener;
    const bool bonded = address.bonding != SrtAddress::Bonding::None;
    if (bonded && !srtHasGroups())
        return tl::unexpected(srt_faults::groupsMissing(address));
    SrtSocket socket(newHandle(address));
    const SRTSOCKET handle = socket.handle();
    const int no = 0;
    const int yes = 1;
    bool fine = socket.isOpen() && set(handle, SRTO_CONNTIMEO, connectTimeout) &&
                set(handle, SRTO_PEERIDLETIMEO, peerIdleTimeout) && set(handle, SRTO_ENFORCEDENCRYPTION, yes) &&
                set(handle, SRTO_RCVSYN, no) && set(handle, SRTO_SNDSYN, no);
    // A listener has nothing of its own here: each caller is given what belongs to its feed.
    if (fine && !listens) {
        fine = setConnectionOptions(handle, address, use) &&
               (!address.keyBits || set(handle, SRTO_PBKEYLEN, *address.keyBits / 8));
    }
    if (fine && address.mode == SrtAddress::Mode::Caller)
        fine = setBytes(handle, SRTO_STREAMID, address.streamId.toUtf8());
    if (fine && listens && bonded)
        fine = set(handle, SRTO_GROUPCONNECT, yes);
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

} // namespace gantry::media

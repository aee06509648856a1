#include "media/input/srt_listener.h"

#include "media/input/srt_faults.h"

#include <QLoggingCategory>

#include <arpa/inet.h>

#include <atomic>
#include <cerrno>
#include <mutex>
#include <vector>

#include <srt/srt.h>

#include <srt/access_control.h>

namespace gantry::media {
namespace {

// Off unless asked for: a stranger who calls ten times a second must not fill a log.
Q_LOGGING_CATEGORY(listenerLog, "gantry.media.srt", QtWarningMsg)

using Clock = std::chrono::steady_clock;

constexpr int backlog = 4;
constexpr std::size_t mostAttempts = 64; // remembered at once; a flood of handshakes must not fill memory

struct Attempt
{
    SrtHandle handle;
    QString peer;
};

QString peerText(const sockaddr *peer)
{
    const qsizetype size = peer->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    return textOf(SocketAddress(reinterpret_cast<const char *>(peer), size));
}

} // namespace

struct SrtListener::Private
{
    SrtAddress address;
    int poll = -1;
    // Written by the reader, read in the hook. 0: no peer.
    std::atomic<Clock::rep> lastData{0};
    std::mutex mutex;
    std::vector<Attempt> attempts; // handshakes that began; each ends in accept() or is turned away
    SrtSocket socket;              // last member: closed first, and the hook with it

    bool silent() const
    {
        const Clock::rep last = lastData.load(std::memory_order_relaxed);
        return last == 0 || Clock::now() - Clock::time_point(Clock::duration(last)) > silentAfter;
    }

    // libsrt's thread, with its listener lock held: short, and no call back into libsrt but the two meant for here.
    static int greet(void *opaque, SRTSOCKET caller, int, const sockaddr *peer, const char *)
    {
        auto *self = static_cast<Private *>(opaque);
        const QString who = peerText(peer);
        if (!self->silent()) {
            srt_setrejectreason(caller, SRT_REJX_CONFLICT);
            qCInfo(listenerLog).noquote() << self->address.place() << "turned away a second caller:" << who;
            return -1;
        }
        beginSrtAttempt(caller);
        const std::lock_guard lock(self->mutex);
        if (self->attempts.size() >= mostAttempts)
            self->attempts.erase(self->attempts.begin());
        self->attempts.push_back({caller, who});
        return 0;
    }

    tl::unexpected<Error> bindFailed(int code, int systemCode) const
    {
        if (systemCode == EADDRINUSE || code == SRT_EDUPLISTEN || code == SRT_EBINDCONFLICT)
            return tl::unexpected(srt_faults::portInUse(address));
        if (systemCode == EADDRNOTAVAIL)
            return tl::unexpected(srt_faults::addressNotHere(address));
        return tl::unexpected(srt_faults::system(address, QString::fromUtf8(srt_strerror(code, systemCode))));
    }
};

SrtListener::SrtListener() : d(std::make_unique<Private>()) {}

SrtListener::~SrtListener()
{
    d->socket.close();
    if (d->poll >= 0)
        srt_epoll_release(d->poll);
}

Result<std::unique_ptr<SrtListener>> SrtListener::open(const SrtAddress &address)
{
    // Names are looked up here only for interfaces, which are digits or "localhost": no long wait.
    HostLookup lookup(address.host, address.port);
    const SocketAddress here = lookup.wait(std::chrono::milliseconds(200)).value_or(SocketAddress());
    if (here.isEmpty())
        return tl::unexpected(srt_faults::hostUnknown(address));
    auto socket = SrtSocket::create(address, SrtSocket::Use::Receive);
    if (!socket)
        return tl::unexpected(socket.error());
    std::unique_ptr<SrtListener> listener(new SrtListener);
    Private &d = *listener->d;
    d.address = address;
    d.socket = std::move(*socket);
    const SRTSOCKET handle = d.socket.handle();
    const int both = 0; // "[::]" serves IPv4 as well
    srt_setsockflag(handle, SRTO_IPV6ONLY, &both, sizeof both);
    srt_listen_callback(handle, Private::greet, &d);
    const auto *name = reinterpret_cast<const sockaddr *>(here.constData());
    if (srt_bind(handle, name, int(here.size())) == SRT_ERROR || srt_listen(handle, backlog) == SRT_ERROR) {
        int systemCode = 0;
        const int code = srt_getlasterror(&systemCode);
        return d.bindFailed(code, systemCode);
    }
    d.poll = srt_epoll_create();
    const int events = SRT_EPOLL_IN | SRT_EPOLL_ERR;
    if (d.poll < 0 || srt_epoll_add_usock(d.poll, handle, &events) != 0)
        return tl::unexpected(srt_faults::system(address, QString::fromUtf8(srt_getlasterror_str())));
    return listener;
}

std::optional<SrtSocket> SrtListener::accept(std::chrono::milliseconds time)
{
    SRT_EPOLL_EVENT ready{};
    if (srt_epoll_uwait(d->poll, &ready, 1, time.count()) < 1)
        return std::nullopt;
    SrtSocket peer(srt_accept(d->socket.handle(), nullptr, nullptr));
    if (!peer.isOpen())
        return std::nullopt;
    const std::lock_guard lock(d->mutex);
    std::erase_if(d->attempts, [&](const Attempt &attempt) { return attempt.handle == peer.handle(); });
    return peer;
}

std::optional<Error> SrtListener::takeTurnedAway()
{
    std::vector<Attempt> ended;
    {
        const std::lock_guard lock(d->mutex);
        std::erase_if(d->attempts, [&](const Attempt &attempt) {
            const bool over = srt_getsockstate(attempt.handle) >= SRTS_BROKEN;
            if (over)
                ended.push_back(attempt);
            return over;
        });
    }
    if (ended.empty())
        return std::nullopt;
    const Attempt &last = ended.back();
    const std::optional<SrtRefusal> refusal = srtRefusal(last.handle);
    if (refusal == SrtRefusal::WrongPassphrase)
        return srt_faults::callerHasOtherPassphrase(last.peer);
    if (refusal == SrtRefusal::NoPassphrase)
        return srt_faults::callerEncryptsOtherwise(d->address, last.peer);
    return srt_faults::callerGaveUp(last.peer);
}

void SrtListener::peerDelivers()
{
    d->lastData.store(Clock::now().time_since_epoch().count(), std::memory_order_relaxed);
}

void SrtListener::peerGone()
{
    d->lastData.store(0, std::memory_order_relaxed);
}

bool SrtListener::peerIsSilent() const
{
    return d->silent();
}

} // namespace gantry::media

#include "media/input/srt_port.h"

#include "media/input/host_lookup.h"
#include "media/input/srt_faults.h"
#include "media/input/srt_rejections.h"

#include <QLoggingCategory>

#include <netinet/in.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

#include <srt/srt.h>

#include <srt/access_control.h>

namespace gantry::media {
namespace {

// Off unless asked for: a stranger who calls ten times a second must not fill a log.
Q_LOGGING_CATEGORY(portLog, "gantry.media.srt", QtWarningMsg)

constexpr int backlog = 16;              // between a handshake and accept(), which follows within 50 ms
constexpr std::size_t mostAttempts = 64; // remembered at once; a flood of handshakes must not fill memory
constexpr std::size_t mostWaiting = 4;   // callers of one feed that it has not taken in yet

using Seat = std::shared_ptr<SrtSeat>;

struct Attempt
{
    SrtHandle handle;
    QString peer;
    Seat seat;
};

struct Refusal
{
    int code;
    Error why;
    Seat seat; // null: it meant none of them
};

QString peerText(const sockaddr *peer)
{
    const qsizetype size = peer->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    return textOf(SocketAddress(reinterpret_cast<const char *>(peer), size));
}

Refusal refusal(SrtStreamId::Answer answer, const QString &peer, const QString &streamId, const Seat &seat)
{
    using Answer = SrtStreamId::Answer;
    switch (answer) {
    case Answer::OtherUser:
        return {SRT_REJX_UNAUTHORIZED, srt_rejections::otherUser(peer), seat};
    case Answer::OtherMode:
        return {SRT_REJX_BAD_MODE, srt_rejections::wantsToReceive(peer), seat};
    case Answer::OtherType:
        return {SRT_REJX_NOTSUP_MEDIA, srt_rejections::sendsNoStream(peer), seat};
    case Answer::Fits:
    case Answer::OtherStream:
        break;
    }
    if (streamId.isEmpty())
        return {SRT_REJX_BAD_REQUEST, srt_rejections::noStreamId(peer), nullptr};
    return {SRT_REJX_NOTFOUND, srt_rejections::otherStream(peer, streamId), nullptr};
}

// A second link of a bonded caller is not a second caller.
bool isFurtherLink(SRTSOCKET caller, const SrtAddress &address)
{
    int type = SRT_GTYPE_UNDEFINED;
    int size = int(sizeof type);
    return address.bonding != SrtAddress::Bonding::None && srt_getsockflag(caller, SRTO_GROUPTYPE, &type, &size) == 0 &&
           type != SRT_GTYPE_UNDEFINED;
}

// The sockets by which an accepted connection is known to the handshakes: itself, or the members of a group.
std::vector<SRTSOCKET> membersOf(SRTSOCKET accepted)
{
    if ((accepted & SRTGROUP_MASK) == 0)
        return {accepted};
    std::size_t count = 8;
    std::vector<SRT_SOCKGROUPDATA> data(count);
    std::vector<SRTSOCKET> members;
    if (srt_group_data(accepted, data.data(), &count) != SRT_ERROR)
        for (std::size_t i = 0; i < count; ++i)
            members.push_back(data[i].id);
    return members;
}

// Whether nothing more will come of a handshake: it failed, or its link joined the group that its feed reads from.
bool isOver(const Attempt &attempt)
{
    const SRT_SOCKSTATUS state = srt_getsockstate(attempt.handle);
    return state >= SRTS_BROKEN ||
           (state == SRTS_CONNECTED && attempt.seat->lastData != 0 && srt_groupof(attempt.handle) != SRT_INVALID_SOCK);
}

} // namespace

SrtSeat::SrtSeat(SrtAddress address_)
    : address(std::move(address_)), asked(SrtStreamId::parse(address.streamId).value_or(SrtStreamId()))
{
}

bool SrtSeat::isSilent() const
{
    const Clock::rep last = lastData.load(std::memory_order_relaxed);
    return last == 0 || Clock::now() - Clock::time_point(Clock::duration(last)) > silentAfter;
}

struct SrtPort::Private
{
    QString place;
    int poll = -1;
    std::mutex mutex; // never held while libsrt is called: its listener lock is held in the hook
    std::condition_variable arrived;
    std::vector<Seat> seats;
    std::vector<Attempt> attempts; // handshakes that began; each ends in accept() or is turned away
    std::mutex turn;               // whose turn it is to wait at the socket for all
    SrtSocket socket;              // last member: closed first, and the hook with it

    // libsrt's thread, with its listener lock held: short, and no call back into libsrt but those meant for here.
    static int greet(void *opaque, SRTSOCKET caller, int, const sockaddr *peer, const char *streamId)
    {
        return static_cast<Private *>(opaque)->judge(caller, peerText(peer), QString::fromUtf8(streamId));
    }

    int judge(SRTSOCKET caller, const QString &peer, const QString &streamId)
    {
        const tl::expected<Seat, Refusal> chosen = choose(caller, peer, streamId);
        if (!chosen) {
            srt_setrejectreason(caller, chosen.error().code);
            qCInfo(portLog).noquote() << place << chosen.error().why.text();
            const std::lock_guard lock(mutex);
            tell(chosen.error());
            return -1;
        }
        if (!setConnectionOptions(caller, (*chosen)->address, SrtSocket::Use::Receive)) {
            srt_setrejectreason(caller, SRT_REJX_ISE);
            return -1;
        }
        beginSrtAttempt(caller);
        const std::lock_guard lock(mutex);
        if (attempts.size() >= mostAttempts)
            attempts.erase(attempts.begin());
        attempts.push_back({caller, peer, *chosen});
        return 0;
    }

    tl::expected<Seat, Refusal> choose(SRTSOCKET caller, const QString &peer, const QString &streamId)
    {
        const auto said = SrtStreamId::parse(streamId);
        std::vector<Seat> here;
        {
            const std::lock_guard lock(mutex);
            here = seats;
        }
        std::optional<Refusal> refused;
        for (const Seat &seat : here) {
            // Who asks for nothing in particular takes whatever a caller calls itself.
            const auto answer = said                    ? said->answers(seat->asked)
                                : seat->asked.isEmpty() ? SrtStreamId::Answer::Fits
                                                        : SrtStreamId::Answer::OtherStream;
            if (answer == SrtStreamId::Answer::Fits) {
                if (seat->isSilent() || isFurtherLink(caller, seat->address))
                    return seat;
                return tl::unexpected(Refusal{SRT_REJX_CONFLICT, srt_rejections::secondCaller(peer), seat});
            }
            if (!refused || !refused->seat) // that it met a feed and was not let in says more
                refused = refusal(answer, peer, streamId, seat);
        }
        if (!said)
            return tl::unexpected(Refusal{SRT_REJX_BAD_REQUEST, srt_rejections::streamIdUnreadable(peer), nullptr});
        return tl::unexpected(refused.value_or(refusal(SrtStreamId::Answer::OtherStream, peer, streamId, nullptr)));
    }

    // With the mutex held. Who meant nobody is told to those who wait for somebody.
    void tell(const Refusal &refused)
    {
        bool told = false;
        for (const Seat &seat : seats) {
            if (refused.seat ? seat != refused.seat : seat->lastData.load(std::memory_order_relaxed) != 0)
                continue;
            seat->turnedAway = refused.why;
            told = true;
        }
        if (!told && !seats.empty())
            seats.front()->turnedAway = refused.why;
    }

    void takeIn(std::chrono::milliseconds time)
    {
        SRT_EPOLL_EVENT ready{};
        if (srt_epoll_uwait(poll, &ready, 1, time.count()) < 1)
            return;
        for (;;) {
            SrtSocket peer(srt_accept(socket.handle(), nullptr, nullptr));
            if (!peer.isOpen())
                return;
            const std::vector<SRTSOCKET> members = membersOf(peer.handle());
            const std::lock_guard lock(mutex);
            const auto attempt = std::ranges::find_if(attempts, [&](const Attempt &each) {
                return std::ranges::find(members, each.handle) != members.end();
            });
            if (attempt == attempts.end())
                continue; // pushed out by a flood: it calls again
            const Seat seat = attempt->seat;
            attempts.erase(attempt);
            if (seat->arrived.size() < mostWaiting)
                seat->arrived.push_back(std::move(peer));
            arrived.notify_all();
        }
    }
};

SrtPort::SrtPort() : d(std::make_unique<Private>()) {}

SrtPort::~SrtPort()
{
    d->socket.close();
    if (d->poll >= 0)
        srt_epoll_release(d->poll);
}

Result<std::shared_ptr<SrtPort>> SrtPort::open(const SrtAddress &address)
{
    std::shared_ptr<SrtPort> port(new SrtPort);
    // No host: both families at one socket. A computer without IPv6 has the other one still.
    Result<void> listens = port->listen(address, address.host.isEmpty() ? QStringLiteral("::") : address.host);
    if (!listens && address.host.isEmpty() && listens.error().kind == Error::Kind::System)
        listens = port->listen(address, QStringLiteral("0.0.0.0"));
    if (!listens)
        return tl::unexpected(listens.error());
    return port;
}

Result<void> SrtPort::listen(const SrtAddress &address, const QString &host)
{
    // Names are looked up here only for interfaces, which are digits or "localhost": no long wait.
    HostLookup lookup(host, address.port);
    const SocketAddress here = lookup.wait(std::chrono::milliseconds(200)).value_or(SocketAddress());
    if (here.isEmpty())
        return tl::unexpected(srt_faults::hostUnknown(address));
    auto socket = SrtSocket::create(address, SrtSocket::Use::Receive);
    if (!socket)
        return tl::unexpected(socket.error());
    d->place = address.place();
    d->socket = std::move(*socket);
    const SRTSOCKET handle = d->socket.handle();
    const int both = 0; // "[::]" serves IPv4 as well
    srt_setsockflag(handle, SRTO_IPV6ONLY, &both, sizeof both);
    srt_listen_callback(handle, Private::greet, d.get());
    const auto *name = reinterpret_cast<const sockaddr *>(here.constData());
    if (srt_bind(handle, name, int(here.size())) == SRT_ERROR || srt_listen(handle, backlog) == SRT_ERROR)
        return tl::unexpected(srt_faults::bindFailed(address));
    d->poll = srt_epoll_create();
    const int events = SRT_EPOLL_IN | SRT_EPOLL_ERR;
    if (d->poll < 0 || srt_epoll_add_usock(d->poll, handle, &events) != 0)
        return tl::unexpected(srt_faults::system(address, QString::fromUtf8(srt_getlasterror_str())));
    return {};
}

bool SrtPort::enter(const std::shared_ptr<SrtSeat> &seat)
{
    const std::lock_guard lock(d->mutex);
    if (std::ranges::any_of(d->seats, [&](const Seat &each) { return each->asked.meets(seat->asked); }))
        return false;
    d->seats.push_back(seat);
    return true;
}

void SrtPort::leave(const std::shared_ptr<SrtSeat> &seat)
{
    std::deque<SrtSocket> waiting; // closed when the mutex is free again
    const std::lock_guard lock(d->mutex);
    std::erase(d->seats, seat);
    std::erase_if(d->attempts, [&](const Attempt &attempt) { return attempt.seat == seat; });
    waiting.swap(seat->arrived);
}

std::optional<SrtSocket> SrtPort::accept(SrtSeat &seat, std::chrono::milliseconds time)
{
    // One of those who wait does so at the socket, and hands over what is not for it.
    if (std::unique_lock turn(d->turn, std::try_to_lock); turn) {
        std::unique_lock lock(d->mutex);
        const bool there = !seat.arrived.empty();
        lock.unlock();
        d->takeIn(there ? std::chrono::milliseconds(0) : time);
        time = {};
    }
    std::unique_lock lock(d->mutex);
    d->arrived.wait_for(lock, time, [&] { return !seat.arrived.empty(); });
    while (!seat.arrived.empty()) {
        SrtSocket first = std::move(seat.arrived.front());
        seat.arrived.pop_front();
        // Who has hung up while he waited was never here: as a connection he would be a feed that was lost.
        if (srt_getsockstate(first.handle()) == SRTS_CONNECTED)
            return first;
    }
    return std::nullopt;
}

std::optional<Error> SrtPort::takeTurnedAway(SrtSeat &seat)
{
    std::vector<Attempt> mine;
    {
        const std::lock_guard lock(d->mutex);
        if (seat.turnedAway)
            return std::exchange(seat.turnedAway, std::nullopt);
        std::ranges::copy_if(d->attempts, std::back_inserter(mine),
                             [&](const Attempt &attempt) { return attempt.seat.get() == &seat; });
    }
    std::erase_if(mine, [](const Attempt &each) { return !isOver(each); });
    {
        const std::lock_guard lock(d->mutex);
        std::erase_if(d->attempts, [&](const Attempt &attempt) {
            return std::ranges::any_of(mine, [&](const Attempt &ended) { return ended.handle == attempt.handle; });
        });
    }
    std::erase_if(mine, [](const Attempt &each) { return srt_getsockstate(each.handle) == SRTS_CONNECTED; });
    if (mine.empty())
        return std::nullopt;
    const Attempt &last = mine.back();
    const std::optional<SrtRefusal> refusal = srtRefusal(last.handle);
    if (refusal == SrtRefusal::WrongPassphrase)
        return srt_rejections::otherPassphrase(last.peer);
    if (refusal == SrtRefusal::NoPassphrase)
        return srt_rejections::encryptsOtherwise(!seat.address.passphrase.isEmpty(), last.peer);
    if (refusal == SrtRefusal::OtherFilter)
        return srt_rejections::otherFilter(last.peer);
    return srt_rejections::gaveUp(last.peer);
}

void SrtPort::turnAway(SrtSeat &seat, const Error &why)
{
    const std::lock_guard lock(d->mutex);
    seat.turnedAway = why;
}

} // namespace gantry::media

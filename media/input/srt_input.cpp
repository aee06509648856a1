#include "media/input/srt_input.h"

#include "media/input/srt_call.h"
#include "media/input/srt_faults.h"
#include "media/input/srt_figures.h"
#include "media/input/srt_listener.h"

#include <utility>

#include <srt/srt.h>

namespace gantry::media {
namespace {

void add(LinkCounters &total, const LinkCounters &interval)
{
    total.received += interval.received;
    total.lost += interval.lost;
    total.retransmitted += interval.retransmitted;
    total.belated += interval.belated;
    total.dropped += interval.dropped;
    total.undecrypted += interval.undecrypted;
}

} // namespace

struct SrtInput::Private
{
    SrtAddress address;
    std::shared_ptr<SrtPorts> ports;
    std::unique_ptr<SrtListener> listener;
    std::unique_ptr<SrtCall> call;
    SrtSocket socket;
    QString peer;
    LinkCounters total;
    bool replaced = false;

    void connected(SrtSocket next)
    {
        socket = std::move(next);
        socket.setReadWait(longestWait);
        peer = srtPeer(socket.handle());
        total = {};
        if (listener)
            listener->peerDelivers(); // grace: a new peer has a second to begin
    }

    void disconnected()
    {
        socket.close();
        call.reset();
        peer.clear();
        if (listener)
            listener->peerGone();
    }

    Result<bool> stepListening()
    {
        if (!listener) {
            auto opened = SrtListener::open(address, *ports);
            if (!opened)
                return tl::unexpected(opened.error());
            listener = std::move(*opened);
        }
        if (auto next = listener->accept(longestWait)) {
            connected(std::move(*next));
            return true;
        }
        return false;
    }

    Result<bool> stepCalling()
    {
        if (!call)
            call = std::make_unique<SrtCall>(address, SrtSocket::Use::Receive);
        auto answered = call->wait(longestWait);
        if (!answered) {
            call.reset();
            return tl::unexpected(answered.error());
        }
        if (!*answered)
            return false;
        call.reset();
        connected(std::move(**answered));
        return true;
    }

    // Two callers may have been greeted before the first was let in: the other one must not wait for ever.
    void endWaitingCallers()
    {
        if (!listener || listener->peerIsSilent())
            return;
        while (listener->accept(std::chrono::milliseconds(0))) {
        }
    }

    // Nothing came for a while: is somebody waiting to take the place of a peer that died?
    void considerNextCaller()
    {
        if (!listener || !listener->peerIsSilent())
            return;
        if (auto next = listener->accept(std::chrono::milliseconds(0))) {
            connected(std::move(*next));
            replaced = true;
        }
    }
};

SrtInput::SrtInput(SrtAddress address, std::shared_ptr<SrtPorts> ports) : d(std::make_unique<Private>())
{
    d->address = std::move(address);
    d->ports = std::move(ports);
}

SrtInput::~SrtInput() = default;

Result<bool> SrtInput::step()
{
    return d->address.mode == SrtAddress::Mode::Listener ? d->stepListening() : d->stepCalling();
}

bool SrtInput::isConnecting() const
{
    return d->call != nullptr;
}

bool SrtInput::isCaller() const
{
    return d->address.mode != SrtAddress::Mode::Listener;
}

std::chrono::milliseconds SrtInput::longestSilence() const
{
    return d->address.longestSilence;
}

Result<std::size_t> SrtInput::read(std::span<std::byte> into)
{
    const int count =
        srt_recvmsg2(d->socket.handle(), reinterpret_cast<char *>(into.data()), int(into.size()), nullptr);
    if (count > 0) {
        if (d->listener)
            d->listener->peerDelivers();
        return std::size_t(count);
    }
    const int code = srt_getlasterror(nullptr);
    if (count < 0 && code != SRT_ETIMEOUT && code != SRT_EASYNCRCV) {
        const Error lost = srt_faults::connectionLost(d->address, d->peer);
        d->disconnected();
        return tl::unexpected(lost);
    }
    d->considerNextCaller();
    return std::size_t(0);
}

bool SrtInput::takeReplaced()
{
    return std::exchange(d->replaced, false);
}

std::optional<Error> SrtInput::takeTurnedAway()
{
    return d->listener ? d->listener->takeTurnedAway() : std::nullopt;
}

void SrtInput::measure(LinkSample &sample)
{
    d->endWaitingCallers();
    sample.peer = d->peer;
    if (!d->socket.isOpen() || !srtMeasure(d->socket.handle(), sample))
        return;
    add(d->total, sample.interval);
    sample.total = d->total;
}

void SrtInput::close()
{
    d->disconnected();
}

} // namespace gantry::media

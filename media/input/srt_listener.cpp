#include "media/input/srt_listener.h"

#include "media/input/srt_faults.h"
#include "media/input/srt_figures.h"
#include "media/input/srt_port.h"
#include "media/input/srt_rejections.h"

#include <utility>

namespace gantry::media {

Result<std::unique_ptr<SrtListener>> SrtListener::open(const SrtAddress &address, SrtPorts &ports)
{
    auto port = ports.open(address);
    if (!port)
        return tl::unexpected(port.error());
    auto seat = std::make_shared<SrtSeat>(address);
    if (!(*port)->enter(seat))
        return tl::unexpected(srt_faults::portIsShared(address));
    return std::unique_ptr<SrtListener>(new SrtListener(std::move(*port), std::move(seat)));
}

SrtListener::SrtListener(std::shared_ptr<SrtPort> port, std::shared_ptr<SrtSeat> seat)
    : m_port(std::move(port)), m_seat(std::move(seat))
{
}

SrtListener::~SrtListener()
{
    m_port->leave(m_seat);
}

std::optional<SrtSocket> SrtListener::accept(std::chrono::milliseconds time)
{
    std::optional<SrtSocket> peer = m_port->accept(*m_seat, time);
    if (!peer || !m_seat->address.keyBits || m_seat->address.passphrase.isEmpty())
        return peer;
    // libsrt lets the caller choose; what is too short for this feed can be seen only now.
    const int bits = srtKeyBits(peer->handle()).value_or(0);
    if (bits >= *m_seat->address.keyBits)
        return peer;
    m_port->turnAway(*m_seat, srt_rejections::keyTooShort(srtPeer(peer->handle()), bits, *m_seat->address.keyBits));
    return std::nullopt;
}

std::optional<Error> SrtListener::takeTurnedAway()
{
    return m_port->takeTurnedAway(*m_seat);
}

void SrtListener::peerDelivers()
{
    m_seat->lastData.store(SrtSeat::Clock::now().time_since_epoch().count(), std::memory_order_relaxed);
}

void SrtListener::peerGone()
{
    m_seat->lastData.store(0, std::memory_order_relaxed);
}

bool SrtListener::peerIsSilent() const
{
    return m_seat->isSilent();
}

} // namespace gantry::media

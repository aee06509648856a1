#include "media/output/srt_output.h"

#include "media/input/srt_call.h"
#include "media/input/srt_faults.h"
#include "media/input/srt_socket.h"

#include <algorithm>
#include <utility>

#include <srt/srt.h>

namespace gantry::media {
namespace {

constexpr std::chrono::milliseconds callAgainAfter{1000};

} // namespace

struct SrtOutput::Private
{
    SrtAddress address;
    std::unique_ptr<SrtCall> call;
    SrtSocket socket;
    std::chrono::steady_clock::time_point nextCall;
    std::optional<Error> fault;
    std::uint64_t dropped = 0;
};

SrtOutput::SrtOutput(SrtAddress address) : d(std::make_unique<Private>())
{
    d->address = std::move(address);
}

SrtOutput::~SrtOutput() = default;

bool SrtOutput::keepUp(std::chrono::steady_clock::time_point now)
{
    if (d->socket.isOpen()) {
        if (srt_getsockstate(d->socket.handle()) == SRTS_CONNECTED)
            return false;
        d->socket.close();
        d->fault = srt_faults::connectionLost(d->address, {});
        d->nextCall = now + callAgainAfter;
    }
    if (!d->call) {
        if (now < d->nextCall)
            return false;
        d->call = std::make_unique<SrtCall>(d->address, SrtSocket::Use::Send);
    }
    auto answered = d->call->wait(std::chrono::milliseconds(0));
    if (!answered) {
        d->fault = answered.error();
        d->call.reset();
        d->nextCall = now + callAgainAfter;
        return false;
    }
    if (!*answered)
        return false;
    d->socket = std::move(**answered);
    d->call.reset();
    d->fault.reset();
    return true;
}

bool SrtOutput::isConnected() const
{
    return d->socket.isOpen();
}

void SrtOutput::send(std::span<const std::byte> packets)
{
    while (!packets.empty()) {
        const auto message = packets.first(std::min(packets.size(), messageSize));
        packets = packets.subspan(message.size());
        const bool sent =
            d->socket.isOpen() && srt_sendmsg2(d->socket.handle(), reinterpret_cast<const char *>(message.data()),
                                               int(message.size()), nullptr) != SRT_ERROR;
        if (!sent)
            ++d->dropped;
    }
}

std::uint64_t SrtOutput::dropped() const
{
    return d->dropped;
}

std::optional<Error> SrtOutput::fault() const
{
    return d->fault;
}

} // namespace gantry::media

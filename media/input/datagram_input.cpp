#include "media/input/datagram_input.h"

#include "media/input/datagram_socket.h"
#include "media/input/host_lookup.h"
#include "media/input/rtp_packet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto silentAfter = 1s; // then another sender may take the place, as on a listening SRT feed
constexpr auto lookUpAtMost = 10s;
constexpr int largestGap = 3000; // packets; more is a sender that began again
constexpr int furthestBehind = -300;
constexpr std::size_t largestDatagram = 65536;

} // namespace

struct DatagramInput::Private
{
    UrlAddress address;
    UrlPatience patience;
    std::unique_ptr<HostLookup> lookup;
    Clock::time_point lookupSince;
    DatagramSocket socket;
    SocketAddress peer;
    Clock::time_point heard; // from the peer
    std::vector<std::byte> datagram = std::vector<std::byte>(largestDatagram);
    std::span<const std::byte> waiting; // part of `datagram` that has not been read yet
    std::optional<std::uint16_t> expected;
    std::uint32_t source = 0;
    LinkCounters interval;
    LinkCounters total;
    std::uint64_t bytes = 0; // since the last measure()
    Clock::time_point measured;
    bool replaced = false;
    std::optional<Error> turnedAway;

    const char *carrier() const { return address.carrier == UrlAddress::Carrier::Rtp ? "RTP" : "UDP"; }

    void count(std::int64_t LinkCounters::*what, std::int64_t by)
    {
        interval.*what += by;
        total.*what += by;
    }

    Result<bool> opened()
    {
        if (socket.isOpen())
            return true;
        if (!lookup) {
            lookup = std::make_unique<HostLookup>(address.host, address.port);
            lookupSince = Clock::now();
        }
        const std::optional<SocketAddress> found = lookup->wait(longestWait);
        if (!found && Clock::now() - lookupSince < lookUpAtMost)
            return false;
        lookup.reset();
        if (!found || found->isEmpty())
            return tl::unexpected(Error{Error::Kind::HostUnknown, Text::tr("Look up the address to listen on"),
                                        address.place(), Text::tr("Check the name, or write the address in digits.")});
        if (auto open = socket.open(*found, address.localAddress, address.place()); !open)
            return tl::unexpected(open.error());
        return true;
    }

    void begin(const SocketAddress &from)
    {
        peer = from;
        expected.reset();
        total = interval = {};
        bytes = 0;
        measured = Clock::now();
    }

    // Whether datagrams of this sender are ours; decides between two of them.
    bool isOurs(const SocketAddress &from, Clock::time_point now)
    {
        if (from == peer)
            return true;
        if (!peer.isEmpty() && now - heard < silentAfter) {
            turnedAway = Error{Error::Kind::Refused, Text::tr("A second sender sends to this feed and is ignored"),
                               textOf(from), Text::tr("Stop one of the two, or give it a port of its own.")};
            return false;
        }
        replaced = replaced || !peer.isEmpty();
        begin(from);
        return true;
    }

    // The payload to pass on; empty when there is none in it.
    std::span<const std::byte> payloadOf(std::span<const std::byte> bytes_)
    {
        if (address.carrier == UrlAddress::Carrier::Udp)
            return bytes_;
        const std::optional<RtpPacket> packet = RtpPacket::parse(bytes_);
        if (!packet)
            return {};
        const int difference =
            expected && packet->source == source ? std::int16_t(std::uint16_t(packet->sequence - *expected)) : 0;
        if (difference < 0 && difference > furthestBehind) {
            count(&LinkCounters::belated, 1);
            return {};
        }
        if (difference > 0 && difference < largestGap) {
            count(&LinkCounters::lost, difference);
            count(&LinkCounters::dropped, difference);
        }
        source = packet->source;
        expected = std::uint16_t(packet->sequence + 1);
        return packet->payload;
    }

    // Waits for a datagram that has something for us; `waiting` is empty when there was none in time.
    Result<void> receive(std::chrono::milliseconds wait)
    {
        if (!waiting.empty())
            return {};
        const auto end = Clock::now() + wait;
        do { // in a flood of what is not ours, too, no longer than `wait`
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
            SocketAddress from;
            const auto size = socket.receive(datagram, from, std::max(left, 0ms));
            if (!size)
                return tl::unexpected(size.error());
            if (*size == 0)
                return {};
            const auto now = Clock::now();
            if (!isOurs(from, now))
                continue;
            heard = now;
            waiting = payloadOf(std::span<const std::byte>(datagram).first(*size));
            if (waiting.empty())
                continue;
            count(&LinkCounters::received, 1);
            bytes += waiting.size();
        } while (waiting.empty() && Clock::now() < end);
        return {};
    }
};

DatagramInput::DatagramInput(UrlAddress address, UrlPatience patience) : d(std::make_unique<Private>())
{
    d->address = std::move(address);
    d->patience = patience;
}

DatagramInput::~DatagramInput() = default;

Result<bool> DatagramInput::step()
{
    const auto opened = d->opened();
    if (!opened || !*opened)
        return opened;
    if (const auto received = d->receive(longestWait); !received) {
        close();
        return tl::unexpected(received.error());
    }
    d->replaced = false;
    return !d->waiting.empty();
}

Result<std::size_t> DatagramInput::read(std::span<std::byte> into)
{
    if (const auto received = d->receive(longestWait); !received) {
        close();
        return tl::unexpected(received.error());
    }
    if (d->waiting.empty() && Clock::now() - d->heard > d->patience.silence) {
        const QString from = textOf(d->peer);
        close();
        return tl::unexpected(Error{Error::Kind::Silent, Text::tr("The sender has stopped sending"), from,
                                    Text::tr("Check the sender and the network on the way.")});
    }
    if (d->replaced) // told before the first bytes of the new sender
        return 0;
    // Datagrams larger than a message are handed out in parts that end where transport packets end.
    constexpr std::size_t packetSize = 188;
    std::size_t count = std::min(into.size(), d->waiting.size());
    if (count < d->waiting.size() && count > packetSize)
        count -= count % packetSize;
    std::copy_n(d->waiting.begin(), count, into.begin());
    d->waiting = d->waiting.subspan(count);
    return count;
}

bool DatagramInput::takeReplaced()
{
    return std::exchange(d->replaced, false);
}

std::optional<Error> DatagramInput::takeTurnedAway()
{
    return std::exchange(d->turnedAway, std::nullopt);
}

void DatagramInput::measure(LinkSample &sample)
{
    const auto now = Clock::now();
    const std::chrono::duration<double> time = now - d->measured;
    sample.peer = textOf(d->peer);
    sample.carrier = QString::fromLatin1(d->carrier());
    if (time > 100ms)
        sample.receiveRate = BitsPerSecond{double(d->bytes) * 8 / time.count()};
    sample.interval = d->interval;
    sample.total = d->total;
    d->interval = {};
    d->bytes = 0;
    d->measured = now;
}

void DatagramInput::close()
{
    d->socket.close();
    d->lookup.reset();
    d->peer.clear();
    d->waiting = {};
    d->replaced = false;
    d->turnedAway.reset();
}

} // namespace gantry::media

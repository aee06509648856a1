#include "media/input/srt_figures.h"

#include "media/input/host_lookup.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <srt/srt.h>

namespace gantry::media {
namespace {

template <typename T>
std::optional<T> option(SRTSOCKET socket, SRT_SOCKOPT which)
{
    T value{};
    int size = int(sizeof value);
    return srt_getsockflag(socket, which, &value, &size) == 0 ? std::optional(value) : std::nullopt;
}

std::optional<QString> textOption(SRTSOCKET socket, SRT_SOCKOPT which)
{
    std::array<char, 513> text{};
    int size = int(text.size());
    if (srt_getsockflag(socket, which, text.data(), &size) != 0 || size <= 0)
        return std::nullopt;
    return QString::fromUtf8(text.data(), size);
}

LinkCounters countersOf(const SRT_TRACEBSTATS &statistics)
{
    return {statistics.pktRecvUnique, statistics.pktRcvLoss, statistics.pktRcvRetrans,
            statistics.pktRcvBelated, statistics.pktRcvDrop, statistics.pktRcvUndecrypt};
}

std::vector<SRTSOCKET> linksOf(SRTSOCKET group)
{
    std::size_t count = 8;
    std::vector<SRT_SOCKGROUPDATA> data(count);
    std::vector<SRTSOCKET> links;
    if (srt_group_data(group, data.data(), &count) != SRT_ERROR)
        for (std::size_t i = 0; i < count; ++i)
            if (data[i].sockstate == SRTS_CONNECTED)
                links.push_back(data[i].id);
    return links;
}

void describeConnection(SRTSOCKET socket, LinkSample &sample)
{
    sample.keyBits = srtKeyBits(socket);
    sample.encrypted = sample.keyBits.has_value();
    sample.streamId = textOption(socket, SRTO_STREAMID);
    sample.filter = textOption(socket, SRTO_PACKETFILTER);
}

void measureLink(const SRT_TRACEBSTATS &statistics, LinkSample &sample)
{
    // libsrt says 100 ms until it has measured, which takes an exchange of acknowledgements, and so a packet.
    if (statistics.pktRecvTotal > 0)
        sample.roundTrip = std::chrono::microseconds(std::llround(statistics.msRTT * 1000));
    sample.latency = std::chrono::milliseconds(statistics.msRcvTsbPdDelay);
    sample.peerLatency = std::chrono::milliseconds(statistics.msSndTsbPdDelay);
    sample.buffered = std::chrono::milliseconds(statistics.msRcvBuf);
    // At the moment of connecting there is no interval to have a rate over.
    if (statistics.pktRecvTotal > 0 || statistics.msTimeStamp >= 1000)
        sample.receiveRate = BitsPerSecond{statistics.mbpsRecvRate * 1e6};
    if (sample.filter)
        sample.rebuilt = statistics.pktRcvFilterSupply;
}

// A group counts what came over any of its links and what came over none; its links know the rest. The round trip is
// that of the slowest, for which the latency must do; the rate is that of all together, copies included.
bool measureGroup(SRTSOCKET group, LinkSample &sample)
{
    SRT_TRACEBSTATS whole{};
    if (srt_bstats(group, &whole, 1) == SRT_ERROR)
        return false;
    for (const SRTSOCKET link : linksOf(group)) {
        SRT_TRACEBSTATS statistics{};
        if (srt_bstats(link, &statistics, 1) == SRT_ERROR)
            continue;
        describeConnection(link, sample);
        LinkSample one;
        one.filter = sample.filter;
        measureLink(statistics, one);
        const LinkCounters counters = countersOf(statistics);
        sample.interval.lost += counters.lost;
        sample.interval.retransmitted += counters.retransmitted;
        sample.interval.belated += counters.belated;
        sample.interval.undecrypted += counters.undecrypted;
        sample.roundTrip = std::max(sample.roundTrip, one.roundTrip);
        sample.latency = std::max(sample.latency, one.latency);
        sample.peerLatency = std::max(sample.peerLatency, one.peerLatency);
        sample.buffered = std::max(sample.buffered, one.buffered);
        if (one.receiveRate)
            sample.receiveRate =
                BitsPerSecond{sample.receiveRate.value_or(BitsPerSecond()).value + one.receiveRate->value};
        if (one.rebuilt)
            sample.rebuilt = sample.rebuilt.value_or(0) + *one.rebuilt;
    }
    sample.interval.received = whole.pktRecvUnique;
    sample.interval.dropped = whole.pktRcvDrop;
    return true;
}

} // namespace

QString srtPeer(SrtHandle socket)
{
    sockaddr_storage address{};
    int size = int(sizeof address);
    if ((socket & SRTGROUP_MASK) != 0) {
        const std::vector<SRTSOCKET> links = linksOf(socket);
        return links.empty() ? QString() : srtPeer(links.front());
    }
    if (srt_getpeername(socket, reinterpret_cast<sockaddr *>(&address), &size) == SRT_ERROR)
        return {};
    return textOf(SocketAddress(reinterpret_cast<const char *>(&address), size));
}

std::optional<int> srtKeyBits(SrtHandle socket)
{
    if (option<int>(socket, SRTO_RCVKMSTATE) != SRT_KM_S_SECURED)
        return std::nullopt;
    const std::optional<int> bytes = option<int>(socket, SRTO_PBKEYLEN);
    return bytes && *bytes > 0 ? std::optional(*bytes * 8) : std::nullopt;
}

bool srtMeasure(SrtHandle socket, LinkSample &sample)
{
    if ((socket & SRTGROUP_MASK) != 0)
        return measureGroup(socket, sample);
    SRT_TRACEBSTATS statistics{};
    // On a broken socket the call fails and leaves the numbers as they were: then nothing is known.
    if (srt_bstats(socket, &statistics, 1) == SRT_ERROR)
        return false;
    describeConnection(socket, sample);
    sample.interval = countersOf(statistics);
    measureLink(statistics, sample);
    return true;
}

} // namespace gantry::media

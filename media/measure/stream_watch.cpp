#include "media/measure/stream_watch.h"

#include <algorithm>
#include <utility>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds presenceLimit = 5s; // TR 101 290, 1.6, where nobody asks for less
constexpr std::chrono::milliseconds stampLimit = 700ms; // 2.5
constexpr double bitsPerPacket = double(TsPacket::size) * 8;

} // namespace

StreamWatch::Watched::Watched(const ElementaryStream &stream, std::uint32_t packets, Time now)
    : pid(stream.pid)
    , codec(stream.codec)
    , expected(stream.sort == StreamSort::Video || stream.sort == StreamSort::Audio)
    , taken(packets)
    , checked(packets)
    , seen(now)
    , presence(presenceLimit)
    , stamps(stampLimit)
{
    presence.begin(now);
}

void StreamWatch::follow(const StreamTable &table, const PidTable &pids, Time now)
{
    std::vector<Watched> before = std::exchange(m_streams, {});
    for (const ElementaryStream &stream : table.streams) {
        if (find(stream.pid)) // a table may name a PID twice
            continue;
        Watched watched(stream, pids.packets(stream.pid), now);
        const auto old = std::ranges::find(before, stream.pid, &Watched::pid);
        if (old != before.end()) {
            std::swap(watched, *old);
            watched.codec = stream.codec;
            watched.expected = old->expected;
        }
        m_streams.push_back(std::move(watched));
    }
}

void StreamWatch::restart(Time now)
{
    for (Watched &stream : m_streams) {
        stream.presence.begin(now);
        stream.stamps.stop();
        stream.seen = now;
    }
}

StreamWatch::Watched *StreamWatch::find(std::uint16_t pid)
{
    const auto found = std::ranges::find(m_streams, pid, &Watched::pid);
    return found == m_streams.end() ? nullptr : &*found;
}

void StreamWatch::stamped(std::uint16_t pid, std::int64_t stamp, Time now)
{
    m_newestStamp = stamp;
    if (Watched *stream = find(pid))
        m_stamps += stream->stamps.seen(now);
}

void StreamWatch::scrambled(std::uint16_t pid)
{
    if (Watched *stream = find(pid))
        stream->stamps.stop();
}

void StreamWatch::check(const PidTable &pids, Time now)
{
    for (Watched &stream : m_streams) {
        if (!stream.expected)
            continue;
        if (const std::uint32_t packets = pids.packets(stream.pid); packets != stream.checked) {
            stream.checked = packets;
            stream.seen = now;
            m_missing += stream.presence.seen(now);
        } else {
            m_missing += stream.presence.overdue(now);
        }
        // A stream that does not come at all has no stamps either; that is one fault, not two.
        if (now - stream.seen > stampLimit / 2)
            stream.stamps.stop();
        else
            m_stamps += stream.stamps.overdue(now);
    }
}

std::vector<TransportSample::Stream> StreamWatch::take(const PidTable &pids, std::chrono::nanoseconds interval)
{
    const double seconds = std::chrono::duration<double>(interval).count();
    std::vector<TransportSample::Stream> result;
    result.reserve(m_streams.size());
    for (Watched &stream : m_streams) {
        const std::uint32_t packets = pids.packets(stream.pid);
        const double bits = double(packets - stream.taken) * bitsPerPacket;
        stream.taken = packets;
        result.push_back({stream.pid, stream.codec, {seconds > 0 ? bits / seconds : 0}});
    }
    return result;
}

} // namespace gantry::media

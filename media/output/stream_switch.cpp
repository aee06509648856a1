#include "media/output/stream_switch.h"

#include <algorithm>

namespace gantry::media {
namespace {

constexpr std::byte discontinuityBit{0x80};
constexpr std::byte clockBit{0x10};
constexpr std::size_t adaptationFlags = 5; // where they stand in a packet that has them

void setCounter(StreamOutline::Packet &bytes, std::uint8_t counter)
{
    bytes[3] = (bytes[3] & std::byte{0xf0}) | std::byte(counter & 0x0fU);
}

} // namespace

StreamSwitch::StreamSwitch(int streams, Sink sink) : m_sink(std::move(sink)), m_outlines(std::size_t(streams)) {}

void StreamSwitch::choose(int stream, Time now)
{
    if (stream == m_wanted)
        return;
    m_wanted = stream >= 0 && std::size_t(stream) < m_outlines.size() ? stream : nothing;
    m_wantedSince = now;
    if (m_wanted == nothing)
        m_active = nothing;
}

void StreamSwitch::feed(int stream, std::span<const std::byte> packets, Time now)
{
    if (stream < 0 || std::size_t(stream) >= m_outlines.size())
        return;
    StreamOutline &outline = m_outlines[std::size_t(stream)];
    for (; packets.size() >= TsPacket::size; packets = packets.subspan(TsPacket::size)) {
        StreamOutline::Packet bytes;
        std::copy_n(packets.begin(), bytes.size(), bytes.begin());
        if (bytes[0] != TsPacket::syncByte)
            continue;
        const TsPacket packet = TsPacket::of(bytes);
        outline.learn(packet, bytes);
        if (stream == m_wanted && stream != m_active && outline.isEntry(packet, now - m_wantedSince >= longestWait))
            take(stream);
        if (stream == m_active)
            pass(packet, bytes);
    }
    flush();
}

void StreamSwitch::flush()
{
    if (!m_out.empty())
        m_sink(m_out, m_joins);
    m_out.clear();
    m_joins = false;
}

void StreamSwitch::take(int stream)
{
    flush(); // of the old one
    m_active = stream;
    m_clockJumps = true;
    m_joins = true;
    for (auto &[pid, lane] : m_lanes)
        lane.joined = false;
    for (StreamOutline::Packet table : m_outlines[std::size_t(stream)].tables()) {
        Lane &lane = m_lanes[TsPacket::of(table).pid];
        lane.last = std::uint8_t(lane.everSent ? (lane.last + 1) & 0x0f : TsPacket::of(table).counter);
        lane.everSent = true;
        setCounter(table, lane.last);
        send(table);
    }
}

void StreamSwitch::pass(const TsPacket &packet, StreamOutline::Packet bytes)
{
    if (packet.pid == TsPacket::nullPid) {
        send(bytes);
        return;
    }
    Lane &lane = m_lanes[packet.pid];
    if (!lane.joined) {
        if (!packet.unitStart && packet.hasPayload)
            return; // the rest of something whose beginning nobody has seen
        lane.offset = std::uint8_t(lane.everSent ? (lane.last + 1 - packet.counter) & 0x0f : 0);
        lane.joined = packet.hasPayload; // a packet without one repeats the counter before it
    }
    const auto counter = std::uint8_t((packet.counter + lane.offset) & 0x0f);
    if (packet.hasPayload) {
        lane.last = counter;
        lane.everSent = true;
        setCounter(bytes, counter);
    } else {
        setCounter(bytes, lane.everSent ? lane.last : packet.counter);
    }
    if (m_clockJumps && !packet.adaptation.empty() && (packet.adaptation[0] & clockBit) != std::byte{}) {
        bytes[adaptationFlags] |= discontinuityBit;
        m_clockJumps = false;
    }
    send(bytes);
}

void StreamSwitch::send(const StreamOutline::Packet &bytes)
{
    m_out.insert(m_out.end(), bytes.begin(), bytes.end());
}

} // namespace gantry::media

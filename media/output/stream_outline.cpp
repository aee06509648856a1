#include "media/output/stream_outline.h"

#include <algorithm>

namespace gantry::media {
namespace {

constexpr std::size_t mostTablePackets = 8; // of one table; longer ones are not kept
constexpr std::byte randomAccess{0x40};

void keep(std::vector<StreamOutline::Packet> &packets, const TsPacket &packet, const StreamOutline::Packet &bytes)
{
    if (packet.unitStart)
        packets.clear();
    if (packets.size() < mostTablePackets)
        packets.push_back(bytes);
}

} // namespace

void StreamOutline::learn(const TsPacket &packet, const Packet &bytes)
{
    if (!packet.readable())
        return;
    if (packet.pid == 0) {
        keep(m_programPackets, packet, bytes);
        m_programSections.feed(packet.payload, packet.unitStart, [this](std::span<const std::byte> section) {
            const auto programs = programTable(section);
            if (!programs || programs->empty() || m_tablePid == programs->front().tablePid)
                return;
            m_tablePid = programs->front().tablePid;
            m_streamPackets.clear();
            m_streamSections.reset();
            m_table.reset();
        });
    } else if (m_tablePid && packet.pid == *m_tablePid) {
        keep(m_streamPackets, packet, bytes);
        m_streamSections.feed(packet.payload, packet.unitStart, [this](std::span<const std::byte> section) {
            if (auto table = streamTable(section))
                m_table = std::move(table);
        });
    }
}

std::vector<StreamOutline::Packet> StreamOutline::tables() const
{
    if (!m_table)
        return {};
    std::vector<Packet> packets = m_programPackets;
    packets.insert(packets.end(), m_streamPackets.begin(), m_streamPackets.end());
    return packets;
}

bool StreamOutline::isEntry(const TsPacket &packet, bool anyPicture) const
{
    if (!m_table || !packet.unitStart || !packet.readable())
        return false;
    const bool hasPicture = m_table->carries(StreamSort::Video);
    const auto stream = std::find_if(m_table->streams.begin(), m_table->streams.end(),
                                     [&](const ElementaryStream &one) { return one.pid == packet.pid; });
    if (stream == m_table->streams.end())
        return false;
    if (!hasPicture)
        return stream->sort == StreamSort::Audio;
    const bool marked = !packet.adaptation.empty() && (packet.adaptation[0] & randomAccess) != std::byte{};
    return stream->sort == StreamSort::Video && (marked || anyPicture);
}

} // namespace gantry::media

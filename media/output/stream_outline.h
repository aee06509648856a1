#pragma once
// What one must know of a transport stream to join it in the middle: its tables, as packets, and where a decoder can
// begin. Learns from every packet; any bytes are safe.

#include "media/measure/ts_packet.h"
#include "media/measure/ts_tables.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace gantry::media {

class StreamOutline
{
public:
    using Packet = std::array<std::byte, TsPacket::size>;

    void learn(const TsPacket &packet, const Packet &bytes);

    // PAT and PMT as they came last; empty until both are known.
    std::vector<Packet> tables() const;
    bool isTable(std::uint16_t pid) const { return pid == 0 || (m_tablePid && pid == *m_tablePid); }

    // Whether a decoder can begin with this packet: a random access point of the picture, or, where there is no
    // picture, the beginning of any sound. `anyPicture`: the beginning of any picture will do (some senders mark none).
    bool isEntry(const TsPacket &packet, bool anyPicture = false) const;

private:
    std::vector<Packet> m_programPackets; // of the PAT at hand
    std::vector<Packet> m_streamPackets;  // of the PMT at hand
    SectionAssembler m_programSections;
    SectionAssembler m_streamSections;
    std::optional<std::uint16_t> m_tablePid;
    std::optional<StreamTable> m_table;
};

} // namespace gantry::media

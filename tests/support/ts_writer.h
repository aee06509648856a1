#pragma once
// A transport stream made by hand, with the freedoms that senders take: lengths or none, stuffing at the end, in the
// middle or nowhere, several programs, any PIDs and times.

#include "support/media_packets.h"

#include <algorithm>
#include <map>
#include <optional>

namespace gantry::media::packets {

struct PesShape
{
    bool length = false;          // say PES_packet_length
    bool exact = false;           // fill up with zeros so that no packet needs stuffing
    int stuffedPacket = -1;       // this packet carries ten bytes less than it could, though more follows
    int wrongLengthBy = 0;        // added to the length that is said
    std::uint8_t streamId = 0xe0; // 0xc0: sound, 0xbd: private
};

class TsWriter
{
public:
    // PAT and PMT of a single program 1 with its PMT on 0x1000.
    Bytes tables(const std::vector<Stream> &streams)
    {
        Bytes result = section(0, pat(0x1000));
        append(result, section(0x1000, pmt(streams)));
        return result;
    }
    Bytes section(std::uint16_t pid, const Bytes &bytes)
    {
        Bytes result = sectionPackets(pid, bytes, m_counters[pid]);
        m_counters[pid] += unsigned(result.size() / 188);
        return result;
    }
    Bytes pes(std::uint16_t pid, const Bytes &content, std::optional<std::uint64_t> pts, PesShape shape = {})
    {
        Bytes unit = bytes({0, 0, 1, shape.streamId, 0, 0, 0x80, pts ? 0x80 : 0, pts ? 5 : 0});
        if (pts)
            append(unit, bytes({int(0x21 | ((*pts >> 29) & 0x0e)), int((*pts >> 22) & 0xff),
                                int(0x01 | ((*pts >> 14) & 0xfe)), int((*pts >> 7) & 0xff),
                                int(0x01 | ((*pts << 1) & 0xfe))}));
        append(unit, content);
        if (shape.exact)
            unit.resize((unit.size() + 183) / 184 * 184, std::byte{0});
        if (shape.length) {
            const std::size_t length = unit.size() - 6 + std::size_t(shape.wrongLengthBy);
            unit[4] = std::byte((length >> 8) & 0xffU);
            unit[5] = std::byte(length & 0xffU);
        }
        Bytes result;
        int index = 0;
        for (std::size_t at = 0; at < unit.size(); ++index) {
            const std::size_t room = index == shape.stuffedPacket ? 174 : 184;
            const std::size_t take = std::min(room, unit.size() - at);
            append(result, packet(pid, index == 0, std::span(unit).subspan(at, take)));
            at += take;
        }
        return result;
    }

private:
    Bytes packet(std::uint16_t pid, bool start, std::span<const std::byte> payload)
    {
        Packet packet;
        packet.pid = pid;
        packet.counter = m_counters[pid]++;
        packet.unitStart = start;
        packet.adaptation = payload.size() < 184;
        packet.adaptationLength = int(183 - payload.size());
        packet.content.assign(payload.begin(), payload.end());
        return packet.made();
    }

    std::map<std::uint16_t, unsigned> m_counters;
};

} // namespace gantry::media::packets

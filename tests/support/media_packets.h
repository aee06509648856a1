#pragma once
// Transport packets made by hand.

#include "media/measure/ts_tables.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace gantry::media::packets {

using Bytes = std::vector<std::byte>;

inline Bytes bytes(std::initializer_list<int> values)
{
    Bytes result;
    for (const int value : values)
        result.push_back(std::byte(value));
    return result;
}

inline void append(Bytes &to, const Bytes &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

struct Packet
{
    std::uint16_t pid = 0x100;
    unsigned counter = 0;
    bool unitStart = false;
    bool transportError = false;
    bool payload = true;
    bool adaptation = false;
    int adaptationLength = 1;
    bool discontinuity = false;
    Bytes content; // cut or filled up with 0xff

    Bytes made() const
    {
        Bytes result = bytes({0x47, (transportError ? 0x80 : 0) | (unitStart ? 0x40 : 0) | (pid >> 8), pid & 0xff,
                              (adaptation ? 0x20 : 0) | (payload ? 0x10 : 0) | int(counter & 15U)});
        if (adaptation) {
            result.push_back(std::byte(adaptationLength));
            if (adaptationLength > 0)
                result.push_back(discontinuity ? std::byte{0x80} : std::byte{0});
            while (result.size() < std::size_t(5 + adaptationLength) && result.size() < 188)
                result.push_back(std::byte{0xff});
        }
        append(result, content);
        result.resize(188, std::byte{0xff});
        return result;
    }
};

inline Bytes withCrc(Bytes section)
{
    const std::uint32_t crc = sectionCrc(section);
    for (const int shift : {24, 16, 8, 0})
        section.push_back(std::byte((crc >> shift) & 0xffU));
    return section;
}

inline Bytes pat(std::uint16_t pmtPid)
{
    return withCrc(bytes({0x00, 0xb0, 13, 0, 1, 0xc1, 0, 0, 0, 1, 0xe0 | (pmtPid >> 8), pmtPid & 0xff}));
}

struct Stream
{
    int type;
    std::uint16_t pid;
    Bytes descriptors;
};

inline Bytes pmt(const std::vector<Stream> &streams)
{
    Bytes body = bytes({0, 1, 0xc1, 0, 0, 0xe1, 0x00, 0xf0, 0});
    for (const Stream &stream : streams) {
        append(body, bytes({stream.type, 0xe0 | (stream.pid >> 8), stream.pid & 0xff,
                            0xf0 | int(stream.descriptors.size() >> 8), int(stream.descriptors.size() & 0xff)}));
        append(body, stream.descriptors);
    }
    const std::size_t length = body.size() + 4;
    Bytes section = bytes({0x02, 0xb0 | int(length >> 8), int(length & 0xff)});
    append(section, body);
    return withCrc(section);
}

// A section in as many packets as it needs.
inline Bytes sectionPackets(std::uint16_t pid, const Bytes &section, unsigned firstCounter = 0)
{
    Bytes content = bytes({0});
    append(content, section);
    Bytes result;
    for (std::size_t at = 0, i = 0; at < content.size(); at += 184, ++i) {
        Packet packet;
        packet.pid = pid;
        packet.counter = unsigned(firstCounter + i);
        packet.unitStart = at == 0;
        packet.content.assign(content.begin() + std::ptrdiff_t(at),
                              content.begin() + std::ptrdiff_t(std::min(content.size(), at + 184)));
        append(result, packet.made());
    }
    return result;
}

} // namespace gantry::media::packets

#pragma once
// Transport packets made by hand.

#include "media/measure/ts_tables.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
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
    bool scrambled = false;
    std::optional<std::int64_t> clock; // a PCR in ticks of 27 MHz
    Bytes content;                     // cut or filled up with 0xff

    Bytes made() const
    {
        Bytes result = bytes(
            {0x47, (transportError ? 0x80 : 0) | (unitStart ? 0x40 : 0) | (pid >> 8), pid & 0xff,
             (scrambled ? 0x80 : 0) | (adaptation || clock ? 0x20 : 0) | (payload ? 0x10 : 0) | int(counter & 15U)});
        if (adaptation || clock) {
            const int length = clock ? std::max(adaptationLength, 7) : adaptationLength;
            result.push_back(std::byte(length));
            if (length > 0)
                append(result, bytes({(discontinuity ? 0x80 : 0) | (clock ? 0x10 : 0)}));
            if (clock) {
                const std::int64_t base = *clock / 300;
                const auto extension = int(*clock % 300);
                for (const int shift : {25, 17, 9, 1})
                    result.push_back(std::byte((base >> shift) & 0xff));
                append(result, bytes({int(base & 1) << 7 | 0x7e | extension >> 8, extension & 0xff}));
            }
            while (result.size() < std::size_t(5 + length) && result.size() < 188)
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

inline Bytes pat(const std::vector<Program> &programs)
{
    Bytes section = bytes({0x00, 0xb0, int(9 + 4 * programs.size()), 0, 1, 0xc1, 0, 0});
    for (const Program &program : programs)
        append(section, bytes({program.number >> 8, program.number & 0xff, 0xe0 | (program.tablePid >> 8),
                               program.tablePid & 0xff}));
    return withCrc(section);
}

inline Bytes pat(std::uint16_t pmtPid)
{
    return pat({{1, pmtPid}});
}

struct Stream
{
    int type;
    std::uint16_t pid;
    Bytes descriptors;
};

inline Bytes pmt(const std::vector<Stream> &streams, int program = 1)
{
    Bytes body = bytes({program >> 8, program & 0xff, 0xc1, 0, 0, 0xe1, 0x00, 0xf0, 0});
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

// A PES packet's beginning: its header with a time stamp of 90 kHz, and nothing behind it.
inline Bytes pesHeader(int streamId, std::int64_t stamp)
{
    return bytes({0, 0, 1, streamId, 0, 0, 0x80, 0x80, 5, int(0x21 | ((stamp >> 29) & 0x0e)), int((stamp >> 22) & 0xff),
                  int(((stamp >> 14) & 0xfe) | 1), int((stamp >> 7) & 0xff), int(((stamp << 1) & 0xfe) | 1)});
}

// The bytes that a text of base64 stands for.
inline Bytes fromBase64(std::string_view text)
{
    const QByteArray raw = QByteArray::fromBase64(QByteArray(text.data(), qsizetype(text.size())));
    Bytes result;
    for (const char byte : raw)
        result.push_back(std::byte(byte));
    return result;
}

} // namespace gantry::media::packets

#pragma once
// Sections of splice commands (ANSI/SCTE 35) made by hand.

#include "support/media_packets.h"

namespace gantry::media::packets {

// A section around a command, as encoders write it.
inline Bytes spliceSection(int type, const Bytes &command, const Bytes &descriptors = {}, std::int64_t adjustment = 0,
                           bool encrypted = false)
{
    Bytes body = bytes({0, (encrypted ? 0x80 : 0) | int((adjustment >> 32) & 1), int((adjustment >> 24) & 0xff),
                        int((adjustment >> 16) & 0xff), int((adjustment >> 8) & 0xff), int(adjustment & 0xff), 0, 0xff,
                        0xf0 | int(command.size() >> 8), int(command.size() & 0xff), type});
    append(body, command);
    append(body, bytes({int(descriptors.size() >> 8), int(descriptors.size() & 0xff)}));
    append(body, descriptors);
    const std::size_t length = body.size() + 4;
    Bytes whole = bytes({0xfc, 0x30 | int(length >> 8), int(length & 0xff)});
    append(whole, body);
    return withCrc(whole);
}

inline Bytes spliceTime(std::int64_t stamp)
{
    return bytes({0xfe | int((stamp >> 32) & 1), int((stamp >> 24) & 0xff), int((stamp >> 16) & 0xff),
                  int((stamp >> 8) & 0xff), int(stamp & 0xff)});
}

inline Bytes spliceAt(int event, std::int64_t stamp)
{
    Bytes command = bytes({0, 0, 0, event, 0x7f, 0xcf});
    append(command, spliceTime(stamp));
    append(command, bytes({0, 1, 0, 0}));
    return spliceSection(0x05, command);
}

inline Bytes spliceNow(int event, bool out)
{
    return spliceSection(0x05, bytes({0, 0, 0, event, 0x7f, out ? 0xdf : 0x5f, 0, 1, 0, 0}));
}

} // namespace gantry::media::packets

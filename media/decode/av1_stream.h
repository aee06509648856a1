#pragma once
// AV1 as MPEG-TS carries it ("Carriage of AV1 in MPEG-2 TS", AOM): each OBU behind a start code, with emulation
// prevention, its size field optional. libavcodec wants OBUs with sizes and nothing else. Streams that carry plain
// OBUs, as some senders do, pass unchanged. Pure; any bytes are safe.

#include <cstddef>
#include <span>
#include <vector>

namespace gantry::media {

struct Av1Unit
{
    std::vector<std::byte> bytes; // OBUs with sizes
    bool key = false;             // has a sequence header: decoding can begin here
};

// One temporal unit as it came.
void readAv1Unit(std::span<const std::byte> bytes, Av1Unit &unit);

} // namespace gantry::media

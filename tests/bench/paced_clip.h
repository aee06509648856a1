#pragma once
// A recorded transport stream cut into what an encoder would send at once: each picture with what precedes it, due at
// its time. As messages of 1316 bytes, the way SRT carries them.

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

namespace gantry::bench {

struct Burst
{
    std::chrono::microseconds due{0}; // after the first
    std::vector<std::span<const std::byte>> messages;
};

// `clip` must outlive the result. Takes the first PID with a video PES in it.
inline std::vector<Burst> burstsOf(const QByteArray &clip)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(clip.constData());
    std::vector<Burst> bursts;
    int pid = -1;
    std::int64_t first = -1;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        for (std::size_t at = begin; at < end && !bursts.empty(); at += 1316)
            bursts.back().messages.push_back(
                std::as_bytes(std::span(bytes + at, std::min<std::size_t>(1316, end - at))));
        begin = end;
    };
    for (std::size_t at = 0; at + 188 <= std::size_t(clip.size()); at += 188) {
        const std::uint8_t *packet = bytes + at;
        const int id = ((packet[1] & 0x1f) << 8) | packet[2];
        const std::uint8_t *pes = packet + 4 + ((packet[3] & 0x20) ? 1 + packet[4] : 0);
        const bool start = (packet[1] & 0x40) && (packet[3] & 0x10) && pes + 14 <= packet + 188 && pes[0] == 0 &&
                           pes[1] == 0 && pes[2] == 1 && (pes[3] & 0xf0) == 0xe0 && (pid < 0 || pid == id);
        if (!start)
            continue;
        pid = id;
        const std::uint8_t *stamp = pes + 9;
        const std::int64_t ticks = (std::int64_t(stamp[0] & 0x0e) << 29) | (std::int64_t(stamp[1]) << 22) |
                                   (std::int64_t(stamp[2] & 0xfe) << 14) | (std::int64_t(stamp[3]) << 7) |
                                   (stamp[4] >> 1);
        if (first < 0)
            first = ticks;
        else
            close(at);
        bursts.push_back({std::chrono::microseconds((ticks - first) * 100 / 9), {}});
    }
    close(std::size_t(clip.size()));
    return bursts;
}

} // namespace gantry::bench

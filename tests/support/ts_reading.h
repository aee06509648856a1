#pragma once
// What a transport stream says, as far as tests of its time stamps need it: continuity, and the times in the PES heads.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace gantry::media::loopback {

class TsReading
{
public:
    struct Stream
    {
        std::vector<std::chrono::microseconds> decode; // one a PES
        std::vector<std::chrono::microseconds> shown;
        int counter = -1;
    };
    std::map<int, Stream> streams; // PES streams by PID
    std::vector<std::chrono::microseconds> clock;
    int continuityFaults = 0;
    int lostSync = 0;
    std::size_t bytes = 0;

    void feed(std::span<const std::byte> message)
    {
        bytes += message.size();
        for (; message.size() >= 188; message = message.subspan(188))
            packet(reinterpret_cast<const std::uint8_t *>(message.data()));
    }

private:
    static std::chrono::microseconds time(const std::uint8_t *p)
    {
        const auto ticks = std::int64_t(p[0] >> 1 & 7) << 30 | std::int64_t(p[1]) << 22 |
                           std::int64_t(p[2] >> 1) << 15 | std::int64_t(p[3]) << 7 | p[4] >> 1;
        return std::chrono::microseconds(ticks * 100 / 9);
    }
    void packet(const std::uint8_t *p)
    {
        if (p[0] != 0x47) {
            ++lostSync;
            return;
        }
        const int pid = (p[1] & 0x1f) << 8 | p[2];
        const bool payload = (p[3] & 0x10) != 0;
        std::size_t at = 4;
        if ((p[3] & 0x20) != 0) {
            if (p[4] >= 7 && (p[5] & 0x10) != 0) {
                const auto base = std::int64_t(p[6]) << 25 | p[7] << 17 | p[8] << 9 | p[9] << 1 | p[10] >> 7;
                clock.emplace_back(base * 100 / 9);
            }
            at += 1U + p[4];
        }
        if (pid < 0x20 || pid == 0x1fff || !payload)
            return;
        Stream &stream = m_all[pid];
        if (stream.counter >= 0 && (stream.counter + 1) % 16 != (p[3] & 15))
            ++continuityFaults;
        stream.counter = p[3] & 15;
        if ((p[1] & 0x40) == 0 || at + 19 > 188 || p[at] != 0 || p[at + 1] != 0 || p[at + 2] != 1)
            return;
        const int which = p[at + 7] >> 6;
        if (which < 2)
            return;
        Stream &told = streams[pid];
        told.shown.push_back(time(p + at + 9));
        told.decode.push_back(which == 3 ? time(p + at + 14) : told.shown.back());
    }
    std::map<int, Stream> m_all; // counters of every PID
};

} // namespace gantry::media::loopback

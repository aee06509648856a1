#pragma once
// What is known about each of the 8192 PIDs of a transport stream: how many packets came, whether their counters run
// on (TR 101 290, 1.4), and what else its packets are of interest for. One thread; fixed memory, 64 KiB.

#include "media/measure/ts_packet.h"

#include <cstdint>
#include <vector>

namespace gantry::media {

class PidTable
{
public:
    // What a PID is looked at for, beside its counter; several at once.
    enum Role : std::uint8_t { Sections = 1, Clock = 2, Stamps = 4 };

    enum class Arrival { InOrder, Repeated, AfterGap };

    PidTable() : m_pids(8192) {}

    // ISO/IEC 13818-1, 2.4.3.3: counts packets with payload; a packet may be sent twice, not three times; a marked
    // discontinuity is not an error.
    Arrival arrived(const TsPacket &packet)
    {
        Pid &pid = m_pids[packet.pid];
        ++pid.packets;
        if (pid.counter == unknown || packet.discontinuity) {
            pid.counter = packet.counter;
            pid.repeated = false;
            return Arrival::InOrder;
        }
        const unsigned expected = packet.hasPayload ? (pid.counter + 1U) & 0x0fU : pid.counter;
        if (packet.counter == expected) {
            pid.counter = packet.counter;
            pid.repeated = false;
            return Arrival::InOrder;
        }
        if (packet.hasPayload && packet.counter == pid.counter) {
            m_errors += pid.repeated ? 1 : 0;
            pid.repeated = true;
            return Arrival::Repeated;
        }
        ++m_errors;
        pid.counter = packet.counter;
        pid.repeated = false;
        return Arrival::AfterGap;
    }

    // Its next packet cannot be judged: the one before could not be read.
    void forget(std::uint16_t pid) { m_pids[pid].counter = unknown; }
    void forgetAll()
    {
        for (Pid &pid : m_pids)
            pid.counter = unknown;
    }

    std::uint8_t roles(std::uint16_t pid) const { return m_pids[pid].roles; }
    void addRole(std::uint16_t pid, Role role)
    {
        if (m_pids[pid].roles == 0)
            m_watched.push_back(pid);
        m_pids[pid].roles |= role;
    }
    void clearRoles()
    {
        for (const std::uint16_t pid : m_watched)
            m_pids[pid].roles = 0;
        m_watched.clear();
    }

    std::uint32_t packets(std::uint16_t pid) const { return m_pids[pid].packets; } // wraps
    std::uint64_t continuityErrors() const { return m_errors; }

private:
    static constexpr std::uint8_t unknown = 0xff;

    struct Pid
    {
        std::uint32_t packets = 0;
        std::uint8_t counter = unknown;
        bool repeated = false;
        std::uint8_t roles = 0;
    };

    std::vector<Pid> m_pids;
    std::vector<std::uint16_t> m_watched; // those with a role
    std::uint64_t m_errors = 0;
};

} // namespace gantry::media

#include "media/decode/arrival_index.h"

namespace gantry::media {
namespace {

constexpr std::size_t packetSize = 188;
constexpr std::byte syncByte{0x47};

} // namespace

ArrivalIndex::Unit *ArrivalIndex::newestOf(std::uint16_t pid)
{
    for (std::size_t i = 1; i <= m_units.size(); ++i) {
        Unit &unit = m_units[(m_next + m_units.size() - i) % m_units.size()];
        if (unit.begin < 0)
            return nullptr;
        if (unit.pid == pid)
            return &unit;
    }
    return nullptr;
}

void ArrivalIndex::message(std::span<const std::byte> bytes, Time arrived)
{
    m_newest = arrived;
    std::uint16_t handled = 0xffff; // packets of one PID come in runs: the run needs one look-up
    for (std::size_t at = 0; at + packetSize <= bytes.size() && bytes[at] == syncByte; at += packetSize) {
        const unsigned second = unsigned(bytes[at + 1]);
        const auto pid = std::uint16_t(((second & 0x1fU) << 8) | unsigned(bytes[at + 2]));
        const bool unitStart = (second & 0x40U) != 0;
        if (unitStart) {
            m_units[m_next] = {m_offset + std::int64_t(at), pid, arrived};
            m_next = (m_next + 1) % m_units.size();
        } else if (pid != handled) {
            if (Unit *unit = newestOf(pid))
                unit->last = arrived;
        }
        handled = pid;
    }
    m_offset += std::int64_t(bytes.size());
}

ArrivalIndex::Time ArrivalIndex::lastPacketOf(std::uint16_t pid, std::int64_t position) const
{
    for (std::size_t i = 1; i <= m_units.size(); ++i) {
        const Unit &unit = m_units[(m_next + m_units.size() - i) % m_units.size()];
        if (unit.begin >= 0 && unit.pid == pid && unit.begin <= position)
            return unit.last;
    }
    return m_newest;
}

} // namespace gantry::media

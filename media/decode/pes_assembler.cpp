#include "media/decode/pes_assembler.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace gantry::media {
namespace {

constexpr std::size_t fixedHeader = 9;
constexpr std::size_t keptCapacity = 512 * 1024; // a larger buffer is given back: one feed must not keep 8 MiB for ever

unsigned at(std::span<const std::byte> bytes, std::size_t index)
{
    return std::to_integer<unsigned>(bytes[index]);
}

std::uint64_t stampAt(std::span<const std::byte> bytes, std::size_t index)
{
    return (std::uint64_t(at(bytes, index) & 0x0eU) << 29) | (std::uint64_t(at(bytes, index + 1)) << 22) |
           (std::uint64_t(at(bytes, index + 2) & 0xfeU) << 14) | (std::uint64_t(at(bytes, index + 3)) << 7) |
           (std::uint64_t(at(bytes, index + 4)) >> 1);
}

// Enough to tell a packet that was sent twice (2.4.3.3 allows it) from one that happens to have the same counter.
std::uint64_t signatureOf(const TsPacket &packet)
{
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    const std::size_t size = std::min(sizeof(first), packet.payload.size());
    std::memcpy(&first, packet.payload.data(), size);
    std::memcpy(&last, packet.payload.data() + packet.payload.size() - size, size);
    return first * 0x9e3779b97f4a7c15ULL ^ last ^ (packet.unitStart ? 1U : 0U);
}

} // namespace

// Notes what the packet says about the unit at hand, before it is added to it or begins the next.
PesAssembler::Sequence PesAssembler::precede(const TsPacket &packet)
{
    const std::uint64_t signature = signatureOf(packet);
    if (m_counter == packet.counter && m_signature == signature)
        return Sequence::Repeated;
    const bool gap = m_counter && packet.counter != ((*m_counter + 1U) & 0x0fU) && !packet.discontinuity;
    m_counter = packet.counter;
    m_signature = signature;
    if (m_state == State::Open && m_lastStuffed && !gap) {
        if (!packet.unitStart)
            m_stuffsAnywhere = true;
        else if (m_length == 0)
            m_proofs = std::min(m_proofs + 1, proofs);
    } else if (m_state == State::Early && !packet.unitStart) {
        // Without a gap it is the same unit that goes on: its end was guessed wrong.
        if (!gap) {
            (m_endedByLength ? m_lengthLies : m_stuffsAnywhere) = true;
            m_damageNext = true;
        }
        m_state = State::Lost;
    }
    if (m_state == State::Open && gap && !(packet.unitStart && m_lastStuffed))
        m_damaged = true;
    return packet.unitStart ? Sequence::Begins : Sequence::GoesOn;
}

void PesAssembler::begin()
{
    m_state = State::Open;
    m_bytes.clear();
    m_payloadAt.reset();
    m_length = 0;
    m_pts.reset();
    m_dts.reset();
    m_packets = 0;
    m_damaged = std::exchange(m_damageNext, false);
}

// True: the unit is whole with it.
bool PesAssembler::append(const TsPacket &packet, Time arrived)
{
    if (m_state != State::Open)
        return false;
    if (m_bytes.size() + packet.payload.size() > mostBytes) {
        m_state = State::Lost;
        m_damageNext = true;
        return false;
    }
    m_bytes.insert(m_bytes.end(), packet.payload.begin(), packet.payload.end());
    m_arrived = arrived;
    m_lastStuffed = packet.stuffed();
    ++m_packets;
    if (!m_payloadAt && !readHeader())
        m_state = State::Lost;
    if (m_state == State::Lost || !m_payloadAt)
        return false;
    m_endedByLength = m_length > 0 && !m_lengthLies && m_bytes.size() >= m_length;
    const bool stuffedOut = m_length == 0 && m_lastStuffed && m_proofs == proofs && !m_stuffsAnywhere;
    return m_endedByLength || stuffedOut;
}

// False: no PES unit begins here. Says nothing while the header is not yet there.
bool PesAssembler::readHeader()
{
    const std::span<const std::byte> bytes(m_bytes);
    if (bytes.size() < fixedHeader)
        return true;
    const unsigned id = at(bytes, 3);
    // Sound, video, private stream 1 and extended ids have this header; maps, padding and the like are not for us.
    const bool ours = (id >= 0xc0 && id <= 0xef) || id == 0xbd || id == 0xfd;
    if (at(bytes, 0) != 0 || at(bytes, 1) != 0 || at(bytes, 2) != 1 || !ours || (at(bytes, 6) & 0xc0U) != 0x80U)
        return false;
    const std::size_t headerEnd = fixedHeader + at(bytes, 8);
    if (bytes.size() < headerEnd)
        return true;
    const std::size_t length = (at(bytes, 4) << 8) | at(bytes, 5);
    m_length = length == 0 ? 0 : length + 6;
    const unsigned stamps = at(bytes, 7) >> 6;
    if (stamps >= 2 && headerEnd >= fixedHeader + 5)
        m_pts = stampAt(bytes, fixedHeader);
    if (stamps == 3 && headerEnd >= fixedHeader + 10)
        m_dts = stampAt(bytes, fixedHeader + 5);
    m_payloadAt = headerEnd;
    return true;
}

std::optional<PesAssembler::Unit> PesAssembler::closed()
{
    if (m_state != State::Open)
        return std::nullopt;
    m_state = State::Early;
    std::size_t end = m_bytes.size();
    if (m_length > 0 && !m_lengthLies) {
        m_damaged = m_damaged || end < m_length;
        end = std::min(end, m_length);
    }
    if (!m_payloadAt || *m_payloadAt >= end)
        return std::nullopt;
    if (m_bytes.capacity() > keptCapacity && m_bytes.size() < keptCapacity / 2)
        m_bytes.shrink_to_fit();
    return Unit{std::span<const std::byte>(m_bytes).subspan(*m_payloadAt, end - *m_payloadAt),
                m_pts,
                m_dts,
                m_arrived,
                m_packets,
                m_damaged};
}

} // namespace gantry::media

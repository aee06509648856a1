#pragma once
// Puts the PES units of one PID together (ISO/IEC 13818-1, 2.4.3.6) and says as soon as one is whole, because waiting
// for the next one to begin costs a picture's time:
//  - its PES_packet_length is reached; or
//  - length 0, as video may have, and its last packet shows by stuffing: a sender fills up the packet behind which it
//    has nothing more. That is a habit, not a law, so it counts only for a PID that has kept it for `proofs` units, and
//    never again for one that broke it; or
//  - the next one begins.
// A unit that goes on behind what was taken for its end is not repaired: its rest is left out, the unit behind it is
// marked as damaged, and from then on the next beginning alone ends a unit of this PID. One thread; memory is bounded.

#include "media/measure/ts_packet.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gantry::media {

class PesAssembler
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::size_t mostBytes = 8 * 1024 * 1024; // a unit above is thrown away
    static constexpr int proofs = 8;

    struct Unit
    {
        std::span<const std::byte> payload; // behind the header; valid until the next call
        std::optional<std::uint64_t> pts;   // 33 bits
        std::optional<std::uint64_t> dts;
        Time arrived; // of its last packet
        std::uint32_t packets = 0;
        bool damaged = false;
    };

    // The next packet of the PID. Calls `found` with the unit that this packet ended by beginning the next, and with
    // the one that it made whole itself.
    template <typename Found>
    void packet(const TsPacket &packet, Time arrived, Found found)
    {
        const Sequence sequence = precede(packet);
        if (sequence == Sequence::Repeated)
            return;
        if (sequence == Sequence::Begins) {
            if (const auto unit = closed())
                found(*unit);
            begin();
        }
        if (append(packet, arrived))
            if (const auto unit = closed())
                found(*unit);
    }
    // What there is, when nothing more will come.
    template <typename Found>
    void finish(Found found)
    {
        if (const auto unit = closed())
            found(*unit);
        m_state = State::Lost;
    }

private:
    enum class State {
        Lost, // waits for a beginning
        Open,
        Early // closed before the next began
    };
    enum class Sequence { Repeated, Begins, GoesOn };
    Sequence precede(const TsPacket &packet);
    void begin();
    bool append(const TsPacket &packet, Time arrived);
    std::optional<Unit> closed();
    bool readHeader();

    State m_state = State::Lost;
    std::vector<std::byte> m_bytes; // of the unit, header and all
    std::optional<std::size_t> m_payloadAt;
    std::size_t m_length = 0; // of the whole unit; 0: not said
    std::optional<std::uint64_t> m_pts;
    std::optional<std::uint64_t> m_dts;
    Time m_arrived;
    std::uint32_t m_packets = 0;
    bool m_damaged = false;
    bool m_damageNext = false; // the unit before was cut short, what refers to it suffers

    std::optional<std::uint8_t> m_counter;
    std::uint64_t m_signature = 0; // of the packet before, to tell a repeated one
    bool m_lastStuffed = false;
    int m_proofs = 0;
    bool m_stuffsAnywhere = false;
    bool m_lengthLies = false;
    bool m_endedByLength = false;
};

} // namespace gantry::media

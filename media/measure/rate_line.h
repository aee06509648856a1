#pragma once
// PCR accuracy (TR 101 290, 2.4): on a stream of constant rate, clock and place in the stream lie on one straight line,
// and each reference may be off it by 500 ns. Whether the rate is constant is found out first, over a block of
// references: it is when most of them stray from the line by less than half a packet and 25 µs. Where it is not,
// nothing is said. A packet that somebody has put in between moves the line for good; that is no fault of the clock, so
// what is off counts only where the line goes on behind it. Pure; fixed memory.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace gantry::media {

class RateLine
{
public:
    static constexpr std::size_t block = 32; // references; about a second

    // A reference in unwrapped ticks of 27 MHz, in the packet of this number. Packets of one line are counted without a
    // gap. Returns how many references of a block that has just become complete were off.
    std::uint64_t add(std::int64_t ticks, std::uint64_t packet);
    void clear() { m_count = m_carried = 0; }

    // Whether the last whole block ran at a constant rate.
    bool constant() const { return m_constant; }

private:
    struct Reference
    {
        std::int64_t ticks = 0;
        std::uint64_t packet = 0;
    };

    std::uint64_t judge();
    std::uint64_t count(std::span<const double> strayed, double line, std::size_t carried);

    std::array<Reference, block> m_references{};
    std::size_t m_count = 0;
    std::size_t m_carried = 0; // the first of them, off the end of the line before: it moved, or they are wrong
    bool m_constant = false;
};

} // namespace gantry::media

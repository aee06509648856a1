#pragma once
// Reads numbers of any width from bytes of unknown origin. Past the end it reads zeros and says so afterwards, so that
// a parser can look once, at the end of a part.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace gantry::media {

class BitReader
{
public:
    explicit BitReader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    std::uint64_t take(unsigned bits) // at most 64
    {
        std::uint64_t value = 0;
        for (; bits > 0; --bits, ++m_at) {
            const std::size_t byte = m_at / 8;
            const bool bit = byte < m_bytes.size() && ((unsigned(m_bytes[byte]) >> (7 - m_at % 8)) & 1U) != 0;
            value = (value << 1) | (bit ? 1U : 0U);
        }
        return value;
    }
    bool flag() { return take(1) != 0; }
    void skip(std::size_t bits) { m_at += bits; }

    bool whole() const { return m_at <= m_bytes.size() * 8; } // nothing was read that is not there
    std::size_t bytesTaken() const { return (m_at + 7) / 8; }
    std::span<const std::byte> rest() const { return m_bytes.subspan(std::min(bytesTaken(), m_bytes.size())); }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0; // bits
};

} // namespace gantry::media

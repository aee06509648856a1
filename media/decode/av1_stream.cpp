#include "media/decode/av1_stream.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace gantry::media {
namespace {

constexpr unsigned sequenceHeader = 1;
constexpr unsigned hasSize = 0x02;
constexpr unsigned hasExtension = 0x04;

unsigned at(std::span<const std::byte> bytes, std::size_t index)
{
    return std::to_integer<unsigned>(bytes[index]);
}

bool isStartCode(std::span<const std::byte> bytes, std::size_t i)
{
    return i + 3 <= bytes.size() && at(bytes, i) == 0 && at(bytes, i + 1) == 0 && at(bytes, i + 2) == 1;
}

// leb128 at `i`, which is moved behind it.
std::optional<std::uint64_t> sizeAt(std::span<const std::byte> bytes, std::size_t &i)
{
    std::uint64_t size = 0;
    for (unsigned shift = 0; shift < 56 && i < bytes.size(); shift += 7) {
        const unsigned byte = at(bytes, i++);
        size |= std::uint64_t(byte & 0x7fU) << shift;
        if ((byte & 0x80U) == 0)
            return size;
    }
    return std::nullopt;
}

void appendSize(std::vector<std::byte> &to, std::size_t size)
{
    do {
        const unsigned low = unsigned(size & 0x7fU);
        size >>= 7;
        to.push_back(std::byte(low | (size ? 0x80U : 0U)));
    } while (size);
}

void appendObu(std::span<const std::byte> obu, Av1Unit &unit)
{
    if (obu.empty())
        return;
    const unsigned header = at(obu, 0);
    const std::size_t headerSize = (header & hasExtension) ? 2 : 1;
    if (obu.size() < headerSize)
        return;
    unit.key = unit.key || ((header >> 3) & 0x0fU) == sequenceHeader;
    if (header & hasSize) {
        unit.bytes.insert(unit.bytes.end(), obu.begin(), obu.end());
        return;
    }
    unit.bytes.push_back(std::byte(header | hasSize));
    if (headerSize == 2)
        unit.bytes.push_back(obu[1]);
    appendSize(unit.bytes, obu.size() - headerSize);
    unit.bytes.insert(unit.bytes.end(), obu.begin() + std::ptrdiff_t(headerSize), obu.end());
}

void readPlain(std::span<const std::byte> bytes, Av1Unit &unit)
{
    unit.bytes.assign(bytes.begin(), bytes.end());
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned header = at(bytes, i);
        if (((header >> 3) & 0x0fU) == sequenceHeader)
            unit.key = true;
        if ((header & hasSize) == 0)
            return;
        i += (header & hasExtension) ? 2 : 1;
        const std::optional<std::uint64_t> size = sizeAt(bytes, i);
        if (!size || *size > bytes.size() - i)
            return;
        i += std::size_t(*size);
    }
}

} // namespace

void readAv1Unit(std::span<const std::byte> bytes, Av1Unit &unit)
{
    unit.bytes.clear();
    unit.key = false;
    if (!isStartCode(bytes, 0)) {
        readPlain(bytes, unit);
        return;
    }
    std::vector<std::byte> obu;
    for (std::size_t i = 3; i < bytes.size();) {
        obu.clear();
        unsigned zeros = 0;
        for (; i < bytes.size() && !isStartCode(bytes, i); ++i) {
            if (zeros >= 2 && at(bytes, i) == 3) { // emulation prevention
                zeros = 0;
                continue;
            }
            zeros = at(bytes, i) == 0 ? zeros + 1 : 0;
            obu.push_back(bytes[i]);
        }
        i += 3;
        appendObu(obu, unit);
    }
}

} // namespace gantry::media

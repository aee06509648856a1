#include "media/measure/rate_line.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace gantry::media {
namespace {

constexpr double allowed = 14;       // ticks: 500 ns, and the half tick that whole ticks lose
constexpr double straight = 25 * 27; // ticks: 25 µs
constexpr double straightPackets = 0.5;
constexpr double straightShare = 0.75; // of the references of a block

double median(std::span<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

std::uint64_t RateLine::add(std::int64_t ticks, std::uint64_t packet)
{
    if (m_count == 0) {
        m_firstTicks = ticks;
        m_firstPacket = packet;
    }
    m_ticks[m_count] = double(ticks - m_firstTicks);
    m_packets[m_count] = double(packet - m_firstPacket);
    if (++m_count < block)
        return 0;
    m_count = 0;
    return judge();
}

// Medians, so that a few wrong references neither bend the line nor hide behind it.
std::uint64_t RateLine::judge()
{
    constexpr std::size_t half = block / 2;
    std::array<double, half> slopes{}; // ticks a packet
    for (std::size_t i = 0; i < half; ++i) {
        const double packets = m_packets[i + half] - m_packets[i];
        slopes[i] = packets > 0 ? (m_ticks[i + half] - m_ticks[i]) / packets : 0;
    }
    const double slope = median(slopes);
    std::array<double, block> strayed{};
    for (std::size_t i = 0; i < block; ++i)
        strayed[i] = m_ticks[i] - slope * m_packets[i];
    std::array<double, block> sorted = strayed;
    const double line = median(sorted);
    const double nearTheLine = std::min(straight, straightPackets * slope);
    std::size_t near = 0;
    std::uint64_t off = 0;
    for (const double value : strayed) {
        near += std::abs(value - line) < nearTheLine ? 1 : 0;
        off += std::abs(value - line) > allowed ? 1 : 0;
    }
    m_constant = slope > 0 && double(near) >= straightShare * double(block);
    return m_constant ? off : 0;
}

} // namespace gantry::media

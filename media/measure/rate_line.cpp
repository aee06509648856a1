#include "media/measure/rate_line.h"

#include <algorithm>
#include <cmath>
#include <utility>

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
    m_references[m_count] = {ticks, packet};
    return ++m_count < block ? 0 : judge();
}

// Medians, so that a few wrong references neither bend the line nor hide behind it.
std::uint64_t RateLine::judge()
{
    constexpr std::size_t half = block / 2;
    std::array<double, block> ticks{};
    std::array<double, block> packets{};
    for (std::size_t i = 0; i < block; ++i) {
        ticks[i] = double(m_references[i].ticks - m_references[0].ticks);
        packets[i] = double(m_references[i].packet - m_references[0].packet);
    }
    std::array<double, half> slopes{}; // ticks a packet
    for (std::size_t i = 0; i < half; ++i) {
        const double apart = packets[i + half] - packets[i];
        slopes[i] = apart > 0 ? (ticks[i + half] - ticks[i]) / apart : 0;
    }
    const double slope = median(slopes);
    std::array<double, block> strayed{};
    for (std::size_t i = 0; i < block; ++i)
        strayed[i] = ticks[i] - slope * packets[i];
    std::array<double, block> sorted = strayed;
    const double line = median(sorted);

    const double nearTheLine = std::min(straight, straightPackets * slope);
    const auto near = std::ranges::count_if(strayed, [=](double at) { return std::abs(at - line) < nearTheLine; });
    m_constant = slope > 0 && double(near) >= straightShare * double(block);
    const std::size_t carried = std::exchange(m_carried, 0);
    m_count = 0;
    return m_constant ? count(strayed, line, carried) : 0;
}

// Those off the line, less the runs at its two ends; the run at the far end waits for the next block.
std::uint64_t RateLine::count(std::span<const double> strayed, double line, std::size_t carried)
{
    const auto off = [=](double at) { return std::abs(at - line) > allowed; };
    const auto first = std::ranges::find_if_not(strayed, off);
    const auto last = std::find_if_not(strayed.rbegin(), strayed.rend(), off).base();
    m_carried = m_count = std::min(std::size_t(strayed.end() - last), block / 2);
    std::copy(m_references.end() - std::ptrdiff_t(m_count), m_references.end(), m_references.begin());
    const auto early = std::min<std::ptrdiff_t>(first - strayed.begin(), std::ptrdiff_t(carried));
    return std::uint64_t(early + (first < last ? std::count_if(first, last, off) : 0));
}

} // namespace gantry::media

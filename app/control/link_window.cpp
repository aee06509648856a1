#include "app/control/link_window.h"

#include <algorithm>
#include <vector>

namespace gantry {

using std::chrono::microseconds;

namespace {

constexpr std::size_t enoughForAMedian = 20;

} // namespace

void LinkWindow::add(const media::LinkSample &link, microseconds at)
{
    m_seconds.push_back({at, link.interval, link.roundTrip});
    while (at - m_seconds.front().at > length)
        m_seconds.pop_front();
}

media::LinkCounters LinkWindow::sum(microseconds last, microseconds now) const
{
    media::LinkCounters sum;
    for (auto second = m_seconds.rbegin(); second != m_seconds.rend() && now - second->at <= last; ++second) {
        sum.received += second->counts.received;
        sum.lost += second->counts.lost;
        sum.retransmitted += second->counts.retransmitted;
        sum.belated += second->counts.belated;
        sum.dropped += second->counts.dropped;
        sum.undecrypted += second->counts.undecrypted;
    }
    return sum;
}

std::optional<microseconds> LinkWindow::medianRoundTrip() const
{
    std::vector<microseconds> known;
    known.reserve(m_seconds.size());
    for (const Second &second : m_seconds) {
        if (second.roundTrip)
            known.push_back(*second.roundTrip);
    }
    if (known.size() < enoughForAMedian)
        return std::nullopt;
    const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::ranges::nth_element(known, middle);
    return *middle;
}

} // namespace gantry

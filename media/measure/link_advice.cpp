#include "media/measure/link_advice.h"

#include <algorithm>

namespace gantry::media {

std::chrono::milliseconds advisedLatency(std::chrono::microseconds roundTrip, double lossShare)
{
    const int roundTrips = lossShare <= 0.01   ? 3
                           : lossShare <= 0.03 ? 4
                           : lossShare <= 0.07 ? 5
                           : lossShare <= 0.10 ? 6
                                               : 10;
    return std::max(leastAdvisedLatency, std::chrono::ceil<std::chrono::milliseconds>(roundTrip * roundTrips));
}

double lossShare(const LinkCounters &counters)
{
    const std::int64_t all = counters.received + counters.dropped;
    if (all <= 0)
        return 0;
    const std::int64_t repaired = std::max<std::int64_t>(0, counters.retransmitted - counters.belated);
    return std::min(1.0, double(repaired + counters.dropped) / double(all));
}

} // namespace gantry::media

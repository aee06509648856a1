#pragma once
// How much latency an SRT link needs. Haivision's table, as in the control-room conventions ("SRT guidance"): the more
// is lost, the more often a packet must be asked for again, and each time costs a round trip.

#include "media/feed_sample.h"

#include <chrono>

namespace gantry::media {

// The least latency that is ever advised: below it a short disturbance of any network shows.
inline constexpr std::chrono::milliseconds leastAdvisedLatency{120};

// `lossShare` 0..1: at most 1 % -> 3 round trips, 3 % -> 4, 7 % -> 5, 10 % -> 6. The table ends there; beyond it 10,
// which repaired 20 % in our measurement where 6 left 0.1 % undelivered. Not less than leastAdvisedLatency; whole
// milliseconds, rounded up.
std::chrono::milliseconds advisedLatency(std::chrono::microseconds roundTrip, double lossShare);

// The share of packets that the network did not bring at the first try: sent again and still in time, or dropped. Not
// `lost`, which counts packets out of order as well. 0 when nothing came.
double lossShare(const LinkCounters &counters);

} // namespace gantry::media

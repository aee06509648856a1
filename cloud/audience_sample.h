#pragma once
// One answer of an audience source about viewers and their playback, or the failure to get one. Plain values.

#include "cloud/cloud_error.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace gantry::cloud {

struct AudienceSample
{
    std::optional<Error> failure; // set: the poll failed, and nothing below is known
    std::optional<std::int64_t> viewers;
    std::optional<double> rebuffering; // 0..1
    QString rebufferingFormula;        // "stalled / (stalled + playing)"; differs between providers, so it is shown
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> providerTime; // of the newest value
    std::chrono::milliseconds roundTrip{0};
    bool operator==(const AudienceSample &) const = default;
};

} // namespace gantry::cloud

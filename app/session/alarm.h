#pragma once
// An alarm: something a person must do something about, in time. States after ISA-18.2.

#include "app/session/instant.h"

#include <QString>

#include <optional>

namespace gantry {

enum class AlarmPriority {
    Critical = 1, // viewers lose the programme now
    Major = 2,    // redundancy gone or quality visibly bad
    Minor = 3,    // will matter if it lasts
    Info = 4,     // worth a line
    Unknown = 5   // we cannot see
};

enum class AlarmState {
    Normal, // over: leaves the list
    ActiveUnacknowledged,
    ActiveAcknowledged,
    ReturnedUnacknowledged // the cause has gone, nobody has said they saw it
};

// One whole state of one alarm. `key` is its identity: "feed/CAM 1/no-signal".
struct Alarm
{
    QString key;
    QString where;  // "CAM 1", as in the show file
    QString what;   // "NO SIGNAL"
    QString advice; // what to do
    AlarmPriority priority = AlarmPriority::Minor;
    AlarmState state = AlarmState::Normal;
    Instant raised;
    std::optional<Instant> returned;
    QString acknowledgedBy;
    int occurrences = 1; // raised again while still in the list

    bool operator==(const Alarm &) const = default;
};

} // namespace gantry

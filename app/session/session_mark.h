#pragma once
// What of a session has a flag on the transport bar: a raised alarm, a command that was asked for, what a plan did, a
// note.

#include "app/session/record.h"

#include <chrono>
#include <optional>

namespace gantry {

struct SessionMark
{
    enum class Kind { Alarm, Command, Note };
    RecordNumber number = 0;
    std::chrono::microseconds elapsed{0};
    Kind kind = Kind::Note;
    AlarmPriority priority = AlarmPriority::Info; // of alarms
    QString text;
    bool operator==(const SessionMark &) const = default;
};

// Nothing: the record has no flag.
std::optional<SessionMark> markOf(const Record &record);

} // namespace gantry

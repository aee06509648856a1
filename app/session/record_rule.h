#pragma once
// Something that watches records and the clock and answers with further records: alarms, tally, the proof of a
// command. The sequencer puts each answer right behind its cause.

#include "app/session/record.h"

namespace gantry {

// Lives on the room thread. A rule holds no clock and starts no timer: the same records and ticks always give the
// same answers.
class RecordRule
{
public:
    virtual ~RecordRule() = default;
    virtual QList<Payload> applied(const Record &record) = 0;
    // Called about ten times a second, for everything that happens because time passed.
    virtual QList<Payload> passed(const Instant &now) = 0;
};

} // namespace gantry

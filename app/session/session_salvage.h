#pragma once
// Gets out of a damaged session file what can be read, into a sound private copy.

#include "app/session/database.h"
#include "app/session/record.h"

namespace gantry {

struct SalvagedSession
{
    Database copy; // a Scratch database with the session's schema; goes away when closed
    std::int64_t recovered = 0;
    std::int64_t knownLost = 0; // numbers that should be there and are not
    Instant last;               // of the last recovered record
};

// Reads the whole file: some seconds for a long session. Fails when not even the list of tables can be read.
SessionResult<SalvagedSession> salvageSession(const QString &path);

} // namespace gantry

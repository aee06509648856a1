#pragma once
// Commands of a session that stopped before it knew what became of them: the program was killed between a step and the
// next. Nothing is ever sent again for them; a person is told where each stood.

#include "app/session/session_reader.h"

namespace gantry {

// The last step of each command that was under way when the session stopped.
std::vector<CommandRecord> unfinishedCommands(SessionReader &session);

// The newest session of this show in the folder that stopped without goodbye and that no program writes now; empty:
// there is none. `except` is left out.
QString stoppedSession(const QString &folder, const QString &showName, const QString &except);

} // namespace gantry

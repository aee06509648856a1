#pragma once
// The session file's schema, version 4: the text of schema.sql, and making a file that has it.

#include "app/session/database.h"

namespace gantry {

inline constexpr std::int64_t kSessionApplicationId = 0x474E5452; // "GNTR" in the file's first page
inline constexpr std::int64_t kSessionSchemaVersion = 4;          // PRAGMA user_version

QByteArray sessionSchemaSql(); // schema.sql as it stands in the source tree

// Makes every table, view and trigger in one transaction, marks the file as a session, and checkpoints so that the
// schema is in the file itself before the first record is.
SessionResult<void> createSessionSchema(Database &database);

} // namespace gantry

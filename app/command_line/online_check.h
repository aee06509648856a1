#pragma once
// What `gantry check --online` prints: one line for each question that the show's providers are asked.

#include "app/show/show.h"

namespace gantry::command_line {

// Runs the application's event loop until every provider has answered. How many questions failed.
int checkOnline(const Show &show);

} // namespace gantry::command_line

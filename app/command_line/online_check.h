#pragma once
// gantry check --online: the findings of rooms/online_check.h as lines, and a person's answers from the terminal.

#include "app/show/show.h"

namespace gantry::command_line {

// Prints one line a question, in the application's event loop. How many of them failed.
int checkOnline(const Show &show);

} // namespace gantry::command_line

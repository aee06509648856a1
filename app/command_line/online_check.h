#pragma once
// Whether every provider of a show answers, and allows what this show asks: one question of each kind, none that
// changes anything.

#include "app/show/show.h"

namespace gantry::command_line {

// Prints one line a question; runs an event loop meanwhile. How many of them failed.
int checkOnline(const Show &show);

} // namespace gantry::command_line

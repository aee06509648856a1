#pragma once
// From the values of a show file to a show: what each key means and what it may hold.

#include "app/show/show_part.h"

namespace gantry {

// The show in `file`, which is the whole file's object. Half a show when anything was added to the file's faults.
Show interpretShow(const ShowPart &file);

} // namespace gantry

#pragma once
// What a backtest found, in words: shared by the command line and the window.

#include "app/control/backtest.h"

#include <QString>

namespace gantry::words {

// "switch A to B. A: no signal for 1.0 s. A was whole again 3.0 s later."
QString backtestStep(const BacktestStep &step);
// "12.5": seconds with a tenth, in every language with a point, as in plan files.
QString plainSeconds(std::chrono::microseconds time);

} // namespace gantry::words

#pragma once
// Which feed a key means. Pure.

#include <optional>

class QKeyEvent;

namespace gantry::widgets {

// 1-9 and 0 mean rows 0-9, with Shift rows 10-19, by the physical digit keys where the layout wants Shift for digits.
// Key repeat means nothing.
std::optional<int> rowOfDigitKey(const QKeyEvent &event);

// The row so many columns and rows of the grid away; the same one at an edge; the first where none is selected. Down
// into a shorter last row ends at its last tile.
int steppedRow(int from, int count, int columnsOfGrid, int columns, int rows);

} // namespace gantry::widgets

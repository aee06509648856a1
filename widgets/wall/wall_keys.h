#pragma once
// Which feed or cell a key means. Pure.

#include <QRect>

#include <optional>
#include <vector>

class QKeyEvent;

namespace gantry::widgets {

enum class Step { Left, Right, Up, Down };

// 1-9 and 0 mean rows 0-9, with Shift rows 10-19, by the physical digit keys where the layout wants Shift for digits.
// Key repeat means nothing.
std::optional<int> rowOfDigitKey(const QKeyEvent &event);

// The nearest cell in that direction, by where cells stand: first those that lie in the same row or column. Where the
// row ends, left and right go on in the order of the cells; up and down stay. The first cell where none is selected; -1
// without cells.
int steppedCell(const std::vector<QRect> &cells, int from, Step step);

} // namespace gantry::widgets

#include "widgets/wall/wall_keys.h"

#include <QKeyEvent>

#include <algorithm>

namespace gantry::widgets {

std::optional<int> rowOfDigitKey(const QKeyEvent &event)
{
    if (event.isAutoRepeat())
        return std::nullopt;
    int digit = event.key() - Qt::Key_0;
    if (digit < 0 || digit > 9) {
        // The same physical key with Shift, or on a layout that wants Shift for digits: X11 key codes 10..19.
        const int code = int(event.nativeScanCode());
        if (code < 10 || code > 19 || event.key() >= Qt::Key_Escape)
            return std::nullopt;
        digit = (code - 9) % 10;
    }
    const bool shifted = event.modifiers() & Qt::ShiftModifier;
    return (digit == 0 ? 9 : digit - 1) + (shifted ? 10 : 0);
}

int steppedRow(int from, int count, int columnsOfGrid, int columns, int rows)
{
    if (from < 0 || count <= 0)
        return count > 0 ? 0 : -1;
    const int wide = std::max(1, columnsOfGrid);
    const int wanted = from + columns + rows * wide;
    if (wanted >= 0 && wanted < count)
        return wanted;
    const bool shorterRowBelow = rows > 0 && from / wide < (count - 1) / wide;
    return shorterRowBelow ? count - 1 : from;
}

} // namespace gantry::widgets

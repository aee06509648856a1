#include "widgets/wall/wall_keys.h"

#include <QKeyEvent>

#include <algorithm>
#include <cstdlib>
#include <tuple>

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

int steppedCell(const std::vector<QRect> &cells, int from, Step step)
{
    const int count = int(cells.size());
    if (from < 0 || from >= count)
        return count > 0 ? 0 : -1;
    const bool sideways = step == Step::Left || step == Step::Right;
    const int sign = step == Step::Right || step == Step::Down ? 1 : -1;
    const QRect &here = cells[std::size_t(from)];
    int best = -1;
    std::tuple<bool, int, int> bestCost;
    for (int cell = 0; cell < count; ++cell) {
        const QRect &there = cells[std::size_t(cell)];
        const QPoint way = there.center() - here.center();
        const int ahead = sign * (sideways ? way.x() : way.y());
        const bool beyond = sideways ? !there.intersects(QRect(here.left(), there.top(), here.width(), there.height()))
                                     : !there.intersects(QRect(there.left(), here.top(), there.width(), here.height()));
        if (cell == from || ahead <= 0 || !beyond)
            continue;
        const bool aside = sideways ? there.bottom() < here.top() || there.top() > here.bottom()
                                    : there.right() < here.left() || there.left() > here.right();
        // Sideways never leaves the row: what lies elsewhere comes in the order of the cells.
        if (aside && sideways)
            continue;
        const std::tuple cost(aside, ahead, std::abs(sideways ? way.y() : way.x()));
        if (best < 0 || cost < bestCost) {
            best = cell;
            bestCost = cost;
        }
    }
    if (best >= 0 || !sideways)
        return best >= 0 ? best : from;
    return std::clamp(from + sign, 0, count - 1);
}

} // namespace gantry::widgets

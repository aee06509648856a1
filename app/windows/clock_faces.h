#pragma once
// What the clocks of a wall say at an instant of the room: live, or the moment that a replay shows. Pure.

#include "app/session/instant.h"
#include "widgets/cells/clock_cell.h"

#include <QTime>

#include <optional>

namespace gantry {

// "utc", "local", "show", "countdown HH:MM:SS": what a layout's clock cell asks for.
struct ClockWish
{
    enum class Kind { Utc, Local, Show, Countdown };
    Kind kind = Kind::Utc;
    QTime end; // of a countdown, in local time

    bool operator==(const ClockWish &) const = default;
};
// Nothing for any other words.
std::optional<ClockWish> clockWish(const QString &what);

// A countdown is to that time of the local day; once it lies more than twelve hours behind, to that of the next.
widgets::ClockFace clockFace(const ClockWish &wish, const Instant &now);

} // namespace gantry

#pragma once
// What the alarm view and the alarm strip read from a model: a flat list, one row an alarm, worst first (the model's
// business). A missing role is shown as nothing.

#include "widgets/wall/wall_roles.h"

namespace gantry::widgets {

namespace AlarmRole {
enum : int {
    What = Qt::DisplayRole,      // QString: "NO SIGNAL", "dropped 0.4 %"
    Priority = Qt::UserRole + 1, // int: TileAlarm, 1 worst .. 5 unknown
    StateWord,                   // QString: "active", "acknowledged", "returned"; shown small behind the age
    Where,                       // QString: "PGM return"
    Since,                       // QString: "18:14:01", in the room's clock
    Age,                         // QString: "6 s"
    Advice,                      // QString: what to do, one sentence
    Acknowledged,                // bool: a person has seen it
    Returned,                    // bool: the cause is gone; stays until acknowledged
    Key,                         // QString: what stays the same as long as this alarm lives
    AccessibleText,              // QString: the whole row in one sentence
};
} // namespace AlarmRole

} // namespace gantry::widgets

#pragma once
// The signs on the transport bar, drawn, so that they are sharp at every size and never missing from a font.

#include <QIcon>

namespace gantry::widgets {

enum class TransportIcon {
    Start,
    Slower,
    Play,
    Pause,
    Faster,
    End,
    PreviousAlarm,
    NextAlarm,
    PreviousCommand,
    NextCommand
};

// `height` in device-independent pixels; icons are 1.4 times as wide.
QIcon transportIcon(TransportIcon icon, int height);

} // namespace gantry::widgets

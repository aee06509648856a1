#pragma once
// On which monitor a wall stands. Pure: what is remembered and which monitors there are in, a place out.
//
// A monitor is known by its model and serial number, wherever it is plugged in; one that tells no serial number by the
// name of its socket. The same socket with another monitor in it is another monitor.

#include "widgets/audio_bars.h"
#include "widgets/wall/tile_guides.h"

#include <QRect>
#include <QString>

#include <optional>
#include <vector>

namespace gantry {

struct Monitor
{
    QString name; // of the socket: "DP-1"
    QString model;
    QString serial;
    QRect geometry; // in the desktop
    bool main = false;

    // For people: "DELL U2720Q · DP-1 · 3840×2160".
    QString text() const;
    // Is this what was remembered?
    bool isSame(const Monitor &remembered) const;
};

// What a person has chosen for one wall; kept for the next time.
struct WallMemory
{
    std::optional<Monitor> monitor; // nothing: never chosen
    bool fullScreen = false;
    QRect window;   // as a window, in the desktop; empty: never moved
    QString layout; // its name; empty: never chosen
    widgets::AudioMeter meter = widgets::AudioMeter::SamplePeak;
    widgets::WallGuide guide = widgets::WallGuide::None;
    bool operator==(const WallMemory &other) const;
};

struct WallPlace
{
    int monitor = -1; // index; -1: there is none at all
    bool fullScreen = false;
    QRect window;      // empty: any size; always on the monitor
    bool gone = false; // the remembered monitor is not there
};

WallPlace placeWall(const WallMemory &memory, const std::vector<Monitor> &monitors);

} // namespace gantry

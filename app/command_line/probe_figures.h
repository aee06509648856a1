#pragma once
// The figures of a probe, their JSON keys and units in one table: what is printed is what --help explains.

#include "media/feed_sample.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace gantry::command_line {

struct ProbeFigures
{
    std::optional<media::LinkSample> link;
    std::optional<media::TransportSample> transport;
    std::optional<media::PictureState> picture;
    std::optional<media::AudioLevels> audio;
    std::vector<media::SpliceCue> cues; // since the last object
    bool everConnected = false;
    bool everHeard = false;
};

// One flat object; a figure that is not known is null.
QJsonObject probeObject(const ProbeFigures &figures, double elapsedSeconds);
// One line a key: name, unit, meaning.
QString probeKeysHelp();

} // namespace gantry::command_line

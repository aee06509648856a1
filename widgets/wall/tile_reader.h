#pragma once
// From a row of the model (WallRole) to what a tile shows. A role that is missing is unknown.

#include "widgets/audio_bars.h"
#include "widgets/wall/tile_texts.h"

#include <QList>

class QModelIndex;

namespace gantry::widgets {

// Fills everything but the number and the picture; of that what these roles tell, or all without roles.
void readTile(const QModelIndex &index, TileContent &content, const QList<int> &roles = {});
TileTally tallyOf(const QModelIndex &index);

struct AudioReading
{
    QList<float> levels; // what the bars show
    QList<float> peaks;  // sample peaks: what OVER is told by
    AudioMeter meter = AudioMeter::SamplePeak;
};
// The meter that is wanted where the model has it, sample peaks otherwise.
AudioReading readAudio(const QModelIndex &index, AudioMeter wanted);

} // namespace gantry::widgets

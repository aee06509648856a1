#pragma once
// From a row of the model (WallRole) to what a tile shows. A role that is missing is unknown.

#include "widgets/wall/tile_texts.h"

#include <QList>

class QModelIndex;

namespace gantry::widgets {

// Fills everything but the number and the picture.
void readTile(const QModelIndex &index, TileContent &content);
TileTally tallyOf(const QModelIndex &index);
QList<float> audioPeaks(const QModelIndex &index);

} // namespace gantry::widgets

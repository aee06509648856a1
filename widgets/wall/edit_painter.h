#pragma once
// How a layout looks while it is edited, over pictures that go on: white and grey only, and nothing by colour alone.

#include "widgets/wall/wall_layout.h"

#include <QString>

class QPainter;

namespace gantry::widgets {

// A dot at every corner of the grid's units, where they are far enough apart to be told.
void paintEditGrid(QPainter &painter, const WallGrid &grid, QSize units);
// The outline of a cell: strong for what a hand is at, dashed for where something would go.
void paintEditedCell(QPainter &painter, const QRect &box, bool strong, bool dashed);
// Eight squares to take a cell by.
void paintHandles(QPainter &painter, const QRect &box, bool active);
// Hatched: here two cells would overlap.
void paintOverlap(QPainter &painter, const QRect &box);
// A word on a plate, in the middle of the box or at its upper left; nothing where there is no room.
void paintPlate(QPainter &painter, const QRect &box, const QString &text, bool inTheMiddle);

} // namespace gantry::widgets

#pragma once
// What a lane shows besides its lines: gaps, flags, the cursor, and the words and figures above. Plain painting; where
// a moment stands is told from outside.

#include "widgets/charts/lane_content.h"

#include <QColor>
#include <QRectF>

#include <functional>

class QPainter;

namespace gantry::widgets {

struct LineLook
{
    QColor colour;
    Qt::PenStyle style;
};
const LineLook &lineLook(std::size_t line);

// Seconds since the session began to a place in the painter's coordinates.
using LaneX = std::function<qreal(double seconds)>;

// `area` is that of the lines. A lane without data says so.
void paintLaneGaps(QPainter &painter, const LaneContent &lane, const QRectF &area, const LaneX &x);
// Over the lines: two rows of words at most; where flags crowd, the dashed line alone stands.
void paintLaneFlags(QPainter &painter, const LaneContent &lane, const QRectF &area, const LaneX &x);
// Now, and the moment a person looks at with its figures.
void paintLaneCursor(QPainter &painter, const LaneContent &lane, const QRectF &area, const LaneX &x);
// Title and note at the left, the newest figures with their ages from the right.
void paintLaneHeader(QPainter &painter, const LaneContent &lane, const QRectF &room);

} // namespace gantry::widgets

#pragma once
// Marks over a picture that help to frame it: safe areas after EBU R 95 (action 3.5 %, graphics 5 % from each edge of a
// 16:9 raster, rounded to whole pixels as its table is) and the centre cuts of other shapes, each with a centre cross.
// Drawn 1 px wide, 50 % white with a dark edge, so that they are seen on any picture and hide none of it.

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace gantry::widgets {

enum class WallGuide { None, SafeAreas, Cut4x3, Cut14x9, Cut1x1, Cut9x16 };
inline constexpr int wallGuides = 6;

// The one after it; after the last none.
WallGuide nextGuide(WallGuide guide);
// "Safe areas", "Centre cut 4:3", "No guides"
QString guideWord(WallGuide guide);

// Insets of the two safe areas in a raster of so many pixels.
struct SafeAreas
{
    QRect action;
    QRect graphics;
};
SafeAreas safeAreas(QSize raster);

// The frames of a guide inside the picture, in its coordinates; `pixel` is the size of a device pixel there.
std::vector<QRectF> guideFrames(const QRectF &picture, WallGuide guide, qreal pixel = 1);
void paintGuide(QPainter &painter, const QRectF &picture, WallGuide guide);

} // namespace gantry::widgets

#pragma once
// Puts pictures that have their final size where a painter paints, line by line. QPainter does the same by way of
// spans, and hands out those of tall pictures to a pool of threads: at a hundred pictures a second the waking and
// waiting costs several times what the copying does.
//
// `target` and `exposed` are in the painter's coordinates; what lies in `exposed` is painted, and no clip of the
// painter is looked at beside it. Both return false, and paint nothing, where they do not serve: the painter does not
// paint into an RGB image, or turns, or the picture has another size than its target in device pixels.

#include <QImage>
#include <QRectF>
#include <QRegion>

class QPainter;

namespace gantry::widgets {

// An RGB32 picture, over whatever was there.
bool copyPicture(QPainter &painter, const QRectF &target, const QImage &picture, const QRegion &exposed);
// A premultiplied layer, blended.
bool blendPicture(QPainter &painter, const QRectF &target, const QImage &layer, const QRegion &exposed);

} // namespace gantry::widgets

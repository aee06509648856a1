#include "widgets/wall/picture_copy.h"

#include <QPaintEngine>
#include <QPainter>

#include <cstdint>
#include <cstring>

namespace gantry::widgets {

namespace {

// The image into which the painter paints; null if it is none of ours.
QImage *imageOf(const QPainter &painter)
{
    const QPaintEngine *engine = painter.paintEngine();
    if (!engine || engine->type() != QPaintEngine::Raster)
        return nullptr;
    QPaintDevice *device = engine->paintDevice();
    if (!device || device->devType() != QInternal::Image)
        return nullptr;
    auto *image = static_cast<QImage *>(device);
    const bool fits = image->format() == QImage::Format_RGB32 || image->format() == QImage::Format_ARGB32_Premultiplied;
    return fits ? image : nullptr;
}

// line(to, from, pixels) for each line of each piece.
template <typename Line>
bool eachLine(QPainter &painter, const QRectF &target, const QImage &picture, const QRegion &exposed, Line line)
{
    QImage *image = imageOf(painter);
    const QTransform device = painter.deviceTransform();
    if (!image || device.type() > QTransform::TxScale)
        return false;
    const QRect place = device.mapRect(target).toRect();
    if (place.size() != picture.size())
        return false;
    std::uint8_t *pixels = image->bits();
    const qsizetype stride = image->bytesPerLine();
    for (const QRect &piece : exposed) {
        const QRect part = device.mapRect(QRectF(piece)).toAlignedRect() & place & image->rect();
        for (int y = part.top(); y <= part.bottom(); ++y)
            line(reinterpret_cast<QRgb *>(pixels + y * stride) + part.x(),
                 reinterpret_cast<const QRgb *>(picture.constScanLine(y - place.y())) + (part.x() - place.x()),
                 part.width());
    }
    return true;
}

// Two channels at a time: x * share / 255, rounded.
QRgb scaled(QRgb x, QRgb share)
{
    QRgb even = (x & 0xff00ffU) * share;
    even = ((even + ((even >> 8) & 0xff00ffU) + 0x800080U) >> 8) & 0xff00ffU;
    QRgb odd = ((x >> 8) & 0xff00ffU) * share;
    odd = (odd + ((odd >> 8) & 0xff00ffU) + 0x800080U) & 0xff00ff00U;
    return even | odd;
}

} // namespace

bool copyPicture(QPainter &painter, const QRectF &target, const QImage &picture, const QRegion &exposed)
{
    return picture.format() == QImage::Format_RGB32 &&
           eachLine(painter, target, picture, exposed, [](QRgb *to, const QRgb *from, int pixels) {
               std::memcpy(to, from, std::size_t(pixels) * sizeof(QRgb));
           });
}

bool blendPicture(QPainter &painter, const QRectF &target, const QImage &layer, const QRegion &exposed)
{
    return layer.format() == QImage::Format_ARGB32_Premultiplied &&
           eachLine(painter, target, layer, exposed, [](QRgb *to, const QRgb *from, int pixels) {
               for (int i = 0; i < pixels; ++i)
                   to[i] = from[i] == 0 ? to[i] : from[i] + scaled(to[i], 255 - QRgb(qAlpha(from[i])));
           });
}

} // namespace gantry::widgets

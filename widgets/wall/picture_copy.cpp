#include "widgets/wall/picture_copy.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <array>
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

// Numbers side by side: compilers make vector code of them at every level of optimisation.
using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
using Pixels [[gnu::vector_size(16)]] = std::uint32_t;
using Wide [[gnu::vector_size(32)]] = std::uint16_t;
constexpr int four = sizeof(Pixels) / sizeof(QRgb);

// from + to * (255 - alpha) / 255, rounded as Qt does. Most of a layer is nothing at all, or covers all.
void blendFour(QRgb *to, const QRgb *from)
{
    constexpr std::uint64_t alphas = 0xff000000ff000000;
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), from, sizeof halves);
    if ((halves[0] | halves[1]) == 0)
        return;
    if ((halves[0] & halves[1] & alphas) == alphas) {
        std::memcpy(to, from, sizeof halves);
        return;
    }
    Pixels above;
    Bytes below;
    std::memcpy(&above, from, sizeof above);
    std::memcpy(&below, to, sizeof below);
    const Pixels alpha = above >> 24;
    const Pixels two = alpha | (alpha << 8);
    const Pixels left = ~(two | (two << 16)); // of what is below, for each channel
    Wide product = __builtin_convertvector(below, Wide) * __builtin_convertvector(Bytes(left), Wide);
    product = (product + (product >> 8) + 128) >> 8;
    const Bytes sum = Bytes(above) + __builtin_convertvector(product, Bytes);
    std::memcpy(to, &sum, sizeof sum);
}

void blendLine(QRgb *to, const QRgb *from, int pixels)
{
    int x = 0;
    for (; x + four <= pixels; x += four)
        blendFour(to + x, from + x);
    if (x == pixels)
        return;
    std::array<QRgb, four> ends{};
    std::array<QRgb, four> below{};
    std::copy_n(from + x, pixels - x, ends.begin());
    std::copy_n(to + x, pixels - x, below.begin());
    blendFour(below.data(), ends.data());
    std::copy_n(below.begin(), pixels - x, to + x);
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
           eachLine(painter, target, layer, exposed, blendLine);
}

} // namespace gantry::widgets

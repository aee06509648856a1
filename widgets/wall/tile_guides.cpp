#include "widgets/wall/tile_guides.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSize>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

constexpr double actionInset = 0.035;
constexpr double graphicsInset = 0.05;

struct GuideWords
{
    Q_DECLARE_TR_FUNCTIONS(gantry::widgets::WallCanvas)
};

QRect inset(QSize raster, double share)
{
    const int x = int(std::lround(raster.width() * share));
    const int y = int(std::lround(raster.height() * share));
    return QRect(QPoint(), raster).adjusted(x, y, -x, -y);
}

// The largest rectangle of that shape in the middle.
QRectF cut(const QSizeF &raster, const QSizeF &shape)
{
    const QSizeF size = shape.scaled(raster, Qt::KeepAspectRatio);
    const qreal width = std::round(size.width());
    const qreal height = std::round(size.height());
    return {std::round((raster.width() - width) / 2), std::round((raster.height() - height) / 2), width, height};
}

std::vector<QRectF> framesIn(QSize raster, WallGuide guide)
{
    switch (guide) {
    case WallGuide::None:
        break;
    case WallGuide::SafeAreas: {
        const SafeAreas areas = safeAreas(raster);
        return {areas.action, areas.graphics};
    }
    case WallGuide::Cut4x3:
        return {cut(raster, {4, 3})};
    case WallGuide::Cut14x9:
        return {cut(raster, {14, 9})};
    case WallGuide::Cut1x1:
        return {cut(raster, {1, 1})};
    case WallGuide::Cut9x16:
        return {cut(raster, {9, 16})};
    }
    return {};
}

} // namespace

WallGuide nextGuide(WallGuide guide)
{
    return WallGuide((int(guide) + 1) % wallGuides);
}

QString guideWord(WallGuide guide)
{
    switch (guide) {
    case WallGuide::None:
        break;
    case WallGuide::SafeAreas:
        return GuideWords::tr("Safe areas: action 3.5 %, graphics 5 %");
    case WallGuide::Cut4x3:
        return GuideWords::tr("Centre cut 4:3");
    case WallGuide::Cut14x9:
        return GuideWords::tr("Centre cut 14:9");
    case WallGuide::Cut1x1:
        return GuideWords::tr("Centre cut 1:1");
    case WallGuide::Cut9x16:
        return GuideWords::tr("Centre cut 9:16");
    }
    return GuideWords::tr("No guides", "no safe areas nor centre cuts on the wall");
}

SafeAreas safeAreas(QSize raster)
{
    return {inset(raster, actionInset), inset(raster, graphicsInset)};
}

std::vector<QRectF> guideFrames(const QRectF &picture, WallGuide guide, qreal pixel)
{
    std::vector<QRectF> frames = framesIn((picture.size() / pixel).toSize(), guide);
    for (QRectF &frame : frames)
        frame = QRectF(picture.topLeft() + frame.topLeft() * pixel, frame.size() * pixel);
    return frames;
}

void paintGuide(QPainter &painter, const QRectF &picture, WallGuide guide)
{
    const qreal pixel = 1 / std::max(1.0, painter.device()->devicePixelRatioF());
    const std::vector<QRectF> frames = guideFrames(picture, guide, pixel);
    if (frames.empty() || picture.width() < 32 || picture.height() < 18)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor light(255, 255, 255, 128);
    const QColor dark(0, 0, 0, 110);
    // Thin boxes instead of pens: whole device pixels whatever the scale. An upright is as high as its frame; a level
    // lies between the uprights, so that no pixel is lit twice.
    const auto line = [&](const QRectF &box) {
        painter.fillRect(box.adjusted(-pixel, -pixel, pixel, pixel), dark);
        painter.fillRect(box, light);
    };
    for (const QRectF &frame : frames) {
        line({frame.left(), frame.top(), pixel, frame.height()});
        line({frame.right() - pixel, frame.top(), pixel, frame.height()});
        line({frame.left() + pixel, frame.top(), frame.width() - 2 * pixel, pixel});
        line({frame.left() + pixel, frame.bottom() - pixel, frame.width() - 2 * pixel, pixel});
    }
    const qreal arm = std::round(picture.height() * 0.04 / pixel) * pixel;
    const QPointF middle(picture.left() + std::floor(picture.width() / 2 / pixel) * pixel,
                         picture.top() + std::floor(picture.height() / 2 / pixel) * pixel);
    line({middle.x() - arm, middle.y(), 2 * arm + pixel, pixel});
    line({middle.x(), middle.y() - arm, pixel, arm - pixel});
    line({middle.x(), middle.y() + 2 * pixel, pixel, arm - pixel});
    painter.restore();
}

} // namespace gantry::widgets

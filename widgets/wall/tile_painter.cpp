#include "widgets/wall/tile_painter.h"

#include "widgets/wall/picture_copy.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

// Setting a text costs far more than clipping it away.
bool isSeen(const QPainter &painter, const QRectF &box)
{
    return !box.isEmpty() && (!painter.hasClipping() || painter.clipBoundingRect().intersects(box));
}

void drawPlaced(QPainter &painter, const PlacedText &text, const QColor &colour)
{
    if (text.empty() || !isSeen(painter, text.box))
        return;
    painter.setFont(text.font);
    painter.setPen(colour);
    painter.drawText(text.box, int(text.alignment | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip),
                     text.text);
}

void drawFigures(QPainter &painter, const PlacedText &text, const QColor &colour)
{
    if (text.empty() || !isSeen(painter, text.box))
        return;
    painter.setFont(text.font);
    painter.setPen(colour);
    drawTabular(painter, text.box, text.alignment | Qt::AlignVCenter, text.text);
}

void drawState(QPainter &painter, const TileLayout &layout)
{
    if (!isSeen(painter, layout.statePlate))
        return;
    QColor plate = palette::picture;
    plate.setAlpha(225);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette::line, 1));
    painter.setBrush(plate);
    const qreal radius = std::min(6.0, layout.statePlate.height() * 0.1);
    painter.drawRoundedRect(layout.statePlate.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawPlaced(painter, layout.state, palette::focus);
    drawPlaced(painter, layout.stateDetail, palette::text);
}

// Headphones, seen from the front.
void drawHeadphones(QPainter &painter, const QRectF &box)
{
    const qreal stroke = box.width() * 0.12;
    const QSizeF cup(box.width() * 0.24, box.height() * 0.42);
    const QRectF bow = box.adjusted(cup.width() * 0.5, stroke * 0.5, -cup.width() * 0.5, box.height() * 0.1);
    painter.setPen(QPen(palette::text, stroke, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(bow, 0, 180 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette::text);
    const qreal top = box.bottom() - cup.height() - box.height() * 0.04;
    for (const qreal left : {box.left(), box.right() - cup.width()})
        painter.drawRoundedRect(QRectF(QPointF(left, top), cup), cup.width() * 0.4, cup.width() * 0.4);
}

void drawHeard(QPainter &painter, const TileLayout &layout)
{
    if (!isSeen(painter, layout.heardPlate))
        return;
    QColor plate = palette::picture;
    plate.setAlpha(225);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette::text, 1));
    painter.setBrush(plate);
    painter.drawRect(layout.heardPlate.adjusted(0.5, 0.5, -0.5, -0.5));
    drawHeadphones(painter, layout.heardSign);
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawPlaced(painter, layout.heard, palette::text);
}

void drawMarks(QPainter &painter, const TileContent &content, const TileLayout &layout, const AudioBars &bars,
               SteadyTime now)
{
    if (isSeen(painter, layout.bars | layout.meter.box)) {
        // On a layer of their own, where nothing lies below: replaced, not blended, which is quick and gives every part
        // the same strength.
        painter.setOpacity(0.75);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        bars.paint(painter, layout.bars, now);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        painter.setOpacity(1);
        if (!layout.meter.empty()) {
            painter.fillRect(layout.meter.box, QColor(0x0C, 0x0E, 0x10, 205));
            drawPlaced(painter, layout.meter, palette::secondary);
        }
    }
    if (isSeen(painter, layout.badge)) {
        painter.setFont(layout.badgeFont);
        paintAlarmBadge(painter, layout.badge, content.alarm, content.alarmWord);
    }
    QColor plate = palette::picture;
    plate.setAlpha(205);
    if (!layout.audio.empty() && isSeen(painter, layout.audioPlate)) {
        painter.fillRect(layout.audioPlate, plate);
        drawPlaced(painter, layout.audio, palette::text);
    }
    if (!layout.info.empty() && isSeen(painter, layout.infoPlate)) {
        painter.fillRect(layout.infoPlate, plate);
        drawPlaced(painter, layout.info, palette::secondary);
    }
    if (!layout.loudness.empty() && isSeen(painter, layout.loudnessPlate)) {
        painter.fillRect(layout.loudnessPlate, plate);
        drawFigures(painter, layout.loudness, palette::text);
    }
    drawHeard(painter, layout);
}

QColor tallyColour(TileTally tally)
{
    switch (tally) {
    case TileTally::Program:
        return palette::program;
    case TileTally::Preview:
        return palette::preview;
    case TileTally::Elsewhere:
        return palette::thirdBus;
    case TileTally::Unknown:
    case TileTally::Off:
        break;
    }
    return palette::panel;
}

void hatch(QPainter &painter, const QPainterPath &area, qreal pitch)
{
    const QRectF box = area.boundingRect();
    painter.save();
    painter.setClipPath(area, Qt::IntersectClip);
    painter.fillRect(box, palette::line);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette::secondary, pitch * 0.42));
    for (qreal x = box.left() - box.height(); x < box.right(); x += pitch)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
}

QPainterPath frameArea(const TileBox &box, qreal thickness)
{
    QPainterPath area;
    area.addRect(QRectF(box.tile));
    QPainterPath hole;
    hole.addRect(QRectF(box.tile).adjusted(thickness, thickness, -thickness, -thickness));
    return area.subtracted(hole);
}

void drawFrame(QPainter &painter, const TileBox &box, const TileContent &content, const TileLayout &layout)
{
    switch (content.tally) {
    case TileTally::Program:
    case TileTally::Preview:
    case TileTally::Elsewhere:
    case TileTally::Off:
        painter.fillPath(frameArea(box, layout.frame), tallyColour(content.tally));
        break;
    case TileTally::Unknown:
        hatch(painter, frameArea(box, layout.frame), std::max(6.0, layout.frame * 1.8));
        break;
    }
}

void drawStrip(QPainter &painter, const TileBox &box, const TileContent &content, const TileLayout &layout)
{
    const QRectF strip = QRectF(box.label).adjusted(layout.frame, 0, -layout.frame, -layout.frame);
    painter.fillRect(strip, palette::panel);
    switch (content.tally) {
    case TileTally::Program:
    case TileTally::Preview:
    case TileTally::Elsewhere:
        painter.fillRect(layout.tallyPlate, tallyColour(content.tally));
        drawPlaced(painter, layout.tally, content.tally == TileTally::Program ? palette::focus : palette::picture);
        break;
    case TileTally::Unknown:
        painter.fillRect(layout.tallyPlate, palette::line);
        drawPlaced(painter, layout.tally, palette::text);
        break;
    case TileTally::Off:
        painter.fillRect(layout.tallyPlate, palette::raised);
        drawPlaced(painter, layout.tally, palette::secondary);
        break;
    }
    drawPlaced(painter, layout.label, palette::text);
    drawPlaced(painter, layout.detail, palette::secondary);
    drawFigures(painter, layout.age, palette::secondary);
}

} // namespace

QRectF pictureTarget(const media::VideoFrame &frame, const QRectF &room)
{
    const QSizeF source = frame.sourceSize.isEmpty() ? QSizeF(frame.picture.size()) : QSizeF(frame.sourceSize);
    const QSizeF size = media::shownSize(source, room.size());
    return {room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, size.width(), size.height()};
}

void paintPicture(QPainter &painter, const TileContent &content, const TileTexts &texts, const TileLayout &layout,
                  const QRegion &exposed)
{
    const QRectF &room = layout.picture;
    const media::VideoFrame *frame = content.frame.get();
    if (!frame || frame->picture.isNull()) {
        painter.fillRect(room, palette::picture);
        return;
    }
    const QRectF target = pictureTarget(*frame, room);
    if (target != room)
        painter.fillRect(room, palette::picture);
    // A picture that was made for this place is copied there; others are scaled, until one comes that was.
    const QImage &picture = frame->pictureFor((target.size() * painter.device()->devicePixelRatioF()).toSize());
    if (!copyPicture(painter, target, picture, exposed)) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, picture);
        painter.restore();
    }
    if (texts.dimmed)
        painter.fillRect(room, dimming);
}

QRegion overlayRegion(const TileContent &content, const TileLayout &layout, WallGuide guide)
{
    const QRect room = layout.picture.toAlignedRect();
    if (guide != WallGuide::None && content.frame && content.frame->hasPicture())
        return room;
    QRegion all;
    for (const QRectF &box :
         {layout.bars, layout.meter.empty() ? QRectF() : layout.meter.box, layout.badge, layout.audioPlate,
          layout.infoPlate, layout.loudnessPlate, layout.heardPlate, layout.statePlate})
        all += box.toAlignedRect();
    return all & room;
}

void paintOverlay(QPainter &painter, const TileContent &content, const TileLayout &layout, const AudioBars &bars,
                  WallGuide guide, SteadyTime now)
{
    painter.save();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // mirrored by us; a text runs as its own letters do
    painter.setClipRect(layout.picture, Qt::IntersectClip);
    if (guide != WallGuide::None && content.frame && content.frame->hasPicture())
        paintGuide(painter, pictureTarget(*content.frame, layout.picture), guide);
    drawMarks(painter, content, layout, bars, now);
    drawState(painter, layout);
    painter.restore();
}

void paintStrip(QPainter &painter, const TileBox &box, const TileContent &content, const TileLayout &layout)
{
    painter.save();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    drawFrame(painter, box, content, layout);
    drawStrip(painter, box, content, layout);
    painter.restore();
}

QRect focusRect(const TileBox &box)
{
    return box.tile.adjusted(-4, -4, 4, 4);
}

void paintTileFocus(QPainter &painter, const TileBox &box, bool active)
{
    painter.save();
    painter.setPen(QPen(active ? palette::focus : palette::secondary, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(box.tile).adjusted(-3, -3, 3, 3));
    painter.restore();
}

} // namespace gantry::widgets

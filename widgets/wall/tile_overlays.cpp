#include "widgets/wall/tile_places.h"

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

// What sizes follow: the height of a picture, but of an upright one no more than its width allows.
qreal measureOf(const QRectF &picture)
{
    return std::min(picture.height(), picture.width() * 0.7);
}

// The room inside a picture, as it is taken up by one part after another.
struct Room
{
    QRectF box;
    qreal body;    // line height of the application's text
    qreal overlay; // of words in the picture
    qreal inset;   // between parts
    qreal above = 0;
    qreal below = 0; // taken from the top and the bottom by what stands there

    bool atLeast(qreal lines) const { return box.height() >= body * lines; }
};

void placeBars(TileLayout &layout, Room &room, const TileTexts &texts, int channels)
{
    if (channels <= 0 || room.box.height() < 24)
        return;
    const qreal width = std::min(AudioBars::width(channels, measureOf(layout.picture)), room.box.width() * 0.3);
    layout.bars = QRectF(room.box.right() - width, room.box.top(), width, room.box.height());
    room.box.setRight(layout.bars.left() - room.inset);
    // Which meter it is, at the foot, where the word is as narrow as the bars.
    const QFont font = fontFor(room.body * 0.7, room.body, QFont::DemiBold);
    const qreal line = std::ceil(lineHeight(font));
    if (layout.bars.height() < line * 8 || QFontMetricsF(font).horizontalAdvance(texts.meter) > width)
        return;
    layout.bars.setBottom(layout.bars.bottom() - line);
    layout.meter = placed({layout.bars.left(), layout.bars.bottom(), width, line}, texts.meter, font, Qt::AlignHCenter);
}

void placeAlarm(TileLayout &layout, Room &room, const TileContent &content)
{
    if (content.alarm == TileAlarm::None || room.box.height() < 8)
        return;
    layout.badgeFont = fontFor(room.overlay, room.box.height() * 0.3, QFont::Bold);
    const QSizeF size = alarmBadgeSize(layout.badgeFont, content.alarmWord);
    layout.badge = QRectF(room.box.left(), room.box.top(), std::min(size.width(), room.box.width()), size.height());
    room.above = layout.badge.height() + room.inset;
}

// Decoder, bitrate, format: as many as fit beside the alarm, from the first.
void placeInfo(TileLayout &layout, Room &room, const TileContent &content, const TileTexts &texts)
{
    if (content.badge.isEmpty() || !texts.state.isEmpty() || !room.atLeast(5))
        return;
    const QFont font = fontFor(std::min(room.overlay * 0.75, room.body), room.box.height() * 0.12, QFont::Normal);
    const qreal pad = std::ceil(lineHeight(font) * 0.35);
    const qreal taken = layout.badge.isEmpty() ? 0 : layout.badge.width() + room.inset;
    const qreal most = room.box.width() - taken - 2 * pad;
    for (qsizetype parts = content.badge.size(); parts > 0; --parts) {
        const QString text = content.badge.first(parts).join(QStringLiteral(" · "));
        const qreal width = std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1;
        if (width > most)
            continue;
        const qreal height = std::ceil(lineHeight(font) * 1.15);
        layout.infoPlate = QRectF(room.box.right() - width - 2 * pad, room.box.top(), width + 2 * pad, height);
        layout.info = placed(layout.infoPlate.adjusted(pad, 0, -pad, 0), text, font, Qt::AlignHCenter);
        room.above = std::max(room.above, height + room.inset);
        return;
    }
}

void placeSoundWord(TileLayout &layout, Room &room, const TileContent &content)
{
    if (content.audioWord.isEmpty() || !room.atLeast(3))
        return;
    const QFont font = fontFor(room.overlay * 0.85, room.box.height() * 0.25, QFont::DemiBold);
    const qreal pad = lineHeight(font) * 0.35;
    const qreal width = std::min(QFontMetricsF(font).horizontalAdvance(content.audioWord) + 2 * pad, room.box.width());
    const qreal height = lineHeight(font) * 1.2;
    layout.audioPlate =
        QRectF(room.box.right() - std::ceil(width), room.box.bottom() - height, std::ceil(width), height);
    layout.audio = placed(layout.audioPlate.adjusted(pad, height / 12, -pad, -height / 12), content.audioWord, font,
                          Qt::AlignHCenter);
    room.below = std::max(room.below, height + room.inset);
}

void placeHeard(TileLayout &layout, Room &room, const TileTexts &texts)
{
    if (texts.heard.isEmpty() || !room.atLeast(2))
        return;
    const QFont font = fontFor(room.overlay * 0.85, room.box.height() * 0.25, QFont::DemiBold);
    const qreal height = std::ceil(lineHeight(font) * 1.2);
    const qreal pad = lineHeight(font) * 0.35;
    const qreal most = room.box.width() - (layout.audioPlate.isEmpty() ? 0 : layout.audioPlate.width() + room.inset);
    const qreal wanted = height + QFontMetricsF(font).horizontalAdvance(texts.heard) + 2 * pad;
    // Where there is no room for the word, the headphones alone.
    const qreal width = std::ceil(wanted <= most ? wanted : height + pad);
    layout.heardPlate = QRectF(room.box.left(), room.box.bottom() - height, width, height);
    layout.heardSign = QRectF(layout.heardPlate.left() + pad * 0.7, layout.heardPlate.top() + height * 0.14,
                              height * 0.72, height * 0.72);
    layout.heard = placed(layout.heardPlate.adjusted(height + pad * 0.4, height / 12, -pad, -height / 12), texts.heard,
                          font, Qt::AlignLeft);
    room.below = std::max(room.below, height + room.inset);
}

// Beside the foot of the bars; its unit where there is room.
void placeLoudness(TileLayout &layout, Room &room, const TileTexts &texts)
{
    const bool crowded = !texts.state.isEmpty() && !room.atLeast(7);
    if (texts.loudness.isEmpty() || layout.bars.isEmpty() || !layout.audio.empty() || crowded || !room.atLeast(4))
        return;
    const QFont font =
        fontFor(std::min(room.overlay * 0.8, room.body * 1.1), room.box.height() * 0.16, QFont::DemiBold);
    const qreal pad = std::ceil(lineHeight(font) * 0.35);
    const qreal taken = layout.heardPlate.isEmpty() ? 0 : layout.heardPlate.width() + room.inset;
    // Nearly half of the picture's foot is too much for a figure.
    const qreal most = std::min(room.box.width() * 0.45, room.box.width() - taken) - 2 * pad;
    for (const QString &text : {texts.loudnessWithUnit, texts.loudness}) {
        const qreal width = std::ceil(tabularWidth(font, text)) + 1;
        if (width > most)
            continue;
        const qreal height = std::ceil(lineHeight(font) * 1.15);
        layout.loudnessPlate =
            QRectF(room.box.right() - width - 2 * pad, room.box.bottom() - height, width + 2 * pad, height);
        layout.loudness = PlacedText{layout.loudnessPlate.adjusted(pad, 0, -pad, 0), text, font, Qt::AlignRight};
        room.below = std::max(room.below, height + room.inset);
        return;
    }
}

void placeState(TileLayout &layout, const QRectF &room, const TileTexts &texts)
{
    if (texts.state.isEmpty() || room.height() < 8)
        return;
    const qreal body = lineHeight(textFont());
    QFont large = fontFor(std::max(body, room.height() * 0.2), room.height() * 0.6, QFont::Bold);
    const qreal pad = lineHeight(large) * 0.4;
    while (lineHeight(large) > std::min(body * 0.6, room.height() * 0.3) &&
           QFontMetricsF(large).horizontalAdvance(texts.state) + 2 * pad > room.width())
        large = fontOfLineHeight(lineHeight(large) - 1, QFont::Bold);
    const QFont smaller = fontFor(std::max(body * 0.85, lineHeight(large) * 0.55), room.height() * 0.3, QFont::Normal);
    const qreal first = lineHeight(large);
    qreal second = texts.stateDetail.isEmpty() ? 0 : lineHeight(smaller);
    if (first + second + pad * 0.6 > room.height())
        second = 0;
    qreal wanted = QFontMetricsF(large).horizontalAdvance(texts.state);
    if (second > 0)
        wanted = std::max(wanted, QFontMetricsF(smaller).horizontalAdvance(texts.stateDetail));
    const qreal width = std::min(room.width(), std::ceil(wanted + 2 * pad));
    const qreal height = std::min(room.height(), std::ceil(first + second + pad * 0.6));
    layout.statePlate = QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height);
    const QRectF inner = layout.statePlate.adjusted(pad * 0.5, 0, -pad * 0.5, 0);
    const qreal top = layout.statePlate.center().y() - (first + second) / 2;
    layout.state = placed({inner.left(), top, inner.width(), first}, texts.state, large, Qt::AlignHCenter);
    if (second > 0)
        layout.stateDetail =
            placed({inner.left(), top + first, inner.width(), second}, texts.stateDetail, smaller, Qt::AlignHCenter);
}

} // namespace

void placeOverlays(TileLayout &layout, const TileContent &content, const TileTexts &texts, int channels)
{
    const QRectF &picture = layout.picture;
    const qreal measure = measureOf(picture);
    const qreal inset = std::max(2.0, measure * 0.025);
    const qreal body = lineHeight(textFont());
    // In a picture that fills a screen words need not grow for ever.
    const qreal overlay = std::clamp(measure * 0.085, body * 0.95, body * 2);
    Room room{picture.adjusted(inset, inset, -inset, -inset), body, overlay, inset};
    placeBars(layout, room, texts, channels);
    placeAlarm(layout, room, content);
    placeInfo(layout, room, content, texts);
    placeSoundWord(layout, room, content);
    placeHeard(layout, room, texts);
    placeLoudness(layout, room, texts);
    // The state keeps to the middle, between what stands above and below, whichever reaches further.
    const qreal keep = std::max(room.above, room.below);
    placeState(layout, room.box.adjusted(0, keep, 0, -keep), texts);
}

} // namespace gantry::widgets

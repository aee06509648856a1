#include "widgets/wall/tile_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gantry::widgets {

namespace {

qreal lineHeight(const QFont &font)
{
    return QFontMetricsF(font).height();
}

PlacedText placed(const QRectF &box, const QString &text, const QFont &font, Qt::Alignment alignment)
{
    PlacedText result{box, {}, font, alignment};
    if (!box.isEmpty() && lineHeight(font) <= box.height() + 0.5)
        result.text = elided(font, text, box.width());
    // An ellipsis alone says nothing.
    if (result.text == QStringLiteral("…"))
        result.text.clear();
    return result;
}

// As large as the text's own size times `scale` wants, smaller where the box is, never below what can be read.
QFont fontFor(qreal wanted, qreal most, QFont::Weight weight)
{
    return fontOfLineHeight(std::max(4.0, std::min(wanted, most)), weight);
}

QRectF mirrored(const QRectF &box, const QRectF &strip)
{
    return {strip.left() + strip.right() - box.right(), box.top(), box.width(), box.height()};
}

void placeStrip(TileLayout &layout, const QRectF &strip, const TileContent &content, const TileTexts &texts)
{
    const qreal height = strip.height();
    const bool twoLines = height >= 2 * lineHeight(textFont(0.72));

    // The lamp: a plate as high as the strip, wide enough for PGM, so that names stand in one line on the whole wall.
    const QString word =
        texts.tally.isEmpty() ? (content.number > 0 ? QString::number(content.number) : QString()) : texts.tally;
    QFont lamp = fontFor(height * (twoLines ? 0.52 : 0.8), height, QFont::Bold);
    const auto inset = [&](const QFont &font) { return lineHeight(font) * 0.45; };
    const qreal usual = QFontMetricsF(lamp).horizontalAdvance(QStringLiteral("PGM")) + 2 * inset(lamp);
    const qreal most = std::min(strip.width() * 0.34, usual * 1.6);
    while (lineHeight(lamp) > height * 0.4 && QFontMetricsF(lamp).horizontalAdvance(word) + inset(lamp) > most)
        lamp = fontOfLineHeight(lineHeight(lamp) - 1, QFont::Bold);
    const qreal width =
        std::clamp(QFontMetricsF(lamp).horizontalAdvance(word) + inset(lamp), std::min(usual, most), most);
    layout.tallyPlate = QRectF(strip.left(), strip.top(), std::ceil(width), height);
    layout.tally = placed(layout.tallyPlate.adjusted(1, 0, -1, 0), word, lamp, Qt::AlignCenter);

    const qreal gap = std::max(4.0, height * 0.18);
    const QRectF words(layout.tallyPlate.right() + gap, strip.top(),
                       strip.right() - layout.tallyPlate.right() - 2 * gap, height);
    if (words.width() < 8)
        return;
    const QFont name = fontFor(height * (twoLines ? 0.52 : 0.86), height, QFont::DemiBold);
    const QFont figures = fontFor(height * (twoLines ? 0.38 : 0.7), height, QFont::Normal);
    const qreal ageWidth = std::ceil(tabularWidth(figures, texts.age)) + 1;
    const qreal nameWidth = std::ceil(QFontMetricsF(name).horizontalAdvance(content.label)) + 1;
    if (twoLines) {
        const qreal top = words.top() + (height - lineHeight(name) - lineHeight(figures)) / 2;
        layout.label = placed({words.left(), top, words.width(), lineHeight(name)}, content.label, name, Qt::AlignLeft);
        const qreal second = top + lineHeight(name);
        // The age first: it must be readable; the format of the picture gives way.
        const bool hasAge = ageWidth <= words.width();
        const qreal forAge = hasAge ? ageWidth : 0;
        layout.age = placed({words.right() - forAge, second, forAge, lineHeight(figures)},
                            hasAge ? texts.age : QString(), figures, Qt::AlignRight);
        const qreal rest = words.width() - forAge - (forAge > 0 ? gap : 0);
        if (rest > lineHeight(figures) * 2)
            layout.detail =
                placed({words.left(), second, rest, lineHeight(figures)}, content.detail, figures, Qt::AlignLeft);
        return;
    }
    const bool hasAge = ageWidth + gap + std::min(nameWidth, words.width() * 0.5) <= words.width();
    const qreal forAge = hasAge ? ageWidth : 0;
    const qreal top = words.center().y() - lineHeight(name) / 2;
    layout.label = placed({words.left(), top, words.width() - forAge - (hasAge ? gap : 0), lineHeight(name)},
                          content.label, name, Qt::AlignLeft);
    const qreal ageTop = words.center().y() - lineHeight(figures) / 2;
    layout.age = placed({words.right() - forAge, ageTop, forAge, lineHeight(figures)}, hasAge ? texts.age : QString(),
                        figures, Qt::AlignRight);
}

void placeState(TileLayout &layout, const QRectF &room, const TileTexts &texts)
{
    if (texts.state.isEmpty() || room.height() < 8)
        return;
    const qreal body = lineHeight(textFont());
    QFont large = fontFor(std::max(body, room.height() * 0.2), room.height() * 0.6, QFont::Bold);
    const qreal pad = lineHeight(large) * 0.4;
    while (lineHeight(large) > std::min(body * 0.75, room.height() * 0.3) &&
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

void placeOverlays(TileLayout &layout, const TileContent &content, const TileTexts &texts, int channels)
{
    const QRectF &picture = layout.picture;
    const qreal inset = std::max(2.0, picture.height() * 0.025);
    QRectF room = picture.adjusted(inset, inset, -inset, -inset);
    if (channels > 0 && room.height() >= 24) {
        const qreal width = std::min(AudioBars::width(channels, picture.height()), room.width() * 0.3);
        layout.bars = QRectF(room.right() - width, room.top(), width, room.height());
        room.setRight(layout.bars.left() - inset);
    }
    const qreal body = lineHeight(textFont());
    const qreal overlay = std::max(body * 0.95, picture.height() * 0.085);
    if (content.alarm != TileAlarm::None && room.height() >= 8) {
        layout.badgeFont = fontFor(overlay, room.height() * 0.3, QFont::Bold);
        const QSizeF size = alarmBadgeSize(layout.badgeFont, content.alarmWord);
        layout.badge = QRectF(room.left(), room.top(), std::min(size.width(), room.width()), size.height());
    }
    if (!content.audioWord.isEmpty() && room.height() >= body * 3) {
        const QFont font = fontFor(overlay * 0.85, room.height() * 0.25, QFont::DemiBold);
        const qreal pad = lineHeight(font) * 0.35;
        const qreal width = std::min(QFontMetricsF(font).horizontalAdvance(content.audioWord) + 2 * pad, room.width());
        const qreal height = lineHeight(font) * 1.2;
        layout.audioPlate = QRectF(room.right() - std::ceil(width), room.bottom() - height, std::ceil(width), height);
        layout.audio = placed(layout.audioPlate.adjusted(pad, height / 12, -pad, -height / 12), content.audioWord, font,
                              Qt::AlignHCenter);
    }
    if (!texts.heard.isEmpty() && room.height() >= body * 2) {
        const QFont font = fontFor(overlay * 0.85, room.height() * 0.25, QFont::DemiBold);
        const qreal height = std::ceil(lineHeight(font) * 1.2);
        const qreal pad = lineHeight(font) * 0.35;
        const qreal most = room.width() - (layout.audioPlate.isEmpty() ? 0 : layout.audioPlate.width() + inset);
        const qreal wanted = height + QFontMetricsF(font).horizontalAdvance(texts.heard) + 2 * pad;
        // Where there is no room for the word, the headphones alone.
        const qreal width = std::ceil(wanted <= most ? wanted : height + pad);
        layout.heardPlate = QRectF(room.left(), room.bottom() - height, width, height);
        layout.heardSign = QRectF(layout.heardPlate.left() + pad * 0.7, layout.heardPlate.top() + height * 0.14,
                                  height * 0.72, height * 0.72);
        layout.heard = placed(layout.heardPlate.adjusted(height + pad * 0.4, height / 12, -pad, -height / 12),
                              texts.heard, font, Qt::AlignLeft);
    }
    // The state keeps to the middle, between badge and audio word, whichever reaches further.
    const qreal above = layout.badge.isEmpty() ? 0 : layout.badge.height() + inset;
    const qreal words = std::max(layout.audioPlate.height(), layout.heardPlate.height());
    const qreal below = words > 0 ? words + inset : 0;
    const qreal keep = std::max(above, below);
    const qreal width = room.width();
    placeState(layout, QRectF(room.left(), room.top() + keep, width, room.height() - 2 * keep), texts);
}

} // namespace

QRectF pictureRoom(const TileBox &box)
{
    const qreal frame = std::max(3.0, std::round(box.tile.height() / 42.0));
    return QRectF(box.picture).adjusted(frame, frame, -frame, 0);
}

TileLayout tileLayout(const TileBox &box, const TileContent &content, const TileTexts &texts, int channels,
                      Qt::LayoutDirection direction)
{
    TileLayout layout;
    layout.picture = pictureRoom(box);
    layout.frame = layout.picture.left() - box.picture.left();
    const QRectF strip = QRectF(box.label).adjusted(layout.frame, 0, -layout.frame, -layout.frame);
    if (strip.height() >= 5 && strip.width() >= 12)
        placeStrip(layout, strip, content, texts);
    placeOverlays(layout, content, texts, channels);
    if (direction == Qt::RightToLeft) {
        layout.tallyPlate = mirrored(layout.tallyPlate, strip);
        for (PlacedText *text : {&layout.tally, &layout.label, &layout.detail, &layout.age}) {
            text->box = mirrored(text->box, strip);
            if (text->alignment == Qt::AlignLeft)
                text->alignment = Qt::AlignRight;
            else if (text->alignment == Qt::AlignRight)
                text->alignment = Qt::AlignLeft;
        }
    }
    return layout;
}

} // namespace gantry::widgets

#include "widgets/wall/tile_places.h"

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

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

QFont fontFor(qreal wanted, qreal most, QFont::Weight weight)
{
    return fontOfLineHeight(std::max(4.0, std::min(wanted, most)), weight);
}

namespace {

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
    const QFont name = fontFor(height * (twoLines ? 0.58 : 0.86), height, QFont::DemiBold);
    const QFont figures = fontFor(height * (twoLines ? 0.37 : 0.7), height, QFont::Normal);
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

} // namespace

QRectF pictureRoom(const TileBox &box)
{
    const qreal frame = std::max(3.0, std::round(std::min(box.tile.height() / 42.0, box.tile.width() / 56.0)));
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

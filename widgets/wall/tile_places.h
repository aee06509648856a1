#pragma once
// How a text finds its place in a tile: elided to its box, never larger than it. Shared by the parts of the layout.

#include "widgets/wall/tile_painter.h"

namespace gantry::widgets {

qreal lineHeight(const QFont &font);
// Empty where the box is too low for the font, or too narrow for more than an ellipsis.
PlacedText placed(const QRectF &box, const QString &text, const QFont &font, Qt::Alignment alignment);
// As large as wanted, smaller where the box is, never below what can be read.
QFont fontFor(qreal wanted, qreal most, QFont::Weight weight);

// What stands in the picture: bars, badges, words. layout.picture is there already. What matters least is left out
// first: the badge of the decoder, then the loudness, then sound and listening; the state and the alarm last.
void placeOverlays(TileLayout &layout, const TileContent &content, const TileTexts &texts, int channels);

} // namespace gantry::widgets

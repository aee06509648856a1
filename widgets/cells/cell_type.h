#pragma once
// The lettering of cells that are no pictures: sizes follow the cell, so that a figure on a quarter of a wall is read
// from across the room, and nothing ever leaves its box. Pure, but for the painting.

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace gantry::widgets {

// The largest font in which the line fits the size: at most as high, at least `least` pixels. Digits are tabular.
QFont fittingFont(const QString &line, QSizeF size, QFont::Weight weight, qreal least = 4);

// A line elided to the box, in one weight, aligned; nothing where the box is too low to read.
void drawLine(QPainter &painter, const QRectF &box, const QString &line, const QFont &font, const QColor &colour,
              Qt::Alignment alignment = Qt::AlignCenter);

// The same with the font's own digits, which stand closer: for figures that do not run.
void drawWords(QPainter &painter, const QRectF &box, const QString &words, const QFont &font, const QColor &colour,
               Qt::Alignment alignment = Qt::AlignCenter);

// Upper part of a cell for its title, the rest for its content.
struct TitledBox
{
    QRectF title;
    QRectF content;
};
TitledBox titled(const QRectF &box);
void drawTitle(QPainter &painter, const QRectF &box, const QString &title);

} // namespace gantry::widgets

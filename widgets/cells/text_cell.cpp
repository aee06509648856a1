#include "widgets/cells/text_cell.h"

#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace gantry::widgets {

namespace {

constexpr int flags = Qt::AlignCenter | Qt::TextWordWrap;
// What is longer is no text for a wall; a show file may hold anything.
constexpr qsizetype longest = 2000;

bool fits(const QString &text, const QFont &font, QSizeF size)
{
    const QFontMetricsF metrics(font);
    const QSizeF used = metrics.boundingRect(QRectF(QPointF(), size), flags, text).size();
    if (used.width() > size.width() || used.height() > size.height())
        return false;
    // A word that is longer than its line would be broken anywhere.
    const QStringList words = text.split(QChar::Space, Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString &word) {
        return word.contains(u'\n') || metrics.horizontalAdvance(word) <= size.width();
    });
}

} // namespace

TextCell::TextCell(const QString &text, QObject *parent) : CellView(parent), m_text(text.left(longest)) {}

QFont TextCell::fontFor(const QString &text, QSizeF size)
{
    int low = 5;
    int high = std::max(low, int(size.height()));
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (fits(text, fontOfLineHeight(middle, QFont::DemiBold), size))
            low = middle;
        else
            high = middle - 1;
    }
    return fontOfLineHeight(low, QFont::DemiBold);
}

void TextCell::paint(QPainter &painter, const QRectF &box) const
{
    const qreal pad = std::min(box.width(), box.height()) * 0.06;
    const QRectF inner = box.adjusted(pad, pad, -pad, -pad);
    painter.setFont(fontFor(m_text, inner.size()));
    painter.setPen(palette::text);
    painter.drawText(inner, flags, m_text);
}

QString TextCell::sentence() const
{
    return m_text.isEmpty() ? tr("Empty text") : m_text;
}

} // namespace gantry::widgets

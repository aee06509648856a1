#include "widgets/cells/cell_type.h"

#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

QFont fittingFont(const QString &line, QSizeF size, QFont::Weight weight, qreal least)
{
    qreal height = std::max(least, std::floor(size.height()));
    QFont font = fontOfLineHeight(height, weight);
    const qreal width = tabularWidth(font, line);
    if (width > size.width() && width > 0)
        font = fontOfLineHeight(std::max(least, std::floor(height * size.width() / width)), weight);
    while (tabularWidth(font, line) > size.width() && height > least) {
        height = std::max(least, QFontMetricsF(font).height() - 1);
        font = fontOfLineHeight(height, weight);
    }
    return font;
}

void drawLine(QPainter &painter, const QRectF &box, const QString &line, const QFont &font, const QColor &colour,
              Qt::Alignment alignment)
{
    if (line.isEmpty() || box.height() + 0.5 < QFontMetricsF(font).height())
        return;
    painter.setFont(font);
    painter.setPen(colour);
    const QString text = tabularWidth(font, line) <= box.width() + 0.5 ? line : elided(font, line, box.width());
    if (text == QStringLiteral("…"))
        return;
    drawTabular(painter, box, alignment | Qt::AlignVCenter, text);
}

void drawWords(QPainter &painter, const QRectF &box, const QString &words, const QFont &font, const QColor &colour,
               Qt::Alignment alignment)
{
    if (words.isEmpty() || box.height() + 0.5 < QFontMetricsF(font).height())
        return;
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), elided(font, words, box.width()));
}

TitledBox titled(const QRectF &box)
{
    const qreal pad = std::clamp(std::min(box.width(), box.height()) * 0.05, 2.0, 16.0);
    const QRectF inner = box.adjusted(pad, pad, -pad, -pad);
    const qreal wanted = std::max(QFontMetricsF(textFont(0.85)).height(), inner.height() * 0.14);
    const qreal title = std::floor(std::min(wanted, inner.height() * 0.3));
    return {QRectF(inner.left(), inner.top(), inner.width(), title),
            QRectF(inner.left(), inner.top() + title, inner.width(), std::max(0.0, inner.height() - title))};
}

void drawTitle(QPainter &painter, const QRectF &box, const QString &title)
{
    if (box.height() < 5)
        return;
    const QFont font = fontOfLineHeight(std::floor(box.height()), QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(palette::secondary);
    painter.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), elided(font, title, box.width()));
}

} // namespace gantry::widgets

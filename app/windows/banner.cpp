#include "app/windows/banner.h"

#include "widgets/theme.h"

#include <QPainter>

namespace gantry {

namespace palette = widgets::palette;

Banner::Banner(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void Banner::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(text);
    setVisible(!text.isEmpty());
    update();
}

QSize Banner::sizeHint() const
{
    return {200, static_cast<int>(QFontMetricsF(widgets::textFont(1.0, QFont::DemiBold)).height() * 1.5)};
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette::info);
    painter.fillRect(rect(), QBrush(palette::background, Qt::BDiagPattern));
    const QFont font = widgets::textFont(1.0, QFont::DemiBold);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const QString shown = widgets::elided(font, m_text, width() - metrics.height() * 3);
    QRectF plate(0, 0, metrics.horizontalAdvance(shown) + metrics.height() * 1.6, height());
    plate.moveCenter(QRectF(rect()).center());
    painter.fillRect(plate, palette::info);
    painter.setPen(palette::background);
    painter.drawText(plate, Qt::AlignCenter, shown);
}

} // namespace gantry

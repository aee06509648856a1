#include "widgets/transport_icons.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

namespace gantry::widgets {

namespace {

// Drawn in a box of 140 by 100 units.
void triangle(QPainter &painter, qreal left, qreal width, bool forward)
{
    const qreal back = forward ? left : left + width;
    const qreal tip = forward ? left + width : left;
    painter.drawPolygon(QPolygonF({QPointF(back, 16), QPointF(tip, 50), QPointF(back, 84)}));
}

void bar(QPainter &painter, qreal left, qreal width)
{
    painter.drawRect(QRectF(left, 16, width, 68));
}

void diamond(QPainter &painter, qreal centre)
{
    painter.drawPolygon(
        QPolygonF({QPointF(centre, 18), QPointF(centre + 32, 50), QPointF(centre, 82), QPointF(centre - 32, 50)}));
}

void flag(QPainter &painter, qreal left)
{
    painter.drawRect(QRectF(left, 16, 9, 70));
    painter.drawPolygon(QPolygonF({QPointF(left + 9, 16), QPointF(left + 60, 36), QPointF(left + 9, 56)}));
}

void chevron(QPainter &painter, qreal left, bool forward)
{
    painter.drawPolygon(forward ? QPolygonF({QPointF(left, 26), QPointF(left + 34, 50), QPointF(left, 74)})
                                : QPolygonF({QPointF(left + 34, 26), QPointF(left, 50), QPointF(left + 34, 74)}));
}

void draw(QPainter &painter, TransportIcon icon)
{
    switch (icon) {
    case TransportIcon::Start:
        bar(painter, 36, 12);
        triangle(painter, 52, 56, false);
        break;
    case TransportIcon::Slower:
        triangle(painter, 16, 52, false);
        triangle(painter, 70, 52, false);
        break;
    case TransportIcon::Play:
        triangle(painter, 44, 64, true);
        break;
    case TransportIcon::Pause:
        bar(painter, 42, 20);
        bar(painter, 78, 20);
        break;
    case TransportIcon::Faster:
        triangle(painter, 18, 52, true);
        triangle(painter, 72, 52, true);
        break;
    case TransportIcon::End:
        triangle(painter, 32, 56, true);
        bar(painter, 92, 12);
        break;
    case TransportIcon::PreviousAlarm:
        chevron(painter, 12, false);
        diamond(painter, 94);
        break;
    case TransportIcon::NextAlarm:
        diamond(painter, 46);
        chevron(painter, 94, true);
        break;
    case TransportIcon::PreviousCommand:
        chevron(painter, 12, false);
        flag(painter, 66);
        break;
    case TransportIcon::NextCommand:
        flag(painter, 16);
        chevron(painter, 94, true);
        break;
    }
}

QPixmap pixmap(TransportIcon icon, int height, qreal ratio, const QColor &colour)
{
    const QSize size = (QSizeF(height * 1.4, height) * ratio).toSize();
    QPixmap result(size);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size.width() / 140.0, size.height() / 100.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    draw(painter, icon);
    painter.end();
    result.setDevicePixelRatio(ratio);
    return result;
}

} // namespace

QIcon transportIcon(TransportIcon icon, int height)
{
    QIcon result;
    for (const qreal ratio : {1.0, 1.5, 2.0, 3.0}) {
        result.addPixmap(pixmap(icon, height, ratio, palette::text), QIcon::Normal);
        result.addPixmap(pixmap(icon, height, ratio, palette::disabled), QIcon::Disabled);
    }
    return result;
}

} // namespace gantry::widgets

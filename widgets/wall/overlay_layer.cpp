#include "widgets/wall/overlay_layer.h"

#include "widgets/wall/picture_copy.h"

#include <QPainter>

namespace gantry::widgets {

void OverlayLayer::update(const QRect &room, qreal devicePixelRatio, const QRegion &inked,
                          const std::function<void(QPainter &)> &paint)
{
    const QSize size = (QSizeF(room.size()) * devicePixelRatio).toSize();
    const bool moved = room != m_room || (!m_image.isNull() && m_image.devicePixelRatio() != devicePixelRatio);
    const QRegion seen = inked & room;
    m_all = m_all || moved || seen != m_inked;
    if (!m_all && m_stale.isEmpty())
        return;
    QRegion stale = m_all ? QRegion(room) : m_stale & room;
    m_room = room;
    m_inked = seen;
    m_stale = {};
    m_all = false;
    ++m_version;
    m_changed = room;
    if (m_inked.isEmpty() || size.isEmpty()) {
        m_image = {};
        return;
    }
    if (m_image.size() != size) {
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        stale = room;
    }
    m_image.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&m_image);
    painter.translate(-room.topLeft());
    // One rectangle, and replaced instead of blended: what is filled under a clip of several goes through spans, which
    // QPainter hands to a pool of threads.
    const QRect part = stale.boundingRect();
    m_changed = part;
    painter.setClipRect(part);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(part, Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paint(painter);
}

void OverlayLayer::draw(QPainter &painter, const QRegion &exposed) const
{
    if (m_image.isNull())
        return;
    if (blendPicture(painter, m_room, m_image, exposed & m_inked))
        return;
    const qreal ratio = m_image.devicePixelRatio();
    for (const QRect &box : m_inked) {
        if (!exposed.intersects(box))
            continue;
        const QRectF source(QPointF(box.topLeft() - m_room.topLeft()) * ratio, QSizeF(box.size()) * ratio);
        painter.drawImage(QRectF(box), m_image, source);
    }
}

} // namespace gantry::widgets

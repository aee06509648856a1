#pragma once
// The overlay of one tile as a picture of its own, painted anew only where something has changed: a new picture below
// sets no text, and a moving bar sets only the bar. UI thread only.

#include <QImage>
#include <QRect>
#include <QRegion>

#include <cstdint>
#include <functional>

class QPainter;

namespace gantry::widgets {

class OverlayLayer
{
public:
    // What has changed, in the coordinates of the wall.
    void damage(const QRegion &region) { m_stale += region; }
    void damageAll() { m_all = true; }

    // Brings the layer up to date: `room` is where it lies on the wall, `inked` is the only part where `paint` leaves
    // anything. The painter that `paint` gets has the coordinates of the wall.
    void update(const QRect &room, qreal devicePixelRatio, const QRegion &inked,
                const std::function<void(QPainter &)> &paint);
    // Blends what is there over the picture.
    void draw(QPainter &painter, const QRegion &exposed) const;

    const QImage &image() const { return m_image; } // premultiplied; null where there is nothing to say
    const QRegion &inked() const { return m_inked; }
    std::uint64_t version() const { return m_version; } // another one: the image has changed
    const QRect &changed() const { return m_changed; }  // where it has with this version, in the wall's coordinates

private:
    QImage m_image;
    QRect m_room;
    QRegion m_inked;
    QRegion m_stale;
    QRect m_changed;
    bool m_all = true;
    std::uint64_t m_version = 0;
};

} // namespace gantry::widgets

#pragma once
// The picture of a test feed: a still scene, different for each pattern, with a name, a timecode, a picture counter and
// things that move painted over it. Cheap: the scene is painted once, then only strips of it are restored and
// repainted. Needs a QGuiApplication (text). One thread.

#include <QImage>
#include <QRect>
#include <QString>

class QPainter;

#include <array>
#include <cstdint>

namespace gantry::media {

class TestCard
{
public:
    static constexpr int patterns = 6;

    TestCard(QString name, QSize size, int framesPerSecond, int pattern);

    // The picture with this number, shown at `utcMilliseconds` since 1970.
    const QImage &paint(std::uint64_t number, std::int64_t utcMilliseconds);

private:
    void paintPlate(QPainter &painter) const;
    void paintSweep(QPainter &painter, std::uint64_t number);
    void paintDisc(QPainter &painter, std::uint64_t number);
    void paintClock(QPainter &painter, std::uint64_t number, std::int64_t utcMilliseconds);
    void restore(const QRect &rect);

    QString m_name;
    QSize m_size;
    int m_framesPerSecond;
    int m_pattern;
    QImage m_scene;
    QImage m_picture;
    std::array<QImage, 11> m_digits; // 0..9 and ':'
    QRect m_sweepArea;
    QRect m_discArea;
    QRect m_clockArea;
    QRect m_counterArea;
};

} // namespace gantry::media

#include "media/output/test_scenes.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QRadialGradient>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace gantry::media {
namespace {

// All scenes are drawn on a 16:9 sheet of 1600 x 900, scaled to the picture.
constexpr double sheetWidth = 1600;
constexpr double sheetHeight = 900;

void fill(QPainter &painter, const QColor &top, const QColor &bottom)
{
    QLinearGradient sky(0, 0, 0, sheetHeight);
    sky.setColorAt(0, top);
    sky.setColorAt(1, bottom);
    painter.fillRect(QRectF(0, 0, sheetWidth, sheetHeight), sky);
}

void glow(QPainter &painter, QPointF centre, double radius, QColor colour)
{
    QRadialGradient light(centre, radius);
    light.setColorAt(0, colour);
    colour.setAlpha(0);
    light.setColorAt(1, colour);
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawEllipse(centre, radius, radius);
}

void beam(QPainter &painter, QPointF from, double angle, double spread, QColor colour)
{
    const double length = 1000;
    const QPointF left = from + QPointF(std::sin(angle - spread), std::cos(angle - spread)) * length;
    const QPointF right = from + QPointF(std::sin(angle + spread), std::cos(angle + spread)) * length;
    QLinearGradient light(from, (left + right) / 2);
    colour.setAlpha(150);
    light.setColorAt(0, colour);
    colour.setAlpha(0);
    light.setColorAt(0.85, colour);
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawPolygon(QPolygonF{from, left, right});
}

void crowd(QPainter &painter, double top, const QColor &colour, unsigned seed)
{
    std::minstd_rand random(seed);
    std::uniform_real_distribution<double> some(0, 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (double x = -20; x < sheetWidth + 40; x += 34 + 14 * some(random)) {
        const double y = top + 40 * some(random);
        painter.drawEllipse(QPointF(x, y), 19, 23);
        painter.drawRoundedRect(QRectF(x - 34, y + 24, 68, sheetHeight), 26, 26);
        if (some(random) > 0.72) // an arm in the air
            painter.drawRoundedRect(QRectF(x + 20, y - 66, 13, 110), 6, 6);
    }
}

// SMPTE-like colour bars, 75 %, with the lower rows that engineers look for.
void bars(QPainter &painter)
{
    const std::array<QColor, 7> top{QColor(191, 191, 191), QColor(191, 191, 0), QColor(0, 191, 191), QColor(0, 191, 0),
                                    QColor(191, 0, 191),   QColor(191, 0, 0),   QColor(0, 0, 191)};
    const double width = sheetWidth / double(top.size());
    for (std::size_t i = 0; i < top.size(); ++i) {
        painter.fillRect(QRectF(double(i) * width, 0, width + 1, 600), top[i]);
        const QColor under = i % 2 == 0 ? top[top.size() - 1 - i] : QColor(19, 19, 19);
        painter.fillRect(QRectF(double(i) * width, 600, width + 1, 75), under);
    }
    QLinearGradient ramp(0, 0, sheetWidth, 0);
    ramp.setColorAt(0, Qt::black);
    ramp.setColorAt(1, Qt::white);
    painter.fillRect(QRectF(0, 675, sheetWidth, 90), ramp);
    painter.fillRect(QRectF(0, 765, sheetWidth, 135), QColor(16, 16, 16));
    for (int i = 0; i < 3; ++i) // PLUGE: below black, black, above black
        painter.fillRect(QRectF(1050 + 70 * i, 765, 70, 135), QColor(6 + 10 * i, 6 + 10 * i, 6 + 10 * i));
    painter.fillRect(QRectF(260, 765, 240, 135), Qt::white);
}

void stage(QPainter &painter)
{
    fill(painter, QColor(12, 8, 28), QColor(46, 16, 66));
    glow(painter, {800, 560}, 620, QColor(214, 60, 150, 150));
    const std::array<QColor, 5> lamps{QColor(80, 160, 255), QColor(255, 90, 200), QColor(255, 220, 150),
                                      QColor(160, 100, 255), QColor(70, 220, 220)};
    painter.setBrush(QColor(22, 20, 34));
    painter.setPen(Qt::NoPen);
    painter.drawRect(QRectF(0, 44, sheetWidth, 26)); // truss
    for (std::size_t i = 0; i < lamps.size(); ++i) {
        const double x = 180 + 310 * double(i);
        beam(painter, {x, 80}, (800 - x) / 1500, 0.12, lamps[i]);
        glow(painter, {x, 82}, 70, lamps[i]);
    }
    painter.setBrush(QColor(18, 12, 30));
    painter.drawRect(QRectF(0, 640, sheetWidth, 60));
    const QColor figure(10, 6, 18);
    painter.setBrush(figure);
    for (const double x : {520.0, 800.0, 1090.0}) { // the band
        painter.drawEllipse(QPointF(x, 470), 26, 31);
        painter.drawRoundedRect(QRectF(x - 42, 502, 84, 150), 30, 30);
    }
    painter.drawRect(QRectF(796, 420, 7, 230));
    crowd(painter, 730, QColor(6, 4, 14), 7);
}

void skyline(QPainter &painter)
{
    QLinearGradient sky(0, 0, 0, sheetHeight);
    sky.setColorAt(0, QColor(20, 26, 66));
    sky.setColorAt(0.55, QColor(196, 84, 96));
    sky.setColorAt(0.8, QColor(250, 176, 94));
    painter.fillRect(QRectF(0, 0, sheetWidth, sheetHeight), sky);
    glow(painter, {1130, 610}, 260, QColor(255, 232, 170, 230));
    std::minstd_rand random(3);
    std::uniform_real_distribution<double> some(0, 1);
    for (int row = 0; row < 2; ++row) {
        const QColor wall = row == 0 ? QColor(92, 48, 88) : QColor(28, 20, 48);
        for (double x = -20; x < sheetWidth;) {
            const double width = 70 + 80 * some(random);
            const double height = (row == 0 ? 300 : 170) + 230 * some(random) * some(random);
            painter.fillRect(QRectF(x, sheetHeight - height, width - 6, height), wall);
            for (double wx = x + 12; row == 1 && wx < x + width - 24; wx += 20)
                for (double wy = sheetHeight - height + 16; wy < sheetHeight - 20; wy += 28)
                    if (some(random) > 0.62)
                        painter.fillRect(QRectF(wx, wy, 9, 14), QColor(255, 214, 130, 210));
            x += width;
        }
    }
}

void arena(QPainter &painter)
{
    fill(painter, QColor(10, 22, 34), QColor(20, 48, 60));
    std::minstd_rand random(11);
    std::uniform_real_distribution<double> some(0, 1);
    painter.setPen(Qt::NoPen);
    for (int row = 0; row < 13; ++row) { // the stands
        for (double x = 0; x < sheetWidth; x += 15) {
            const int bright = int(50 + 120 * some(random) * some(random));
            painter.setBrush(QColor::fromHsv(int(360 * some(random)), 90, bright));
            painter.drawEllipse(QPointF(x + 8 * some(random), 140 + 22 * row), 5, 6);
        }
    }
    QLinearGradient grass(0, 430, 0, sheetHeight);
    grass.setColorAt(0, QColor(38, 120, 60));
    grass.setColorAt(1, QColor(26, 150, 66));
    painter.fillRect(QRectF(0, 430, sheetWidth, 470), grass);
    for (int i = -6; i < 8; i += 2) { // mown stripes in perspective
        painter.setBrush(QColor(255, 255, 255, 18));
        painter.drawPolygon(QPolygonF{QPointF(800 + 90 * i, 430), QPointF(800 + 90 * (i + 1), 430),
                                      QPointF(800 + 300 * (i + 1), 900), QPointF(800 + 300 * i, 900)});
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 210), 7));
    painter.drawEllipse(QPointF(800, 640), 300, 95);
    painter.drawLine(QPointF(800, 430), QPointF(800, 900));
    painter.drawLine(QPointF(0, 433), QPointF(sheetWidth, 433));
    for (const double x : {150.0, 560.0, 1040.0, 1450.0})
        glow(painter, {x, 70}, 150, QColor(240, 250, 255, 230));
}

void studio(QPainter &painter)
{
    fill(painter, QColor(8, 38, 74), QColor(18, 88, 130));
    painter.setPen(QPen(QColor(150, 210, 255, 50), 3));
    for (int i = 0; i < 9; ++i) {
        painter.setBrush(QColor(120, 200, 255, 14 + 6 * (i % 3)));
        painter.drawRoundedRect(QRectF(40 + 172 * i, 90 + 34 * std::abs(i - 4), 150, 480), 14, 14);
    }
    glow(painter, {800, 330}, 460, QColor(190, 230, 255, 140));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 30, 52));
    for (const double x : {610.0, 990.0}) {
        painter.drawEllipse(QPointF(x, 400), 58, 70);
        painter.drawRoundedRect(QRectF(x - 108, 474, 216, 260), 70, 70);
    }
    QLinearGradient desk(0, 630, 0, 900);
    desk.setColorAt(0, QColor(236, 242, 250));
    desk.setColorAt(0.08, QColor(96, 130, 170));
    desk.setColorAt(1, QColor(14, 32, 60));
    painter.setBrush(desk);
    painter.drawPolygon(QPolygonF{QPointF(180, 630), QPointF(1420, 630), QPointF(1560, 900), QPointF(40, 900)});
    painter.fillRect(QRectF(300, 760, 1000, 10), QColor(90, 210, 255, 200));
}

void chart(QPainter &painter)
{
    painter.fillRect(QRectF(0, 0, sheetWidth, sheetHeight), QColor(52, 56, 62));
    painter.setPen(QPen(QColor(130, 136, 144), 2));
    for (int x = 50; x < 1600; x += 100)
        painter.drawLine(QPointF(x, 0), QPointF(x, 900));
    for (int y = 0; y < 900; y += 100)
        painter.drawLine(QPointF(0, y + 50), QPointF(1600, y + 50));
    painter.setPen(QPen(QColor(235, 238, 242), 6));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(800, 450), 410, 410);
    for (const QPointF corner : {QPointF(150, 150), QPointF(1450, 150), QPointF(150, 750), QPointF(1450, 750)})
        painter.drawEllipse(corner, 96, 96);
    for (int i = 0; i < 8; ++i)
        painter.fillRect(QRectF(480 + 80 * i, 250, 80, 70), QColor::fromHsv(i * 45, 190, 225));
    for (int i = 0; i < 11; ++i)
        painter.fillRect(QRectF(470 + 60 * i, 590, 60, 60), QColor(i * 25, i * 25, i * 25));
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 36; ++i) { // a star for focus
        painter.setBrush(i % 2 == 0 ? QColor(20, 20, 22) : QColor(240, 240, 242));
        painter.drawPie(QRectF(230, 380, 140, 140), i * 160, 160);
        painter.drawPie(QRectF(1230, 380, 140, 140), i * 160, 160);
    }
}

} // namespace

QImage testScene(QSize size, int pattern)
{
    QImage scene(size, QImage::Format_RGB32);
    scene.fill(Qt::black);
    QPainter painter(&scene);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size.width() / sheetWidth, size.height() / sheetHeight);
    using Scene = void (*)(QPainter &);
    constexpr std::array<Scene, 6> scenes{stage, arena, studio, skyline, bars, chart};
    scenes[std::size_t(std::abs(pattern % int(scenes.size())))](painter);
    return scene;
}

} // namespace gantry::media

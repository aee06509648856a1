#include "media/output/test_card.h"

#include "media/output/test_scenes.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTime>

#include <algorithm>
#include <cstring>
#include <utility>

namespace gantry::media {
namespace {

const QColor paper(0, 0, 0, 170);
const QColor ink(255, 255, 255);
const QColor marker(255, 196, 60);

QFont boldFont(int pixels)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setStyleHint(QFont::SansSerif);
    font.setBold(true);
    font.setPixelSize(std::max(6, pixels));
    return font;
}

} // namespace

TestCard::TestCard(QString name, QSize size, int framesPerSecond, int pattern)
    : m_name(std::move(name))
    , m_size(size)
    , m_framesPerSecond(std::max(1, framesPerSecond))
    , m_pattern(pattern)
    , m_scene(testScene(size, pattern))
{
    const int w = size.width();
    const int h = size.height();
    const int margin = h / 24;
    const int clockHeight = h / 9;
    m_sweepArea = QRect(0, h - h / 40 - 2, w, h / 40 + 2);
    const int disc = h / 5;
    m_discArea = QRect(w - margin - disc, margin, disc, disc);
    const QFont digitFont = boldFont(clockHeight * 3 / 4);
    const QFontMetrics metrics(digitFont);
    const int digitWidth = metrics.horizontalAdvance(u'0') + 1;
    m_clockArea = QRect(margin, m_sweepArea.top() - margin - clockHeight, digitWidth * 11 + 2, clockHeight);
    m_counterArea = QRect(w - margin - digitWidth * 7, m_clockArea.top(), digitWidth * 7, clockHeight);
    // Glyphs are drawn once; each picture only copies them.
    const QString glyphs = QStringLiteral("0123456789:");
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
        QImage glyph(digitWidth, clockHeight, QImage::Format_RGB32);
        glyph.fill(QColor(14, 14, 18));
        QPainter painter(&glyph);
        painter.setFont(digitFont);
        painter.setPen(ink);
        painter.drawText(glyph.rect(), Qt::AlignCenter, glyphs.mid(qsizetype(i), 1));
        painter.end();
        m_digits[i] = glyph;
    }
    QPainter painter(&m_scene);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPlate(painter);
    painter.end();
    m_picture = m_scene.copy();
}

// The name stands still, so it is part of the scene.
void TestCard::paintPlate(QPainter &painter) const
{
    const int margin = m_size.height() / 24;
    QFont font = boldFont(m_size.height() / 6);
    const int room = m_discArea.left() - 4 * margin;
    const int width = QFontMetrics(font).horizontalAdvance(m_name);
    if (width > room)
        font.setPixelSize(std::max(6, font.pixelSize() * room / width));
    const QFontMetrics metrics(font);
    const QRect plate(margin, margin, metrics.horizontalAdvance(m_name) + 2 * margin, metrics.height() + margin / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRoundedRect(plate, margin / 2.0, margin / 2.0);
    painter.setBrush(QColor::fromHsv((m_pattern * 67 + 20) % 360, 200, 250));
    painter.drawRect(QRect(plate.left(), plate.bottom() - margin / 4, plate.width(), std::max(2, margin / 4)));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(plate, Qt::AlignCenter, m_name);
}

void TestCard::restore(const QRect &rect)
{
    const QRect area = rect.intersected(m_scene.rect());
    for (int y = area.top(); y <= area.bottom(); ++y)
        std::memcpy(m_picture.scanLine(y) + area.left() * 4, m_scene.constScanLine(y) + area.left() * 4,
                    std::size_t(area.width()) * 4);
}

// Runs once across the picture in two seconds: a repeated or missing picture shows as a jerk.
void TestCard::paintSweep(QPainter &painter, std::uint64_t number)
{
    restore(m_sweepArea);
    const std::uint64_t period = 2 * std::uint64_t(m_framesPerSecond);
    const int x = int(std::uint64_t(m_size.width()) * (number % period) / period);
    painter.fillRect(m_sweepArea, QColor(14, 14, 18));
    painter.fillRect(QRect(x, m_sweepArea.top(), std::max(4, m_size.width() / 40), m_sweepArea.height()), marker);
}

void TestCard::paintDisc(QPainter &painter, std::uint64_t number)
{
    restore(m_discArea);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawEllipse(m_discArea);
    const double turn = double(number % std::uint64_t(m_framesPerSecond)) / m_framesPerSecond;
    const int inset = std::max(2, m_discArea.width() / 12);
    painter.setBrush(marker);
    painter.drawPie(m_discArea.adjusted(inset, inset, -inset, -inset), int(16 * (90 - 360 * turn)), -16 * 80);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TestCard::paintClock(QPainter &painter, std::uint64_t number, std::int64_t utcMilliseconds)
{
    const auto put = [&](QPoint at, const QString &text) {
        for (const QChar c : text) {
            const QImage &glyph = m_digits[c == u':' ? 10 : std::size_t(c.digitValue())];
            painter.drawImage(at, glyph);
            at.rx() += glyph.width();
        }
    };
    const int ofDay = int(utcMilliseconds % 86400000);
    const int frame = ofDay % 1000 * m_framesPerSecond / 1000;
    const QString seconds = QTime::fromMSecsSinceStartOfDay(ofDay).toString(QStringLiteral("HH:mm:ss"));
    put(m_clockArea.topLeft(), QStringLiteral("%1:%2").arg(seconds).arg(frame, 2, 10, QLatin1Char('0')));
    put(m_counterArea.topLeft(), QStringLiteral("%1").arg(number % 10000000, 7, 10, QLatin1Char('0')));
}

const QImage &TestCard::paint(std::uint64_t number, std::int64_t utcMilliseconds)
{
    QPainter painter(&m_picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paintSweep(painter, number);
    paintDisc(painter, number);
    paintClock(painter, number, utcMilliseconds);
    return m_picture;
}

} // namespace gantry::media

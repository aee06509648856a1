#include "widgets/transport_clocks.h"

#include "widgets/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

QDateTime dateTime(TransportUtc utc)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(utc.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(ms.count(), Qt::UTC);
}

QString clockText(const QDateTime &time)
{
    return QLocale::c().toString(time, QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace

QString utcClockText(TransportUtc utc)
{
    return clockText(dateTime(utc));
}

QString localClockText(TransportUtc utc, std::optional<int> secondsEast)
{
    const QDateTime time = dateTime(utc);
    return clockText(secondsEast ? time.toOffsetFromUtc(*secondsEast) : time.toLocalTime());
}

QString elapsedClockText(std::chrono::microseconds elapsed)
{
    const auto whole = std::chrono::floor<std::chrono::milliseconds>(std::max(0us, elapsed)).count();
    return QStringLiteral("T+%1:%2:%3.%4")
        .arg(whole / 3600000, 2, 10, QLatin1Char('0'))
        .arg(whole / 60000 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole / 1000 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 1000, 3, 10, QLatin1Char('0'));
}

TransportClocks::TransportClocks(QWidget *parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
}

void TransportClocks::setTime(TransportUtc utc, std::chrono::microseconds elapsed, std::optional<int> secondsEast)
{
    const QString world = utcClockText(utc);
    const QString local = localClockText(utc, secondsEast);
    const QString since = elapsedClockText(elapsed);
    m_pairs = {{{world, tr("UTC")}, {local, tr("LOCAL")}, {since, QString()}}};
    setAccessibleName(tr("%1 UTC, %2 local, %3").arg(world, local, since));
    update();
}

QSize TransportClocks::sizeHint() const
{
    qreal width = 0;
    for (const Pair &pair : m_pairs)
        width += pairWidth(pair) + gap();
    return {int(std::ceil(width)), int(std::ceil(fontMetrics().height() * 1.4))};
}

QSize TransportClocks::minimumSizeHint() const
{
    return {int(std::ceil(pairWidth(m_pairs[0]) + gap())), sizeHint().height()};
}

void TransportClocks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    qreal x = gap() / 2;
    const QFontMetricsF metrics(strong());
    const qreal baseline = height() / 2.0 + (metrics.ascent() - metrics.descent()) / 2;
    for (const Pair &pair : m_pairs) {
        if (x + pairWidth(pair) > width() + 1)
            break;
        const qreal wide = tabularWidth(strong(), pair.first);
        painter.setFont(strong());
        painter.setPen(palette::text);
        drawTabular(painter, {x, 0, wide, qreal(height())}, Qt::AlignLeft | Qt::AlignVCenter, pair.first);
        painter.setFont(small());
        painter.setPen(palette::secondary);
        painter.drawText(QPointF(x + wide + captionGap(), baseline), pair.second);
        x += pairWidth(pair) + gap();
    }
}

qreal TransportClocks::gap() const
{
    return fontMetrics().height() * 1.3;
}

qreal TransportClocks::captionGap() const
{
    return fontMetrics().height() * 0.3;
}

QFont TransportClocks::strong() const
{
    QFont result = font();
    result.setWeight(QFont::DemiBold);
    return result;
}

QFont TransportClocks::small() const
{
    QFont result = font();
    if (result.pointSizeF() > 0)
        result.setPointSizeF(result.pointSizeF() * 0.85);
    return result;
}

qreal TransportClocks::pairWidth(const Pair &pair) const
{
    const qreal words =
        pair.second.isEmpty() ? 0 : captionGap() + QFontMetricsF(small()).horizontalAdvance(pair.second);
    return tabularWidth(strong(), pair.first) + words;
}

} // namespace gantry::widgets

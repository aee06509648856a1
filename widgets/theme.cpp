#include "widgets/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace gantry::widgets {

namespace {

constexpr qreal smallestPointSize = 11; // at desk distance

QPalette darkPalette()
{
    QPalette colours;
    const auto set = [&](QPalette::ColorRole role, const QColor &colour, const QColor &whenDisabled) {
        colours.setColor(role, colour);
        colours.setColor(QPalette::Disabled, role, whenDisabled);
    };
    set(QPalette::Window, palette::background, palette::background);
    set(QPalette::WindowText, palette::text, palette::disabled);
    set(QPalette::Base, palette::panel, palette::panel);
    set(QPalette::AlternateBase, palette::raised, palette::raised);
    set(QPalette::Text, palette::text, palette::disabled);
    set(QPalette::PlaceholderText, palette::secondary, palette::disabled);
    set(QPalette::Button, palette::raised, palette::panel);
    set(QPalette::ButtonText, palette::text, palette::disabled);
    set(QPalette::BrightText, palette::focus, palette::disabled);
    set(QPalette::ToolTipBase, palette::raised, palette::raised);
    set(QPalette::ToolTipText, palette::text, palette::text);
    set(QPalette::Highlight, palette::line, palette::line);
    set(QPalette::HighlightedText, palette::focus, palette::secondary);
    set(QPalette::Link, palette::info, palette::disabled);
    set(QPalette::LinkVisited, palette::unknown, palette::disabled);
    set(QPalette::Light, palette::line, palette::line);
    set(QPalette::Midlight, palette::raised, palette::raised);
    set(QPalette::Mid, palette::line, palette::line);
    set(QPalette::Dark, palette::picture, palette::picture);
    set(QPalette::Shadow, palette::picture, palette::picture);
    return colours;
}

// The style sheet names colours (@panel) and lengths in heights of the font (em(0.4)); Qt's own `em` is not known to
// every property.
QString styleSheet(const QFont &font)
{
    QFile file(QStringLiteral(":/gantry/style/gantry.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::array<std::pair<const char *, QColor>, 10> colours{{{"@background", palette::background},
                                                                   {"@panel", palette::panel},
                                                                   {"@raised", palette::raised},
                                                                   {"@line", palette::line},
                                                                   {"@outline", palette::outline},
                                                                   {"@text", palette::text},
                                                                   {"@secondary", palette::secondary},
                                                                   {"@disabled", palette::disabled},
                                                                   {"@picture", palette::picture},
                                                                   {"@focus", palette::focus}}};
    for (const auto &[name, colour] : colours)
        sheet.replace(QLatin1StringView(name), colour.name());
    static const QRegularExpression length(QStringLiteral("em\\(([0-9.]+)\\)"));
    const qreal em = QFontMetricsF(font).height();
    for (auto match = length.match(sheet); match.hasMatch(); match = length.match(sheet)) {
        const int pixels = std::max(1, int(std::lround(match.captured(1).toDouble() * em)));
        sheet.replace(match.capturedStart(), match.capturedLength(), QStringLiteral("%1px").arg(pixels));
    }
    return sheet;
}

QPolygonF polygon(std::initializer_list<QPointF> points)
{
    return QPolygonF(QList<QPointF>(points));
}

} // namespace

void applyTheme(QApplication &application)
{
    QFont font = application.font();
    if (QFontDatabase::families().contains(QLatin1StringView("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    if (font.pointSizeF() > 0 && font.pointSizeF() < smallestPointSize)
        font.setPointSizeF(smallestPointSize);
    application.setStyleSheet({});
    if (QStyle *fusion = QStyleFactory::create(QStringLiteral("Fusion")))
        application.setStyle(fusion);
    application.setPalette(darkPalette());
    application.setFont(font);
    application.setStyleSheet(styleSheet(font));
}

QFont textFont(qreal scale, QFont::Weight weight)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(std::max(1, int(std::lround(font.pixelSize() * scale))));
    font.setWeight(weight);
    return font;
}

QFont fontOfLineHeight(qreal pixels, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setWeight(weight);
    font.setPixelSize(100);
    const qreal ratio = QFontMetricsF(font).height() / 100;
    int size = std::max(1, int(pixels / ratio) + 1);
    for (font.setPixelSize(size); size > 1 && QFontMetricsF(font).height() > pixels; font.setPixelSize(size))
        --size;
    return font;
}

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qreal digitWidth(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

// Calls visit(text, left edge, width) for each digit and each run of other characters; returns the whole width.
template <typename Visit>
qreal walkTabular(const QFont &font, const QString &text, Visit visit)
{
    const QFontMetricsF metrics(font);
    const qreal digit = digitWidth(metrics);
    qreal x = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        const bool figure = isDigit(text[at]);
        while (!figure && end < text.size() && !isDigit(text[end]))
            ++end;
        const QString run = text.mid(at, end - at);
        const qreal width = figure ? digit : metrics.horizontalAdvance(run);
        visit(run, x, width);
        x += width;
        at = end;
    }
    return x;
}

} // namespace

qreal tabularWidth(const QFont &font, const QString &text)
{
    return walkTabular(font, text, [](const QString &, qreal, qreal) {});
}

void drawTabular(QPainter &painter, const QRectF &box, Qt::Alignment alignment, const QString &text)
{
    const QFont font = painter.font();
    const qreal width = tabularWidth(font, text);
    qreal left = box.left();
    if (alignment & Qt::AlignRight)
        left = box.right() - width;
    else if (alignment & Qt::AlignHCenter)
        left = box.center().x() - width / 2;
    const QFontMetricsF metrics(font);
    qreal baseline = box.top() + metrics.ascent();
    if (alignment & Qt::AlignBottom)
        baseline = box.bottom() - metrics.descent();
    else if (alignment & Qt::AlignVCenter)
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    const Qt::LayoutDirection direction = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LeftToRight);
    walkTabular(font, text, [&](const QString &run, qreal x, qreal cell) {
        const qreal slack = cell - metrics.horizontalAdvance(run);
        painter.drawText(QPointF(left + x + slack / 2, baseline), run);
    });
    painter.setLayoutDirection(direction);
}

QString elided(const QFont &font, const QString &text, qreal width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
}

bool motionAllowed(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    return style->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0;
}

QColor alarmColour(TileAlarm priority)
{
    switch (priority) {
    case TileAlarm::Critical:
        return palette::critical;
    case TileAlarm::Major:
        return palette::major;
    case TileAlarm::Minor:
        return palette::minor;
    case TileAlarm::Info:
        return palette::info;
    case TileAlarm::Unknown:
        return palette::unknown;
    case TileAlarm::None:
        break;
    }
    return palette::normal;
}

QString alarmWord(TileAlarm priority)
{
    switch (priority) {
    case TileAlarm::Critical:
        return QCoreApplication::translate("gantry::widgets", "Critical", "alarm priority");
    case TileAlarm::Major:
        return QCoreApplication::translate("gantry::widgets", "Major", "alarm priority");
    case TileAlarm::Minor:
        return QCoreApplication::translate("gantry::widgets", "Minor", "alarm priority");
    case TileAlarm::Info:
        return QCoreApplication::translate("gantry::widgets", "Info", "alarm priority");
    case TileAlarm::Unknown:
        return QCoreApplication::translate("gantry::widgets", "Unknown", "alarm priority");
    case TileAlarm::None:
        break;
    }
    return {};
}

namespace {

void paintShape(QPainter &painter, const QRectF &box, TileAlarm priority, const QColor &fill, const QColor &mark)
{
    const qreal side = std::min(box.width(), box.height());
    const QPointF c = box.center();
    const qreal r = side / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    switch (priority) {
    case TileAlarm::Critical:
        painter.drawPolygon(polygon({{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}}));
        break;
    case TileAlarm::Major:
        painter.drawPolygon(
            polygon({{c.x(), c.y() - 0.85 * r}, {c.x() + r, c.y() + 0.8 * r}, {c.x() - r, c.y() + 0.8 * r}}));
        break;
    case TileAlarm::Minor:
        painter.drawPolygon(
            polygon({{c.x(), c.y() + 0.85 * r}, {c.x() - r, c.y() - 0.8 * r}, {c.x() + r, c.y() - 0.8 * r}}));
        break;
    case TileAlarm::Info:
        painter.drawEllipse(c, 0.8 * r, 0.8 * r);
        break;
    case TileAlarm::Unknown: {
        QPainterPath disc;
        disc.addEllipse(c, 0.95 * r, 0.95 * r);
        painter.fillPath(disc, fill);
        painter.setClipPath(disc, Qt::IntersectClip);
        QColor stripe = mark;
        stripe.setAlphaF(0.28F);
        painter.setPen(QPen(stripe, side / 12));
        for (qreal x = -side; x < side; x += side / 4)
            painter.drawLine(QPointF(c.x() + x - r, c.y() + r), QPointF(c.x() + x + r, c.y() - r));
        painter.setFont(fontOfLineHeight(side * 1.05, QFont::Black));
        painter.setPen(mark);
        painter.drawText(QRectF(c.x() - r, c.y() - r, side, side), Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
    case TileAlarm::None:
        break;
    }
    painter.restore();
}

} // namespace

void paintAlarmShape(QPainter &painter, const QRectF &box, TileAlarm priority)
{
    paintShape(painter, box, priority, alarmColour(priority), palette::background);
}

void paintIdleAlarmShape(QPainter &painter, const QRectF &box, TileAlarm priority)
{
    paintShape(painter, box, priority, palette::line, palette::panel);
}

QSizeF alarmBadgeSize(const QFont &font, const QString &word)
{
    const QFontMetricsF metrics(font);
    const qreal height = std::ceil(metrics.height() * 1.35);
    if (word.isEmpty())
        return {height, height};
    return {std::ceil(height + metrics.horizontalAdvance(word) + height * 0.35), height};
}

QRectF paintAlarmBadge(QPainter &painter, const QRectF &box, TileAlarm priority, const QString &word)
{
    if (priority == TileAlarm::None || box.isEmpty())
        return {};
    const QSizeF wanted = alarmBadgeSize(painter.font(), word);
    const qreal height = std::min(wanted.height(), box.height());
    const QRectF plate(box.left(), box.top(), std::min(wanted.width(), box.width()), height);
    painter.save();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette::background, 1.5));
    painter.setBrush(alarmColour(priority));
    painter.drawRoundedRect(plate.adjusted(0.75, 0.75, -0.75, -0.75), height * 0.12, height * 0.12);
    const QRectF shape(plate.left() + height * 0.24, plate.top() + height * 0.24, height * 0.52, height * 0.52);
    paintShape(painter, shape, priority, palette::background, alarmColour(priority));
    const QRectF room = plate.adjusted(height, 0, -height * 0.25, 0);
    if (!word.isEmpty() && room.width() > height * 0.5) {
        painter.setPen(palette::background);
        painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine),
                         elided(painter.font(), word, room.width() + 0.5));
    }
    painter.restore();
    return plate;
}

} // namespace gantry::widgets

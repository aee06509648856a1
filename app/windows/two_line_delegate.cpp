#include "app/windows/two_line_delegate.h"

#include "widgets/theme.h"

#include <QPainter>

namespace gantry {

using widgets::TileAlarm;
using widgets::TileTally;
namespace palette = widgets::palette;

namespace {

qreal margin(const QFont &font)
{
    return QFontMetricsF(font).height() * 0.45;
}

// Tally as a filled plate with its word, as wide as the word.
QRectF paintTally(QPainter &painter, const QRectF &line, TileTally tally, const QString &word)
{
    if (word.isEmpty())
        return {};
    const QFontMetricsF metrics(painter.font());
    const qreal width = metrics.horizontalAdvance(word) + metrics.height() * 0.8;
    const QRectF plate(line.right() - width, line.top(), width, line.height());
    painter.setPen(Qt::NoPen);
    if (tally == TileTally::Program)
        painter.setBrush(palette::program);
    else if (tally == TileTally::Preview)
        painter.setBrush(palette::preview);
    else if (tally == TileTally::Elsewhere)
        painter.setBrush(palette::thirdBus);
    else
        painter.setBrush(QBrush(palette::disabled, Qt::BDiagPattern));
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(tally == TileTally::Preview || tally == TileTally::Elsewhere ? palette::background : palette::text);
    painter.drawText(plate, Qt::AlignCenter, word);
    return plate;
}

} // namespace

TwoLineDelegate::TwoLineDelegate(const Roles &roles, QObject *parent) : QStyledItemDelegate(parent), m_roles(roles) {}

QString TwoLineDelegate::text(const QModelIndex &index, const std::optional<int> &role) const
{
    return role ? index.data(*role).toString() : QString();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const qreal title = QFontMetricsF(widgets::textFont(1.0, QFont::DemiBold)).height();
    const qreal small = QFontMetricsF(widgets::textFont(0.9)).height();
    qreal height = 2 * margin(option.font) + title;
    height += m_roles.second ? small * 1.15 : 0;
    height += text(index, m_roles.third).isEmpty() ? 0 : small * 1.15;
    return {static_cast<int>(title * 10), static_cast<int>(std::ceil(height))};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal space = margin(option.font);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, palette::raised);
    painter->setPen(palette::line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(palette::focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }

    const QFont titleFont = widgets::textFont(1.0, QFont::DemiBold);
    const QFont smallFont = widgets::textFont(0.9);
    QRectF line = QRectF(option.rect).adjusted(space, space, -space, 0);
    line.setHeight(QFontMetricsF(titleFont).height());

    painter->setFont(smallFont);
    if (m_roles.tally) {
        const QRectF plate = paintTally(*painter, line, static_cast<TileTally>(index.data(*m_roles.tally).toInt()),
                                        text(index, m_roles.tallyWord));
        if (!plate.isNull())
            line.setRight(plate.left() - space);
    }
    if (const QString corner = text(index, m_roles.corner); !corner.isEmpty()) {
        painter->setPen(palette::secondary);
        const qreal width = widgets::tabularWidth(smallFont, corner);
        widgets::drawTabular(*painter, line, Qt::AlignRight | Qt::AlignVCenter, corner);
        line.setRight(line.right() - width - space);
    }

    painter->setFont(titleFont);
    painter->setPen(palette::text);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                      widgets::elided(titleFont, index.data(m_roles.title).toString(), line.width()));

    painter->setFont(smallFont);
    painter->setPen(palette::secondary);
    const qreal smallHeight = QFontMetricsF(smallFont).height();
    line = QRectF(option.rect.left() + space, line.bottom() + smallHeight * 0.1, option.rect.width() - 2 * space,
                  smallHeight);
    // The alarm stands before the figures: with it they matter less.
    const auto alarm = m_roles.alarm ? static_cast<TileAlarm>(index.data(*m_roles.alarm).toInt()) : TileAlarm::None;
    if (alarm != TileAlarm::None) {
        const QRectF badge = widgets::paintAlarmBadge(*painter, line, alarm, text(index, m_roles.alarmWord));
        painter->setPen(palette::secondary);
        line.setLeft(badge.right() + space);
    }
    for (const auto &role : {m_roles.second, m_roles.third}) {
        // What the badge says already is not said again beside it.
        const QString words = text(index, role);
        if (!words.isEmpty() && (alarm == TileAlarm::None || words != text(index, m_roles.alarmWord))) {
            painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                              widgets::elided(smallFont, words, line.width()));
            line.translate(0, smallHeight * 1.15);
        }
    }
    painter->restore();
}

} // namespace gantry

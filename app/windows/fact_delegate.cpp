#include "app/windows/fact_delegate.h"

#include "app/models/feed_details_model.h"
#include "widgets/theme.h"

#include <QListView>
#include <QPainter>

#include <cmath>

namespace gantry {

using widgets::TileAlarm;
namespace palette = widgets::palette;

namespace {

constexpr qreal narrowest = 40; // pixels, while a view has no size yet

QFont nameFont()
{
    return widgets::textFont(0.9);
}
QFont headingFont()
{
    return widgets::textFont(0.9, QFont::DemiBold);
}
qreal em()
{
    return QFontMetricsF(nameFont()).height();
}

// Between words; within one only where it is wider than the list, as a stream id may be.
int wrapping(const QString &text, qreal width)
{
    const QFontMetricsF metrics(nameFont());
    const bool fits = metrics.boundingRect(QRectF(0, 0, width, 1e4), Qt::TextWordWrap, text).width() <= width;
    return Qt::AlignLeading | (fits ? Qt::TextWordWrap : Qt::TextWrapAnywhere);
}

} // namespace

// Where things stand within a row. A figure that does not fit beside its name takes lines of its own below it.
struct FactDelegate::Layout
{
    QString name;
    QString value;
    QString note;
    QRectF line;     // the first
    QRectF valueBox; // to the right on the first line, or below
    QRectF noteBox;
    bool below = false;
    qreal height = 0;
};

FactDelegate::Layout FactDelegate::lay(const QRectF &row, const QModelIndex &index) const
{
    Layout layout;
    layout.name = index.data(FactRole::Name).toString();
    layout.value = index.data(FactRole::Value).toString();
    layout.note = index.data(FactRole::Note).toString();
    const qreal side = em() * 0.5;
    const qreal width = std::max(narrowest, row.width() - 2 * side);
    const qreal top = row.top() + (index.data(FactRole::Heading).toBool() ? em() * 0.6 : em() * 0.12);
    layout.line = QRectF(row.left() + side, top, width, em());
    layout.height = layout.line.bottom() - row.top() + em() * 0.12;
    const QFontMetricsF metrics(nameFont());
    const auto wrapped = [&](const QString &text) {
        return metrics.boundingRect(QRectF(0, 0, width, 1e4), wrapping(text, width), text).height();
    };
    const qreal badge = index.data(FactRole::Alarm).toInt() == 0
                            ? 0
                            : widgets::alarmBadgeSize(nameFont(), QString()).width() + em() * 0.4;
    layout.below =
        metrics.horizontalAdvance(layout.name) + em() + badge + widgets::tabularWidth(nameFont(), layout.value) > width;
    layout.valueBox = layout.line;
    if (layout.below && !layout.value.isEmpty()) {
        layout.valueBox = QRectF(layout.line.left(), row.top() + layout.height, width, wrapped(layout.value));
        layout.height += layout.valueBox.height();
    }
    if (!layout.note.isEmpty()) {
        layout.noteBox = QRectF(layout.line.left(), row.top() + layout.height, width, wrapped(layout.note));
        layout.height += layout.noteBox.height() + em() * 0.12;
    }
    return layout;
}

QSize FactDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const qreal width = view ? view->viewport()->width() : option.rect.width();
    return {static_cast<int>(narrowest), static_cast<int>(std::ceil(lay(QRectF(0, 0, width, 0), index).height))};
}

void FactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row(option.rect);
    const Layout layout = lay(row, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->fillRect(row, palette::raised);
        painter->setPen(QPen(palette::focus, 2));
        painter->drawRect(row.adjusted(1, 1, -1, -1));
    }
    const bool heading = index.data(FactRole::Heading).toBool();
    painter->setFont(heading ? headingFont() : nameFont());
    painter->setPen(palette::secondary);
    QRectF name = layout.line;
    const auto alarm = static_cast<TileAlarm>(index.data(FactRole::Alarm).toInt());
    if (alarm != TileAlarm::None) {
        const QRectF badge = widgets::paintAlarmBadge(*painter, name, alarm, QString());
        name.setLeft(badge.right() + em() * 0.4);
        painter->setPen(palette::secondary);
    }
    painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeading,
                      widgets::elided(painter->font(), layout.name, name.width()));
    painter->setPen(palette::text);
    if (layout.below)
        painter->drawText(layout.valueBox, wrapping(layout.value, layout.valueBox.width()), layout.value);
    else if (!layout.value.isEmpty())
        widgets::drawTabular(*painter, layout.valueBox, Qt::AlignRight | Qt::AlignVCenter, layout.value);
    if (!layout.note.isEmpty()) {
        painter->setPen(palette::secondary);
        painter->drawText(layout.noteBox, wrapping(layout.note, layout.noteBox.width()), layout.note);
    }
    painter->restore();
}

} // namespace gantry

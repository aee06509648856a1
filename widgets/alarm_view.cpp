#include "widgets/alarm_view.h"

#include "widgets/theme.h"

#include <QAbstractItemModel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

using namespace std::chrono_literals;

namespace {

constexpr auto blinkEvery = 333ms; // half a period of 1.5 Hz

TileAlarm priorityOf(const QModelIndex &index)
{
    const int number = index.data(AlarmRole::Priority).toInt();
    return number >= 1 && number <= 5 ? TileAlarm(number) : TileAlarm::Unknown;
}

bool blinks(const QModelIndex &index)
{
    return priorityOf(index) == TileAlarm::Critical && !index.data(AlarmRole::Acknowledged).toBool();
}

void drawLine(QPainter &painter, const QRectF &box, const QFont &font, const QColor &colour, Qt::Alignment alignment,
              const QString &text)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip),
                     elided(font, text, box.width()));
}

// Two lines a row: what is wrong and since when; what to do and how it stands.
class AlarmDelegate : public QStyledItemDelegate
{
public:
    explicit AlarmDelegate(AlarmView *view) : QStyledItemDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        const qreal lines = QFontMetricsF(strong()).height() + QFontMetricsF(small()).height();
        return {int(em() * 12), int(std::ceil(lines + em() * 0.95))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setLayoutDirection(Qt::LayoutDirectionAuto); // mirrored by us; a text runs as its own letters do
        const bool current = option.state & QStyle::State_Selected;
        const QRectF row(option.rect);
        painter->fillRect(row, current ? palette::raised : palette::panel);
        painter->fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), palette::line);
        paintWords(*painter, row, index, current, option.direction);
        if (current && m_view->hasFocus()) {
            painter->setPen(QPen(palette::focus, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(row.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    qreal em() const { return QFontMetricsF(m_view->font()).height(); }
    QFont strong() const { return scaled(1.0, QFont::DemiBold); }
    QFont plain() const { return scaled(1.0, QFont::Normal); }
    QFont small() const { return scaled(0.9, QFont::Normal); }

    QFont scaled(qreal scale, QFont::Weight weight) const
    {
        QFont font = m_view->font();
        if (font.pointSizeF() > 0)
            font.setPointSizeF(font.pointSizeF() * scale);
        font.setWeight(weight);
        return font;
    }

    void paintWords(QPainter &painter, const QRectF &row, const QModelIndex &index, bool current,
                    Qt::LayoutDirection direction) const
    {
        const bool acknowledged = index.data(AlarmRole::Acknowledged).toBool();
        const bool returned = index.data(AlarmRole::Returned).toBool();
        const auto placed = [&](const QRectF &box) {
            return direction == Qt::RightToLeft
                       ? QRectF(row.left() + row.right() - box.right(), box.top(), box.width(), box.height())
                       : box;
        };
        const Qt::Alignment near = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        const Qt::Alignment far = direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
        const qreal pad = em() * 0.6;
        const qreal first = QFontMetricsF(strong()).height();
        const qreal second = QFontMetricsF(small()).height();
        const qreal top = row.center().y() - (first + second) / 2;

        // Filled until acknowledged, then an outline's strength: the shape stays, the shout goes.
        const qreal side = em() * 1.05;
        const QRectF shape(row.left() + pad, row.center().y() - side / 2, side, side);
        qreal strength = acknowledged || returned ? 0.55 : 1.0;
        if (blinks(index) && !m_view->blinkOn())
            strength = 0.25;
        painter.setOpacity(strength);
        paintAlarmShape(painter, placed(shape), priorityOf(index));
        painter.setOpacity(1);

        // Two columns of figures that stand in line down the list.
        const QString since = index.data(AlarmRole::Since).toString();
        const QString age = index.data(AlarmRole::Age).toString();
        const QColor bright = acknowledged ? palette::secondary : palette::text;
        const qreal left = shape.right() + pad;
        const qreal right = row.right() - pad;
        const qreal ageWidth = std::max(tabularWidth(plain(), age), age.isEmpty() ? 0 : em() * 2.6);
        const qreal sinceWidth = tabularWidth(plain(), since);
        const bool roomForSince = ageWidth + pad + sinceWidth < (right - left) * 0.5;
        const qreal whenWidth = ageWidth + (roomForSince && sinceWidth > 0 ? pad + sinceWidth : 0);
        painter.setFont(plain());
        painter.setPen(palette::secondary);
        drawTabular(painter, placed({right - ageWidth, top, ageWidth, first}), far | Qt::AlignVCenter, age);
        if (roomForSince)
            drawTabular(painter, placed({right - whenWidth, top, sinceWidth, first}), far | Qt::AlignVCenter, since);

        const qreal room = right - whenWidth - pad - left;
        const QString where = index.data(AlarmRole::Where).toString();
        const QString what = index.data(AlarmRole::What).toString();
        const qreal whatWidth = std::min(std::ceil(QFontMetricsF(plain()).horizontalAdvance(what)) + 1, room * 0.6);
        const QString shownWhere = elided(strong(), where, std::max(0.0, room - whatWidth - pad));
        const qreal whereWidth = std::ceil(QFontMetricsF(strong()).horizontalAdvance(shownWhere)) + 1;
        drawLine(painter, placed({left, top, whereWidth, first}), strong(), bright, near, shownWhere);
        const qreal whatLeft = left + (where.isEmpty() ? 0 : whereWidth + pad);
        drawLine(painter, placed({whatLeft, top, std::max(0.0, left + room - whatLeft), first}), plain(), bright, near,
                 what);

        QString standing = index.data(AlarmRole::StateWord).toString();
        if (current && !acknowledged && !m_view->readOnly())
            standing = AlarmView::tr("Enter = acknowledge");
        const qreal standingWidth =
            std::min((right - left) * 0.45, std::ceil(QFontMetricsF(small()).horizontalAdvance(standing)) + 1);
        const QRectF below(left, top + first, right - left, second);
        drawLine(painter, placed({right - standingWidth, below.top(), standingWidth, second}), small(),
                 current && !acknowledged ? palette::text : palette::secondary, far, standing);
        drawLine(painter, placed({left, below.top(), std::max(0.0, below.width() - standingWidth - pad), second}),
                 small(), palette::secondary, near, index.data(AlarmRole::Advice).toString());
    }

    AlarmView *m_view;
};

} // namespace

AlarmView::AlarmView(QWidget *parent) : QListView(parent), m_emptyText(tr("No alarms"))
{
    setItemDelegate(new AlarmDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Alarms, worst first"));
    setReadOnly(false);
    m_blink.setInterval(blinkEvery);
    connect(&m_blink, &QTimer::timeout, this, &AlarmView::blink);
}

void AlarmView::setModel(QAbstractItemModel *newModel)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    QListView::setModel(newModel);
    if (newModel) {
        const auto again = [this] {
            tuneBlink();
            viewport()->update();
        };
        m_connections = {connect(newModel, &QAbstractItemModel::modelReset, this, again),
                         connect(newModel, &QAbstractItemModel::rowsInserted, this, again),
                         connect(newModel, &QAbstractItemModel::rowsRemoved, this, again),
                         connect(newModel, &QAbstractItemModel::layoutChanged, this, again),
                         connect(newModel, &QAbstractItemModel::dataChanged, this, again)};
    }
    tuneBlink();
}

void AlarmView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void AlarmView::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setToolTip(readOnly ? tr("Double click or F shows what the alarm is about")
                        : tr("Enter acknowledges, double click or F shows what the alarm is about"));
    setAccessibleDescription(toolTip());
    viewport()->update();
}

QString AlarmView::currentKey() const
{
    return currentIndex().data(AlarmRole::Key).toString();
}

void AlarmView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->isAutoRepeat())
        return event->accept();
    if (enter && !m_readOnly && current.isValid()) {
        Q_EMIT acknowledgeRequested(current);
        return event->accept();
    }
    if (event->key() == Qt::Key_F && event->modifiers() == Qt::NoModifier) {
        if (current.isValid() && !event->isAutoRepeat())
            Q_EMIT showRequested(current);
        return event->accept();
    }
    // Letters are the window's: no type-ahead search here.
    if (!event->text().isEmpty() && event->text().at(0).isPrint())
        return event->ignore();
    QListView::keyPressEvent(event);
}

void AlarmView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT showRequested(index);
}

void AlarmView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model() && model()->rowCount(rootIndex()) > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette::secondary);
    painter.setFont(font());
    const int em = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(em, em, -em, -em), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void AlarmView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void AlarmView::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    tuneBlink();
}

void AlarmView::hideEvent(QHideEvent *event)
{
    m_blink.stop();
    QListView::hideEvent(event);
}

void AlarmView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
    if (event->type() == QEvent::StyleChange)
        tuneBlink();
}

void AlarmView::blink()
{
    m_blinkOn = !m_blinkOn;
    viewport()->update();
}

void AlarmView::tuneBlink()
{
    bool wanted = false;
    if (isVisible() && model() && motionAllowed(this)) {
        for (int row = 0; row < model()->rowCount(rootIndex()) && !wanted; ++row)
            wanted = blinks(model()->index(row, 0, rootIndex()));
    }
    if (wanted == m_blink.isActive())
        return;
    m_blinkOn = true;
    if (wanted)
        m_blink.start();
    else
        m_blink.stop();
}

} // namespace gantry::widgets

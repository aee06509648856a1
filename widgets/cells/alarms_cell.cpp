#include "widgets/cells/alarms_cell.h"

#include "widgets/alarm_roles.h"
#include "widgets/cells/cell_type.h"
#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gantry::widgets {

namespace {

TileAlarm priorityOf(const QModelIndex &alarm)
{
    const int number = alarm.data(AlarmRole::Priority).toInt();
    return number >= int(TileAlarm::Critical) && number <= int(TileAlarm::Unknown) ? TileAlarm(number)
                                                                                   : TileAlarm::Unknown;
}

} // namespace

AlarmsCell::AlarmsCell(QAbstractItemModel *alarms, QObject *parent) : CellView(parent), m_alarms(alarms)
{
    if (!alarms)
        return;
    const auto tell = [this] { Q_EMIT changed(); };
    connect(alarms, &QAbstractItemModel::modelReset, this, tell);
    connect(alarms, &QAbstractItemModel::rowsInserted, this, tell);
    connect(alarms, &QAbstractItemModel::rowsRemoved, this, tell);
    connect(alarms, &QAbstractItemModel::rowsMoved, this, tell);
    connect(alarms, &QAbstractItemModel::layoutChanged, this, tell);
    connect(alarms, &QAbstractItemModel::dataChanged, this, tell);
    connect(alarms, &QObject::destroyed, this, tell);
}

void AlarmsCell::paint(QPainter &painter, const QRectF &box) const
{
    const auto [title, content] = titled(box);
    const int count = m_alarms ? m_alarms->rowCount() : 0;
    drawTitle(painter, title, tr("Alarms"));
    if (count == 0) {
        const QString word = m_alarms ? tr("No alarms") : tr("Alarms unknown");
        drawLine(painter, content, word,
                 fittingFont(word, {content.width() * 0.7, content.height() * 0.25}, QFont::Medium),
                 palette::secondary);
        return;
    }
    // Six rows, to be read from across the room.
    const qreal least = QFontMetricsF(textFont(0.9)).height() * 1.15;
    const qreal line = std::floor(std::max(std::min(least, content.height()), content.height() / 6));
    const int room = std::max(1, int(content.height() / std::max(1.0, line)));
    const int shown = count <= room ? count : std::max(1, room - 1);
    QRectF row(content.left(), content.top(), content.width(), line);
    for (int i = 0; i < shown; ++i, row.translate(0, line))
        paintRow(painter, row, m_alarms->index(i, 0));
    if (shown < count && row.bottom() <= content.bottom() + 0.5) {
        const QString more = tr("and %n more", "alarms", count - shown);
        drawLine(painter, row, more, fontOfLineHeight(std::floor(line * 0.75), QFont::DemiBold), palette::secondary,
                 Qt::AlignLeft);
    }
}

void AlarmsCell::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &alarm) const
{
    const bool seen = alarm.data(AlarmRole::Acknowledged).toBool();
    const bool gone = alarm.data(AlarmRole::Returned).toBool();
    const qreal side = std::floor(row.height() * 0.62);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAlarmShape(painter, {row.left(), row.center().y() - side / 2, side, side}, priorityOf(alarm));
    painter.restore();
    const QFont words = fontOfLineHeight(std::floor(row.height() * 0.78), seen ? QFont::Normal : QFont::Bold);
    const QFont small = fontOfLineHeight(std::floor(row.height() * 0.62));
    const QString age = alarm.data(AlarmRole::Age).toString();
    const qreal ageWidth = std::min(tabularWidth(small, age) + 1, row.width() * 0.3);
    drawLine(painter, {row.right() - ageWidth, row.top(), ageWidth, row.height()}, age, small, palette::secondary,
             Qt::AlignRight);
    const QString where = alarm.data(AlarmRole::Where).toString();
    const QString what = alarm.data(AlarmRole::What).toString();
    const qreal gap = side * 0.5;
    const QRectF text(row.left() + side + gap, row.top(), row.width() - side - ageWidth - 2 * gap, row.height());
    drawLine(painter, text, where.isEmpty() ? what : tr("%1  %2", "where, what").arg(where, what), words,
             gone ? palette::secondary : palette::text, Qt::AlignLeft);
}

QString AlarmsCell::sentence() const
{
    if (!m_alarms)
        return tr("Alarms unknown");
    const int count = m_alarms->rowCount();
    if (count == 0)
        return tr("No alarms");
    const QModelIndex worst = m_alarms->index(0, 0);
    const QString spoken = worst.data(AlarmRole::AccessibleText).toString();
    return tr("%n alarm(s), worst: %1", "", count).arg(spoken.isEmpty() ? worst.data().toString() : spoken);
}

} // namespace gantry::widgets

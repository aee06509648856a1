#pragma once
// The list of alarms on the wall: worst first as the model has them (AlarmRole), each with its shape, what, where and
// since when; what a person has not seen yet in bold. As many as have room, then how many more there are. UI thread
// only.

#include "widgets/wall/cell_view.h"

#include <QAbstractItemModel>
#include <QPointer>

namespace gantry::widgets {

class AlarmsCell final : public CellView
{
    Q_OBJECT

public:
    // Not owned; a model that goes away leaves the list unknown, which is said.
    explicit AlarmsCell(QAbstractItemModel *alarms, QObject *parent = nullptr);

    void paint(QPainter &painter, const QRectF &box) const override;
    QString sentence() const override;

private:
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &alarm) const;

    QPointer<QAbstractItemModel> m_alarms;
};

} // namespace gantry::widgets

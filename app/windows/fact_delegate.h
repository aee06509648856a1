#pragma once
// Paints a line of a FeedDetailsModel: a heading; or a name at the left and its figure at the right, with the badge of
// an alarm that stands on it, and a note below. Roles: FactRole.

#include <QStyledItemDelegate>

namespace gantry {

class FactDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Layout;
    Layout lay(const QRectF &row, const QModelIndex &index) const;
};

} // namespace gantry

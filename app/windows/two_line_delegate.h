#pragma once
// Paints a row of a list in two lines: a title with an optional tally plate or alarm badge at the right, and figures
// below. Which role means what is told once; a role that is not told, or is empty in a row, takes no room.

#include <QStyledItemDelegate>

#include <optional>

namespace gantry {

class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    struct Roles
    {
        int title = Qt::DisplayRole;
        std::optional<int> corner;    // QString, right of the title
        std::optional<int> second;    // QString, the second line
        std::optional<int> third;     // QString, a third line where there is one
        std::optional<int> tally;     // int, widgets::TileTally
        std::optional<int> tallyWord; // QString
        std::optional<int> alarm;     // int, widgets::TileAlarm
        std::optional<int> alarmWord; // QString
    };

    explicit TwoLineDelegate(const Roles &roles, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString text(const QModelIndex &index, const std::optional<int> &role) const;

    const Roles m_roles;
};

} // namespace gantry

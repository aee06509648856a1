#pragma once
// The backups of the room at one glance: one line a pair with its lamp, told by shape and word, and why it is not
// ready. It only looks. Takes no more height than its rows, and no more than a few.

#include <QWidget>

class QAbstractItemModel;
class QListView;

namespace gantry {

class PairsPane final : public QWidget
{
    Q_OBJECT

public:
    // The model (PairRole) outlives the pane.
    explicit PairsPane(QAbstractItemModel *pairs, QWidget *parent = nullptr);

    QListView *list() const { return m_list; }
    QSize sizeHint() const override;

private:
    QListView *m_list = nullptr;
};

} // namespace gantry

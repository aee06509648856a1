#include "app/windows/pairs_pane.h"

#include "app/models/pair_model.h"
#include "app/windows/plain_list.h"
#include "app/windows/two_line_delegate.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gantry {

namespace {

constexpr int mostRowsSeen = 3; // more are a scroll away: the feeds need the room

} // namespace

PairsPane::PairsPane(QAbstractItemModel *pairs, QWidget *parent) : QWidget(parent)
{
    TwoLineDelegate::Roles roles;
    roles.title = PairRole::Title;
    roles.corner = PairRole::Lamp;
    roles.second = PairRole::Reasons;
    roles.third = PairRole::Figures;
    m_list = new PlainList(tr("This show has no pair."));
    m_list->setModel(pairs);
    m_list->setItemDelegate(new TwoLineDelegate(roles, m_list));
    m_list->setAccessibleName(tr("Backups"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    // A row is higher while there is more to say.
    connect(pairs, &QAbstractItemModel::dataChanged, this, [this] {
        m_list->doItemsLayout();
        updateGeometry();
    });
}

QSize PairsPane::sizeHint() const
{
    int height = 2 * m_list->frameWidth();
    for (int row = 0; row < std::min(m_list->model()->rowCount(), mostRowsSeen); ++row)
        height += m_list->sizeHintForRow(row);
    return {QWidget::sizeHint().width(), height};
}

} // namespace gantry

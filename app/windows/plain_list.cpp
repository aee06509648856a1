#include "app/windows/plain_list.h"

#include "widgets/theme.h"

#include <QPainter>

namespace gantry {

PlainList::PlainList(const QString &emptyText, QWidget *parent) : QListView(parent), m_emptyText(emptyText)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PlainList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model() && model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(widgets::palette::secondary);
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace gantry

#include "app/windows/feed_details_pane.h"

#include "app/models/feed_details_model.h"
#include "app/windows/fact_delegate.h"
#include "app/windows/plain_list.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace gantry {

FeedDetailsPane::FeedDetailsPane(const FeedDetailsModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_title(new QLabel), m_list(new PlainList(tr("Nothing is known yet.")))
{
    m_title->setFont(widgets::textFont(0.9, QFont::DemiBold));
    QPalette colours = m_title->palette();
    colours.setColor(QPalette::WindowText, widgets::palette::secondary);
    m_title->setPalette(colours);
    m_title->setContentsMargins(8, 8, 8, 4);
    m_list->setModel(const_cast<FeedDetailsModel *>(model)); // a view takes it so, and edits nothing here
    m_list->setItemDelegate(new FactDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust); // lines wrap by the width
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    connect(model, &FeedDetailsModel::feedChanged, this, &FeedDetailsPane::tellFeed);
    tellFeed();
}

void FeedDetailsPane::tellFeed()
{
    const QString name = tr("Feed details of %1").arg(m_model->feedName());
    m_title->setText(tr("DETAILS OF %1").arg(m_model->feedName()));
    m_title->setToolTip(name);
    m_title->setMinimumWidth(0);
    m_list->setAccessibleName(name);
    setAccessibleName(name);
}

void FeedDetailsPane::enter()
{
    show();
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

QWidget *FeedDetailsPane::list() const
{
    return m_list;
}

bool FeedDetailsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat() && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_F)) {
            hide();
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gantry

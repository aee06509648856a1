#pragma once
// Everything that is known of the feed that is selected, below the list of feeds. F or Enter on the list brings the
// focus here and opens it where it is closed; F or Esc closes it. It only looks: live and in replay it is the same.

#include <QWidget>

class QLabel;

namespace gantry {

class FeedDetailsModel;
class PlainList;

class FeedDetailsPane final : public QWidget
{
    Q_OBJECT

public:
    // The model (FactRole) outlives the pane.
    explicit FeedDetailsPane(const FeedDetailsModel *model, QWidget *parent = nullptr);

    // Opens it, if need be, and takes the focus.
    void enter();
    QWidget *list() const;

Q_SIGNALS:
    // It has closed; the focus belongs to whoever opened it.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellFeed();

    const FeedDetailsModel *const m_model;
    QLabel *m_title = nullptr;
    PlainList *m_list = nullptr;
};

} // namespace gantry

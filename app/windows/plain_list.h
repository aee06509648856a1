#pragma once
// A list of rows that says so when there are none.

#include <QListView>

namespace gantry {

class PlainList final : public QListView
{
    Q_OBJECT

public:
    explicit PlainList(const QString &emptyText, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_emptyText;
};

} // namespace gantry

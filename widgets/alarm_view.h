#pragma once
// The list of alarms. Reads AlarmRole from any flat QAbstractItemModel (QListView::setModel), in the model's order.
// Enter asks to acknowledge the current row, a double click or F asks to be shown what it is about. Unacknowledged
// critical alarms blink their badge at 1.5 Hz, unless motion is not wanted; then they stand still, at full strength.

#include "widgets/alarm_roles.h"

#include <QListView>
#include <QTimer>

namespace gantry::widgets {

class AlarmView : public QListView
{
    Q_OBJECT

public:
    explicit AlarmView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    // "No alarms" unless something better is known: "Nothing is recorded yet".
    void setEmptyText(const QString &text);
    // Replay: nothing can be acknowledged; the hint and the key go.
    void setReadOnly(bool readOnly);
    bool readOnly() const { return m_readOnly; }
    bool blinkOn() const { return m_blinkOn; }
    QString currentKey() const;

Q_SIGNALS:
    void acknowledgeRequested(const QModelIndex &index);
    void showRequested(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void blink();
    void tuneBlink();

    QTimer m_blink;
    QString m_emptyText;
    bool m_blinkOn = true;
    bool m_readOnly = false;
    QList<QMetaObject::Connection> m_connections;
};

} // namespace gantry::widgets

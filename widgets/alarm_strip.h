#pragma once
// The line at the top of the control window that never scrolls away: how many alarms of each priority, by shape, and
// the worst one in words. Reads the same model as AlarmView (AlarmRole); the first row is the worst.

#include "widgets/alarm_roles.h"

#include <QAbstractItemModel>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <array>

namespace gantry::widgets {

class AlarmStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AlarmStrip(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model);
    // Replay: no "Enter = acknowledge".
    void setReadOnly(bool readOnly);

    // By priority, but for those both returned and acknowledged; index 0 is not used.
    const std::array<int, 6> &counts() const { return m_counts; }
    // The whole strip in a sentence, as a screen reader hears it.
    QString sentence() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // Enter with the focus on the strip: acknowledge the alarm it shows.
    void acknowledgeRequested(const QModelIndex &index);
    // A click, or F: show what this alarm is about.
    void showRequested(const QModelIndex &index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void recount();
    QModelIndex worst() const;
    bool blinking() const;
    void tuneBlink();

    QPointer<QAbstractItemModel> m_model;
    QList<QMetaObject::Connection> m_connections;
    std::array<int, 6> m_counts{};
    QTimer m_blink;
    bool m_blinkOn = true;
    bool m_readOnly = false;
};

} // namespace gantry::widgets

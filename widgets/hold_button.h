#pragma once
// A button for what goes on air: it acts after being held for 600 ms, by mouse, finger, Space or Enter. A bar fills
// while it is held; letting go early does nothing, nor does losing the focus. Key repeat never starts or repeats it.
//
// A blocked button keeps its focus (the next one must not inherit a key press meant for this one), says why in its
// tool tip, in its second line and in its accessible name, and cannot be held.

#include "widgets/hold_gesture.h"

#include <QAbstractButton>
#include <QTimer>

namespace gantry::widgets {

class HoldButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit HoldButton(const QString &text, QWidget *parent = nullptr);
    ~HoldButton() override;

    // What it does, in a sentence, for the tool tip: "Sends the backup to program".
    void setPurpose(const QString &purpose);
    // Empty: free. Otherwise "another command is in flight". Aborts a hold in progress.
    void setBlockedReason(const QString &reason);
    QString blockedReason() const { return m_blockedReason; }
    bool blocked() const { return !m_blockedReason.isEmpty(); }

    // For a key that acts wherever the focus is: pressed, and let go.
    void pressFromAfar() { begin(); }
    void releaseFromAfar() { abort(); }

    double progress() const { return m_gesture.progress(); }
    // For tests: time from outside. A call to tick() stands for the passing of a timer.
    void setClock(SteadyNow now);
    void tick();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void held();
    // 0..1 while the hand is down, 0 when it went.
    void progressChanged(double progress);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void begin();
    void abort();
    void describe();

    HoldGesture m_gesture;
    SteadyNow m_now = steadyNow();
    QTimer m_timer;
    QString m_purpose;
    QString m_blockedReason;
    int m_heldKey = 0;
};

} // namespace gantry::widgets

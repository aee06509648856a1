#pragma once
// The keys of the failover plans, in every window of the room: F8, F9 and F10 held take the advice, cut to the slate
// and return; F12 holds all automation at one press. A key that repeats is one press; letting go early does nothing.

#include "app/windows/plan_card.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace gantry {

// UI thread.
class PlanKeys final : public QObject
{
    Q_OBJECT

public:
    // `card`: whose buttons the keys press now; null while there is none, or nobody can tell which.
    PlanKeys(std::function<PlanCard *()> card, QObject *parent = nullptr);

Q_SIGNALS:
    void holdAllRequested();
    // One sentence for whoever pressed a key that does nothing.
    void said(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool press(int key);
    void release();

    const std::function<PlanCard *()> m_card;
    QPointer<widgets::HoldButton> m_pressed;
    int m_key = 0;
};

} // namespace gantry

#pragma once
// One failover plan in the control window: mode, what is on air, how fit each input is, what it waits for, its last
// step; and, once offered, the hands that arm it, hold it, take its advice, return and cut to the slate.
// Reads one row of a PlanModel (PlanRole). In replay it only looks.

#include "app/session/plan_state.h"

#include <QFrame>
#include <QPersistentModelIndex>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace gantry {

namespace widgets {
class HoldButton;
}

class PlanCard final : public QFrame
{
    Q_OBJECT

public:
    // What a key that is held does wherever the focus is.
    enum class Hand { TakeAdvice, Slate, Return };

    explicit PlanCard(const QModelIndex &plan, QWidget *parent = nullptr);

    void offerActions();
    QString plan() const;
    QString encoder() const;
    // In the order in which Tab should reach them.
    QList<QWidget *> stops() const;
    // Null where the card offers none.
    widgets::HoldButton *button(Hand hand) const;

Q_SIGNALS:
    void modeRequested(const QString &plan, gantry::PlanMode mode);
    void holdAllRequested();
    void adviceTaken(const QString &plan);
    void returnRequested(const QString &plan);
    void slateRequested(const QString &plan);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Rows // of buttons, in the order of the rows
    {
        QGridLayout *grid = nullptr;
        QList<QWidget *> buttons;
        int columns = 0;
    };
    widgets::HoldButton *addButton(Rows &rows, const QString &text, const QString &purpose);
    void addModes();
    void addCuts();
    void lay(Rows &rows);
    void show(const QModelIndex &from, const QModelIndex &to);
    void read();
    void readActions();

    const QPersistentModelIndex m_index;
    QBoxLayout *m_column = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_mode = nullptr;
    QLabel *m_by = nullptr;
    QLabel *m_onAir = nullptr;
    QLabel *m_sources = nullptr;
    QLabel *m_waits = nullptr;
    QLabel *m_advice = nullptr;
    QLabel *m_step = nullptr;
    QLabel *m_warning = nullptr;
    Rows m_modes;
    Rows m_cuts;
    widgets::HoldButton *m_auto = nullptr;
    widgets::HoldButton *m_advise = nullptr;
    widgets::HoldButton *m_off = nullptr;
    widgets::HoldButton *m_take = nullptr;
    widgets::HoldButton *m_return = nullptr;
    widgets::HoldButton *m_slate = nullptr;
    QPushButton *m_hold = nullptr;
};

} // namespace gantry

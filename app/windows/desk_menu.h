#pragma once
// The menu of a desk: whose role it has, and taking the show over from another desk, with a reason.

#include "app/control/authority.h"

#include <QObject>

class QAction;
class QMenu;

namespace gantry {

// UI thread. A child of the menu's window.
class DeskMenu final : public QObject
{
    Q_OBJECT

public:
    DeskMenu(QMenu *menu, Role role, QObject *parent);

    // Who has the show; there is something to take over when that is another desk.
    void setHold(const DeskHold &hold);

Q_SIGNALS:
    void roleChosen(gantry::Role role);
    void takeOverRequested(const QString &reason);

private:
    void askReason();

    QAction *m_takeOver = nullptr;
    DeskHold m_hold;
};

} // namespace gantry

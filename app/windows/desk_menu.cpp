#include "app/windows/desk_menu.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace gantry {

namespace {

QString purposeOf(Role role)
{
    switch (role) {
    case Role::Viewer:
        return DeskMenu::tr("Looks. Holding the automation stays possible.");
    case Role::Operator:
        return DeskMenu::tr("Cuts, starts and stops encoders, arms plans, acknowledges alarms.");
    case Role::Director:
        return DeskMenu::tr("Cuts, arms plans, acknowledges alarms.");
    case Role::Engineer:
        return DeskMenu::tr("Everything, also changing how an encoder works.");
    }
    return {};
}

} // namespace

DeskMenu::DeskMenu(QMenu *menu, Role role, QObject *parent) : QObject(parent)
{
    menu->setToolTipsVisible(true);
    QMenu *roles = menu->addMenu(tr("&Role"));
    roles->setToolTipsVisible(true);
    auto *one = new QActionGroup(roles);
    for (const Role each : {Role::Viewer, Role::Operator, Role::Director, Role::Engineer}) {
        QAction *action = roles->addAction(Authority::roleName(each));
        action->setCheckable(true);
        action->setChecked(each == role);
        action->setToolTip(purposeOf(each));
        one->addAction(action);
        connect(action, &QAction::triggered, this, [this, each] { Q_EMIT roleChosen(each); });
    }
    m_takeOver = menu->addAction(tr("&Take over…"), this, &DeskMenu::askReason);
    setHold({});
}

void DeskMenu::setHold(const DeskHold &hold)
{
    m_hold = hold;
    m_takeOver->setEnabled(!hold.ours);
    m_takeOver->setToolTip(hold.ours ? tr("This desk has the show.")
                                     : tr("%1 has had this show since %2.").arg(hold.holder, hold.since));
}

// Beside the room, not before it: nothing waits for the answer.
void DeskMenu::askReason()
{
    auto *page = new QInputDialog(qobject_cast<QWidget *>(parent()));
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->setModal(false);
    page->setWindowTitle(tr("Take over"));
    page->setLabelText(
        tr("%1 has had this show since %2. Three seconds after you take it over this desk acts, and that "
           "one no longer. Why? The reason stands in both sessions.")
            .arg(m_hold.holder, m_hold.since));
    page->setOkButtonText(tr("Take over"));
    connect(page, &QInputDialog::textValueSelected, this, [this](const QString &reason) {
        if (!reason.trimmed().isEmpty())
            Q_EMIT takeOverRequested(reason.trimmed().left(200));
    });
    page->show();
}

} // namespace gantry

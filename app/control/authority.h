#pragma once
// Who may do what at this desk: the role that was chosen for it, the lock of the room, and which of two desks on one
// show acts. A guard against slips, not against people: the role is chosen by hand, and every refusal says how to get
// on. Holding the automation is nobody's privilege and is never asked about here.

#include "cloud/command.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace gantry {

enum class Role {
    Viewer,   // looks
    Operator, // what goes on air, starting and stopping, plans, alarms
    Director, // what goes on air, plans, alarms; the machines are others'
    Engineer  // everything
};

// What a person asks for besides commands to encoders.
enum class DeskAct {
    Acknowledge, // an alarm
    ArmPlan,     // off, advise, auto
    TakeOver     // the show from another desk
};

// Who holds the show, as far as this desk knows.
struct DeskHold
{
    bool ours = true;
    QString holder; // of another desk: "ann on studio-2"
    QString since;  // "18:12:00 UTC"
    bool operator==(const DeskHold &) const = default;
};

// A value without a thread of its own; the room's lives on the room thread.
class Authority
{
    Q_DECLARE_TR_FUNCTIONS(gantry::Authority)

public:
    Role role() const { return m_role; }
    void setRole(Role role) { m_role = role; }
    void setLocked(bool locked) { m_locked = locked; }
    void setHold(const DeskHold &hold) { m_hold = hold; }

    // Why a person at this desk may not do that, and what to do; nothing: they may.
    std::optional<QString> refusal(cloud::Verb verb) const;
    std::optional<QString> refusal(DeskAct act) const;
    // Why no rule of this desk may act.
    std::optional<QString> refusalOfRules() const;

    static QString roleName(Role role);
    static std::optional<Role> roleOf(const QString &word); // "viewer", "operator", "director", "engineer"

private:
    std::optional<QString> elsewhere() const;
    QString notFor(const QString &what) const;

    Role m_role = Role::Operator;
    bool m_locked = false;
    DeskHold m_hold;
};

} // namespace gantry

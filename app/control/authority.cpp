#include "app/control/authority.h"

#include <array>
#include <utility>

namespace gantry {

using cloud::Verb;

namespace {

enum class Kind { OnAir, Run, Repair };

Kind kindOf(Verb verb)
{
    switch (verb) {
    case Verb::SwitchInput:
    case Verb::PrepareInput:
    case Verb::ScheduleSwitch:
    case Verb::CancelPlanned:
    case Verb::HarvestClip:
        return Kind::OnAir;
    case Verb::Start:
    case Verb::Stop:
        return Kind::Run;
    case Verb::PreferInput:
    case Verb::RestartPipeline:
    case Verb::DisconnectInput:
        break;
    }
    return Kind::Repair;
}

constexpr std::array words{std::pair{Role::Viewer, "viewer"}, std::pair{Role::Operator, "operator"},
                           std::pair{Role::Director, "director"}, std::pair{Role::Engineer, "engineer"}};

} // namespace

QString Authority::roleName(Role role)
{
    switch (role) {
    case Role::Viewer:
        return tr("viewer");
    case Role::Operator:
        return tr("operator");
    case Role::Director:
        return tr("director");
    case Role::Engineer:
        return tr("engineer");
    }
    return {};
}

std::optional<Role> Authority::roleOf(const QString &word)
{
    for (const auto &[role, name] : words)
        if (word == QLatin1StringView(name))
            return role;
    return std::nullopt;
}

QString Authority::notFor(const QString &what) const
{
    return tr("%1 is not for the role “%2”. Desk > Role chooses another.").arg(what, roleName(m_role));
}

std::optional<QString> Authority::elsewhere() const
{
    if (m_hold.ours)
        return std::nullopt;
    if (m_hold.since.isEmpty())
        return tr("It is not known yet which desk has this show. Try again in a second.");
    return tr("%1 has had this show since %2. Act there, or take it over with Desk > Take over.")
        .arg(m_hold.holder, m_hold.since);
}

std::optional<QString> Authority::refusalOfRules() const
{
    return elsewhere();
}

std::optional<QString> Authority::refusal(Verb verb) const
{
    if (const auto other = elsewhere())
        return other;
    const Kind kind = kindOf(verb);
    if (m_role == Role::Viewer)
        return notFor(tr("A command"));
    if (kind == Kind::Run && m_role == Role::Director)
        return notFor(tr("Starting and stopping an encoder"));
    if (kind == Kind::Repair && m_role != Role::Engineer)
        return notFor(tr("Changing how an encoder works"));
    if (m_locked && kind != Kind::OnAir)
        return tr("The room is locked: encoders are neither started, stopped nor changed. Ctrl+L twice unlocks it.");
    return std::nullopt;
}

std::optional<QString> Authority::refusal(DeskAct act) const
{
    if (m_role == Role::Viewer) {
        switch (act) {
        case DeskAct::Acknowledge:
            return notFor(tr("Acknowledging an alarm"));
        case DeskAct::ArmPlan:
            return notFor(tr("Arming a plan"));
        case DeskAct::TakeOver:
            return notFor(tr("Taking a show over"));
        }
    }
    if (act != DeskAct::ArmPlan)
        return std::nullopt;
    if (const auto other = elsewhere())
        return other;
    if (m_locked)
        return tr("The room is locked: plans stay as they are. Ctrl+L twice unlocks it; F12 holds the automation at "
                  "any time.");
    return std::nullopt;
}

} // namespace gantry

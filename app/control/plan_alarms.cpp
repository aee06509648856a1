#include "app/control/plan_alarms.h"

namespace gantry {

void PlanAlarms::seen(const PlanRecord &plan, const Instant &at, AlarmTable &table)
{
    using Kind = PlanStep::Kind;
    using Cause = AlarmCondition::Cause;
    const QString &name = plan.plan.text;
    const PlanStep step = plan.step.value_or(PlanStep{});
    const auto tell = [&](const char *rule, bool active, AlarmPriority priority, const QString &what,
                          const QString &advice) {
        table.update({QStringLiteral("plan/%1/%2").arg(name, QLatin1StringView(rule)), name}, {},
                     active ? Cause{true, priority, what, advice} : Cause{}, at);
    };
    const auto stands = [&](Kind kind) { return plan.stands && step.kind == kind; };
    tell("held", stands(Kind::Held), AlarmPriority::Major, tr("AUTOMATION HOLDS"),
         tr("%1 Look at what is on air; arm the plan again when it should act.").arg(step.because));
    tell("stuck", stands(Kind::Stuck), AlarmPriority::Critical, tr("NOTHING TO SWITCH TO"),
         tr("%1 Bring an input back, or cut to one that you trust.").arg(step.because));
    tell("advice", stands(Kind::Switch), AlarmPriority::Major, tr("ADVICE: SWITCH TO %1").arg(step.to),
         tr("%1 F8 held takes the advice.").arg(step.because));
    tell("doubt", stands(Kind::Doubt), AlarmPriority::Minor, tr("%1 IN DOUBT").arg(step.from),
         tr("%1 Look at both.").arg(step.because));
    tell("return", stands(Kind::Offer) || stands(Kind::Return), AlarmPriority::Info, tr("%1 IS FIT AGAIN").arg(step.to),
         tr("%1 F10 held returns to it.").arg(step.because));
}

} // namespace gantry

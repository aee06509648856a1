#include "app/control/plan_rules.h"

#include <algorithm>

namespace gantry {

QString slateOf(const Plan &plan)
{
    QString slate;
    for (const PlanSource &source : plan.sources)
        if (source.trusted)
            slate = source.input;
    return slate;
}

PlanRules::PlanRules(const Show &show, CommandDesk &desk, const Authority &authority)
    : m_desk(desk), m_authority(authority)
{
    for (const Plan &plan : show.plans) {
        Line line{FailoverPlan(plan), {}, false};
        line.told.plan = plan.id;
        line.told.encoder = plan.encoder;
        m_lines.push_back(std::move(line));
    }
}

PlanRules::Line *PlanRules::find(const PlanId &plan)
{
    const auto found = std::ranges::find_if(m_lines, [&](const Line &line) { return line.told.plan == plan; });
    return found == m_lines.end() ? nullptr : &*found;
}

bool PlanRules::armed() const
{
    return std::ranges::any_of(m_lines, [](const Line &line) {
        return line.plan.mode() == PlanMode::Auto || line.plan.mode() == PlanMode::Advise;
    });
}

// --- what happens ---

QList<Payload> PlanRules::applied(const Record &record)
{
    if (std::holds_alternative<PlanRecord>(record.payload))
        return {};
    QList<Payload> all;
    for (Line &line : m_lines)
        all += took(line, line.plan.seen(record), record.at);
    return all;
}

QList<Payload> PlanRules::passed(const Instant &now)
{
    QList<Payload> all;
    const auto elsewhere = m_authority.refusalOfRules();
    for (Line &line : m_lines) {
        if (!std::exchange(line.begun, true))
            all += tell(line, PlanChange::Mode, now);
        if (elsewhere && (line.plan.mode() == PlanMode::Auto || line.plan.mode() == PlanMode::Advise))
            all += changeMode(line, PlanMode::Hold, line.plan.actor(), *elsewhere, now);
        all += took(line, line.plan.passed(now), now);
        PlanRecord sight = line.told;
        fill(line, now, sight);
        if (sight != line.told)
            all += tell(line, PlanChange::Sight, now);
    }
    return all;
}

// Each step is a record; an order in Auto is asked of the desk with it.
QList<Payload> PlanRules::took(Line &line, const QList<PlanStep> &steps, const Instant &now)
{
    QList<Payload> all;
    for (const PlanStep &step : steps) {
        line.told.step = step;
        line.told.command = {};
        QList<Payload> order;
        const bool orders = step.kind == PlanStep::Kind::Switch || step.kind == PlanStep::Kind::Return;
        if (orders && line.plan.mode() == PlanMode::Auto) {
            cloud::Command what;
            what.verb = cloud::Verb::SwitchInput;
            what.input = step.to;
            CommandDesk::Asked asked = m_desk.ask(
                {line.told.encoder, what, line.plan.actor(), step.because, CommandDesk::Wish::By::Rule}, now);
            line.told.command = asked.id;
            order = std::move(asked.records);
        }
        if (step.kind == PlanStep::Kind::Held) {
            line.told.actor = line.plan.actor();
            line.told.reason = step.because;
        }
        all += tell(line, PlanChange::Step, now) + order;
    }
    return all;
}

// --- what a person does ---

QList<Payload> PlanRules::setMode(const PlanId &plan, PlanMode mode, const QString &who, const Instant &now)
{
    Line *line = find(plan);
    if (!line || line->plan.mode() == mode)
        return {};
    if (mode != PlanMode::Hold) {
        if (const auto why = m_authority.refusal(DeskAct::ArmPlan))
            return refused(plan, *why);
    }
    return changeMode(*line, mode, who, {}, now);
}

QList<Payload> PlanRules::holdAll(const QString &who, const Instant &now)
{
    QList<Payload> all;
    for (Line &line : m_lines) {
        if (line.plan.mode() != PlanMode::Auto && line.plan.mode() != PlanMode::Advise)
            continue;
        all += m_desk.withdraw(line.told.command, tr("%1 held the automation before it left.").arg(who));
        all += changeMode(line, PlanMode::Hold, who, tr("All automation was held."), now);
    }
    return all;
}

QList<Payload> PlanRules::changeMode(Line &line, PlanMode mode, const QString &who, const QString &why,
                                     const Instant &now)
{
    line.plan.setMode(mode, now);
    line.told.actor = who;
    line.told.reason = why;
    return tell(line, PlanChange::Mode, now);
}

QList<Payload> PlanRules::takeAdvice(const PlanId &plan, const QString &who, const Instant &now)
{
    Line *line = find(plan);
    if (!line)
        return {};
    const std::optional<PlanStep> advice = line->plan.told();
    if (!advice || advice->to.isEmpty())
        return refused(plan, tr("%1 advises nothing now.").arg(plan.text));
    return cut(*line, advice->to, who, tr("advised by %1: %2", "plan, reason").arg(plan.text, advice->because), true,
               now);
}

QList<Payload> PlanRules::returnToFirst(const PlanId &plan, const QString &who, const Instant &now)
{
    Line *line = find(plan);
    if (!line)
        return {};
    return cut(*line, line->plan.plan().sources.front().input, who, tr("return to the first input"), true, now);
}

QList<Payload> PlanRules::cutToSlate(const PlanId &plan, const QString &who, const Instant &now)
{
    Line *line = find(plan);
    if (!line)
        return {};
    const QString slate = slateOf(line->plan.plan());
    if (slate.isEmpty())
        return refused(plan, tr("%1 has no slate: no input of it is trusted.").arg(plan.text));
    return cut(*line, slate, who, tr("slate"), false, now);
}

QList<Payload> PlanRules::cut(Line &line, const QString &input, const QString &who, const QString &why, bool agreed,
                              const Instant &now)
{
    cloud::Command what;
    what.verb = cloud::Verb::SwitchInput;
    what.input = input;
    if (agreed)
        line.plan.agree(input, now);
    return m_desk.ask({line.told.encoder, what, who, why, CommandDesk::Wish::By::Person}, now).records;
}

QList<Payload> PlanRules::refused(const PlanId &plan, const QString &sentence)
{
    return {NoteRecord{plan.text, sentence}};
}

// --- what is recorded ---

void PlanRules::fill(const Line &line, const Instant &now, PlanRecord &record) const
{
    record.mode = line.plan.mode();
    record.pause = line.plan.pause(now);
    record.pauseUntil = line.plan.pauseUntil(now);
    record.active = line.plan.activeInput(now);
    record.sources = line.plan.sights(now);
    record.witness = line.plan.witness(now);
    record.trips = line.plan.trips(now);
    const bool holdsItself = record.step && record.step->kind == PlanStep::Kind::Held &&
                             record.mode == PlanMode::Hold && record.actor == line.plan.actor();
    record.stands = holdsItself || (record.step && line.plan.told() == record.step);
}

QList<Payload> PlanRules::tell(Line &line, PlanChange change, const Instant &now)
{
    fill(line, now, line.told);
    line.told.change = change;
    PlanRecord record = line.told;
    line.told.change = PlanChange::Sight; // what it is compared as
    return {record};
}

} // namespace gantry

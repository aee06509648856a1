#include "app/control/failover_plan.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace gantry {

namespace {

QString secondsText(std::chrono::microseconds time)
{
    return QString::number(double(time.count()) / 1e6, 'f', 1);
}

PlanSight sightOf(const SourceHealth &source, const Instant &now)
{
    const SourceHealth::Verdict verdict = source.at(now);
    return {source.source().input, verdict.fitness, verdict.fault, verdict.since};
}

} // namespace

FailoverPlan::FailoverPlan(Plan plan) : m_plan(std::move(plan))
{
    for (const PlanSource &source : m_plan.sources)
        m_sources.emplace_back(source, m_plan.limits);
    if (m_plan.witness)
        m_witness.emplace(PlanSource{{}, *m_plan.witness, false}, m_plan.limits);
}

QString FailoverPlan::actor() const
{
    return QStringLiteral("rule %1").arg(m_plan.id.text);
}

void FailoverPlan::setMode(PlanMode mode, const Instant &now)
{
    const bool wasArmed = m_mode == PlanMode::Auto || m_mode == PlanMode::Advise;
    const bool arms = mode == PlanMode::Auto || mode == PlanMode::Advise;
    m_mode = mode;
    m_told.reset();
    if (!arms || wasArmed)
        return;
    m_trips.clear();
    m_expected.clear();
    m_graceEnds = now.elapsed + m_plan.grace;
    m_notBefore = std::max(m_notBefore, m_graceEnds);
}

void FailoverPlan::agree(const QString &input, const Instant &now)
{
    m_expected = input;
    m_told.reset();
    m_notBefore = std::max(m_notBefore, now.elapsed + m_plan.settle);
}

void FailoverPlan::follow(const QString &input, const Instant &now)
{
    m_active = input;
    m_activeAt = now.elapsed;
    m_expected.clear();
    m_notBefore = std::max(m_notBefore, now.elapsed + m_plan.settle);
}

// --- what is seen ---

QList<PlanStep> FailoverPlan::seen(const Record &record)
{
    for (SourceHealth &source : m_sources)
        source.seen(record);
    if (m_witness)
        m_witness->seen(record);
    if (const auto *log = std::get_if<LogRecord>(&record.payload))
        m_logSafe = log->safe;
    if (const auto *encoder = std::get_if<EncoderRecord>(&record.payload);
        encoder && encoder->encoder == m_plan.encoder)
        return seenEncoder(*encoder, record.at);
    if (const auto *command = std::get_if<CommandRecord>(&record.payload);
        command && command->encoder == m_plan.encoder)
        return seenCommand(*command, record.at);
    return {};
}

QList<PlanStep> FailoverPlan::seenEncoder(const EncoderRecord &record, const Instant &at)
{
    if (record.sample.failure)
        return {}; // unreachable is not down: what was known grows old, no more
    if (record.sample.alerts.empty())
        m_alertSince.reset();
    else if (!m_alertSince)
        m_alertSince = at.elapsed;
    const QString active = record.sample.activeInput();
    if (active.isEmpty())
        return {}; // pipelines that differ, or a word we do not know
    const QString before = std::exchange(m_active, active);
    m_activeAt = at.elapsed;
    if (before == active || before.isEmpty())
        return {};
    m_notBefore = std::max(m_notBefore, at.elapsed + m_plan.settle);
    if (std::exchange(m_expected, QString()) == active)
        return {};
    const auto held =
        hold(tr("%1 was switched from %2 to %3 by somebody else.").arg(m_plan.encoder.text, before, active), at);
    return held ? QList<PlanStep>{*held} : QList<PlanStep>();
}

QList<PlanStep> FailoverPlan::seenCommand(const CommandRecord &command, const Instant &at)
{
    if (command.verb != cloud::Verb::SwitchInput)
        return {};
    std::optional<PlanStep> held;
    const bool came = command.step != CommandStep::Rejected && command.step != CommandStep::Refused &&
                      command.step != CommandStep::Unconfirmed;
    if (command.actor != actor()) {
        if (!came && command.input == m_expected)
            m_expected.clear(); // it was agreed, and has come to nothing
        else if (command.step == CommandStep::Sent && command.input != m_expected)
            held = hold(tr("%1 switches to %2.").arg(command.actor, command.input), at);
    } else if (!came) {
        m_expected.clear();
        held = hold(tr("The switch to %1 came to nothing: %2").arg(command.input, command.detail), at);
    }
    return held ? QList<PlanStep>{*held} : QList<PlanStep>();
}

// --- what is decided ---

bool FailoverPlan::mayDecide(const Instant &now) const
{
    // An order of its own is under way until the encoder shows it or its command ends.
    return (m_mode == PlanMode::Auto || m_mode == PlanMode::Advise) && m_logSafe && m_expected.isEmpty() &&
           now.elapsed >= m_notBefore;
}

QList<PlanStep> FailoverPlan::passed(const Instant &now)
{
    if (!mayDecide(now))
        return {};
    const SourceHealth *active = find(activeInput(now));
    if (!active)
        return {}; // not known, or nothing of this plan is on air
    const SourceHealth::Verdict verdict = judged(*active, now);
    std::optional<PlanStep> step;
    m_stillSo = false;
    if (verdict.fitness == Fitness::Unfit)
        step = leave(*active, verdict, now);
    else if (verdict.fitness == Fitness::Fit)
        step = comeBack(*active, now);
    if (!m_stillSo && (verdict.fitness == Fitness::Fit || verdict.fitness == Fitness::Clearing))
        m_told.reset(); // it is over; should it come again it is told again
    return step ? QList<PlanStep>{*step} : QList<PlanStep>();
}

// Its own fault, or one that the provider reports of its pipelines.
SourceHealth::Verdict FailoverPlan::judged(const SourceHealth &active, const Instant &now) const
{
    SourceHealth::Verdict verdict = active.at(now);
    const PlanLimit &limit = m_plan.limits.pipeline;
    if (verdict.fitness == Fitness::Unfit || !limit.on || !m_alertSince)
        return verdict;
    const Time lasting = now.elapsed - *m_alertSince;
    if (lasting >= limit.trip)
        verdict = {Fitness::Unfit, tr("alert of the provider"), lasting};
    return verdict;
}

std::optional<PlanStep> FailoverPlan::leave(const SourceHealth &active, const SourceHealth::Verdict &verdict,
                                            const Instant &now)
{
    const QString from = active.source().input;
    const QString fault =
        tr("%1: %2 for %3 s", "input, fault, time").arg(from, verdict.fault, secondsText(verdict.lasting));
    // Our own copy of a feed may be lost while the encoder's is not; what comes out of the encoder tells.
    if (m_witness && m_witness->at(now).fitness == Fitness::Fit)
        return once({PlanStep::Kind::Doubt,
                     from,
                     {},
                     tr("%1. But %2 shows a good picture.").arg(fault, m_plan.witness->text),
                     now});
    const auto target = std::ranges::find_if(m_sources, [&](const SourceHealth &other) {
        return &other != &active && other.at(now).fitness == Fitness::Fit;
    });
    if (target == m_sources.end())
        return once({PlanStep::Kind::Stuck, from, {}, tr("%1. No other input is known to be fit.").arg(fault), now});
    const QString to = target->source().input;
    if (m_mode == PlanMode::Advise)
        return once({PlanStep::Kind::Switch, from, to, fault, now});
    while (!m_trips.empty() && now.elapsed - m_trips.front() > m_plan.tripsWithin)
        m_trips.pop_front();
    if (int(m_trips.size()) >= m_plan.mostTrips)
        return hold(tr("%1. It has tripped %2 times in %3 s: a person has to decide.")
                        .arg(fault)
                        .arg(m_trips.size())
                        .arg(secondsText(m_plan.tripsWithin)),
                    now);
    m_trips.push_back(now.elapsed);
    return decided(PlanStep::Kind::Switch, from, to, fault, now);
}

std::optional<PlanStep> FailoverPlan::comeBack(const SourceHealth &active, const Instant &now)
{
    if (m_plan.back == Plan::Return::Stay)
        return std::nullopt;
    for (const SourceHealth &better : m_sources) {
        if (&better == &active)
            break;
        const SourceHealth::Verdict verdict = better.at(now);
        if (verdict.fitness != Fitness::Fit)
            continue;
        const QString from = active.source().input;
        const QString to = better.source().input;
        if (m_plan.back == Plan::Return::Ask)
            return once({PlanStep::Kind::Offer, from, to, tr("%1 is fit again.").arg(to), now});
        if (verdict.lasting < m_plan.returnAfter)
            continue;
        const QString because = tr("%1 has been fit for %2 s.").arg(to, secondsText(verdict.lasting));
        return m_mode == PlanMode::Advise ? once({PlanStep::Kind::Return, from, to, because, now})
                                          : decided(PlanStep::Kind::Return, from, to, because, now);
    }
    return std::nullopt;
}

PlanStep FailoverPlan::decided(PlanStep::Kind kind, const QString &from, const QString &to, const QString &because,
                               const Instant &now)
{
    m_expected = to;
    m_notBefore = now.elapsed + m_plan.settle;
    m_told.reset();
    return {kind, from, to, because, now};
}

std::optional<PlanStep> FailoverPlan::hold(const QString &because, const Instant &now)
{
    if (m_mode != PlanMode::Auto)
        return std::nullopt; // one that only advises has nothing to take its hands off
    m_mode = PlanMode::Hold;
    m_told.reset();
    return PlanStep{PlanStep::Kind::Held, m_active, {}, because, now};
}

std::optional<PlanStep> FailoverPlan::once(const PlanStep &step)
{
    m_stillSo = true;
    if (m_told && m_told->kind == step.kind && m_told->from == step.from && m_told->to == step.to)
        return std::nullopt;
    m_told = step;
    return step;
}

// --- what is known ---

QString FailoverPlan::activeInput(const Instant &now) const
{
    return m_activeAt && now.elapsed - *m_activeAt <= encoderFreshFor ? m_active : QString();
}

const SourceHealth *FailoverPlan::find(const QString &input) const
{
    const auto found =
        std::ranges::find_if(m_sources, [&](const SourceHealth &each) { return each.source().input == input; });
    return found == m_sources.end() || input.isEmpty() ? nullptr : &*found;
}

std::vector<PlanSight> FailoverPlan::sights(const Instant &now) const
{
    std::vector<PlanSight> all;
    for (const SourceHealth &source : m_sources)
        all.push_back(sightOf(source, now));
    return all;
}

std::optional<PlanSight> FailoverPlan::witness(const Instant &now) const
{
    return m_witness ? std::optional(sightOf(*m_witness, now)) : std::nullopt;
}

PlanPause FailoverPlan::pause(const Instant &now) const
{
    if (m_mode != PlanMode::Auto && m_mode != PlanMode::Advise)
        return PlanPause::None;
    if (!m_logSafe)
        return PlanPause::Log;
    if (!m_expected.isEmpty())
        return PlanPause::Order;
    if (now.elapsed >= m_notBefore)
        return PlanPause::None;
    return m_notBefore <= m_graceEnds ? PlanPause::Grace : PlanPause::Settle;
}

std::optional<std::chrono::microseconds> FailoverPlan::pauseUntil(const Instant &now) const
{
    const PlanPause why = pause(now);
    return why == PlanPause::Grace || why == PlanPause::Settle ? std::optional(m_notBefore) : std::nullopt;
}

int FailoverPlan::trips(const Instant &now) const
{
    return int(
        std::ranges::count_if(m_trips, [&](const Time &trip) { return now.elapsed - trip <= m_plan.tripsWithin; }));
}

SourceHealth::Verdict FailoverPlan::health(const QString &input, const Instant &now) const
{
    const SourceHealth *source = find(input);
    return source ? source->at(now) : SourceHealth::Verdict{};
}

} // namespace gantry

#include "app/control/backtest.h"

#include <algorithm>
#include <utility>

namespace gantry {

using namespace std::chrono_literals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

constexpr auto tickEvery = 100ms; // as in a live room

} // namespace

int BacktestResult::count(PlanStep::Kind kind) const
{
    return int(std::ranges::count(steps, kind, [](const BacktestStep &each) { return each.step.kind; }));
}

int BacktestResult::falseTrips(const Plan &plan) const
{
    return int(std::ranges::count_if(steps, [&](const BacktestStep &each) {
        return each.step.kind == PlanStep::Kind::Switch && each.recoveredAfter && *each.recoveredAfter <= plan.settle;
    }));
}

Backtest::Backtest(Plan plan, milliseconds effect) : m_plan(std::move(plan)), m_effect(effect) {}

void Backtest::apply(const RecordBatch &batch)
{
    for (const Record &record : batch) {
        if (!m_first) {
            m_first = m_now = record.at;
            m_plan.setMode(PlanMode::Auto, record.at);
        }
        letPass(record.at);
        take(record);
    }
    if (m_first)
        m_result.span = duration_cast<milliseconds>(m_now.elapsed - m_first->elapsed);
    m_result.holds = m_plan.mode() == PlanMode::Hold;
}

void Backtest::take(const Record &record)
{
    const auto *encoder = std::get_if<EncoderRecord>(&record.payload);
    if (std::holds_alternative<CommandRecord>(record.payload))
        return;
    if (!encoder || encoder->encoder != m_plan.plan().encoder || encoder->sample.failure) {
        note(m_plan.seen(record));
        return;
    }
    const QString active = encoder->sample.activeInput();
    if (active.isEmpty()) {
        note(m_plan.seen(record));
        return;
    }
    const QString before = std::exchange(m_really, active);
    m_reallyAt = record.at.elapsed;
    if (!before.isEmpty() && before != active) {
        m_instead.reset();
        m_due.reset();
        m_plan.follow(active, record.at);
    }
    Record told = record;
    for (cloud::PipelineSample &pipeline : std::get<EncoderRecord>(told.payload).sample.pipelines)
        pipeline.activeInput = m_instead.value_or(active);
    note(m_plan.seen(told));
}

// The wall clock of a tick is that of the record before it, carried on.
void Backtest::letPass(const Instant &until)
{
    while (m_now.elapsed + tickEvery <= until.elapsed) {
        m_now.elapsed += tickEvery;
        m_now.utc += tickEvery;
        tick(m_now);
    }
    m_now.utc = until.utc - (until.elapsed - m_now.elapsed);
}

void Backtest::tick(const Instant &now)
{
    if (m_due && now.elapsed >= m_due->second) {
        m_instead = std::exchange(m_due, std::nullopt)->first;
        m_plan.follow(*m_instead, now);
    }
    const bool known = m_reallyAt && now.elapsed - *m_reallyAt <= FailoverPlan::encoderFreshFor;
    if (!known || m_plan.health(m_really, now).fitness == Fitness::Unknown) {
        m_result.unknown += tickEvery;
    } else {
        count(m_really, now, m_result.offAirReally);
        count(m_instead.value_or(m_really), now, m_result.offAirWithPlan);
    }
    for (BacktestStep &each : m_result.steps) {
        const Fitness left = m_plan.health(each.step.from, now).fitness;
        if (each.step.kind == PlanStep::Kind::Switch && !each.recoveredAfter &&
            (left == Fitness::Fit || left == Fitness::Clearing))
            each.recoveredAfter = duration_cast<milliseconds>(now.elapsed - each.step.at.elapsed);
    }
    note(m_plan.passed(now));
}

void Backtest::note(const QList<PlanStep> &steps)
{
    for (const PlanStep &step : steps) {
        m_result.steps.push_back({step, std::nullopt});
        if (step.kind == PlanStep::Kind::Switch || step.kind == PlanStep::Kind::Return)
            m_due = {step.to, step.at.elapsed + m_effect};
    }
}

void Backtest::count(const QString &onAir, const Instant &now, milliseconds &offAir)
{
    const Fitness fitness = m_plan.health(onAir, now).fitness;
    if (fitness == Fitness::Suspect || fitness == Fitness::Unfit)
        offAir += tickEvery;
}

} // namespace gantry

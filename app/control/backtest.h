#pragma once
// What a failover plan would have done in a recorded session, against what was done: the plan itself runs over the
// records, as it would live, in Auto from the first record on.
//
// The encoder on air is then a guess: it takes what was really on air until the plan switches, what the plan chose
// from `effect` later on, and what was really on air again from the next real switch on. A person's commands do not
// hold the plan: with the plan they might not have been given.

#include "app/control/failover_plan.h"
#include "app/session/record.h"

#include <chrono>
#include <optional>
#include <vector>

namespace gantry {

struct BacktestStep
{
    PlanStep step;
    // For a switch: how long after it the input that was left was whole again. A plan that had waited that long would
    // not have switched at all.
    std::optional<std::chrono::milliseconds> recoveredAfter;
    bool operator==(const BacktestStep &) const = default;
};

struct BacktestResult
{
    std::vector<BacktestStep> steps;
    std::chrono::milliseconds offAirReally{0}; // an input with a fault was on air
    std::chrono::milliseconds offAirWithPlan{0};
    std::chrono::milliseconds unknown{0}; // nobody knows what was on air, or how it was
    std::chrono::milliseconds span{0};
    bool holds = false; // the plan ended on hold

    int count(PlanStep::Kind kind) const;
    // Switches away from an input that was whole again within the plan's settle time.
    int falseTrips(const Plan &plan) const;
};

class Backtest
{
public:
    // How long after the order the encoder takes the other input (README: the provider's own delay).
    explicit Backtest(Plan plan, std::chrono::milliseconds effect);

    // In order; the whole session, in batches of any size.
    void apply(const RecordBatch &batch);
    BacktestResult result() const { return m_result; }

private:
    using Time = std::chrono::microseconds;

    void take(const Record &record);
    void letPass(const Instant &until);
    void tick(const Instant &now);
    void note(const QList<PlanStep> &steps);
    void count(const QString &onAir, const Instant &now, std::chrono::milliseconds &offAir);

    FailoverPlan m_plan;
    const std::chrono::milliseconds m_effect;
    BacktestResult m_result;
    std::optional<Instant> m_first;
    Instant m_now;
    QString m_really; // what the encoder took
    std::optional<Time> m_reallyAt;
    std::optional<QString> m_instead;              // what it takes with the plan, while that is something else
    std::optional<std::pair<QString, Time>> m_due; // what the plan has ordered, and when it takes effect
};

} // namespace gantry

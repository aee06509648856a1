#pragma once
// Part of random_records.h: plans.

namespace gantry::test {

inline PlanRecord RandomRecords::plan()
{
    const auto sight = [this](const QString &input) {
        return PlanSight{input, of(Fitness::Unknown, Fitness::Unfit), text(),
                         maybe([this] { return duration<std::chrono::microseconds>(); })};
    };
    using Kind = PlanStep::Kind;
    PlanRecord plan;
    plan.plan = {thing()};
    plan.encoder = {thing()};
    plan.change = below(8) == 0 ? PlanChange::Sight : of(PlanChange::Mode, PlanChange::Step);
    plan.mode = of(PlanMode::Off, PlanMode::Hold);
    plan.actor = text();
    plan.reason = text();
    plan.step = maybe([this] { return PlanStep{of(Kind::Switch, Kind::Held), text(), text(), text(), instant()}; });
    plan.stands = coin();
    plan.command = {text()};
    plan.pause = of(PlanPause::None, PlanPause::Log);
    plan.pauseUntil = maybe([this] { return duration<std::chrono::microseconds>(); });
    plan.active = text();
    plan.sources = some(3, [&] { return sight(text()); });
    plan.witness = maybe([&] { return sight({}); });
    plan.trips = below(5);
    return plan;
}

} // namespace gantry::test

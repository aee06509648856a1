#pragma once
// Who takes over on air when an input fails: one plan, acted out as a pure state machine over records and the clock.
// The same records and ticks always give the same steps, live, in a drill and in a backtest.
//
// It never switches to an input that is not known to be fit, never twice within the settle time, never while an order
// of its own is under way, never while it is off or holds or the log cannot be written, and never because something is
// not known. A switch by anybody else makes it hold: a person who has taken over keeps it until they arm the plan
// again.
//
//   off ── arm ──> grace ──> watching ──> (the active input is unfit, the witness agrees) ──> trip ──> settling
//    any person's cut, a command that came to nothing, too many trips: hold

#include "app/control/source_health.h"
#include "app/session/record.h"
#include "app/show/plan.h"

#include <QCoreApplication>
#include <QStringList>

#include <deque>
#include <optional>
#include <vector>

namespace gantry {

class FailoverPlan
{
    Q_DECLARE_TR_FUNCTIONS(gantry::FailoverPlan)

public:
    // Older knowledge of the encoder is none.
    static constexpr std::chrono::seconds encoderFreshFor{10};

    explicit FailoverPlan(Plan plan);

    const Plan &plan() const { return m_plan; }
    PlanMode mode() const { return m_mode; }
    // What commands of the plan name as their actor.
    QString actor() const;

    // By a person: off, advise, auto or hold. Arming begins the grace time and forgets earlier trips.
    void setMode(PlanMode mode, const Instant &now);
    // Every record, in order; what it leads to at once.
    QList<PlanStep> seen(const Record &record);
    // As time passes. In Auto each Switch or Return has to be carried out by the caller.
    QList<PlanStep> passed(const Instant &now);
    // Somebody else's switch that was agreed with the plan: no reason to hold.
    void follow(const QString &input, const Instant &now);
    // A person's switch to this input is about to be asked for, with the plan's consent: it is no manual cut, and
    // nothing is decided until the encoder shows it or its command ends.
    void agree(const QString &input, const Instant &now);

    // Empty while it is not known.
    QString activeInput(const Instant &now) const;
    SourceHealth::Verdict health(const QString &input, const Instant &now) const;
    // What it knows of its inputs, in order, and of its witness.
    std::vector<PlanSight> sights(const Instant &now) const;
    std::optional<PlanSight> witness(const Instant &now) const;
    // Why it decides nothing now, and until when where that is a matter of time.
    PlanPause pause(const Instant &now) const;
    std::optional<std::chrono::microseconds> pauseUntil(const Instant &now) const;
    // Switches that count against the limit now.
    int trips(const Instant &now) const;
    // What it has told and still is so: advice, an offer, a doubt, nowhere to go.
    const std::optional<PlanStep> &told() const { return m_told; }

private:
    using Time = std::chrono::microseconds;

    QList<PlanStep> seenEncoder(const EncoderRecord &record, const Instant &at);
    QList<PlanStep> seenCommand(const CommandRecord &command, const Instant &at);
    bool mayDecide(const Instant &now) const;
    std::optional<PlanStep> leave(const SourceHealth &active, const SourceHealth::Verdict &verdict, const Instant &now);
    std::optional<PlanStep> comeBack(const SourceHealth &active, const Instant &now);
    std::optional<PlanStep> hold(const QString &because, const Instant &now);
    PlanStep decided(PlanStep::Kind kind, const QString &from, const QString &to, const QString &because,
                     const Instant &now);
    // A state is told once, until another is.
    std::optional<PlanStep> once(const PlanStep &step);
    const SourceHealth *find(const QString &input) const;
    SourceHealth::Verdict judged(const SourceHealth &active, const Instant &now) const;

    Plan m_plan;
    PlanMode m_mode = PlanMode::Off;
    std::vector<SourceHealth> m_sources; // in the order of the plan
    std::optional<SourceHealth> m_witness;
    QString m_active;
    std::optional<Time> m_activeAt;
    std::optional<Time> m_alertSince; // of the provider, on the pipelines
    QString m_expected;               // what the plan has switched to, until the encoder shows it
    bool m_logSafe = true;
    Time m_notBefore{0}; // grace and settle
    Time m_graceEnds{0};
    std::deque<Time> m_trips;
    std::optional<PlanStep> m_told;
    bool m_stillSo = false; // what was told, in the look that is being taken
};

} // namespace gantry

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

enum class PlanMode {
    Off,    // as every plan begins
    Advise, // says what it would do
    Auto,
    Hold // does nothing until it is armed again
};

// What the plan found or decided, in order. Switch and Return are orders in Auto and advice in Advise.
struct PlanStep
{
    enum class Kind {
        Switch, // away from an unfit input
        Return, // back to a better one
        Offer,  // a better one could be returned to, if a person wants
        Stuck,  // the active input is unfit and no other is fit
        Doubt,  // the active input seems unfit, the witness does not agree
        Held    // the plan has put itself on hold
    };
    Kind kind = Kind::Switch;
    QString from;
    QString to;      // of Switch, Return and Offer
    QString because; // a sentence
    Instant at;
    bool operator==(const PlanStep &) const = default;
};

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

    // Empty while it is not known.
    QString activeInput(const Instant &now) const;
    SourceHealth::Verdict health(const QString &input, const Instant &now) const;

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
    std::deque<Time> m_trips;
    std::optional<PlanStep> m_told;
};

} // namespace gantry

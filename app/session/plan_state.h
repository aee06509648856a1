#pragma once
// A failover plan as a session keeps it: how it stands, what it knows of its inputs, and what it has found or decided.
// What it means and who decides is control/failover_plan.h.

#include "app/session/instant.h"

#include <QString>

#include <chrono>
#include <optional>

namespace gantry {

enum class PlanMode {
    Off,    // as every plan begins
    Advise, // says what it would do
    Auto,
    Hold // does nothing until it is armed again
};

// What a plan found or decided. Switch and Return are orders in Auto and advice in Advise.
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

// Whether an input is fit to be on air.
enum class Fitness {
    Unknown,  // never seen, or nothing heard of it lately
    Fit,      // nothing is wrong, nor has been for the clear time
    Clearing, // nothing is wrong now
    Suspect,  // something is, not yet for the trip time
    Unfit
};

// Why an armed plan decides nothing just now.
enum class PlanPause {
    None,   // it decides
    Grace,  // it was armed a moment ago
    Settle, // something was switched a moment ago
    Order,  // an order of its own is under way
    Log     // the log cannot be written
};

// What a plan knows of one input, or of its witness.
struct PlanSight
{
    QString input; // empty for the witness
    Fitness fitness = Fitness::Unknown;
    QString fault;                                  // the worst, in a word or two; empty when there is none
    std::optional<std::chrono::microseconds> since; // of the session: since when it is there, or has been fit
    bool operator==(const PlanSight &) const = default;
};

} // namespace gantry

#pragma once
// A failover plan as plain values: which inputs of one encoder may be on air, best first, what makes one unfit, and how
// it comes back. Read from a show file or a file of its own by show_plans.h; acted out by control/failover_plan.h.

#include "app/session/record.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace gantry {

// From when on a fault counts against an input, and how long it must be gone before the input is fit again.
struct PlanLimit
{
    bool on = true;
    std::chrono::milliseconds trip{0};
    std::chrono::milliseconds clear{10'000};
    bool operator==(const PlanLimit &) const = default;
};

// Defaults: the alarm times of the conventions ("Picture and stream faults"), where a cut costs less than what viewers
// see; what they leave open is said beside the number.
struct PlanLimits
{
    PlanLimit noSignal{true, std::chrono::milliseconds(1000)}; // counted from NO SIGNAL, which is a second old by then
    PlanLimit black{true, std::chrono::milliseconds(5000)};
    PlanLimit freeze{true, std::chrono::milliseconds(10'000)};
    PlanLimit silence{true, std::chrono::milliseconds(10'000)};
    PlanLimit dropped{true, std::chrono::milliseconds(5000), std::chrono::milliseconds(30'000)};
    double droppedShare = 0.01; // of the packets of a second; the alarm stands at a tenth of it, a cut is dearer
    PlanLimit bitrate{true, std::chrono::milliseconds(5000)};
    std::optional<double> floorMbps;                            // without one nothing is compared
    PlanLimit transport{true, std::chrono::milliseconds(5000)}; // TR 101 290 priority 1, every second of it
    // What the provider reports of the pipelines that are on air; it restarts a failed one by itself within minutes.
    PlanLimit pipeline{false, std::chrono::milliseconds(30'000)};
    bool operator==(const PlanLimits &) const = default;
};

// An input of the encoder. Its feed is what the show says arrives there.
struct PlanSource
{
    QString input;
    FeedId feed; // empty: the room does not see it, so nothing can be said of it
    // Made inside the encoder (a slate): fit without having been seen.
    bool trusted = false;
    bool operator==(const PlanSource &) const = default;
};

struct Plan
{
    enum class Return {
        Stay, // until a person returns it
        Ask,  // says when it could be returned
        After // by itself, once the better input has been fit for `returnAfter`
    };

    PlanId id;
    EncoderId encoder;
    QList<PlanSource> sources;     // best first, at least two
    std::optional<FeedId> witness; // the return: with one, a fault counts only when it is seen there too
    PlanLimits limits;
    // Nothing is decided for this long after arming: what was never seen whole cannot be missed.
    std::chrono::milliseconds grace{30'000};
    // Nor after a switch, whoever made it: the effect has to arrive and be seen first.
    std::chrono::milliseconds settle{30'000};
    // More trips than this within `tripsWithin` are no protection any more: the plan holds and a person decides.
    int mostTrips = 3;
    std::chrono::milliseconds tripsWithin{600'000};
    Return back = Return::Ask;
    std::chrono::milliseconds returnAfter{300'000};

    bool operator==(const Plan &) const = default;
};

} // namespace gantry

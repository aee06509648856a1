#include "app/session/record_words.h"

namespace gantry {

// No default: the compiler names the enumerator that has no word.

const char *word(PlanMode mode)
{
    switch (mode) {
    case PlanMode::Off:
        return "off";
    case PlanMode::Advise:
        return "advise";
    case PlanMode::Auto:
        return "auto";
    case PlanMode::Hold:
        return "hold";
    }
    return nullptr;
}

const char *word(PlanStep::Kind kind)
{
    switch (kind) {
    case PlanStep::Kind::Switch:
        return "switch";
    case PlanStep::Kind::Return:
        return "return";
    case PlanStep::Kind::Offer:
        return "offer";
    case PlanStep::Kind::Stuck:
        return "stuck";
    case PlanStep::Kind::Doubt:
        return "doubt";
    case PlanStep::Kind::Held:
        return "held";
    }
    return nullptr;
}

const char *word(PlanChange change)
{
    switch (change) {
    case PlanChange::Mode:
        return "mode";
    case PlanChange::Step:
        return "step";
    case PlanChange::Sight:
        return "sight";
    }
    return nullptr;
}

const char *word(PlanPause pause)
{
    switch (pause) {
    case PlanPause::None:
        return "none";
    case PlanPause::Grace:
        return "grace";
    case PlanPause::Settle:
        return "settle";
    case PlanPause::Order:
        return "order";
    case PlanPause::Log:
        return "log";
    }
    return nullptr;
}

const char *word(Fitness fitness)
{
    switch (fitness) {
    case Fitness::Unknown:
        return "unknown";
    case Fitness::Fit:
        return "fit";
    case Fitness::Clearing:
        return "clearing";
    case Fitness::Suspect:
        return "suspect";
    case Fitness::Unfit:
        return "unfit";
    }
    return nullptr;
}

} // namespace gantry

#pragma once
// What can be asked of an encoder, in common words, and how a provider answers at once. Which of these verbs a provider
// has stands in its row of the catalogue; why one is impossible just now, in EncoderSample::obstacles.

#include "cloud/cloud_error.h"

#include <QString>

#include <chrono>
#include <optional>

namespace gantry::cloud {

enum class Verb {
    Start,
    Stop,
    SwitchInput,     // at once, `input`
    PrepareInput,    // get `input` ready so that the switch proper is quick
    ScheduleSwitch,  // to `input`, `at`
    CancelPlanned,   // the planned action whose name is `input`
    PreferInput,     // its own failover uses and goes back to `input`
    RestartPipeline, // `pipeline`
    DisconnectInput, // hang up on whoever sends to `input`; he may come back
    HarvestClip      // make a clip of what went out from `at` to `until`; `input` names where to put it
};

struct Command
{
    Verb verb = Verb::Start;
    QString input; // the input's name as in EncoderSample::inputs
    QString token; // unique for this command; providers that can use it as an idempotency key
    QString pipeline{};
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> at{};
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> until{};
};

// "Accepted" means the provider took the order, not that anything has happened. Error::Kind::TimedOut means it may or
// may not have been executed: look before sending again.
using CommandAnswer = Result<void>;

} // namespace gantry::cloud

#pragma once
// What can be asked of an encoder, in common words, and how a provider answers at once.

#include "cloud/cloud_error.h"

#include <QString>

namespace gantry::cloud {

enum class Verb { Start, Stop, SwitchInput };

struct Command
{
    Verb verb = Verb::Start;
    QString input; // SwitchInput: the input's name as in EncoderSample::inputs
    QString token; // unique for this command; providers that can use it as an idempotency key
};

// "Accepted" means the provider took the order, not that anything has happened. Error::Kind::TimedOut means it may or
// may not have been executed: look before sending again.
using CommandAnswer = Result<void>;

} // namespace gantry::cloud

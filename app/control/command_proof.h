#pragma once
// What a command needs before it may leave, and what shows that it has come true. Pure: a command and samples in, a
// sentence for the operator out.

#include "app/session/record.h"
#include "app/show/show.h"

#include <QString>

#include <optional>

namespace gantry {

// "Start Main", "Switch Main to B": what a command asks for, for people.
QString describe(const CommandRecord &command);

// Why this encoder of the show can never be asked that: the provider has no such verb, it has no such input.
std::optional<QString> foreignTo(const Encoder &encoder, const CommandRecord &command);

// Why it cannot be asked just now, as far as this sample knows: the provider's own reason first.
std::optional<QString> obstacle(const CommandRecord &command, const cloud::EncoderSample &known);

// What in this sample shows the effect. `wasDown`: the pipeline to restart was seen down since the command left.
std::optional<QString> provenEffect(const CommandRecord &command, const cloud::EncoderSample &sample, bool wasDown);
// What in this sample shows that the command failed although it had been accepted.
std::optional<QString> provenFailure(const CommandRecord &command, const cloud::EncoderSample &sample);
// The pipeline that the command restarts does not run.
bool isDown(const CommandRecord &command, const cloud::EncoderSample &sample);

} // namespace gantry

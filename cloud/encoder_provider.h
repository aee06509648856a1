#pragma once
// The narrow door to one encoder at one provider. Implementations translate and authenticate, nothing else: cadence,
// retries of polls, rules and proof of effect are other people's business.

#include "cloud/command.h"
#include "cloud/encoder_sample.h"

#include <chrono>
#include <functional>

namespace gantry::cloud {

// Lives on one thread (that of its HttpClient) and answers on it, later, exactly once for every call, also on failure.
// Destroying it drops what is outstanding without an answer. send() never repeats a request by itself.
class EncoderProvider
{
public:
    virtual ~EncoderProvider() = default;

    virtual void poll(std::function<void(EncoderSample)> answer) = 0;
    virtual void send(const Command &command, std::function<void(CommandAnswer)> answer) = 0;

    // How often poll() may be called when nothing happens, and around a command.
    virtual std::chrono::milliseconds calmInterval() const = 0;
    virtual std::chrono::milliseconds eagerInterval() const = 0;
    // How long after "accepted" the effect of a verb may take before it counts as unconfirmed.
    virtual std::chrono::milliseconds effectWithin(Verb verb) const = 0;
};

} // namespace gantry::cloud

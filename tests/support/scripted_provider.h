#pragma once
// A provider that does what the test says, when it says so.

#include "cloud/encoder_provider.h"

#include <QStringList>

namespace gantry::tests {

class ScriptedProvider final : public cloud::EncoderProvider
{
public:
    void poll(std::function<void(cloud::EncoderSample)>) override {}
    void send(const cloud::Command &command, std::function<void(cloud::CommandAnswer)> answer) override
    {
        last = command;
        sent.append(command.input.isEmpty() ? QStringLiteral("-") : command.input);
        pending = std::move(answer);
    }
    std::chrono::milliseconds calmInterval() const override { return std::chrono::seconds(2); }
    std::chrono::milliseconds eagerInterval() const override { return std::chrono::milliseconds(500); }
    std::chrono::milliseconds effectWithin(cloud::Verb) const override { return std::chrono::seconds(20); }

    QStringList sent;
    cloud::Command last;
    std::function<void(cloud::CommandAnswer)> pending;
};

} // namespace gantry::tests

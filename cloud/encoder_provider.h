#pragma once
// The narrow door to one encoder at one provider. Implementations translate and authenticate, nothing else: cadence,
// retries of polls, rules and proof of effect are other people's business.

#include "cloud/command.h"
#include "cloud/encoder_sample.h"

#include <QByteArray>

#include <chrono>
#include <functional>

namespace gantry::cloud {

// A small picture of what one pipeline sends or takes, as the provider made it.
struct EncoderThumbnail
{
    QString pipeline;
    QByteArray image;  // empty: there is none now
    QString mediaType; // "image/jpeg"
    std::optional<ProviderTime> taken;
};

// One kind of question or command that the adapter has: tried with the credentials at hand, or, where it would change
// something, asked about in whatever way the provider has.
struct AccessFinding
{
    QString permission; // the provider's name for what it takes: "medialive:DescribeChannel"
    std::optional<Error> failure;
    QString notChecked{}; // why nobody can say, as a sentence; there is no failure then
};

// Lives on one thread (that of its HttpClient) and answers on it, later, exactly once for every call, also on failure.
// Destroying it drops what is outstanding without an answer. send() never repeats a request by itself.
class EncoderProvider
{
public:
    virtual ~EncoderProvider() = default;

    virtual void poll(std::function<void(EncoderSample)> answer) = 0;
    // A verb that the catalogue's row does not name is answered with Error::Kind::Invalid.
    virtual void send(const Command &command, std::function<void(CommandAnswer)> answer) = 0;

    // How often poll() may be called when nothing happens, and around a command.
    virtual std::chrono::milliseconds calmInterval() const = 0;
    virtual std::chrono::milliseconds eagerInterval() const = 0;
    // How long after "accepted" the effect of a verb may take before it counts as unconfirmed.
    virtual std::chrono::milliseconds effectWithin(Verb verb) const = 0;

    // Pictures are for those who look: asked for on screen only. False: this provider has none, and `answer` is
    // dropped.
    virtual bool thumbnail(const QString &pipeline, std::function<void(Result<EncoderThumbnail>)> answer)
    {
        Q_UNUSED(pipeline)
        Q_UNUSED(answer)
        return false;
    }

    // Tries every question this adapter asks, and nothing that changes anything; of commands, what the provider tells
    // without executing them. For a check before the show.
    virtual void checkAccess(std::function<void(std::vector<AccessFinding>)> answer);

protected:
    // Of a provider that has no question for it: what its answer to a poll means for commands.
    virtual AccessFinding commandAccess() const;
};

} // namespace gantry::cloud

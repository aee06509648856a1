#pragma once
// Whether every provider of a show answers, and allows what this show asks and commands: one question of each kind,
// none that changes anything, one provider after the other. Commands are asked about, not tried.

#include "app/show/show.h"
#include "cloud/encoder_provider.h"
#include "cloud/surroundings.h"

#include <functional>
#include <memory>

namespace gantry {

// What came of one question. `permission`: the provider's name for what it takes, or a word of ours.
struct AccessAnswer
{
    QString who; // the encoder or audience, as in the show
    QString permission;
    std::optional<cloud::Error> failure;
    QString notChecked{}; // why nobody can say; then there is no failure
};

// Lives on a thread with an event loop. The questions outlive it.
class AccessCheck
{
public:
    AccessCheck(const Show &show, cloud::SecretQuestions &questions);
    ~AccessCheck();
    AccessCheck(const AccessCheck &) = delete;
    AccessCheck &operator=(const AccessCheck &) = delete;

    // `tell` for each answer, in the order of the show; then `done`, once, from the event loop.
    void start(std::function<void(const AccessAnswer &)> tell, std::function<void()> done);

private:
    void next();
    void askEncoder(const Encoder &encoder);
    void askPermissions(const Encoder &encoder, const std::vector<cloud::AccessFinding> &known);
    void tell(const QString &who, const std::vector<cloud::AccessFinding> &findings) const;
    void askAudience(const Audience &audience);

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace gantry

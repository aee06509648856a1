#pragma once
// What an adapter gets from the room it works in: the network, and a way to ask the operator for something only he has.

#include "cloud/cloud_error.h"

#include <QString>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

class AwsIdentities;

// A code or a secret that is needed now and is kept nowhere: the six digits of an MFA device.
struct SecretQuestion
{
    QString id;      // the same question asked twice has the same id and is shown once
    QString title;   // "MFA code for arn:aws:iam::123456789012:mfa/anna"
    QString purpose; // "to assume role live-operator (profile show)"
    int digits = 0;  // so many digits and nothing else; 0: any text
};

// Asks people. Never blocks: `answer` comes later, once, on the thread of the caller, or not at all when the question
// is withdrawn. An answer that is an Error (Kind::Credentials) means that the operator declined.
class SecretQuestions
{
public:
    virtual ~SecretQuestions() = default;
    virtual void ask(const SecretQuestion &question, std::function<void(Result<QString>)> answer) = 0;
    virtual void withdraw(const QString &id) = 0;
};

// One for a room; it outlives the adapters made with it. Whatever is shared between the adapters of a room hangs here,
// so that one account is signed in to once.
struct Surroundings
{
    // Not explicit: an adapter that needs the network alone is made with it alone.
    Surroundings(QNetworkAccessManager &itsNetwork, SecretQuestions *itsQuestions = nullptr,
                 std::shared_ptr<AwsIdentities> itsAws = {})
        : network(itsNetwork), questions(itsQuestions), aws(std::move(itsAws))
    {
    }
    operator QNetworkAccessManager &() const { return network; }

    QNetworkAccessManager &network;
    SecretQuestions *questions;         // nullptr: nobody is there to be asked
    std::shared_ptr<AwsIdentities> aws; // nullptr: the environment's keys alone
};

} // namespace gantry::cloud

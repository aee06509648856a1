#pragma once
// Who we are at AWS, by the name of a profile: found the way AWS's own tools find it, and shared by all that ask for
// the same. The environment's keys, a profile's keys, a role assumed with another profile's keys (and a code that the
// operator types), a sign-in of IAM Identity Center, the program that a profile names, or an entry of the desktop's
// keychain.
//
// Nothing is written anywhere, and no Error carries a key, a token or a code.

#include "cloud/aws/aws_identity.h"
#include "cloud/aws/aws_profiles.h"
#include "cloud/surroundings.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <map>
#include <memory>

namespace gantry::cloud {

struct AwsRoom;

struct AwsSource
{
    QString profile;   // empty: the environment's keys, else AWS_PROFILE, else [default]
    QString keychain;  // the name of a keychain entry "ACCESS_KEY SECRET_KEY" instead of a profile
    QByteArray region; // where to ask for a role when the profile names none
};

// One for a room, on its thread; the network and the questions outlive it.
class AwsIdentities
{
public:
    AwsIdentities(QNetworkAccessManager &network, SecretQuestions *questions,
                  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(),
                  FetchedIdentity::Clock now = {});
    ~AwsIdentities();
    AwsIdentities(const AwsIdentities &) = delete;
    AwsIdentities &operator=(const AwsIdentities &) = delete;

    // Error::Kind::Credentials says which profile or setting is missing. What can only be known by asking (a sign-in
    // that has expired, a role that may not be assumed) comes with the first question for keys.
    Result<std::shared_ptr<AwsIdentity>> find(const AwsSource &source);

private:
    using Found = Result<std::shared_ptr<AwsIdentity>>;
    Found ofProfile(const QString &name, const QByteArray &region, QStringList chain);
    Found ofRole(const QString &name, const AwsProfile &profile, const QByteArray &region, const QStringList &chain);
    Found ofSso(const QString &name, const AwsProfile &profile);
    std::shared_ptr<AwsIdentity> ofKeychain(const QString &entry);
    const AwsProfiles &profiles();

    std::shared_ptr<AwsRoom> m_room; // what the identities need; they may outlive this object
    std::unique_ptr<AwsProfiles> m_profiles;
    std::map<QString, std::shared_ptr<AwsIdentity>> m_known;
};

} // namespace gantry::cloud

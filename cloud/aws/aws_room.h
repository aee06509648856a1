#pragma once
// What every way to get keys needs: the network, the environment, a clock, and somebody to ask. Inside cloud/aws.

#include "cloud/aws/aws_identity.h"
#include "cloud/http/http_client.h"
#include "cloud/surroundings.h"

#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

namespace gantry::cloud {

struct AwsRoom
{
    AwsRoom(QNetworkAccessManager &network, SecretQuestions *itsQuestions, QProcessEnvironment itsEnvironment,
            FetchedIdentity::Clock itsClock)
        : http(network, {std::chrono::milliseconds(8000), qint64{256} * 1024})
        , questions(itsQuestions)
        , environment(std::move(itsEnvironment))
        , now(std::move(itsClock))
    {
    }

    // Where a service is asked: AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL_SSO, as AWS's tools know them, or its own.
    Result<QUrl> endpoint(const QString &variable, const QUrl &own) const;

    HttpClient http;
    SecretQuestions *questions;
    QProcessEnvironment environment;
    FetchedIdentity::Clock now;
    KeychainReader keychain;
};

Error identityError(const QString &tried, const QString &subject, const QString &advice);

// Assumes a role with the keys of `base`, asking for a code where the profile names a device.
struct RolePlan
{
    QString profile; // for people
    QString role;
    QString sessionName;
    int seconds = 3600;
    QString externalId;
    QString mfaSerial;
    QByteArray region;
    std::shared_ptr<AwsIdentity> base;
};
std::shared_ptr<AwsIdentity> assumedRole(RolePlan plan, std::shared_ptr<AwsRoom> room);

// Exchanges the cached sign-in of IAM Identity Center for keys; the cache is read anew each time.
struct SsoPlan
{
    QString profile;
    QString cacheFile; // with its directory
    QString account;
    QString role;
    QByteArray region;
};
std::shared_ptr<AwsIdentity> singleSignOn(SsoPlan plan, std::shared_ptr<AwsRoom> room);

} // namespace gantry::cloud

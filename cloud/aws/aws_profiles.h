#pragma once
// The files that AWS's own tools keep: ~/.aws/config, ~/.aws/credentials and the sign-in cache of IAM Identity Center.
// Pure: text in, profiles out. Nothing here is written back.

#include "cloud/cloud_error.h"
#include "cloud/http/credentials.h"

#include <QByteArray>
#include <QHash>
#include <QProcessEnvironment>
#include <QString>

#include <chrono>
#include <optional>

namespace gantry::cloud {

using AwsProfile = QHash<QString, QString>; // "role_arn" -> "arn:aws:iam::..."

struct AwsProfiles
{
    QHash<QString, AwsProfile> profiles;
    QHash<QString, AwsProfile> ssoSessions;
};

// `config` has "[profile NAME]", "[default]" and "[sso-session NAME]", `credentials` has "[NAME]", whose keys win.
// Lines that make no sense are passed over, as the tools do.
AwsProfiles readAwsProfiles(const QByteArray &config, const QByteArray &credentials);

struct AwsHome
{
    QString config;      // AWS_CONFIG_FILE, else ~/.aws/config
    QString credentials; // AWS_SHARED_CREDENTIALS_FILE, else ~/.aws/credentials
    QString ssoCache;    // ~/.aws/sso/cache
};
AwsHome awsHome(const QProcessEnvironment &environment);

// The name, without directory, of the file in the cache for this session name or start address.
QString ssoCacheFile(const QString &sessionOrStartUrl);

struct SsoToken
{
    QByteArray accessToken;
    std::chrono::sys_time<std::chrono::milliseconds> expires;
};
// BadAnswer when it is not such a file.
Result<SsoToken> readSsoToken(const QByteArray &json);

// A key of its own as a profile gives it. Error::Kind::Credentials names what is missing, never a value.
Result<AwsCredentials> keysOfProfile(const QString &name, const AwsProfile &profile);

} // namespace gantry::cloud

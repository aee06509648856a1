#include "cloud/aws/aws_profiles.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace gantry::cloud {

namespace {

constexpr qsizetype kMostBytes = qsizetype{1024} * 1024;

enum class File { Config, Credentials };

// Where the lines below "[profile NAME]" go; nullptr: nowhere.
AwsProfile *section(const QString &head, File file, AwsProfiles &into)
{
    const QString name = head.simplified();
    if (file == File::Credentials || name == QLatin1String("default"))
        return &into.profiles[name];
    if (name.startsWith(QLatin1String("profile ")))
        return &into.profiles[name.mid(8).trimmed().remove(u'"')];
    if (name.startsWith(QLatin1String("sso-session ")))
        return &into.ssoSessions[name.mid(12).trimmed().remove(u'"')];
    return nullptr;
}

void readFile(const QByteArray &text, File file, AwsProfiles &into)
{
    AwsProfile *here = nullptr;
    for (const QByteArray &raw : text.left(kMostBytes).split('\n')) {
        const QString line = QString::fromUtf8(raw);
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#') || trimmed.startsWith(u';'))
            continue;
        if (trimmed.startsWith(u'[')) {
            const qsizetype end = trimmed.indexOf(u']');
            here = end > 1 ? section(trimmed.mid(1, end - 1), file, into) : nullptr;
            continue;
        }
        const qsizetype equals = trimmed.indexOf(u'=');
        // An indented line belongs to a nested setting ("s3 ="), none of which is ours.
        if (here == nullptr || equals < 1 || line.front().isSpace())
            continue;
        QString value = trimmed.mid(equals + 1).trimmed();
        if (const qsizetype comment = value.indexOf(QLatin1String(" #")); comment >= 0)
            value = value.left(comment).trimmed();
        here->insert(trimmed.left(equals).trimmed().toLower(), value);
    }
}

Error profileError(const QString &profile, const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Credentials;
    error.tried = Text::tr("read AWS profile");
    error.subject = profile;
    error.advice = advice;
    return error;
}

bool isKey(const QString &value)
{
    return !value.isEmpty() && value.size() < 8192 &&
           std::all_of(value.begin(), value.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

} // namespace

AwsProfiles readAwsProfiles(const QByteArray &config, const QByteArray &credentials)
{
    AwsProfiles all;
    readFile(config, File::Config, all);
    readFile(credentials, File::Credentials, all);
    return all;
}

AwsHome awsHome(const QProcessEnvironment &environment)
{
    const QString own = environment.value(QStringLiteral("HOME")) + QStringLiteral("/.aws");
    return {environment.value(QStringLiteral("AWS_CONFIG_FILE"), own + QStringLiteral("/config")),
            environment.value(QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), own + QStringLiteral("/credentials")),
            own + QStringLiteral("/sso/cache")};
}

QString ssoCacheFile(const QString &sessionOrStartUrl)
{
    const QByteArray hash = QCryptographicHash::hash(sessionOrStartUrl.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QString::fromLatin1(hash) + QStringLiteral(".json");
}

Result<SsoToken> readSsoToken(const QByteArray &json)
{
    const auto object = readJsonObject(json, {qsizetype{64} * 1024, 8});
    if (!object)
        return tl::unexpected(object.error());
    const QByteArray token = object->value(QLatin1StringView("accessToken")).toString().toLatin1();
    const QString when = object->value(QLatin1StringView("expiresAt")).toString();
    QDateTime expires = QDateTime::fromString(when, Qt::ISODate);
    if (when.endsWith(QLatin1String("UTC"))) // as older tools wrote it
        expires = QDateTime::fromString(when.left(19) + u'Z', Qt::ISODate);
    if (!isKey(QString::fromLatin1(token)) || !expires.isValid())
        return tl::unexpected(wrongMember(QStringLiteral("accessToken"), Text::tr("a sign-in of IAM Identity Center")));
    return SsoToken{token, std::chrono::sys_time<std::chrono::milliseconds>(
                               std::chrono::milliseconds(expires.toMSecsSinceEpoch()))};
}

Result<AwsCredentials> keysOfProfile(const QString &name, const AwsProfile &profile)
{
    const QString id = profile.value(QStringLiteral("aws_access_key_id"));
    const QString secret = profile.value(QStringLiteral("aws_secret_access_key"));
    const QString token = profile.value(QStringLiteral("aws_session_token"));
    for (const auto &[member, value] : {std::pair(QStringLiteral("aws_access_key_id"), id),
                                        std::pair(QStringLiteral("aws_secret_access_key"), secret)}) {
        if (!isKey(value))
            return tl::unexpected(profileError(
                name, value.isEmpty() ? Text::tr("The profile needs %1, role_arn or an sso_session.").arg(member)
                                      : Text::tr("%1 holds a character that no such key has.").arg(member)));
    }
    if (!token.isEmpty() && !isKey(token))
        return tl::unexpected(profileError(
            name, Text::tr("%1 holds a character that no such key has.").arg(QStringLiteral("aws_session_token"))));
    return AwsCredentials{id.toLatin1(), secret.toLatin1(), token.toLatin1()};
}

} // namespace gantry::cloud

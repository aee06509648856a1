#include "cloud/aws/aws_identities.h"

#include "cloud/aws/aws_process.h"
#include "cloud/aws/aws_room.h"
#include "cloud/cloud_text.h"
#include "cloud/http/endpoint.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace gantry::cloud {

namespace {

constexpr int kLongestChain = 5;
constexpr qint64 kMostBytes = qint64{1024} * 1024;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kMostBytes) : QByteArray();
}

Error profileError(const QString &profile, const QString &advice)
{
    return identityError(Text::tr("read AWS profile"), profile, advice);
}

// It becomes part of a host's name.
bool isRegion(const QByteArray &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}$"));
    return pattern.match(QString::fromLatin1(text)).hasMatch();
}

// "AKIA... secret": an id, one space, the secret.
Result<AwsCredentials> keysOfEntry(const QString &entry, const QString &text)
{
    const QStringList parts = text.simplified().split(u' ');
    if (parts.size() == 2)
        return AwsCredentials{parts[0].toLatin1(), parts[1].toLatin1()};
    return tl::unexpected(
        identityError(Text::tr("read a secret from the keychain"), entry,
                      Text::tr("The entry must hold the access key id, a space, and the secret access key.")));
}

} // namespace

Error identityError(const QString &tried, const QString &subject, const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Credentials;
    error.tried = tried;
    error.subject = subject;
    error.advice = advice;
    return error;
}

Result<QUrl> AwsRoom::endpoint(const QString &variable, const QUrl &own) const
{
    const QString given = environment.value(variable);
    if (given.isEmpty())
        return own;
    if (const auto fault = endpointFault(given))
        return tl::unexpected(identityError(Text::tr("read an address"), variable, *fault));
    return QUrl(given);
}

AwsIdentities::AwsIdentities(QNetworkAccessManager &network, SecretQuestions *questions,
                             QProcessEnvironment environment, FetchedIdentity::Clock now)
    : m_room(std::make_shared<AwsRoom>(network, questions, std::move(environment), std::move(now)))
{
    if (!m_room->now)
        m_room->now = [] {
            return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
        };
}

AwsIdentities::~AwsIdentities() = default;

const AwsProfiles &AwsIdentities::profiles()
{
    if (!m_profiles) {
        const AwsHome home = awsHome(m_room->environment);
        m_profiles =
            std::make_unique<AwsProfiles>(readAwsProfiles(contentOf(home.config), contentOf(home.credentials)));
    }
    return *m_profiles;
}

Result<std::shared_ptr<AwsIdentity>> AwsIdentities::find(const AwsSource &source)
{
    const QString key = source.keychain.isEmpty()
                            ? QStringLiteral("profile/%1/%2").arg(source.profile, QString::fromLatin1(source.region))
                            : QStringLiteral("keychain/%1").arg(source.keychain);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    const auto found = [&]() -> Found {
        if (!source.keychain.isEmpty())
            return ofKeychain(source.keychain);
        if (!source.profile.isEmpty())
            return ofProfile(source.profile, source.region, {});
        const QProcessEnvironment &environment = m_room->environment;
        const bool hasKeys = environment.contains(QStringLiteral("AWS_ACCESS_KEY_ID"));
        const QString named = environment.value(QStringLiteral("AWS_PROFILE"), QStringLiteral("default"));
        if (!hasKeys && (environment.contains(QStringLiteral("AWS_PROFILE")) || profiles().profiles.contains(named)))
            return ofProfile(named, source.region, {});
        const auto keys = awsCredentials(environment);
        if (!keys)
            return tl::unexpected(keys.error());
        return fixedIdentity(*keys);
    }();
    if (found) {
        (*found)->account = key.toUtf8(); // two names for one account are counted apart
        m_known[key] = *found;
    }
    return found;
}

Result<std::shared_ptr<AwsIdentity>> AwsIdentities::ofProfile(const QString &name, const QByteArray &region,
                                                              QStringList chain)
{
    if (!profiles().profiles.contains(name))
        return tl::unexpected(
            profileError(name, Text::tr("There is no such profile in %1.").arg(awsHome(m_room->environment).config)));
    const AwsProfile &profile = profiles().profiles[name];
    const bool isItsOwnSource = !chain.isEmpty() && chain.last() == name;
    if (profile.contains(QStringLiteral("role_arn")) && !isItsOwnSource) {
        if (chain.contains(name) || chain.size() >= kLongestChain)
            return tl::unexpected(profileError(name, Text::tr("Its source_profile leads round in a circle.")));
        return ofRole(name, profile, region, chain << name);
    }
    if (profile.contains(QStringLiteral("sso_session")) || profile.contains(QStringLiteral("sso_start_url")))
        return ofSso(name, profile);
    if (profile.contains(QStringLiteral("credential_process")) &&
        !profile.contains(QStringLiteral("aws_access_key_id")))
        return processIdentity(
            {name, profile.value(QStringLiteral("credential_process")), m_room->environment, m_room->now});
    const auto keys = keysOfProfile(name, profile);
    if (!keys)
        return tl::unexpected(keys.error());
    return fixedIdentity(*keys);
}

Result<std::shared_ptr<AwsIdentity>> AwsIdentities::ofRole(const QString &name, const AwsProfile &profile,
                                                           const QByteArray &region, const QStringList &chain)
{
    const QString from = profile.value(QStringLiteral("source_profile"));
    const QString other = profile.value(QStringLiteral("credential_source"));
    Found base = tl::unexpected(profileError(name, Text::tr("A role needs source_profile or credential_source = "
                                                            "Environment.")));
    if (!from.isEmpty()) {
        base = ofProfile(from, region, chain);
    } else if (other == QLatin1String("Environment")) {
        const auto keys = awsCredentials(m_room->environment);
        base = keys ? Found(fixedIdentity(*keys)) : Found(tl::unexpected(keys.error()));
    }
    if (!base)
        return base;
    RolePlan plan;
    plan.profile = name;
    plan.role = profile.value(QStringLiteral("role_arn"));
    plan.sessionName = profile.value(QStringLiteral("role_session_name"), QStringLiteral("gantry"));
    plan.seconds =
        std::clamp(profile.value(QStringLiteral("duration_seconds"), QStringLiteral("3600")).toInt(), 900, 43'200);
    plan.externalId = profile.value(QStringLiteral("external_id"));
    plan.mfaSerial = profile.value(QStringLiteral("mfa_serial"));
    plan.region = profile.value(QStringLiteral("region"), QString::fromLatin1(region)).toLatin1();
    if (!isRegion(plan.region))
        return tl::unexpected(profileError(name, Text::tr("A region such as eu-west-1 is needed.")));
    plan.base = *base;
    return assumedRole(std::move(plan), m_room);
}

Result<std::shared_ptr<AwsIdentity>> AwsIdentities::ofSso(const QString &name, const AwsProfile &profile)
{
    const QString session = profile.value(QStringLiteral("sso_session"));
    if (!session.isEmpty() && !profiles().ssoSessions.contains(session))
        return tl::unexpected(profileError(name, Text::tr("There is no [sso-session %1].").arg(session)));
    const AwsProfile &where = session.isEmpty() ? profile : profiles().ssoSessions[session];
    SsoPlan plan;
    plan.profile = name;
    plan.account = profile.value(QStringLiteral("sso_account_id"));
    plan.role = profile.value(QStringLiteral("sso_role_name"));
    plan.region = where.value(QStringLiteral("sso_region")).toLatin1();
    for (const auto &[member, value] : {std::pair(QStringLiteral("sso_account_id"), plan.account),
                                        std::pair(QStringLiteral("sso_role_name"), plan.role),
                                        std::pair(QStringLiteral("sso_region"), QString::fromLatin1(plan.region))}) {
        if (value.isEmpty())
            return tl::unexpected(profileError(name, Text::tr("The profile needs %1.").arg(member)));
    }
    if (!isRegion(plan.region))
        return tl::unexpected(profileError(name, Text::tr("A region such as eu-west-1 is needed.")));
    const QString hashed = session.isEmpty() ? profile.value(QStringLiteral("sso_start_url")) : session;
    plan.cacheFile = awsHome(m_room->environment).ssoCache + u'/' + ssoCacheFile(hashed);
    return singleSignOn(std::move(plan), m_room);
}

std::shared_ptr<AwsIdentity> AwsIdentities::ofKeychain(const QString &entry)
{
    FetchedIdentity::Rule rule;
    rule.now = m_room->now;
    rule.fetch = [room = m_room, entry](AwsIdentity::Answer answer) {
        room->keychain.readSecret(entry, [entry, answer = std::move(answer)](const Result<QString> &text) {
            answer(text ? keysOfEntry(entry, *text) : tl::unexpected(text.error()));
        });
    };
    return std::make_shared<FetchedIdentity>(std::move(rule));
}

} // namespace gantry::cloud

#include "cloud/sandbox/sandbox_sts.h"

#include "cloud/sandbox/sandbox_query.h"
#include "cloud/sandbox/sandbox_service.h"

#include <QRegularExpression>

namespace gantry::cloud {

namespace {

using namespace std::chrono_literals;

using query::element;
using query::text;
using query::value;

ServedAnswer xml(const QByteArray &action, const QByteArray &result)
{
    return query::answer(action, "https://sts.amazonaws.com/doc/2011-06-15/", result);
}

QByteArray credentialsXml(const AwsSession &session)
{
    return element("Credentials", element("AccessKeyId", session.credentials.accessKey) +
                                      element("SecretAccessKey", session.credentials.secretKey) +
                                      element("SessionToken", session.credentials.sessionToken) +
                                      element("Expiration", session.until.toUTC().toString(Qt::ISODate).toLatin1()));
}

ServedAnswer no(const ServedRequest &request, Refusal::Kind kind, const QByteArray &code, const QString &message)
{
    return refuse(SandboxService::Sts, request, {kind, 400, code, message, std::nullopt});
}

// 900 s up to `most`; nullopt when it is none of these.
std::optional<std::chrono::seconds> duration(const QUrlQuery &form, std::chrono::seconds usual,
                                             std::chrono::seconds most)
{
    const QString said = value(form, QStringLiteral("DurationSeconds"));
    if (said.isEmpty())
        return usual;
    bool isNumber = false;
    const std::chrono::seconds wanted(said.toLongLong(&isNumber));
    if (!isNumber || wanted < 900s || wanted > most)
        return std::nullopt;
    return wanted;
}

} // namespace

SandboxSts::SandboxSts(SandboxAccess &access, QByteArray mfaCode) : m_access(access), m_mfaCode(std::move(mfaCode)) {}

ServedAnswer SandboxSts::answer(const ServedRequest &request, const SandboxCaller &caller, const SandboxNow &now)
{
    const QUrlQuery form = query::formOf(request);
    const QByteArray action = value(form, QStringLiteral("Action")).toLatin1();
    if (action == "GetCallerIdentity")
        return xml(action, text("Arn", caller.arn) + text("UserId", caller.userId) +
                               element("Account", SandboxAccess::account));
    if (action != "AssumeRole" && action != "GetSessionToken")
        return no(request, Refusal::Kind::BadRequest, "InvalidAction",
                  QStringLiteral("Could not find operation %1").arg(QString::fromLatin1(action)));

    const bool assumes = action == "AssumeRole";
    const auto lasting = assumes ? duration(form, 3600s, 43200s) : duration(form, 43200s, 129600s);
    if (!lasting)
        return no(request, Refusal::Kind::BadRequest, "ValidationError",
                  QStringLiteral("DurationSeconds is out of range."));
    const QString role = value(form, QStringLiteral("RoleArn"));
    const QString device = value(form, QStringLiteral("SerialNumber"));
    const bool asksForMfa = role.endsWith(QStringLiteral(":role/rehearsal-mfa"));
    const bool deviceIsRight = device.endsWith(QStringLiteral(":mfa/rehearsal")) &&
                               value(form, QStringLiteral("TokenCode")).toLatin1() == m_mfaCode;
    if ((!device.isEmpty() || asksForMfa) && !deviceIsRight)
        return no(request, Refusal::Kind::Denied, {},
                  QStringLiteral("MultiFactorAuthentication failed with invalid MFA one time pass code."));
    if (!assumes)
        return xml(action, credentialsXml(m_access.issue(caller, *lasting, now.wallClock)));

    static const QRegularExpression nameRule(QStringLiteral("^[\\w+=,.@-]{2,64}$"));
    const QString name = value(form, QStringLiteral("RoleSessionName"));
    if (!nameRule.match(name).hasMatch())
        return no(request, Refusal::Kind::BadRequest, "ValidationError",
                  QStringLiteral("RoleSessionName needs 2 to 64 characters of [\\w+=,.@-]."));
    if (!asksForMfa && !role.endsWith(QStringLiteral(":role/rehearsal")))
        return no(request, Refusal::Kind::Denied, {},
                  QStringLiteral("User: %1 is not authorized to perform: sts:AssumeRole on resource: %2")
                      .arg(caller.arn, role));
    SandboxCaller assumed;
    assumed.arn = QStringLiteral("arn:aws:sts::%1:assumed-role/%2/%3")
                      .arg(QLatin1StringView(SandboxAccess::account), role.section(u'/', -1), name);
    assumed.userId = QStringLiteral("AROAREHEARSAL0000000:%1").arg(name);
    return xml(action,
               credentialsXml(m_access.issue(assumed, *lasting, now.wallClock)) +
                   element("AssumedRoleUser", text("AssumedRoleId", assumed.userId) + text("Arn", assumed.arn)));
}

} // namespace gantry::cloud

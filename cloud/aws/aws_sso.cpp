// Keys for a sign-in of IAM Identity Center ("aws sso login"). See aws_room.h.

#include "cloud/aws/aws_profiles.h"
#include "cloud/aws/aws_room.h"
#include "cloud/cloud_text.h"
#include "cloud/http/endpoint.h"
#include "cloud/http/json_limits.h"

#include <QFile>

namespace gantry::cloud {

namespace {

QByteArray wordMember(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().toLatin1();
}

// GET /federation/credentials of the portal: roleCredentials{accessKeyId,secretAccessKey,sessionToken,expiration ms}.
Result<AwsCredentials> readRoleCredentials(const QByteArray &body)
{
    const auto object = readJsonObject(body, {qsizetype{64} * 1024, 8});
    if (!object)
        return tl::unexpected(object.error());
    const QJsonObject keys = object->value(QLatin1StringView("roleCredentials")).toObject();
    const double expires = keys.value(QLatin1StringView("expiration")).toDouble(0);
    AwsCredentials read{
        wordMember(keys, "accessKeyId"), wordMember(keys, "secretAccessKey"), wordMember(keys, "sessionToken"), {}};
    if (read.accessKey.isEmpty() || read.secretKey.isEmpty() || read.sessionToken.isEmpty() || expires <= 0 ||
        expires > 4e12)
        return tl::unexpected(wrongMember(QStringLiteral("roleCredentials"), Text::tr("temporary keys that expire")));
    read.expires = std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(qint64(expires)));
    return read;
}

class SsoFetch : public std::enable_shared_from_this<SsoFetch>
{
public:
    SsoFetch(SsoPlan plan, std::shared_ptr<AwsRoom> room) : m_plan(std::move(plan)), m_room(std::move(room)) {}

    void fetch(AwsIdentity::Answer answer)
    {
        const auto token = signIn();
        const QByteArray own = "https://portal.sso." + m_plan.region + ".amazonaws.com";
        const auto base = m_room->endpoint(QStringLiteral("AWS_ENDPOINT_URL_SSO"), QUrl::fromEncoded(own));
        if (!token || !base) {
            answer(tl::unexpected(token ? base.error() : token.error()));
            return;
        }
        HttpRequest request;
        request.url = endpointUrl(*base, "/federation/credentials",
                                  "role_name=" + QUrl::toPercentEncoding(m_plan.role) +
                                      "&account_id=" + QUrl::toPercentEncoding(m_plan.account));
        request.headers.emplaceBack("x-amz-sso_bearer_token", token->accessToken);
        m_room->http.send(request,
                          [self = weak_from_this(), answer = std::move(answer)](const Result<HttpAnswer> &http) {
                              if (const auto alive = self.lock())
                                  answer(alive->understood(http));
                          });
    }

private:
    Error fault(const QString &advice) const
    {
        return identityError(Text::tr("use the sign-in of IAM Identity Center"), m_plan.profile, advice);
    }
    Error signInAgain() const
    {
        return fault(
            Text::tr("Sign in with \"aws sso login --profile %1\"; Gantry sees it by itself.").arg(m_plan.profile));
    }

    Result<SsoToken> signIn() const
    {
        QFile file(m_plan.cacheFile);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(signInAgain());
        const auto token = readSsoToken(file.read(64 * 1024));
        if (!token || token->expires <= m_room->now())
            return tl::unexpected(signInAgain());
        return *token;
    }

    Result<AwsCredentials> understood(const Result<HttpAnswer> &http) const
    {
        if (!http) {
            Error error = http.error();
            error.tried = fault({}).tried;
            error.subject = m_plan.profile;
            return tl::unexpected(error);
        }
        if (http->status == 401)
            return tl::unexpected(signInAgain());
        if (http->status == 200) {
            if (auto keys = readRoleCredentials(http->body))
                return keys;
        }
        Error error = fault(Text::tr("Check sso_account_id and sso_role_name of the profile."));
        error.kind = http->status >= 500   ? Error::Kind::ServerFault
                     : http->status == 200 ? Error::Kind::BadAnswer
                                           : Error::Kind::Credentials;
        error.httpStatus = http->status;
        return tl::unexpected(error);
    }

    const SsoPlan m_plan;
    const std::shared_ptr<AwsRoom> m_room;
};

} // namespace

std::shared_ptr<AwsIdentity> singleSignOn(SsoPlan plan, std::shared_ptr<AwsRoom> room)
{
    FetchedIdentity::Rule rule;
    rule.now = room->now;
    auto fetch = std::make_shared<SsoFetch>(std::move(plan), std::move(room));
    rule.fetch = [fetch](AwsIdentity::Answer answer) { fetch->fetch(std::move(answer)); };
    return std::make_shared<FetchedIdentity>(std::move(rule));
}

} // namespace gantry::cloud

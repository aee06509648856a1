// A role assumed through AWS's Security Token Service. See aws_room.h.

#include "cloud/aws/aws_room.h"
#include "cloud/aws/aws_sts.h"
#include "cloud/cloud_text.h"
#include "cloud/http/aws_sigv4.h"
#include "cloud/http/endpoint.h"

#include <QDateTime>

#include <algorithm>

namespace gantry::cloud {

namespace {

using Answer = AwsIdentity::Answer;

// One plan, tried again whenever its keys run out.
class RoleFetch : public std::enable_shared_from_this<RoleFetch>
{
public:
    RoleFetch(RolePlan plan, std::shared_ptr<AwsRoom> room) : m_plan(std::move(plan)), m_room(std::move(room)) {}
    ~RoleFetch()
    {
        if (m_isAsking && m_room->questions)
            m_room->questions->withdraw(question().id);
    }

    void fetch(Answer answer)
    {
        if (m_plan.mfaSerial.isEmpty())
            assume({}, std::move(answer));
        else if (!m_room->questions)
            answer(tl::unexpected(fault(Text::tr("The role asks for an MFA code, and nobody can be asked here."))));
        else
            askCode(std::move(answer));
    }

    std::optional<Error> waitingFor() const
    {
        if (!m_isAsking)
            return std::nullopt;
        return fault(Text::tr("Type the MFA code of %1 in the control window.").arg(m_plan.mfaSerial));
    }

private:
    SecretQuestion question() const
    {
        return {QStringLiteral("mfa/") + m_plan.profile + u'/' + m_plan.role,
                Text::tr("MFA code of %1").arg(m_plan.mfaSerial),
                Text::tr("to assume %1 (profile %2)").arg(m_plan.role, m_plan.profile), 6};
    }

    void askCode(Answer answer)
    {
        m_isAsking = true;
        m_room->questions->ask(question(),
                               [self = weak_from_this(), answer = std::move(answer)](const Result<QString> &code) {
                                   const auto alive = self.lock();
                                   if (!alive)
                                       return;
                                   alive->m_isAsking = false;
                                   if (code)
                                       alive->assume(*code, answer);
                                   else
                                       answer(tl::unexpected(code.error()));
                               });
    }

    void assume(const QString &code, Answer answer)
    {
        m_plan.base->credentials(
            [self = weak_from_this(), code, answer = std::move(answer)](const Result<AwsCredentials> &keys) {
                const auto alive = self.lock();
                if (!alive)
                    return;
                if (keys)
                    alive->send(code, *keys, answer);
                else
                    answer(tl::unexpected(keys.error()));
            });
    }

    void send(const QString &code, const AwsCredentials &keys, const Answer &answer)
    {
        const bool isChina = m_plan.region.startsWith("cn-");
        const QByteArray own = "https://sts." + m_plan.region + (isChina ? ".amazonaws.com.cn" : ".amazonaws.com");
        const auto base = m_room->endpoint(QStringLiteral("AWS_ENDPOINT_URL_STS"), QUrl::fromEncoded(own));
        if (!base) {
            answer(tl::unexpected(base.error()));
            return;
        }
        AssumeRole role{m_plan.role, m_plan.sessionName, m_plan.seconds, m_plan.externalId, m_plan.mfaSerial, code};
        HttpRequest request;
        request.method = "POST";
        request.url = endpointUrl(*base, "/");
        request.body = assumeRoleBody(role);
        request.once = true; // a code serves once
        request.headers.emplaceBack("Content-Type", kStsContentType);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_room->now().time_since_epoch().count(), Qt::UTC);
        request.headers +=
            sigV4Headers(request.method, request.url, request.headers, request.body, keys, {m_plan.region, "sts", now});
        m_room->http.send(request, [self = weak_from_this(), answer](const Result<HttpAnswer> &http) {
            if (const auto alive = self.lock())
                answer(alive->understood(http));
        });
    }

    Result<AwsCredentials> understood(const Result<HttpAnswer> &http) const
    {
        if (!http) {
            Error error = http.error();
            error.tried = tried();
            error.subject = m_plan.role;
            return tl::unexpected(error);
        }
        if (http->status == 200) {
            auto keys = readAssumeRole(http->body);
            if (keys)
                return keys;
            Error error = fault(Text::tr("The answer was not usable. Check that the address belongs to AWS."));
            error.kind = Error::Kind::BadAnswer;
            return tl::unexpected(error);
        }
        const StsFault said = readStsFault(http->body);
        const bool isCode = !m_plan.mfaSerial.isEmpty() && said.message.contains(QLatin1String("MultiFactor"));
        Error error =
            fault(isCode ? Text::tr("The code was not accepted: wait for the device's next one and type it.")
                  : said.code == QLatin1String("AccessDenied")
                      ? Text::tr("Ask for sts:AssumeRole on the role, and for the role's trust in these keys.")
                      : Text::tr("Check role_arn, mfa_serial and the keys of the profile."));
        if (http->status >= 500)
            error.kind = Error::Kind::ServerFault;
        // The message of a wrong code names the device, never the code.
        error.detail = said.code.isEmpty() ? QString() : said.code + QStringLiteral(" · ") + said.message;
        error.httpStatus = http->status;
        return tl::unexpected(error);
    }

    static QString tried() { return Text::tr("assume an AWS role"); }
    Error fault(const QString &advice) const { return identityError(tried(), m_plan.role, advice); }

    const RolePlan m_plan;
    const std::shared_ptr<AwsRoom> m_room;
    bool m_isAsking = false;
};

} // namespace

std::shared_ptr<AwsIdentity> assumedRole(RolePlan plan, std::shared_ptr<AwsRoom> room)
{
    FetchedIdentity::Rule rule;
    // A person needs longer than a machine; half the time at most, or a short session would never rest.
    if (!plan.mfaSerial.isEmpty())
        rule.ahead = std::min(std::chrono::minutes(10), std::chrono::minutes(plan.seconds / 120));
    rule.now = room->now;
    auto fetch = std::make_shared<RoleFetch>(std::move(plan), std::move(room));
    rule.fetch = [fetch](Answer answer) { fetch->fetch(std::move(answer)); };
    rule.waitingFor = [fetch] { return fetch->waitingFor(); };
    return std::make_shared<FetchedIdentity>(std::move(rule));
}

} // namespace gantry::cloud

#pragma once
// An access token after RFC 6749: asked for when it is needed first, kept in memory, renewed once and early (five
// minutes before its end, or a quarter of a short life), by one request for everybody who waits. While an old one is
// still good, a renewal that fails is not an outage.

#include "cloud/http/authorizer.h"
#include "cloud/http/http_client.h"

#include <QObject>

class QNetworkAccessManager;

namespace gantry::cloud {

// Time as a token needs it: what the wall says, and what has passed.
struct TokenClock
{
    std::function<std::chrono::sys_seconds()> wall;
    std::function<std::chrono::milliseconds()> elapsed; // monotonic, from any start
};
TokenClock computerClock();

struct GrantedToken
{
    QByteArray value;
    std::chrono::seconds lives{0};
};

// The answer of a token endpoint: RFC 6749, 5.1. Pure. A token that could not stand in a header is BadAnswer.
Result<GrantedToken> grantedToken(const QByteArray &body);

// Its refusal: 5.2. `invalid_grant` because of the time in it is ClockSkew, any other refusal is Credentials.
Error tokenFault(const QString &subject, const HttpAnswer &answer, std::chrono::sys_seconds now,
                 const std::vector<QByteArray> &secrets);

struct OAuthSettings
{
    QString subject; // "Google, room@show.iam.gserviceaccount.com"
    // The request that asks for one; later, once. Errors are handed on as they are.
    std::function<void(std::chrono::sys_seconds now, std::function<void(Result<HttpRequest>)>)> request;
    std::function<std::vector<QByteArray>()> secrets; // that the request carries
    HttpLimits limits;
    TokenClock clock = computerClock();
};

class OAuthToken : public Authorizer
{
public:
    OAuthToken(OAuthSettings settings, QNetworkAccessManager &network);

    void authorize(std::function<void(Result<QByteArray>)> answer) override;
    bool refused(const QByteArray &value) override;
    std::optional<std::chrono::sys_seconds> ends() const override;
    std::vector<QByteArray> secrets() const override;

private:
    struct Held
    {
        QByteArray value; // "Bearer ya29..."
        std::chrono::milliseconds renewAt;
        std::chrono::milliseconds endsAt; // both on the elapsed clock: nobody sets that one
        std::chrono::sys_seconds ends;
    };

    bool isGood() const;
    void renew();
    void take(const Result<HttpAnswer> &http);
    void settle(const std::optional<Error> &failure);

    OAuthSettings m_settings;
    HttpClient m_http;
    std::optional<Held> m_held;
    std::vector<std::function<void(Result<QByteArray>)>> m_waiting;
    bool m_asking = false;
    bool m_renewalFails = false;
    QObject m_context;
};

// The authorizer of this name in a room, made at the first call. The room's network access manager is where they meet.
std::shared_ptr<Authorizer> sharedAuthorizer(QNetworkAccessManager &network, const QString &name,
                                             const std::function<std::shared_ptr<Authorizer>()> &make);

} // namespace gantry::cloud

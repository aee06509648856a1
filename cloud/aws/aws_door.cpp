#include "cloud/aws/aws_door.h"

#include "cloud/http/aws_error.h"
#include "cloud/http/aws_sigv4.h"
#include "cloud/http/endpoint.h"

#include <QPointer>
#include <QTimer>

namespace gantry::cloud {

QUrl awsEndpoint(const QByteArray &host, const QByteArray &region)
{
    const QByteArray domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return QUrl::fromEncoded("https://" + host + '.' + region + '.' + domain);
}

namespace {

// MediaLive allows an account 5 a second in a region, with a burst of 30, and does not raise it: a fifth stays for
// other tools. The other services allow 30 and more; what they allow for lesser calls is not written down.
AccountRate rateOf(const AwsDoorSettings &settings)
{
    if (settings.identity->account.isEmpty())
        return {};
    const QByteArray account = "aws " + settings.service + ' ' + settings.region + ' ' + settings.identity->account;
    return settings.service == "medialive" ? AccountRate{account, 4, 24, 5} : AccountRate{account, 10, 30, 5};
}

} // namespace

AwsDoor::AwsDoor(AwsDoorSettings settings, QNetworkAccessManager &network)
    : m_settings(std::move(settings)), m_http(network, m_settings.limits, rateOf(m_settings))
{
    Q_ASSERT(m_settings.identity);
    if (m_settings.endpoint.isEmpty())
        m_settings.endpoint = awsEndpoint(m_settings.service, m_settings.region);
    if (!m_settings.now)
        m_settings.now = [] { return QDateTime::currentDateTimeUtc(); };
}

void AwsDoor::ask(const AwsAsk &ask, HttpClient::Answer answer)
{
    // The identity may outlive this door, and answer when a person has typed something.
    const QPointer<QObject> alive(&m_context);
    m_settings.identity->credentials(
        [this, alive, ask, answer = std::move(answer)](const Result<AwsCredentials> &credentials) {
            if (!alive)
                return;
            if (credentials) {
                send(ask, *credentials, answer);
                return;
            }
            Error error = credentials.error();
            error.detail = error.detail.isEmpty() ? error.text() : error.text() + QStringLiteral(": ") + error.detail;
            error = named(error, ask.tried);
            QTimer::singleShot(0, &m_context, [answer, error] { answer(tl::unexpected(error)); });
        });
}

void AwsDoor::send(const AwsAsk &ask, const AwsCredentials &credentials, HttpClient::Answer answer)
{
    m_expire = credentials.expires;
    HttpRequest request;
    request.method = ask.method;
    request.url = endpointUrl(m_settings.endpoint, ask.path, ask.query);
    request.headers = ask.headers;
    request.body = ask.body;
    request.once = ask.changes;
    if (!ask.body.isEmpty())
        request.headers.emplaceBack("Content-Type", ask.contentType);
    const SigV4Scope scope{m_settings.region, m_settings.service, m_settings.now()};
    request.headers += sigV4Headers(ask.method, request.url, request.headers, ask.body, credentials, scope);
    m_http.send(request, [this, ask, credentials, answer = std::move(answer)](const Result<HttpAnswer> &http) {
        answer(understood(ask, credentials, http));
    });
}

Result<HttpAnswer> AwsDoor::understood(const AwsAsk &ask, const AwsCredentials &credentials,
                                       const Result<HttpAnswer> &http) const
{
    if (!http)
        return tl::unexpected(named(http.error(), ask.tried));
    if (http->status >= 200 && http->status < 300)
        return *http;
    const QString name = awsErrorName(*http);
    if (name == QLatin1String("ExpiredTokenException") || name == QLatin1String("ExpiredToken"))
        m_settings.identity->expiredEarly(credentials);
    const auto now = std::chrono::sys_seconds(std::chrono::seconds(m_settings.now().toSecsSinceEpoch()));
    return tl::unexpected(awsError(ask.tried, m_settings.subject, *http, credentials, now, ask.permission));
}

Error AwsDoor::named(Error error, const QString &tried) const
{
    error.tried = tried;
    error.subject = m_settings.subject;
    return error;
}

} // namespace gantry::cloud

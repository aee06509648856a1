#include "cloud/http/json_client.h"

#include "cloud/http/endpoint.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace gantry::cloud {

JsonClient::JsonClient(JsonService service, std::shared_ptr<Authorizer> authorizer, QNetworkAccessManager &network)
    : m_service(std::move(service)), m_http(network, std::move(authorizer), m_service.limits, m_service.rate)
{
    if (!m_service.now)
        m_service.now = [] { return QDateTime::currentDateTimeUtc(); };
}

void JsonClient::call(const JsonCall &call, std::function<void(Result<JsonAnswer>)> answer)
{
    HttpRequest request;
    request.method = call.method;
    request.url = endpointUrl(m_service.endpoint, call.path, call.query);
    request.headers = {{"Accept", "application/json"}};
    request.once = call.method != "GET" && !call.isQuestion;
    if (call.body) {
        request.body = QJsonDocument(*call.body).toJson(QJsonDocument::Compact);
        request.headers.emplaceBack("Content-Type", "application/json");
    }
    m_http.send(std::move(request), [this, call, answer = std::move(answer)](Result<HttpAnswer> http) {
        answer(understood(call, std::move(http)));
    });
}

Result<JsonAnswer> JsonClient::understood(const JsonCall &call, Result<HttpAnswer> http) const
{
    if (!http) {
        Error error = http.error();
        error.tried = call.tried;
        if (error.subject.isEmpty()) // a credential's own subject says more
            error.subject = m_service.subject;
        return tl::unexpected(error);
    }
    const auto body = readJsonObject(http->body, {qsizetype{2} * 1024 * 1024, 64});
    if (http->status < 200 || http->status >= 300) {
        const FaultWords words = body && m_service.words ? m_service.words(*body) : FaultWords();
        return tl::unexpected(httpFault(call.tried, m_service.subject, *http, words, m_service.advice, now(),
                                        m_http.authorizer().secrets()));
    }
    if (body)
        return JsonAnswer{*body, *std::move(http)};
    if (call.mayBeEmpty && http->body.trimmed().isEmpty())
        return JsonAnswer{{}, *std::move(http)};
    // Somebody between us and the provider may say 200 to anything.
    return tl::unexpected(named(body.error(), call.tried));
}

std::chrono::sys_seconds JsonClient::now() const
{
    return std::chrono::sys_seconds(std::chrono::seconds(m_service.now().toSecsSinceEpoch()));
}

std::optional<std::chrono::sys_time<std::chrono::milliseconds>> JsonClient::credentialsEnd() const
{
    if (const auto ends = m_http.authorizer().ends())
        return std::chrono::sys_time<std::chrono::milliseconds>(*ends);
    return std::nullopt;
}

Error JsonClient::named(Error error, const QString &tried) const
{
    error.tried = tried;
    error.subject = m_service.subject;
    return error;
}

Result<bool> PageGuard::goesOn(const QString &nextToken)
{
    if (nextToken.isEmpty())
        return false;
    const bool repeats = m_seen.contains(nextToken);
    m_seen.insert(nextToken);
    if (!repeats && m_seen.size() < m_most)
        return true;
    Error error;
    error.kind = Error::Kind::BadAnswer;
    error.advice = QCoreApplication::translate("cloud", "What was read so far is not used. If this stays, tell the "
                                                        "provider.");
    error.detail =
        repeats ? QCoreApplication::translate("cloud", "The list repeats itself after page %1.").arg(m_seen.size())
                : QCoreApplication::translate("cloud", "The list has no end: more than %1 pages.").arg(m_most);
    return tl::unexpected(error);
}

} // namespace gantry::cloud

#pragma once
// Calls of a REST interface that answers in JSON: who asks, what a status means and what an answer must look like, said
// once for an adapter. An answer is an object within the limits, or an error that says what was tried, on what.

#include "cloud/http/authorized_client.h"
#include "cloud/http/http_fault.h"
#include "cloud/http/json_limits.h"

#include <QDateTime>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace gantry::cloud {

struct JsonService
{
    QString subject; // "Google Live Stream final (europe-west4)"
    QUrl endpoint;   // has passed endpointFault()
    FaultAdvice advice;
    std::function<FaultWords(const QJsonObject &body)> words; // of an answer that is no 2xx; {} when it is no JSON
    HttpLimits limits;
    AccountRate rate;
    std::function<QDateTime()> now; // empty: this computer's clock
};

struct JsonCall
{
    QString tried; // "read the channel"
    QByteArray method = "GET";
    QByteArray path;  // percent-encoded
    QByteArray query; // percent-encoded
    std::optional<QJsonObject> body;
    bool isQuestion = false; // changes nothing although it is no GET
    // 2xx without a body is an answer, too: an empty object.
    bool mayBeEmpty = false;
};

struct JsonAnswer
{
    QJsonObject body;
    HttpAnswer http;
};

class JsonClient
{
public:
    JsonClient(JsonService service, std::shared_ptr<Authorizer> authorizer, QNetworkAccessManager &network);

    // Later, once. Whatever is no question changes something and is sent once.
    void call(const JsonCall &call, std::function<void(Result<JsonAnswer>)> answer);

    const QString &subject() const { return m_service.subject; }
    std::chrono::sys_seconds now() const;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> credentialsEnd() const;

    // The same error, about this service.
    Error named(Error error, const QString &tried) const;

private:
    Result<JsonAnswer> understood(const JsonCall &call, Result<HttpAnswer> http) const;

    JsonService m_service;
    AuthorizedClient m_http;
};

// Keeps the reading of a list in pages from going on for ever.
class PageGuard
{
public:
    explicit PageGuard(int mostPages = 20) : m_most(mostPages) {}

    // True: there is another page. False: that was the last one. An error: the list repeats itself, or has no end.
    Result<bool> goesOn(const QString &nextToken);

private:
    int m_most;
    QSet<QString> m_seen;
};

} // namespace gantry::cloud

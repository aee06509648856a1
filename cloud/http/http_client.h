#pragma once
// One HTTP exchange, said plainly: what to send, and either the complete answer or why there is none.
//
// Thread: everything happens on the thread of the QNetworkAccessManager. The answer comes later, never from inside
// send(), exactly once; destroying the client drops what is outstanding without an answer.
// Any HTTP status is an answer: what 403 or 500 means is the provider's business.
// Redirects are not followed: a signed request is valid for one address only. A certificate that does not prove who
// answers ends the exchange (Untrusted); there is no way round it. Proxies are those of the system.
// Questions and commands of an account take turns (account_gate.h); a question that would have to wait for the end of a
// Retry-After is answered Throttled at once, without leaving.

#include "cloud/cloud_error.h"
#include "cloud/http/account_gate.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace gantry::cloud {

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url; // made with QUrl::fromEncoded: percent signs go out as written
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    // Something changes at the other end. Qt repeats a request by itself when a connection closes before the answer;
    // with `once` it does not, and the answer is Unreachable.
    bool once = false;
};

struct HttpAnswer
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::chrono::milliseconds roundTrip{0};

    QByteArray header(const QByteArray &name) const; // case does not matter; empty when absent
};

struct HttpLimits
{
    std::chrono::milliseconds timeout{8000}; // for the whole exchange
    qint64 maxBody = qint64{4} * 1024 * 1024;
};

class HttpClient
{
public:
    using Answer = std::function<void(Result<HttpAnswer>)>;

    explicit HttpClient(QNetworkAccessManager &network, HttpLimits limits = {}, const AccountRate &rate = {});
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    // Error::tried and Error::subject are left to the caller, who knows what the exchange was for.
    void send(const HttpRequest &request, Answer answer);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

// "120" or an HTTP date, as seconds from `now` on; 0 when absent or unreadable, never more than an hour.
int retryAfterSeconds(const QByteArray &value, std::chrono::sys_seconds now);

// The Date header, when there is a readable one.
std::optional<std::chrono::sys_time<std::chrono::milliseconds>> answerDate(const HttpAnswer &answer);

} // namespace gantry::cloud

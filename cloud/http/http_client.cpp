#include "cloud/http/http_client.h"

#include "cloud/http/redaction.h"
#include "cloud/http/system_proxy.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>
#include <set>

namespace gantry::cloud {

namespace {

// A body that cannot be read twice, so that Qt cannot send it twice. Not a QBuffer: Qt looks behind those.
class OneWayBody : public QIODevice
{
public:
    explicit OneWayBody(QByteArray bytes) : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_read + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_read);
        std::copy_n(m_bytes.constData() + m_read, count, data);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

Error::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return Error::Kind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Kind::Untrusted;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Error::Kind::BadAnswer;
    default:
        return Error::Kind::Unreachable;
    }
}

// Qt's codes below 200 are about the way there, not about what was said at the other end. A status line may have been
// read all the same: a connection that breaks in the middle of a body has status 200. Qt calls 400 an invalid
// operation; to us it is an answer.
bool brokeOnTheWay(QNetworkReply::NetworkError error, int status)
{
    if (error == QNetworkReply::NoError || (error == QNetworkReply::ProtocolInvalidOperationError && status >= 400))
        return false;
    return error < QNetworkReply::ContentAccessDenied || error == QNetworkReply::ProtocolFailure ||
           error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolInvalidOperationError;
}

QString adviceFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::TimedOut:
        return QCoreApplication::translate("cloud", "No answer in time. A command may have been executed: look before "
                                                    "sending it again.");
    case Error::Kind::Untrusted:
        return QCoreApplication::translate("cloud", "Nothing was sent: whoever answers there cannot prove to be the "
                                                    "provider. Check the address, this computer's clock, and who "
                                                    "stands between (a proxy that opens encrypted connections).");
    case Error::Kind::BadAnswer:
        return QCoreApplication::translate("cloud", "The answer was not usable. Check that the address belongs to this "
                                                    "provider.");
    default:
        return QCoreApplication::translate("cloud", "Check the network connection and the address.");
    }
}

Error failure(Error::Kind kind, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.advice = adviceFor(kind);
    error.detail = quotable(detail);
    return error;
}

// Asked not to ask: said by us instead of by the provider, and without a request.
Error stillPaused(std::chrono::milliseconds left)
{
    Error error;
    error.kind = Error::Kind::Throttled;
    error.retryAfterSeconds = int(std::chrono::ceil<std::chrono::seconds>(left).count());
    error.advice = QCoreApplication::translate("cloud", "The provider has asked to be left alone for a while. Gantry "
                                                        "waits, and asks again by itself.");
    error.detail = QCoreApplication::translate("cloud", "Not sent: %1 s are left.").arg(error.retryAfterSeconds);
    return error;
}

// Zero when the answer is not about asking too often.
std::chrono::milliseconds pauseAfter(const HttpAnswer &answer)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::chrono::seconds asked{retryAfterSeconds(answer.header("Retry-After"), now)};
    if (answer.status == 429)
        return std::max(std::chrono::seconds{1}, asked);
    return answer.status == 503 ? asked : std::chrono::seconds{0};
}

QDateTime httpDate(QByteArray text)
{
    text = text.trimmed();
    if (text.endsWith("GMT")) // RFC 9110's form; Qt's reader of RFC 2822 wants the offset in digits
        text.replace(text.size() - 3, 3, "+0000");
    return QDateTime::fromString(QString::fromLatin1(text), Qt::RFC2822Date);
}

} // namespace

// Belongs to the reply (its parent) and ends with it.
class HttpExchange : public QObject
{
public:
    HttpExchange(QNetworkReply *reply, HttpLimits limits, HttpClient::Answer answer, std::set<QNetworkReply *> &open)
        : QObject(reply), m_reply(reply), m_limits(limits), m_answer(std::move(answer)), m_open(open)
    {
        m_open.insert(reply);
        m_clock.start();
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this,
                [this] { finish(tl::unexpected(failure(Error::Kind::TimedOut, {}))); });
        connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::read);
        connect(reply, &QNetworkReply::finished, this, &HttpExchange::complete);
        m_deadline.start(limits.timeout);
    }

private:
    void read()
    {
        m_body += m_reply->readAll();
        // What is announced too large need not be fetched to be refused.
        const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (std::max<qint64>(m_body.size(), announced) > m_limits.maxBody)
            finish(tl::unexpected(failure(
                Error::Kind::BadAnswer,
                QCoreApplication::translate("cloud", "The answer is larger than %1 bytes.").arg(m_limits.maxBody))));
    }

    void complete()
    {
        read();
        if (m_done)
            return;
        const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        if (brokeOnTheWay(m_reply->error(), status.toInt()) || !status.isValid()) {
            finish(tl::unexpected(failure(kindOf(m_reply->error()), m_reply->errorString())));
            return;
        }
        HttpAnswer answer;
        answer.status = status.toInt();
        answer.headers = m_reply->rawHeaderPairs();
        answer.body = std::move(m_body);
        answer.roundTrip = std::chrono::milliseconds(m_clock.elapsed());
        finish(std::move(answer));
    }

    void finish(Result<HttpAnswer> result)
    {
        if (m_done)
            return;
        m_done = true;
        m_deadline.stop();
        m_open.erase(m_reply);
        m_reply->disconnect(this);
        if (m_reply->isRunning())
            m_reply->abort();
        m_reply->deleteLater();
        // The answer may destroy the client, so nothing of it is touched afterwards.
        const HttpClient::Answer answer = std::move(m_answer);
        answer(std::move(result));
    }

    QNetworkReply *m_reply;
    HttpLimits m_limits;
    HttpClient::Answer m_answer;
    std::set<QNetworkReply *> &m_open;
    QByteArray m_body;
    QElapsedTimer m_clock;
    QTimer m_deadline;
    bool m_done = false;
};

struct HttpClient::Private
{
    QNetworkAccessManager &network;
    HttpLimits limits;
    QPointer<AccountGate> gate; // null: nobody counts
    std::set<QNetworkReply *> open{};
    QObject context{}; // what waits for its turn ends with it

    void transmit(const HttpRequest &request, Answer answer);
};

HttpClient::HttpClient(QNetworkAccessManager &network, HttpLimits limits, const AccountRate &rate)
    : m_d(new Private{network, limits, AccountGate::of(network, rate)})
{
    useSystemProxy(network);
}

HttpClient::~HttpClient()
{
    for (QNetworkReply *reply : std::exchange(m_d->open, {})) {
        reply->disconnect();
        for (QObject *child : reply->children()) {
            if (dynamic_cast<HttpExchange *>(child))
                delete child;
        }
        reply->abort();
        reply->deleteLater();
    }
}

void HttpClient::send(const HttpRequest &request, Answer answer)
{
    AccountGate *gate = m_d->gate;
    if (!gate) {
        m_d->transmit(request, std::move(answer));
        return;
    }
    if (const auto left = gate->pausedFor(); !request.once && left.count() > 0) {
        QTimer::singleShot(0, &m_d->context,
                           [answer = std::move(answer), left] { answer(tl::unexpected(stillPaused(left))); });
        return;
    }
    // Whoever sees 429 first keeps everybody else of the account from asking.
    auto told = [gate = m_d->gate, answer = std::move(answer)](Result<HttpAnswer> result) {
        if (const auto time = result ? pauseAfter(*result) : std::chrono::milliseconds(0); gate && time.count() > 0)
            gate->pause(time);
        answer(std::move(result));
    };
    gate->enter(request.once,
                [d = m_d.get(), alive = QPointer<QObject>(&m_d->context), request, told = std::move(told)]() mutable {
                    if (alive)
                        d->transmit(request, std::move(told));
                });
}

void HttpClient::Private::transmit(const HttpRequest &request, Answer answer)
{
    QNetworkRequest wire(request.url);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QSslConfiguration tls = wire.sslConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    wire.setSslConfiguration(tls);
    wire.setRawHeader("User-Agent", "gantry/" GANTRY_VERSION);
    for (const auto &[name, value] : request.headers)
        wire.setRawHeader(name, value);

    QNetworkReply *reply = nullptr;
    if (request.once) {
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        if (!wire.hasRawHeader("Content-Type"))
            wire.setRawHeader("Content-Type", "application/json"); // else Qt invents one and complains
        auto body = std::make_unique<OneWayBody>(request.body);
        reply = network.sendCustomRequest(wire, request.method, body.get());
        body.release()->setParent(reply);
    } else {
        reply = network.sendCustomRequest(wire, request.method, request.body);
    }
    new HttpExchange(reply, limits, std::move(answer), open);
}

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

int retryAfterSeconds(const QByteArray &value, std::chrono::sys_seconds now)
{
    constexpr qint64 longest = 3600;
    bool isNumber = false;
    qint64 seconds = value.trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime date = httpDate(value);
        if (!date.isValid())
            return 0;
        seconds = date.toSecsSinceEpoch() - now.time_since_epoch().count();
    }
    return int(std::clamp<qint64>(seconds, 0, longest));
}

std::optional<std::chrono::sys_time<std::chrono::milliseconds>> answerDate(const HttpAnswer &answer)
{
    const QDateTime date = httpDate(answer.header("Date"));
    if (!date.isValid())
        return std::nullopt;
    return std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(date.toMSecsSinceEpoch()));
}

} // namespace gantry::cloud

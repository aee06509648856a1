#include "cloud/sandbox/http_listener.h"

#include <QCoreApplication>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QHttpServerResponse>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <map>
#include <vector>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace gantry::cloud {

namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    default:
        return "OTHER";
    }
}

ServedRequest served(const QHttpServerRequest &request)
{
    ServedRequest result;
    result.method = methodName(request.method());
    // QUrl has undone some of the percent signs ("%3A" is ':' now): write them again.
    const QByteArray path = request.url().path(QUrl::FullyEncoded).toLatin1();
    result.path = QByteArray::fromPercentEncoding(path).toPercentEncoding("/");
    result.query = request.url().query(QUrl::FullyEncoded).toLatin1();
    result.body = request.body();
    result.header = [&request](const QByteArray &name) { return request.value(name); };
    return result;
}

void write(const ServedAnswer &answer, QHttpServerResponder &responder)
{
    QHttpServerResponse response(answer.contentType, answer.body, QHttpServerResponder::StatusCode(answer.status));
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers = response.headers();
    for (const auto &[name, value] : answer.headers)
        headers.append(QLatin1StringView(name), QLatin1StringView(value));
    response.setHeaders(std::move(headers));
    responder.sendResponse(response);
#else
    for (const auto &[name, value] : answer.headers)
        response.addHeader(name, value);
    response.write(std::move(responder));
#endif
}

// Knows over which connection a request came: it is told of what arrives before the HTTP server is, which answers from
// within the same signal.
class Connections : public QTcpServer
{
public:
    QPointer<QTcpSocket> current;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QIODevice::readyRead, this, [this, socket] { current = socket; });
        addPendingConnection(socket);
    }
};

// An answer that is not given, or not yet. Its connection may be gone by then, and then nothing is written.
struct Outstanding
{
    QHttpServerResponder responder;
    QPointer<QTcpSocket> socket;
};

} // namespace

struct HttpListener::Private
{
    Serve serve;
    std::unique_ptr<QHttpServer> server;
    QPointer<Connections> connections;
    std::vector<QHttpServerResponder> silent; // of requests that are never answered
    std::map<int, Outstanding> late;
    int lastLate = 0;

    void handle(const QHttpServerRequest &request, QHttpServerResponder &responder)
    {
        const ServedAnswer answer = serve(served(request));
        if (answer.silence) {
            silent.push_back(std::move(responder));
            return;
        }
        if (answer.delay.count() <= 0) {
            write(answer, responder);
            return;
        }
        const int number = ++lastLate;
        late.emplace(number, Outstanding{std::move(responder), connections ? connections->current : nullptr});
        QTimer::singleShot(answer.delay, server.get(), [this, number, answer] { giveLate(number, answer); });
    }

    void giveLate(int number, const ServedAnswer &answer)
    {
        const auto found = late.find(number);
        if (found == late.end())
            return;
        const QTcpSocket *socket = found->second.socket;
        if (socket && socket->state() == QAbstractSocket::ConnectedState)
            write(answer, found->second.responder);
        else
            silent.push_back(std::move(found->second.responder));
        late.erase(found);
    }
};

HttpListener::HttpListener() : m_d(new Private) {}

HttpListener::~HttpListener()
{
    close();
}

Result<quint16> HttpListener::listen(quint16 port, Serve serve)
{
    close();
    auto tcp = std::make_unique<Connections>();
    if (!tcp->listen(QHostAddress::LocalHost, port)) {
        Error error;
        error.kind = Error::Kind::Setting;
        error.tried = QCoreApplication::translate("cloud", "start the rehearsal cloud");
        error.subject = QStringLiteral("127.0.0.1:%1").arg(port);
        error.advice =
            QCoreApplication::translate("cloud", "Another program may use this port: choose another one, or 0 "
                                                 "for any.");
        error.detail = tcp->errorString();
        return tl::unexpected(error);
    }
    const quint16 taken = tcp->serverPort();
    m_d->serve = std::move(serve);
    m_d->server = std::make_unique<QHttpServer>();
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    m_d->server->setMissingHandler(m_d->server.get(),
                                   [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
                                       m_d->handle(request, responder);
                                   });
#else
    m_d->server->setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        m_d->handle(request, responder);
    });
#endif
    m_d->connections = tcp.get();
    (void)m_d->server->bind(tcp.release()); // the server is its parent from here on
    return taken;
}

void HttpListener::close()
{
    m_d->silent.clear();
    m_d->late.clear();
    m_d->server.reset();
}

} // namespace gantry::cloud

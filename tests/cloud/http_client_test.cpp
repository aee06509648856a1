#include "cloud/http/credentials.h"
#include "cloud/http/http_client.h"

#include "cloud/await.h"

#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace gantry::cloud;
using namespace std::chrono_literals;

namespace {

// A server that does to every connection what it is told to.
struct RawServer
{
    QTcpServer tcp;
    int requests = 0;
    std::function<void(QTcpSocket &)> onRequest;

    RawServer()
    {
        tcp.listen(QHostAddress::LocalHost);
        QObject::connect(&tcp, &QTcpServer::newConnection, &tcp, [this] {
            QTcpSocket *socket = tcp.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                ++requests;
                if (onRequest)
                    onRequest(*socket);
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(tcp.serverPort())); }
};

Result<HttpAnswer> exchange(HttpClient &client, const HttpRequest &request)
{
    auto answer = gantry::test::await<Result<HttpAnswer>>([&](auto done) { client.send(request, std::move(done)); });
    return answer.value_or(tl::unexpected(Error{Error::Kind::Setting, {}, {}, {}, {}}));
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandIsNeverSentTwice_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("start") << QByteArray();
        QTest::newRow("switch") << QByteArray("{\"a\":1}");
    }
    void aCommandIsNeverSentTwice()
    {
        QFETCH(QByteArray, body);
        RawServer server;
        server.onRequest = [](QTcpSocket &socket) { socket.disconnectFromHost(); };
        QNetworkAccessManager network;
        HttpClient client(network);
        HttpRequest request;
        request.method = "POST";
        request.url = server.url();
        request.body = body;
        request.once = true;
        const auto answer = exchange(client, request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QCOMPARE(server.requests, 1);
    }

    void anAnswerCutShortIsNoAnswer()
    {
        RawServer server;
        server.onRequest = [](QTcpSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"state\":");
            socket.disconnectFromHost();
        };
        QNetworkAccessManager network;
        HttpClient client(network);
        HttpRequest request;
        request.url = server.url();
        QCOMPARE(exchange(client, request).error().kind, Error::Kind::Unreachable);
    }

    void anEndlessAnswerIsCutOff()
    {
        RawServer server;
        server.onRequest = [](QTcpSocket &socket) {
            socket.write("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(500'000, 'x'));
        };
        QNetworkAccessManager network;
        HttpClient client(network, {5000ms, 100'000});
        HttpRequest request;
        request.url = server.url();
        QCOMPARE(exchange(client, request).error().kind, Error::Kind::BadAnswer);
    }

    void anAnswerThatIsNotHttpIsNoAnswer()
    {
        RawServer server;
        server.onRequest = [](QTcpSocket &socket) {
            socket.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            socket.disconnectFromHost();
        };
        QNetworkAccessManager network;
        HttpClient client(network);
        HttpRequest request;
        request.url = server.url();
        QVERIFY(!exchange(client, request));
    }

    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 204, 301, 400, 401, 403, 404, 405, 409, 410, 418, 422, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }
    void everyStatusIsAnAnswer()
    {
        QFETCH(int, status);
        for (const bool once : {false, true}) {
            RawServer server;
            server.onRequest = [status](QTcpSocket &socket) {
                socket.write("HTTP/1.1 " + QByteArray::number(status) +
                             " X\r\nContent-Length: " + (status == 204 ? "0\r\n\r\n" : "2\r\n\r\n{}"));
            };
            QNetworkAccessManager network;
            HttpClient client(network);
            HttpRequest request;
            request.method = once ? "POST" : "GET";
            request.once = once;
            request.url = server.url();
            const auto answer = exchange(client, request);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
            QCOMPARE(answer->status, status);
            QCOMPARE(server.requests, 1);
        }
    }

    void aRedirectIsNotFollowed()
    {
        RawServer server;
        server.onRequest = [](QTcpSocket &socket) {
            socket.write("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
        };
        QNetworkAccessManager network;
        HttpClient client(network);
        HttpRequest request;
        request.url = server.url();
        const auto answer = exchange(client, request);
        QVERIFY(answer);
        QCOMPARE(answer->status, 302);
        QCOMPARE(server.requests, 1);
    }

    void anAnswerThatDripsDoesNotOutliveTheTimeOut()
    {
        RawServer server;
        QTimer drip;
        QTcpSocket *open = nullptr;
        server.onRequest = [&](QTcpSocket &socket) {
            open = &socket;
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            drip.start(20);
        };
        connect(&drip, &QTimer::timeout, this, [&] { open->write("x"); });
        QNetworkAccessManager network;
        HttpClient client(network, {200ms, 100'000});
        HttpRequest request;
        request.url = server.url();
        QCOMPARE(exchange(client, request).error().kind, Error::Kind::TimedOut);
        drip.stop();
    }

    void aKeychainThatCannotBeReadIsSaid()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        KeychainReader reader;
        const auto secret = gantry::test::await<Result<QString>>(
            [&](auto answer) { reader.readSecret(QStringLiteral("gantry-test-no-such-secret"), std::move(answer)); });
        QVERIFY(secret && !*secret);
        QCOMPARE(secret->error().kind, Error::Kind::Credentials);
        QCOMPARE(secret->error().subject, QStringLiteral("gantry-test-no-such-secret"));
        const auto fault = gantry::test::await<QString>([&](auto answer) { reader.check(std::move(answer)); });
        QVERIFY(fault && !fault->isEmpty());
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client_test.moc"

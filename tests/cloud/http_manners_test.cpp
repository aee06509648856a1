#include "cloud/aws/aws_door.h"
#include "cloud/http/account_gate.h"
#include "cloud/http/http_client.h"
#include "cloud/http/http_fault.h"
#include "cloud/http/redaction.h"

#include "cloud/await.h"
#include "cloud/http_stage.h"
#include "support/tls_server.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;
using gantry::test::HttpStage;
using gantry::test::SeenRequest;
using gantry::test::StageAnswer;

namespace {

constexpr std::chrono::sys_seconds kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

Result<HttpAnswer> exchange(HttpClient &client, const QUrl &url, bool once = false)
{
    HttpRequest request;
    request.method = once ? "POST" : "GET";
    request.url = url;
    request.once = once;
    auto answer = gantry::test::await<Result<HttpAnswer>>([&](auto done) { client.send(request, std::move(done)); });
    return answer.value_or(tl::unexpected(Error{Error::Kind::Setting, QStringLiteral("no single answer"), {}, {}, {}}));
}

// Answers 200 with a body that has no end, and counts what was taken of it.
class Flood : public QTcpServer
{
public:
    qint64 taken = 0;
    explicit Flood(qint64 announced) : m_announced(announced)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::bytesWritten, this, [this, socket](qint64 count) {
                taken += count;
                if (socket->bytesToWrite() < 65'536)
                    socket->write(QByteArray(262'144, ' '));
            });
            socket->write(m_announced > 0
                              ? "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(m_announced) + "\r\n\r\n{"
                              : QByteArray("HTTP/1.1 200 OK\r\n\r\n{"));
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(serverPort())); }

private:
    qint64 m_announced;
};

} // namespace

class HttpMannersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsAskedInABurstAndThenAtItsRate()
    {
        RateBucket bucket({"a", 2.0, 3, 0});
        QCOMPARE(bucket.take(0ms, false), 0ms);
        QCOMPARE(bucket.take(0ms, false), 0ms);
        QCOMPARE(bucket.take(0ms, false), 0ms);
        QCOMPARE(bucket.take(0ms, false), 500ms);
        QCOMPARE(bucket.take(499ms, false), 1ms);
        QCOMPARE(bucket.take(500ms, false), 0ms);
        QCOMPARE(bucket.take(1'000'000ms, false), 0ms); // an hour of silence saves up a burst and no more
        QCOMPARE(bucket.take(1'000'000ms, false), 0ms);
        QCOMPARE(bucket.take(1'000'000ms, false), 0ms);
        QVERIFY(bucket.take(1'000'000ms, false) > 0ms);
    }

    void questionsLeaveSomethingForACommand()
    {
        RateBucket bucket({"a", 1.0, 3, 2});
        QCOMPARE(bucket.take(0ms, false), 0ms);
        QCOMPARE(bucket.take(0ms, false), 1000ms);
        QCOMPARE(bucket.take(0ms, true), 0ms);
        QCOMPARE(bucket.take(0ms, true), 0ms);
        QCOMPARE(bucket.take(0ms, true), 1000ms);
    }

    void aClockThatGoesBackGivesNothingAway()
    {
        RateBucket bucket({"a", 1.0, 1, 0});
        QCOMPARE(bucket.take(10s, false), 0ms);
        QCOMPARE(bucket.take(5s, false), 1000ms);
        QCOMPARE(bucket.take(10s, false), 1000ms);
    }

    void aCommandGoesBeforeTheQuestionsThatWait()
    {
        QNetworkAccessManager network;
        AccountGate *gate = AccountGate::of(network, {"one", 20.0, 1, 0});
        QStringList order;
        for (const char *name : {"q1", "q2", "q3"})
            gate->enter(false, [&order, name] { order.append(QLatin1String(name)); });
        gate->enter(true, [&order] { order.append(QStringLiteral("take")); });
        QTRY_COMPARE(order.join(u' '), QStringLiteral("q1 take q2 q3"));
        QCOMPARE(AccountGate::of(network, {"one", 5.0, 9, 0}), gate);
        QVERIFY(AccountGate::of(network, {"two", 5.0, 9, 0}) != gate);
        QVERIFY(!AccountGate::of(network, {}));
    }

    void retryAfterIsObeyedByEveryQuestionOfTheAccountAndByNoCommand_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("429") << 429;
        QTest::newRow("503") << 503;
    }
    void retryAfterIsObeyedByEveryQuestionOfTheAccountAndByNoCommand()
    {
        QFETCH(int, status);
        HttpStage stage([&](const SeenRequest &) { return StageAnswer{status, "{}", {{"Retry-After", "30"}}}; });
        QNetworkAccessManager network;
        const AccountRate rate{"shared", 100, 100, 1};
        HttpClient first(network, {}, rate);
        HttpClient second(network, {}, rate);
        HttpClient other(network, {}, {"another", 100, 100, 1});
        QCOMPARE(exchange(first, stage.url())->status, status);
        for (int i = 0; i < 20; ++i) {
            const auto asked = exchange(second, stage.url());
            QVERIFY(!asked);
            QCOMPARE(asked.error().kind, Error::Kind::Throttled);
            QVERIFY(asked.error().retryAfterSeconds >= 25 && asked.error().retryAfterSeconds <= 30);
        }
        QCOMPARE(stage.seen.size(), 1);
        QVERIFY(exchange(second, stage.url(), true)); // a person's command is one request
        QVERIFY(exchange(other, stage.url()));
        QCOMPARE(stage.seen.size(), 3);
    }

    void allThatAskAmazonInOneNameObeyOneRetryAfter()
    {
        HttpStage stage([](const SeenRequest &) { return StageAnswer{429, "{}", {{"Retry-After", "20"}}}; });
        QNetworkAccessManager network;
        const auto identity = fixedIdentity({"AKIDEXAMPLE", "secret", {}});
        identity->account = "profile/show";
        const AwsDoorSettings settings{"eu-west-1", "medialive", stage.url(), {}, identity, {}, {}};
        AwsDoor first(settings, network);
        AwsDoor second(settings, network);
        for (AwsDoor *door : {&first, &second}) {
            const auto answer = gantry::test::await<Result<HttpAnswer>>(
                [&](auto done) { door->ask({.path = "/prod/channels"}, std::move(done)); });
            QVERIFY(answer && !*answer);
            QCOMPARE(answer->error().kind, Error::Kind::Throttled);
            QVERIFY(answer->error().retryAfterSeconds >= 15);
        }
        QCOMPARE(stage.seen.size(), 1);
    }

    void whatWaitsForItsTurnEndsWithItsClient()
    {
        HttpStage stage;
        QNetworkAccessManager network;
        const AccountRate rate{"slow", 20, 1, 0};
        auto first = std::make_unique<HttpClient>(network, HttpLimits{}, rate);
        HttpClient second(network, {}, rate);
        HttpRequest request;
        request.url = stage.url();
        int answers = 0;
        first->send(request, [&](const auto &) { ++answers; });
        first->send(request, [&](const auto &) { ++answers; });
        first.reset();
        QVERIFY(exchange(second, stage.url()));
        QCOMPARE(answers, 0);
    }

    void aHundredMegabytesAreNotTaken_data()
    {
        QTest::addColumn<qint64>("announced");
        QTest::newRow("announced") << qint64{100} * 1024 * 1024;
        QTest::newRow("without a word") << qint64{0};
    }
    void aHundredMegabytesAreNotTaken()
    {
        QFETCH(qint64, announced);
        Flood server(announced);
        QNetworkAccessManager network;
        HttpClient client(network, {30s, qint64{1024} * 1024});
        const auto answer = exchange(client, server.url());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::BadAnswer);
        QVERIFY2(server.taken < qint64{32} * 1024 * 1024, QByteArray::number(server.taken).constData());
    }

    // P7 of the fault matrix
    void aCertificateThatProvesNothingEndsTheExchange_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTrusted");
        QTest::newRow("signed by itself") << QStringLiteral("IP:127.0.0.1") << false;
        QTest::newRow("for another host") << QStringLiteral("DNS:elsewhere.example") << true;
    }
    void aCertificateThatProvesNothingEndsTheExchange()
    {
        QFETCH(QString, name);
        QFETCH(bool, isTrusted);
        const QTemporaryDir folder;
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                       QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                       folder.filePath(QStringLiteral("key.pem")), QStringLiteral("-out"),
                       folder.filePath(QStringLiteral("cert.pem")), QStringLiteral("-days"), QStringLiteral("3650"),
                       QStringLiteral("-subj"), QStringLiteral("/CN=gantry"), QStringLiteral("-addext"),
                       QStringLiteral("subjectAltName=") + name});
        if (!openssl.waitForFinished(20'000) || openssl.exitCode() != 0)
            QSKIP("there is no openssl program");
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        if (isTrusted) {
            QSslConfiguration trusting = before;
            trusting.addCaCertificates(folder.filePath(QStringLiteral("cert.pem")));
            QSslConfiguration::setDefaultConfiguration(trusting);
        }
        std::atomic<int> asked = 0;
        {
            gantry::media::loopback::TlsServer server(folder.filePath(QStringLiteral("cert.pem")),
                                                      folder.filePath(QStringLiteral("key.pem")),
                                                      [&](const QByteArray &) {
                                                          ++asked;
                                                          return gantry::media::loopback::HttpAnswer{"{}"};
                                                      });
            QNetworkAccessManager network;
            HttpClient client(network);
            const auto answer = exchange(client, QUrl(server.url(QStringLiteral("/"))));
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Error::Kind::Untrusted);
            QVERIFY(!answer.error().detail.isEmpty());
        }
        QSslConfiguration::setDefaultConfiguration(before);
        QCOMPARE(asked.load(), 0);
    }

    void proxiesAreThoseOfTheSystemAndNotForThisComputer()
    {
        HttpStage proxy([](const SeenRequest &) { return StageAnswer{203, "{}", {}}; });
        HttpStage direct;
        qputenv("http_proxy", proxy.url().toEncoded());
        QNetworkAccessManager network;
        HttpClient client(network);
        const auto far = exchange(client, QUrl(QStringLiteral("http://gantry-test.invalid/x")));
        const auto near = exchange(client, direct.url(QStringLiteral("/y")));
        qunsetenv("http_proxy");
        QVERIFY2(far, far ? "" : qPrintable(far.error().detail));
        QCOMPARE(far->status, 203);
        QVERIFY(proxy.seen.first().target.startsWith("http://gantry-test.invalid"));
        QCOMPARE(near->status, 200);
        QCOMPARE(direct.seen.size(), 1);
    }

    void aRedirectIsNamedAndNotFollowed()
    {
        HttpAnswer answer;
        answer.status = 307;
        answer.headers = {{"Location", "https://login.portal.example/signin?token=hushhush"}};
        const Error error = httpFault(QStringLiteral("read"), QStringLiteral("X"), answer, {}, {}, kNow);
        QCOMPARE(error.kind, Error::Kind::BadAnswer);
        QVERIFY(error.detail.contains(QStringLiteral("login.portal.example")));
        QVERIFY(!error.detail.contains(QStringLiteral("hush")));
    }

    void theRequestsIdIsKeptWholeHoweverLongTheWords()
    {
        HttpAnswer answer;
        answer.status = 500;
        answer.headers = {{"X-MS-Request-Id", "0b1c-77"}};
        FaultWords words;
        words.message = QString(5000, u'x');
        const Error error = httpFault(QStringLiteral("read"), QStringLiteral("X"), answer, words, {}, kNow);
        QVERIFY(error.detail.size() <= 300);
        QVERIFY(error.detail.endsWith(QStringLiteral("request 0b1c-77")));
        answer.headers = {{"x-request-id", "<script>\x01"}};
        QVERIFY(requestId(answer).isEmpty());
    }

    void aStatusHasItsMeaning_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        const auto row = [](int status, Error::Kind kind) { QTest::addRow("%d", status) << status << int(kind); };
        row(400, Error::Kind::Invalid);
        row(401, Error::Kind::Refused);
        row(403, Error::Kind::Refused);
        row(404, Error::Kind::NotFound);
        row(408, Error::Kind::TimedOut);
        row(409, Error::Kind::Conflict);
        row(429, Error::Kind::Throttled);
        row(500, Error::Kind::ServerFault);
        row(503, Error::Kind::ServerFault);
        row(302, Error::Kind::BadAnswer);
    }
    void aStatusHasItsMeaning()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        HttpAnswer answer;
        answer.status = status;
        const Error error = httpFault(QStringLiteral("read"), QStringLiteral("X"), answer, {}, {}, kNow);
        QCOMPARE(int(error.kind), kind);
        QVERIFY(!error.advice.isEmpty() && !error.detail.isEmpty());
    }

    void whatLooksLikeASecretIsNotShown_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QString::fromLatin1(text); };
        row("in a query", "GET https://h/x?a=1&access_token=HUSHhush&b=2 failed");
        row("an SRT passphrase", "srt://h:1?passphrase=HUSHhush&pbkeylen=16");
        row("a header", "Authorization: Bearer HUSHhush.x-y_z");
        row("a basic header", "authorization: Basic SFVTSGh1c2g6SFVTSGh1c2g=HUSHhush");
        row("in JSON", "{'client_secret': 'HUSHhush','x':1}");
        row("a user", "https://room:HUSHhush@host/path");
        row("a signed token", "token eyJhbGciOiJIUzI1NiJ9.HUSHhush.HUSHhush was not taken");
        row("a private key", "-----BEGIN RSA PRIVATE KEY-----\nHUSHhush\n-----END RSA PRIVATE KEY-----");
        row("half of a private key", "-----BEGIN PRIVATE KEY-----\nHUSHhush");
        row("Google's token", "ya29.HUSHhush-x_y");
        row("a signature", "X-Amz-Signature=HUSHhush&X-Amz-Security-Token=HUSHhush");
        row("a stream key", "stream_key=HUSHhush");
        row("by value", "the word a-secret&more stands here as a-secret%26more");
    }
    void whatLooksLikeASecretIsNotShown()
    {
        QFETCH(QString, text);
        const std::array<QByteArray, 2> known{"a-secret&more", ""};
        const QString shown = redacted(text, known);
        QVERIFY2(!shown.contains(QStringLiteral("HUSHhush")), qPrintable(shown));
        QVERIFY2(!shown.contains(QStringLiteral("a-secret")), qPrintable(shown));
        QVERIFY(shown.contains(QStringLiteral("***")));
    }

    void ordinaryWordsStayAsTheyAre()
    {
        for (const char *text : {"Requested entity was not found.", "inputKey: cam-a is not attached",
                                 "Permission 'livestream.channels.get' denied on resource (or it may not exist).",
                                 "Signature expired: 20261122T000000Z is now earlier than 20261122T000500Z"})
            QCOMPARE(redacted(QString::fromLatin1(text)), QString::fromLatin1(text));
        QCOMPARE(quotable(QStringLiteral("a\nb\x1b[31m")), QStringLiteral("a b [31m"));
        QVERIFY(quotable(QString(9000, u'x')).size() <= 300);
    }

    void aFailureOnTheWayDoesNotQuoteTheAddress()
    {
        QNetworkAccessManager network;
        HttpClient client(network);
        const auto answer = exchange(client, QUrl(QStringLiteral("http://127.0.0.1:1/x?token=HUSHhush")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QVERIFY(!answer.error().detail.contains(QStringLiteral("HUSHhush")));
    }
};

QTEST_GUILESS_MAIN(HttpMannersTest)
#include "http_manners_test.moc"

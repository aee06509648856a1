#include "cloud/http/aws_sigv4.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gantry::cloud;

namespace {

using Headers = QList<QPair<QByteArray, QByteArray>>;

QJsonObject dataFile(const char *name)
{
    QFile file(QStringLiteral(GANTRY_TEST_DATA "/") + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QByteArray bytes(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toString().toUtf8();
}

// A request of the suite: request line, headers (a line that begins with a space goes on from the one before), body.
SigV4Request parsed(const QByteArray &text)
{
    SigV4Request request;
    const qsizetype end = text.indexOf("\n\n");
    const QByteArray head = end < 0 ? text : text.left(end);
    request.body = end < 0 ? QByteArray() : text.mid(end + 2);
    QList<QByteArray> lines = head.split('\n');
    const QByteArray first = lines.takeFirst();
    request.method = first.left(first.indexOf(' '));
    const QByteArray target =
        first.mid(request.method.size() + 1, first.lastIndexOf(" HTTP/") - request.method.size() - 1);
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.startsWith(' ') && !request.headers.isEmpty())
            request.headers.last().second += ' ' + line;
        else if (const qsizetype colon = line.indexOf(':'); colon > 0)
            request.headers.emplaceBack(line.left(colon), line.mid(colon + 1));
    }
    return request;
}

SigV4Scope scopeOf(const QJsonObject &context)
{
    return {bytes(context, "region"), bytes(context, "service"),
            QDateTime::fromString(context.value(QLatin1StringView("timestamp")).toString(), Qt::ISODate)};
}

} // namespace

class AwsSigV4Test : public QObject
{
    Q_OBJECT

    static void addVectors()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray cases = dataFile("aws_sigv4_vectors.json").value(QLatin1StringView("cases")).toArray();
        QCOMPARE(cases.size(), 38);
        for (const auto &value : cases)
            QTest::newRow(bytes(value.toObject(), "name").constData()) << value.toObject();
    }

private Q_SLOTS:
    void everyRequestOfTheSuiteIsSignedInItsHeaders_data() { addVectors(); }
    void everyRequestOfTheSuiteIsSignedInItsHeaders()
    {
        QFETCH(QJsonObject, vector);
        const QJsonObject context = vector.value(QLatin1StringView("context")).toObject();
        const QJsonObject credentials = context.value(QLatin1StringView("credentials")).toObject();
        SigV4Request request = parsed(bytes(vector, "request"));
        request.foldPath = context.value(QLatin1StringView("normalize")).toBool();
        const SigV4Scope scope = scopeOf(context);
        request.headers.emplaceBack("X-Amz-Date", amzDate(scope.time));
        const QByteArray token = bytes(credentials, "token");
        if (!token.isEmpty() && !context.value(QLatin1StringView("omit_session_token")).toBool())
            request.headers.emplaceBack("X-Amz-Security-Token", token);
        if (context.value(QLatin1StringView("sign_body")).toBool())
            request.headers.emplaceBack("x-amz-content-sha256",
                                        QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex());

        const SigV4Signature signature = signSigV4(request, scope, bytes(credentials, "secret_access_key"));

        QCOMPARE(signature.canonicalRequest, bytes(vector, "canonicalRequest"));
        QCOMPARE(signature.stringToSign, bytes(vector, "stringToSign"));
        QCOMPARE(signature.signature, bytes(vector, "signature"));
        const QByteArray header = authorizationHeader(signature, scope, bytes(credentials, "access_key_id"));
        QVERIFY(bytes(vector, "signedRequest").contains("Authorization:" + header));
    }

    void everyRequestOfTheSuiteIsSignedInItsQuery_data() { addVectors(); }
    void everyRequestOfTheSuiteIsSignedInItsQuery()
    {
        QFETCH(QJsonObject, vector);
        const QJsonObject context = vector.value(QLatin1StringView("context")).toObject();
        const QJsonObject credentials = context.value(QLatin1StringView("credentials")).toObject();
        SigV4Request request = parsed(bytes(vector, "request"));
        const SigV4Request whole = parsed(bytes(vector, "querySignedRequest"));
        request.foldPath = context.value(QLatin1StringView("normalize")).toBool();
        QList<QByteArray> parameters = whole.query.split('&');
        parameters.removeIf([&](const QByteArray &parameter) {
            return parameter.startsWith("X-Amz-Signature=") ||
                   (parameter.startsWith("X-Amz-Security-Token=") &&
                    context.value(QLatin1StringView("omit_session_token")).toBool());
        });
        request.query = parameters.join('&');

        const SigV4Signature signature = signSigV4(request, scopeOf(context), bytes(credentials, "secret_access_key"));

        QCOMPARE(signature.canonicalRequest, bytes(vector, "queryCanonicalRequest"));
        QCOMPARE(signature.signature, bytes(vector, "querySignature"));
    }

    void whatTheCommandLineClientSignedIsSignedTheSame_data()
    {
        QTest::addColumn<QJsonObject>("capture");
        const QJsonArray requests = dataFile("aws_cli_captures.json").value(QLatin1StringView("requests")).toArray();
        QCOMPARE(requests.size(), 18);
        for (qsizetype i = 0; i < requests.size(); ++i)
            QTest::addRow("%d %s", int(i), bytes(requests.at(i).toObject(), "requestLine").constData())
                << requests.at(i).toObject();
    }
    void whatTheCommandLineClientSignedIsSignedTheSame()
    {
        QFETCH(QJsonObject, capture);
        SigV4Request request = parsed(bytes(capture, "requestLine"));
        request.body = bytes(capture, "body");
        Headers sent;
        for (const auto &header : capture.value(QLatin1StringView("headers")).toArray())
            sent.emplaceBack(header.toArray().at(0).toString().toUtf8(), header.toArray().at(1).toString().toUtf8());
        const auto valueOf = [&sent](const QByteArray &name) {
            for (const auto &[key, value] : std::as_const(sent)) {
                if (key.compare(name, Qt::CaseInsensitive) == 0)
                    return value;
            }
            return QByteArray();
        };
        const auto claim = readAuthorization(valueOf("Authorization"));
        QVERIFY(claim);
        for (const QByteArray &name : claim->signedHeaders)
            request.headers.emplaceBack(name, valueOf(name));
        QDateTime time =
            QDateTime::fromString(QString::fromLatin1(valueOf("X-Amz-Date")), QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
        time.setTimeSpec(Qt::UTC);

        const SigV4Signature signature =
            signSigV4(request, {claim->region, claim->service, time}, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

        QCOMPARE(signature.canonicalRequest, bytes(capture, "canonicalRequest"));
        QCOMPARE(signature.signature, claim->signature);
        QVERIFY(sameSignature(signature.signature, bytes(capture, "signature")));
    }

    void theHeadersOfAWholeRequestAreThoseTheClientSends()
    {
        const QUrl url = QUrl::fromEncoded("http://127.0.0.1:18080/prod/channels/arn%3Aaws%3Amedialive%3Ax%3Ay/start");
        const SigV4Scope scope{"eu-west-1", "medialive", QDateTime(QDate(2026, 11, 22), QTime(12, 31, 53), Qt::UTC)};
        const AwsCredentials credentials{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "dummytoken"};
        const Headers headers = sigV4Headers("POST", url, {}, {}, credentials, scope);
        QCOMPARE(headers.size(), 3);
        QCOMPARE(headers.at(0).second, QByteArray("20261122T123153Z"));
        QCOMPARE(headers.at(1).second, QByteArray("dummytoken"));
        SigV4Request by;
        by.method = "POST";
        by.path = "/prod/channels/arn%3Aaws%3Amedialive%3Ax%3Ay/start";
        by.headers = {
            {"host", "127.0.0.1:18080"}, {"x-amz-date", "20261122T123153Z"}, {"x-amz-security-token", "dummytoken"}};
        const SigV4Signature expected = signSigV4(by, scope, credentials.secretKey);
        QCOMPARE(headers.at(2).second, authorizationHeader(expected, scope, credentials.accessKey));
        QVERIFY(expected.canonicalRequest.contains("arn%253Aaws%253Amedialive%253Ax%253Ay"));
    }

    void thePortIsSignedUnlessItIsTheUsualOne()
    {
        const SigV4Scope scope{"eu-west-1", "medialive", QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)};
        const AwsCredentials credentials{"AKIDEXAMPLE", "secret", {}};
        const auto authorization = [&](const char *url) {
            return sigV4Headers("GET", QUrl::fromEncoded(url), {}, {}, credentials, scope).last().second;
        };
        QCOMPARE(authorization("https://host.example:443/a"), authorization("https://host.example/a"));
        QCOMPARE(authorization("http://host.example:80/a"), authorization("http://host.example/a"));
        QVERIFY(authorization("https://host.example:8443/a") != authorization("https://host.example/a"));
    }

    void aBrokenAuthorizationClaimsNothing_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another scheme") << QByteArray("Basic abc");
        QTest::newRow("no parts") << QByteArray("AWS4-HMAC-SHA256 ");
        QTest::newRow("a short scope") << QByteArray(
            "AWS4-HMAC-SHA256 Credential=A/20260101/r, SignedHeaders=host, Signature=aa");
        QTest::newRow("no signature") << QByteArray(
            "AWS4-HMAC-SHA256 Credential=A/20260101/r/s/aws4_request, SignedHeaders=host");
        QTest::newRow("another end") << QByteArray(
            "AWS4-HMAC-SHA256 Credential=A/20260101/r/s/aws9_request, SignedHeaders=host, Signature=aa");
    }
    void aBrokenAuthorizationClaimsNothing()
    {
        QFETCH(QByteArray, header);
        QVERIFY(!readAuthorization(header));
    }
};

QTEST_GUILESS_MAIN(AwsSigV4Test)
#include "aws_sigv4_test.moc"

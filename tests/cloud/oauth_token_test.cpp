#include "cloud/http/authorized_client.h"
#include "cloud/http/entra_token.h"
#include "cloud/http/google_key.h"
#include "cloud/http/oauth_token.h"
#include "cloud/http/secret_place.h"

#include "cloud/await.h"
#include "cloud/http_stage.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;
using gantry::test::await;
using gantry::test::HttpStage;
using gantry::test::SeenRequest;
using gantry::test::StageAnswer;

namespace {

constexpr std::chrono::sys_seconds kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

struct Tokens
{
    std::chrono::milliseconds elapsed{0};
    int granted = 0;
    int failsWith = 0;
    QByteArray failure;
    HttpStage stage{[this](const SeenRequest &) {
        if (failsWith != 0)
            return StageAnswer{failsWith, failure, {}};
        return StageAnswer{200,
                           "{\"access_token\":\"token-" + QByteArray::number(++granted) +
                               "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}",
                           {}};
    }};
    QNetworkAccessManager network;
    OAuthToken token{settings(), network};

    OAuthSettings settings()
    {
        OAuthSettings own;
        own.subject = QStringLiteral("Test");
        own.request = [this](auto, const auto &answer) {
            HttpRequest request;
            request.method = "POST";
            request.url = stage.url(QStringLiteral("/token"));
            answer(request);
        };
        own.clock = {[this] { return kNow + std::chrono::floor<std::chrono::seconds>(elapsed); },
                     [this] { return elapsed; }};
        return own;
    }
    Result<QByteArray> ask()
    {
        return await<Result<QByteArray>>([&](auto done) { token.authorize(std::move(done)); })
            .value_or(tl::unexpected(Error{Error::Kind::Setting, {}, {}, {}, {}}));
    }
};

// Written with ' for ", which moc understands.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

} // namespace

class OAuthTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_key = run(QStringLiteral("openssl"), {QStringLiteral("genrsa"), QStringLiteral("2048")});
        QVERIFY2(m_key.contains("PRIVATE KEY"), "the openssl program is needed");
        write(QStringLiteral("key.pem"), m_key);
    }

    void aTokenIsAskedForOnceByAllWhoWait()
    {
        Tokens tokens;
        int answers = 0;
        for (int i = 0; i < 5; ++i)
            tokens.token.authorize(
                [&](const Result<QByteArray> &value) { answers += value && *value == "Bearer token-1" ? 1 : 0; });
        QTRY_COMPARE(answers, 5);
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-1"));
        QCOMPARE(tokens.stage.seen.size(), 1);
        QVERIFY(!tokens.token.ends()); // it is renewed by itself
    }

    void itIsRenewedOnceFiveMinutesEarly()
    {
        Tokens tokens;
        QVERIFY(tokens.ask());
        tokens.elapsed = 3299s;
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-1"));
        tokens.elapsed = 3300s;
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-2"));
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-2"));
        QCOMPARE(tokens.stage.seen.size(), 2);
    }

    void aRenewalThatFailsIsNoOutageWhileTheOldOneIsGood()
    {
        Tokens tokens;
        QVERIFY(tokens.ask());
        tokens.failsWith = 503;
        tokens.elapsed = 3400s;
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-1"));
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-1"));
        QCOMPARE(tokens.stage.seen.size(), 2); // and is not tried again at every question
        QCOMPARE(tokens.token.ends(), kNow + 3600s); // what is shown ahead
        tokens.elapsed = 3431s;
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-1"));
        QCOMPARE(tokens.stage.seen.size(), 3);
        tokens.elapsed = 3600s;
        const auto over = tokens.ask();
        QVERIFY(!over);
        QCOMPARE(over.error().kind, Error::Kind::ServerFault);
        QCOMPARE(over.error().subject, QStringLiteral("Test"));
        tokens.failsWith = 0;
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-2"));
    }

    void anExpiredTokenIsRenewedOnceAndTheQuestionRepeatedOnce()
    {
        Tokens tokens;
        int refusals = 1;
        HttpStage provider([&](const SeenRequest &request) {
            const bool isNew = request.header("Authorization") == "Bearer token-2";
            return StageAnswer{isNew && refusals == 1 ? 200 : 401, "{}", {}};
        });
        AuthorizedClient client(tokens.network,
                                std::shared_ptr<Authorizer>(&tokens.token, [](Authorizer *) {})); // not ours
        HttpRequest request;
        request.url = provider.url(QStringLiteral("/x"));
        const auto ask = [&] {
            return await<Result<HttpAnswer>>([&](auto done) { client.send(request, std::move(done)); });
        };
        QCOMPARE((*ask())->status, 200);
        QCOMPARE(provider.seen.size(), 2);
        QCOMPARE(tokens.stage.seen.size(), 2);
        refusals = 1000; // now nothing helps
        QCOMPARE((*ask())->status, 401);
        QCOMPARE(provider.seen.size(), 4);
        QCOMPARE(tokens.stage.seen.size(), 3);
    }

    void aRefusalOfAnOldTokenDoesNotTakeTheNewOne()
    {
        Tokens tokens;
        QVERIFY(tokens.ask());
        tokens.token.refused("Bearer token-0");
        QCOMPARE(tokens.ask().value(), QByteArray("Bearer token-1"));
    }

    void aWrongKeyAndAWrongClockAreToldApart()
    {
        Tokens tokens;
        tokens.failsWith = 400;
        tokens.failure = json("{'error':'invalid_grant','error_description':'Invalid JWT Signature.'}");
        QCOMPARE(tokens.ask().error().kind, Error::Kind::Credentials);
        tokens.failure =
            json("{'error':'invalid_grant','error_description':'Invalid JWT: Token must be a short-lived token "
                 "(60 minutes) and in a reasonable timeframe. Check your iat and exp values'}");
        QCOMPARE(tokens.ask().error().kind, Error::Kind::ClockSkew);
        tokens.failsWith = 401;
        tokens.failure =
            json("{'error':'invalid_client','error_description':'AADSTS7000222: The provided client secret "
                 "keys are expired.\\r\\nTrace ID: 1','error_codes':[7000222]}");
        const auto expired = tokens.ask();
        QCOMPARE(expired.error().kind, Error::Kind::Credentials);
        QVERIFY(expired.error().detail.contains(QStringLiteral("AADSTS7000222")));
        QVERIFY(!expired.error().detail.contains(QStringLiteral("Trace")));
        tokens.failsWith = 429;
        QCOMPARE(tokens.ask().error().kind, Error::Kind::Throttled);
    }

    void aHostileGrantIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no token") << (json("{'expires_in':3600}"));
        QTest::newRow("a header in a token") << QByteArray("{\"access_token\":\"a\\r\\nX-Evil: 1\"}");
        QTest::newRow("endless") << QByteArray("{\"access_token\":\"") + QByteArray(20'000, 'x') + "\"}";
        QTest::newRow("another kind") << (json("{'access_token':'a','token_type':'mac'}"));
        QTest::newRow("a list") << (json("{'access_token':['a']}"));
        QTest::newRow("truncated") << (json("{'access_token':'a"));
        QTest::newRow("deep") << (json("{'access_token':'a','x':")) + QByteArray(50, '[') + QByteArray(50, ']') + '}';
    }
    void aHostileGrantIsABadAnswer()
    {
        QFETCH(QByteArray, body);
        const auto granted = grantedToken(body);
        QVERIFY(!granted);
        QCOMPARE(granted.error().kind, Error::Kind::BadAnswer);
    }

    void aLifeIsReadInAnyForm()
    {
        QCOMPARE(grantedToken(json("{'access_token':'a','expires_in':60}"))->lives, 60s);
        QCOMPARE(grantedToken(json("{'access_token':'a','expires_in':'60','token_type':'bearer'}"))->lives, 60s);
        QCOMPARE(grantedToken(json("{'access_token':'a'}"))->lives, 300s);
        QCOMPARE(grantedToken(json("{'access_token':'a','expires_in':1e30}"))->lives, 86'400s);
        QCOMPARE(grantedToken(json("{'access_token':'a','expires_in':-5}"))->lives, 300s);
    }

    void theAssertionIsWhatOpensslSigns()
    {
        GoogleKey key;
        key.email = QStringLiteral("room@show.iam.gserviceaccount.com");
        key.keyId = "k1";
        key.privateKey = m_key;
        key.tokenAddress = QUrl(QStringLiteral("https://oauth2.googleapis.com/token"));
        const auto assertion = googleAssertion(key, "https://www.googleapis.com/auth/cloud-platform", kNow);
        QVERIFY(assertion);
        const QList<QByteArray> parts = assertion->split('.');
        QCOMPARE(parts.size(), 3);
        QCOMPARE(QByteArray::fromBase64(parts[0], QByteArray::Base64UrlEncoding),
                 (json("{'alg':'RS256','kid':'k1','typ':'JWT'}")));
        const QJsonObject claims =
            QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding)).object();
        QCOMPARE(claims.value(QStringLiteral("iss")).toString(), key.email);
        QCOMPARE(claims.value(QStringLiteral("aud")).toString(), key.tokenAddress.toString());
        QCOMPARE(claims.value(QStringLiteral("exp")).toInteger() - claims.value(QStringLiteral("iat")).toInteger(),
                 3600);
        const QByteArray theirs = run(QStringLiteral("openssl"),
                                      {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-sign"),
                                       m_folder.filePath(QStringLiteral("key.pem"))},
                                      parts[0] + '.' + parts[1]);
        QCOMPARE(QByteArray::fromBase64(parts[2], QByteArray::Base64UrlEncoding), theirs);
    }

    void aKeyFileIsReadByItsPathOrByTheVariable()
    {
        const QString path = write(QStringLiteral("account.json"), account());
        const auto key = readGoogleKey(path);
        QVERIFY(key);
        QCOMPARE(key->email, QStringLiteral("room@show.iam.gserviceaccount.com"));
        QCOMPARE(key->project, QStringLiteral("show-1"));
        QProcessEnvironment environment;
        QCOMPARE(readGoogleKey({}, environment).error().subject, QStringLiteral("GOOGLE_APPLICATION_CREDENTIALS"));
        environment.insert(QStringLiteral("GOOGLE_APPLICATION_CREDENTIALS"), path);
        QVERIFY(readGoogleKey({}, environment));
    }

    void aHostileKeyFileIsRefusedAndNotQuoted_data()
    {
        QTest::addColumn<QByteArray>("content");
        QByteArray user = account();
        QTest::newRow("another type") << QByteArray(user).replace("service_account", "authorized_user");
        QTest::newRow("no JSON") << QByteArray("HUSHhush");
        QTest::newRow("no key") << QByteArray(user).replace("PRIVATE KEY", "HUSHhush");
        QTest::newRow("sent to a stranger without encryption")
            << QByteArray(user).replace("https://oauth2.googleapis.com", "http://HUSHhush.example");
        QTest::newRow("sent to a file") << QByteArray(user).replace("https://oauth2.googleapis.com/token",
                                                                    "file:///HUSHhush");
        QTest::newRow("huge") << QByteArray(200'000, ' ') + user;
    }
    void aHostileKeyFileIsRefusedAndNotQuoted()
    {
        QFETCH(QByteArray, content);
        const auto key = readGoogleKey(write(QStringLiteral("bad.json"), content));
        QVERIFY(!key);
        QCOMPARE(key.error().kind, Error::Kind::Credentials);
        QVERIFY(!(key.error().text() + key.error().advice + key.error().detail).contains(QStringLiteral("HUSHhush")));
        QVERIFY(!readGoogleKey(m_folder.filePath(QStringLiteral("nothing.json"))));
    }

    void googleIsAskedWithTheAssertionOfThisMoment()
    {
        HttpStage stage([](const SeenRequest &) { return StageAnswer{200, json("{'access_token':'ya29.x'}"), {}}; });
        GoogleKey key{QStringLiteral("room@show"), {}, "k1", m_key, stage.url(QStringLiteral("/token"))};
        QNetworkAccessManager network;
        OAuthToken token(googleToken(key, "scope"), network);
        QCOMPARE(await<Result<QByteArray>>([&](auto done) { token.authorize(std::move(done)); })->value(),
                 QByteArray("Bearer ya29.x"));
        QVERIFY(stage.seen.first().body.startsWith(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=ey"));
        QCOMPARE(stage.seen.first().header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    }

    void entraIsAskedWithTheSecretAndNobodyIsTold()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("AZURE_CLIENT_SECRET"), QStringLiteral("HUSH+hush&x=1"));
        HttpStage stage([](const SeenRequest &request) { return StageAnswer{401, request.body, {}}; });
        EntraApplication application{
            "tenant-1", "client-1",
            std::make_shared<StoredSecret>(QStringLiteral("environment:AZURE_CLIENT_SECRET"), environment),
            stage.url()};
        QNetworkAccessManager network;
        OAuthToken token(entraToken(application, "https://metrics.monitor.azure.com/.default"), network);
        stage.script = [](const SeenRequest &) {
            return StageAnswer{
                401, json("{'error':'invalid_client','error_description':'HUSH+hush&x=1 is not the secret'}"), {}};
        };
        const auto refused = await<Result<QByteArray>>([&](auto done) { token.authorize(std::move(done)); });
        QVERIFY(refused && !*refused);
        QVERIFY(!refused->error().detail.contains(QStringLiteral("HUSH")));
        QCOMPARE(stage.seen.first().path(), QByteArray("/tenant-1/oauth2/v2.0/token"));
        QCOMPARE(stage.seen.first().body,
                 QByteArray("grant_type=client_credentials&client_id=client-1&client_secret=HUSH%2Bhush%26x%3D1"
                            "&scope=https%3A%2F%2Fmetrics.monitor.azure.com%2F.default"));
    }

    void aSecretsPlaceIsNamedAndASecretIsNot()
    {
        QVERIFY(!secretPlaceFault(QStringLiteral("environment:OBS_PASSWORD")));
        QVERIFY(!secretPlaceFault(QStringLiteral("keychain:obs in studio 1")));
        for (const char *bad : {"", "HUSHhush", "environment:", "environment:A B", "keychain:", "env:X"}) {
            const auto fault = secretPlaceFault(QString::fromLatin1(bad));
            QVERIFY2(fault, bad);
            QVERIFY(!fault->contains(QStringLiteral("HUSHhush")));
        }
        StoredSecret secret(QStringLiteral("environment:NOT_THERE"), QProcessEnvironment());
        const auto read = await<Result<QByteArray>>([&](auto done) { secret.read(std::move(done)); });
        QCOMPARE(read->error().subject, QStringLiteral("NOT_THERE"));
    }

    void theEndOfASignedTokenIsReadAndNoOther()
    {
        const auto token = [](const QByteArray &claims) {
            return "eyJhbGciOiJIUzI1NiJ9." + claims.toBase64(QByteArray::Base64UrlEncoding) + ".c2ln";
        };
        QCOMPARE(tokenEnd(token(json("{'exp':1795305600}"))), std::chrono::sys_seconds(1795305600s));
        QVERIFY(!tokenEnd(token(json("{'exp':'soon'}"))));
        QVERIFY(!tokenEnd(token(json("{'exp':1e300}"))));
        QVERIFY(!tokenEnd(token("{}")));
        QVERIFY(!tokenEnd("a.b"));
        QVERIFY(!tokenEnd({}));
    }

    void aRoomAsksInOneNameWithOneToken()
    {
        QNetworkAccessManager network;
        int made = 0;
        const auto make = [&] {
            ++made;
            return std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(), QString());
        };
        const auto first = sharedAuthorizer(network, QStringLiteral("a"), make);
        QCOMPARE(sharedAuthorizer(network, QStringLiteral("a"), make), first);
        QVERIFY(sharedAuthorizer(network, QStringLiteral("b"), make) != first);
        QCOMPARE(made, 2);
    }

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    QByteArray account() const
    {
        return QJsonDocument(
                   QJsonObject{{QStringLiteral("type"), QStringLiteral("service_account")},
                               {QStringLiteral("project_id"), QStringLiteral("show-1")},
                               {QStringLiteral("private_key_id"), QStringLiteral("k1")},
                               {QStringLiteral("private_key"), QString::fromLatin1(m_key)},
                               {QStringLiteral("client_email"), QStringLiteral("room@show.iam.gserviceaccount.com")},
                               {QStringLiteral("token_uri"), QStringLiteral("https://oauth2.googleapis.com/token")}})
            .toJson(QJsonDocument::Compact);
    }

    QTemporaryDir m_folder;
    QByteArray m_key;
};

QTEST_GUILESS_MAIN(OAuthTokenTest)
#include "oauth_token_test.moc"

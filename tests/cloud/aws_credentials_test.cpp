// Who we are at AWS: profiles, roles with a code, sign-ins, and keys that are fetched once and early.

#include "cloud/aws/aws_identities.h"
#include "cloud/aws/aws_profiles.h"
#include "cloud/aws/aws_sts.h"
#include "cloud/aws_answers.h"
#include "cloud/scripted_cloud.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

// A person who types when the test says so.
struct Person : SecretQuestions
{
    void ask(const SecretQuestion &question, std::function<void(Result<QString>)> answer) override
    {
        questions.append(question);
        pending = std::move(answer);
    }
    void withdraw(const QString &id) override { withdrawn.append(id); }
    void type(const QString &code) { std::exchange(pending, {})(code); }

    QList<SecretQuestion> questions;
    QStringList withdrawn;
    std::function<void(Result<QString>)> pending;
};

// A home with AWS's files in it, and services that say what the test says.
struct Home : ScriptedCloud
{
    Home()
    {
        environment.insert(QStringLiteral("HOME"), folder.path());
        environment.insert(QStringLiteral("AWS_ENDPOINT_URL_STS"), endpoint.toString());
        environment.insert(QStringLiteral("AWS_ENDPOINT_URL_SSO"), endpoint.toString());
        QDir(folder.path()).mkpath(QStringLiteral(".aws/sso/cache"));
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(folder.filePath(QStringLiteral(".aws/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    std::unique_ptr<AwsIdentities> identities()
    {
        return std::make_unique<AwsIdentities>(network, &person, environment, [this] { return now; });
    }
    Result<AwsCredentials> keys(AwsIdentity &identity)
    {
        std::optional<Result<AwsCredentials>> got;
        identity.credentials([&got](Result<AwsCredentials> answer) { got = std::move(answer); });
        [&got] { QTRY_VERIFY(got); }();
        return got.value_or(tl::unexpected(Error{}));
    }
    QByteArray roleUntil(Time time) const
    {
        return QByteArray(aws::assumedRole)
            .replace("%1", QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC)
                               .toString(Qt::ISODate)
                               .toLatin1());
    }

    QTemporaryDir folder;
    QProcessEnvironment environment;
    Person person;
    Time now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 22)};
};

const QByteArray kSts = "POST /";
const QByteArray kSso = "GET /federation/credentials";

const QByteArray kConfig =
    "[default]\nregion = eu-west-1\n"
    "[profile show]\nrole_arn=arn:aws:iam::123456789012:role/live\nsource_profile = anna\n"
    "mfa_serial = arn:aws:iam::123456789012:mfa/anna\nregion = eu-west-1\n"
    "[profile plain]\nrole_arn = arn:aws:iam::123456789012:role/live\nsource_profile = anna\n"
    "region = eu-west-1\n"
    "[profile loop]\nrole_arn = r\nsource_profile = pool\n"
    "[profile pool]\nrole_arn = r\nsource_profile = loop\n"
    "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n"
    "[profile sso]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Live\n";
const QByteArray kCredentials = "[anna]\naws_access_key_id = AKIDANNA\naws_secret_access_key = anna/secret\n"
                                "[session]\naws_access_key_id = ASIDX\naws_secret_access_key = s\n"
                                "aws_session_token = t # with a remark\n";

} // namespace

class AwsCredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreReadAsTheToolsReadThem()
    {
        const AwsProfiles all = readAwsProfiles("; remark\n[default]\nregion=eu-west-1\nnonsense\n s3 =\n   a = b\n"
                                                "[profile a b]\n x = y\nX = z\n[other thing]\nkey = value\n[broken\n",
                                                "[default]\naws_access_key_id = AKID\n");
        QCOMPARE(all.profiles.size(), 2);
        QCOMPARE(all.profiles[QStringLiteral("default")][QStringLiteral("region")], QStringLiteral("eu-west-1"));
        QCOMPARE(all.profiles[QStringLiteral("default")][QStringLiteral("aws_access_key_id")], QStringLiteral("AKID"));
        QCOMPARE(all.profiles[QStringLiteral("a b")][QStringLiteral("x")], QStringLiteral("z"));
    }

    void aProfileIsFoundTheWayTheToolsFindIt()
    {
        Home home;
        home.write(QStringLiteral("credentials"), kCredentials + "[default]\naws_access_key_id = AKIDDEFAULT\n"
                                                                 "aws_secret_access_key = d\n");
        auto identities = home.identities();
        QCOMPARE(home.keys(**identities->find({}))->accessKey, QByteArray("AKIDDEFAULT"));
        const auto session = home.keys(**identities->find({QStringLiteral("session"), {}, "eu-west-1"}));
        QCOMPARE(session->sessionToken, QByteArray("t"));
        // The environment's keys come first, then AWS_PROFILE, then [default].
        home.environment.insert(QStringLiteral("AWS_PROFILE"), QStringLiteral("anna"));
        QCOMPARE(home.keys(**home.identities()->find({}))->accessKey, QByteArray("AKIDANNA"));
        home.environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKIDENV"));
        home.environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("e"));
        QCOMPARE(home.keys(**home.identities()->find({}))->accessKey, QByteArray("AKIDENV"));
    }

    void whatCannotBeUsedSaysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such profile") << "nobody"
                                         << "no such profile";
        QTest::newRow("round in a circle") << "loop"
                                           << "circle";
        QTest::newRow("nothing in it") << "default"
                                       << "aws_access_key_id";
    }
    void whatCannotBeUsedSaysWhatIsMissing()
    {
        QFETCH(QString, profile);
        QFETCH(QString, says);
        Home home;
        home.write(QStringLiteral("config"), kConfig);
        home.write(QStringLiteral("credentials"), kCredentials);
        const auto found = home.identities()->find({profile, {}, "eu-west-1"});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Credentials);
        QVERIFY2(found.error().advice.contains(says), qPrintable(found.error().advice));
    }

    void aRoleIsAssumedWithTheKeysOfItsSource()
    {
        Home home;
        home.write(QStringLiteral("config"), kConfig);
        home.write(QStringLiteral("credentials"), kCredentials);
        home.says(kSts, home.roleUntil(home.now + 1h));
        auto identities = home.identities();
        const auto found = identities->find({QStringLiteral("plain"), {}, "eu-west-1"});
        const auto keys = home.keys(**found);
        QVERIFY2(keys.has_value(), keys ? "" : qPrintable(keys.error().detail));
        QCOMPARE(keys->accessKey, QByteArray("ASIAROLE"));
        QCOMPARE(keys->expires, std::optional(home.now + 1h));
        QVERIFY(home.last(kSts)->authorization.contains("Credential=AKIDANNA/"));
        const QUrlQuery body(QString::fromLatin1(home.last(kSts)->body));
        QCOMPARE(body.queryItemValue(QStringLiteral("Action")), QStringLiteral("AssumeRole"));
        QCOMPARE(body.queryItemValue(QStringLiteral("RoleSessionName")), QStringLiteral("gantry"));
        // All that use the profile are one identity, and ask once.
        QCOMPARE(identities->find({QStringLiteral("plain"), {}, "eu-west-1"}).value(), *found);
    }

    void aCodeIsAskedForAndNobodyWaitsMeanwhile()
    {
        Home home;
        home.write(QStringLiteral("config"), kConfig);
        home.write(QStringLiteral("credentials"), kCredentials);
        home.says(kSts, home.roleUntil(home.now + 1h));
        auto identities = home.identities();
        const auto identity = identities->find({QStringLiteral("show"), {}, "eu-west-1"}).value();
        for (int poll = 0; poll < 3; ++poll) {
            const auto keys = home.keys(*identity);
            QCOMPARE(keys.error().kind, Error::Kind::Credentials);
            QVERIFY(keys.error().advice.contains(QStringLiteral("arn:aws:iam::123456789012:mfa/anna")));
        }
        QCOMPARE(home.person.questions.size(), 1);
        QCOMPARE(home.person.questions[0].digits, 6);
        home.person.type(QStringLiteral("123456"));
        QTRY_COMPARE(home.count(kSts), 1);
        const QUrlQuery body(QString::fromLatin1(home.last(kSts)->body));
        QCOMPARE(body.queryItemValue(QStringLiteral("TokenCode")), QStringLiteral("123456"));
        QVERIFY(home.keys(*identity));
        QCOMPARE(home.person.questions.size(), 1);
    }

    void aWrongCodeIsToldAndAskedForAgainAfterAPause()
    {
        Home home;
        home.write(QStringLiteral("config"), kConfig);
        home.write(QStringLiteral("credentials"), kCredentials);
        home.says(kSts, aws::wrongCode, 403);
        auto identities = home.identities();
        const auto identity = identities->find({QStringLiteral("show"), {}, "eu-west-1"}).value();
        QVERIFY(!home.keys(*identity));
        home.person.type(QStringLiteral("654321"));
        QTRY_COMPARE(home.count(kSts), 1);
        QTRY_VERIFY(home.keys(*identity).error().advice.contains(QStringLiteral("not accepted")));
        QVERIFY(!home.keys(*identity).error().detail.contains(QStringLiteral("654321")));
        QCOMPARE(home.person.questions.size(), 1);
        home.now += 16s;
        QVERIFY(!home.keys(*identity));
        QCOMPARE(home.person.questions.size(), 2);
    }

    void aQuestionIsWithdrawnWithTheRoom()
    {
        Home home;
        home.write(QStringLiteral("config"), kConfig);
        home.write(QStringLiteral("credentials"), kCredentials);
        {
            auto identities = home.identities();
            const auto identity = identities->find({QStringLiteral("show"), {}, "eu-west-1"}).value();
            QVERIFY(!home.keys(*identity));
        }
        QCOMPARE(home.person.withdrawn.size(), 1);
        home.person.type(QStringLiteral("123456")); // too late, and nothing happens
        QCOMPARE(home.count(kSts), 0);
    }

    void keysAreFetchedOnceAndEarly()
    {
        Time now{};
        int fetches = 0;
        std::function<void(Result<AwsCredentials>)> pending;
        FetchedIdentity::Rule rule;
        rule.now = [&now] { return now; };
        rule.fetch = [&](AwsIdentity::Answer answer) {
            ++fetches;
            pending = std::move(answer);
        };
        FetchedIdentity identity(rule);
        int good = 0;
        int bad = 0;
        const auto ask = [&] {
            identity.credentials([&](const Result<AwsCredentials> &keys) { ++(keys ? good : bad); });
        };
        for (int i = 0; i < 5; ++i)
            ask();
        QCOMPARE(fetches, 1);
        AwsCredentials keys{"A", "s", "t", Time(60min)};
        pending(keys);
        QCOMPARE(good, 5);
        now = Time(54min);
        ask();
        QCOMPARE(fetches, 1);
        now = Time(56min); // early: the old ones still serve, and nobody waits
        ask();
        ask();
        QCOMPARE(fetches, 2);
        QCOMPARE(good, 8);
        Error refused;
        refused.kind = Error::Kind::Credentials;
        pending(tl::unexpected(refused));
        ask(); // the old ones serve until they expire; and not every poll asks again
        QCOMPARE(good, 9);
        QCOMPARE(fetches, 2);
        now = Time(61min);
        ask();
        QCOMPARE(fetches, 3);
        pending(tl::unexpected(refused));
        ask();
        QCOMPARE(bad, 2);
        QCOMPARE(fetches, 3); // pauses after a failure
        now += FetchedIdentity::kPause;
        ask();
        keys.expires = now + 1h;
        pending(keys);
        QCOMPARE(good, 10);
        identity.expiredEarly(keys); // the service has said so
        ask();
        QCOMPARE(fetches, 5);
    }

    void aSignInIsExchangedForKeys()
    {
        Home home;
        home.write(QStringLiteral("config"), kConfig);
        const QString cache = QStringLiteral("sso/cache/") + ssoCacheFile(QStringLiteral("corp"));
        auto identities = home.identities();
        const auto identity = identities->find({QStringLiteral("sso"), {}, "eu-west-1"}).value();
        const auto before = home.keys(*identity);
        QVERIFY(before.error().advice.contains(QStringLiteral("aws sso login --profile sso")));
        home.write(cache, "{\"accessToken\":\"sign-in\",\"expiresAt\":\"2026-11-22T08:00:00Z\"}");
        home.says(kSso, "{\"roleCredentials\":{\"accessKeyId\":\"ASIASSO\",\"secretAccessKey\":\"x\","
                        "\"sessionToken\":\"y\",\"expiration\":1795350000000}}");
        home.now += 16s;
        const auto keys = home.keys(*identity);
        QVERIFY(keys);
        QCOMPARE(keys->accessKey, QByteArray("ASIASSO"));
        QVERIFY(home.last(kSso)->query.contains("role_name=Live"));
        QVERIFY(home.last(kSso)->query.contains("account_id=123456789012"));
    }

    void aSignInThatHasExpiredIsNotSent()
    {
        Home home;
        home.write(QStringLiteral("config"), kConfig);
        home.write(QStringLiteral("sso/cache/") + ssoCacheFile(QStringLiteral("corp")),
                   "{\"accessToken\":\"sign-in\",\"expiresAt\":\"2026-11-21T08:00:00UTC\"}");
        auto identities = home.identities();
        const auto identity = identities->find({QStringLiteral("sso"), {}, "eu-west-1"}).value();
        QVERIFY(!home.keys(*identity));
        QCOMPARE(home.count(kSso), 0);
    }

    void theCacheFileIsTheOneThatTheToolsWrite()
    {
        // sha1 of the session's name, as botocore does it.
        QCOMPARE(ssoCacheFile(QStringLiteral("my-sso")),
                 QStringLiteral("0ad374308c5a4e22f723adf10145eafad7c4031c.json"));
        QCOMPARE(ssoCacheFile(QString()), QStringLiteral("da39a3ee5e6b4b0d3255bfef95601890afd80709.json"));
    }

    void hostileXmlIsNoKey_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << aws::assumedRole.left(200);
        QTest::newRow("another answer") << aws::wrongCode;
        QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY e 'x'>]><AssumeRoleResponse>&e;"
                                                "</AssumeRoleResponse>");
        QTest::newRow("no end of elements")
            << "<AssumeRoleResponse>" + QByteArray("<a/>").repeated(5000) + "</AssumeRoleResponse>";
        QTest::newRow("a key with a line feed")
            << QByteArray(aws::assumedRole).replace("ASIAROLE", "ASIA\nX").replace("%1", "2026-11-22T12:00:00Z");
        QTest::newRow("no expiry") << QByteArray(aws::assumedRole).replace("%1", "soon");
    }
    void hostileXmlIsNoKey()
    {
        QFETCH(QByteArray, xml);
        QVERIFY(!readAssumeRole(xml));
        QVERIFY(!readCallerIdentity(xml));
    }

    void noErrorCarriesASecret()
    {
        Home home;
        home.write(QStringLiteral("config"), kConfig);
        home.write(QStringLiteral("credentials"), kCredentials);
        home.says(kSts,
                  "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>"
                  "</ErrorResponse>",
                  403);
        auto identities = home.identities();
        const auto keys = home.keys(*identities->find({QStringLiteral("plain"), {}, "eu-west-1"}).value());
        QVERIFY(!keys);
        const QString all = keys.error().tried + keys.error().subject + keys.error().advice + keys.error().detail;
        QVERIFY(!all.contains(QStringLiteral("anna/secret")));
    }
};

QTEST_GUILESS_MAIN(AwsCredentialsTest)

#include "aws_credentials_test.moc"

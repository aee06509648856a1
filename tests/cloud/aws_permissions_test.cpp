// What is found before a show: a command that AWS would refuse, asked about without being tried.

#include "cloud/aws/aws_permissions.h"
#include "cloud/catalogue.h"
#include "cloud/sandbox/sandbox_fault_script.h"
#include "cloud/sandbox/sandbox_server.h"

#include "cloud/await.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;

namespace {

QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

struct Account
{
    SandboxServer sandbox{{.accessKey = "AKIDEXAMPLE", .secretKey = "secret"}};
    QNetworkAccessManager network;
    AwsCredentials keys{"AKIDEXAMPLE", "secret", {}};

    Account()
    {
        const auto port = sandbox.start();
        Q_ASSERT(port);
    }
    void breaks(const char *fault)
    {
        const auto read = readFault(QJsonDocument::fromJson(quoted(fault)).object(), QStringLiteral("test"));
        Q_ASSERT(read);
        sandbox.addFault(*read);
    }
    std::vector<AccessFinding> check(const QString &provider, const ProviderSettings &settings)
    {
        AwsPermissionCheck permissions(fixedIdentity(keys), "eu-west-1", sandbox.endpoint(), network);
        return await<std::vector<AccessFinding>>([&](auto answer) {
                   permissions.check(encoderProvider(provider)->policy(settings), std::move(answer));
               })
            .value_or(std::vector<AccessFinding>{});
    }
    std::vector<AccessFinding> checkChannel()
    {
        return check(QStringLiteral("medialive"), {{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                                                   {QStringLiteral("channel"), QStringLiteral("1000001")},
                                                   {QStringLiteral("metrics"), QStringLiteral("off")}});
    }
};

// "medialive:StartChannel ok", "... missing", "... ?"
QStringList words(const std::vector<AccessFinding> &findings)
{
    QStringList list;
    for (const AccessFinding &one : findings)
        list.append(one.permission + (one.failure                ? QStringLiteral(" missing")
                                      : one.notChecked.isEmpty() ? QStringLiteral(" ok")
                                                                 : QStringLiteral(" ?")));
    return list;
}

const QStringList kActions{QStringLiteral("medialive:StartChannel"), QStringLiteral("medialive:StopChannel")};

} // namespace

class AwsPermissionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionOfTheShowIsAskedAboutAndNoneIsTried()
    {
        Account account;
        const QStringList found = words(account.checkChannel());
        QCOMPARE(found.size(), 9);
        QCOMPARE(found.filter(QStringLiteral(" ok")).size(), 9);
        QVERIFY(found.contains(QStringLiteral("medialive:BatchUpdateSchedule ok")));
        QCOMPARE(account.sandbox.channel().state(), SandboxChannel::State::Running);
        QVERIFY(account.sandbox.channel().schedule().empty());
    }

    // P12 of the fault matrix: the missing permission is found before the show, not on air.
    void aCommandThatWouldBeRefusedIsFound()
    {
        Account account;
        account.breaks("{'fault':'denied','service':'medialive','calls':'commands'}");
        const auto findings = account.checkChannel();
        const QStringList found = words(findings);
        QVERIFY(found.contains(QStringLiteral("medialive:DescribeChannel ok")));
        for (const char *action : {"StartChannel", "StopChannel", "BatchUpdateSchedule", "RestartChannelPipelines"})
            QVERIFY2(found.contains(QStringLiteral("medialive:%1 missing").arg(QLatin1String(action))),
                     qPrintable(found.join(u' ')));
        for (const AccessFinding &one : findings) {
            if (one.failure) {
                QCOMPARE(one.failure->kind, Error::Kind::Refused);
                QVERIFY(one.failure->advice.contains(QStringLiteral("gantry policy")));
            }
        }
    }

    void whoMayNotAskIsToldThatNothingWasChecked()
    {
        Account account;
        account.breaks("{'fault':'denied','service':'iam'}");
        const auto findings = account.checkChannel();
        QCOMPARE(words(findings).filter(QStringLiteral(" ?")).size(), 9);
        QVERIFY(findings.front().notChecked.contains(QStringLiteral("iam:SimulatePrincipalPolicy on arn:aws:iam::")));
    }

    void aServiceThatCannotBeReachedChecksNothing()
    {
        Account account;
        account.breaks("{'fault':'denied','service':'sts'}");
        QCOMPARE(words(account.checkChannel()).filter(QStringLiteral(" ?")).size(), 9);
    }

    void aRoleIsAskedAboutByItsOwnArn()
    {
        const auto principal = awsPrincipal(QStringLiteral("arn:aws:sts::123456789012:assumed-role/live/gantry"));
        QVERIFY(principal);
        QCOMPARE(principal->role, QStringLiteral("live"));
        QCOMPARE(principal->arn, QStringLiteral("arn:aws:iam::123456789012:role/live"));
        QCOMPARE(readRoleArn("<GetRoleResponse><GetRoleResult><Role><Path>/ops/</Path>"
                             "<Arn>arn:aws:iam::123456789012:role/ops/live</Arn></Role></GetRoleResult>"
                             "</GetRoleResponse>")
                     .value_or(QString()),
                 QStringLiteral("arn:aws:iam::123456789012:role/ops/live"));
    }

    void whoIsNobodyThatIamKnowsIsNotAskedAbout_data()
    {
        QTest::addColumn<QString>("arn");
        for (const char *arn : {"arn:aws:iam::123456789012:root", "arn:aws:sts::123456789012:federated-user/anna", "",
                                "anna", "arn:aws:iam::123456789012:assumed-role/live/x", "arn:aws:iam::1:user/anna",
                                "arn:aws:iam::123456789012:user/an na"})
            QTest::newRow(arn) << QString::fromLatin1(arn);
    }
    void whoIsNobodyThatIamKnowsIsNotAskedAbout()
    {
        QFETCH(QString, arn);
        QVERIFY(!awsPrincipal(arn));
    }

    void theWorstOfSeveralResourcesCountsAndAConditionIsNoVerdict()
    {
        const auto member = [](const char *action, const char *decision, const char *missing) {
            return QByteArray("<member><EvalActionName>medialive:") + action + "</EvalActionName><EvalDecision>" +
                   decision + "</EvalDecision><MissingContextValues>" + missing + "</MissingContextValues></member>";
        };
        const auto answer = [](const QByteArray &members) {
            return "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>" + members +
                   "</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>";
        };
        const auto findings =
            readSimulation(answer(member("StartChannel", "allowed", "") + member("StartChannel", "explicitDeny", "") +
                                  member("StopChannel", "implicitDeny", "<member>aws:MultiFactorAuthPresent</member>")),
                           kActions);
        QVERIFY(findings);
        QCOMPARE(words(*findings), (QStringList{QStringLiteral("medialive:StartChannel missing"),
                                                QStringLiteral("medialive:StopChannel ?")}));
        QCOMPARE(findings->front().failure->detail, QStringLiteral("explicitDeny"));
        QVERIFY((*findings)[1].notChecked.contains(QStringLiteral("aws:MultiFactorAuthPresent")));
        QCOMPARE(words(*readSimulation(answer({}), kActions)).filter(QStringLiteral(" ?")).size(), 2);
    }

    void anAnswerThatIsNoneIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("JSON") << QByteArray("{}");
        QTest::newRow("another root") << QByteArray("<html><body>sign in</body></html>");
        QTest::newRow("cut short") << QByteArray("<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult>");
        QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><SimulatePrincipalPolicyResponse>"
                                                "&b;</SimulatePrincipalPolicyResponse>");
        QTest::newRow("deep") << "<SimulatePrincipalPolicyResponse>" + QByteArray("<a>").repeated(30'000);
        QTest::newRow("huge") << "<SimulatePrincipalPolicyResponse>" + QByteArray(2'000'000, 'x') +
                                     "</SimulatePrincipalPolicyResponse>";
    }
    void anAnswerThatIsNoneIsABadAnswer()
    {
        QFETCH(QByteArray, xml);
        const auto read = readSimulation(xml, kActions);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadAnswer);
        QVERIFY(!readRoleArn(xml));
    }
};

QTEST_GUILESS_MAIN(AwsPermissionsTest)
#include "aws_permissions_test.moc"

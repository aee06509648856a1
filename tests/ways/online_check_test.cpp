// What a person asks before the show: does every provider let us in, and what must an account allow?

#include "cloud/aws_answers.h"
#include "cloud/scripted_cloud.h"
#include "tests/ways/stage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gantry;
using namespace gantry::ways;
using namespace std::chrono_literals;

class OnlineCheck : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::ScriptedCloud m_cloud;

    struct Outcome
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    // The provider answers in this process, so the event loop must go on.
    Outcome run(const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKIDEXAMPLE"));
        environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("never-shown"));
        environment.remove(QStringLiteral("AWS_PROFILE"));
        Process process(QStringLiteral(GANTRY_PROGRAM), arguments, environment);
        const bool ended = becomesTrue([&] { return process->state() == QProcess::NotRunning; }, 60s);
        return {ended && process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
                process->readAllStandardOutput(), process->readAllStandardError()};
    }
    QString show(const QByteArray &settings)
    {
        QFile file(m_folder.filePath(QStringLiteral("show.json")));
        file.open(QIODevice::WriteOnly);
        file.write("{\"gantry\":1,\"name\":\"Final\",\"feeds\":[],\"encoders\":[{\"name\":\"Main\","
                   "\"provider\":\"medialive\",\"settings\":{\"region\":\"eu-west-1\",\"channel\":\"1000001\"" +
                   settings + "},\"inputs\":[{\"name\":\"cam-a\"}]}]}");
        return file.fileName();
    }
    QString onlineShow() { return show(",\"endpoint\":\"" + m_cloud.endpoint.toEncoded() + "\""); }

private Q_SLOTS:
    void init()
    {
        m_cloud.script.clear();
        m_cloud.asked.clear();
        const QByteArray channel = "GET /prod/channels/1000001";
        m_cloud.says(channel, test::aws::oneOfTwo);
        m_cloud.says(channel + "/alerts", "{\"alerts\":[]}");
        m_cloud.says(channel + "/schedule", "{\"scheduleActions\":[]}");
        m_cloud.says("POST /", "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>", 403);
    }

    void everyQuestionThatIsAnsweredIsOk()
    {
        const Outcome check = run({QStringLiteral("check"), QStringLiteral("--online"), onlineShow()});
        QVERIFY2(check.code == 0, (check.out + check.err).constData());
        for (const char *permission : {"DescribeChannel", "ListAlerts", "DescribeSchedule"})
            QVERIFY2(check.out.contains(QByteArray("Main: medialive:") + permission + " ok"), check.out.constData());
        // What the account does not tell is said, and is no fault.
        QVERIFY2(check.out.contains("Main: medialive:StartChannel not checked."), check.out.constData());
        for (const auto &asked : m_cloud.asked) // nothing is changed
            QVERIFY2(asked.what.startsWith("GET ") || asked.body.startsWith("Action=GetCallerIdentity"),
                     asked.what.constData());
    }

    // P12 of the fault matrix: a permission that only a command needs is missed before the show.
    void aCommandThatWouldBeRefusedIsFoundWithoutSendingIt()
    {
        m_cloud.forget("POST /");
        m_cloud.says("POST /", "<GetCallerIdentityResponse><GetCallerIdentityResult>"
                               "<Arn>arn:aws:iam::123456789012:user/anna</Arn><UserId>AIDA</UserId>"
                               "<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
        const auto simulation = [](const QByteArray &decisions) {
            return "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>" + decisions +
                   "</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>";
        };
        const auto decision = [](const QByteArray &action, const QByteArray &word) {
            return "<member><EvalActionName>medialive:" + action + "</EvalActionName><EvalDecision>" + word +
                   "</EvalDecision></member>";
        };
        m_cloud.says("POST /",
                     simulation(decision("DescribeThumbnails", "allowed") + decision("StartChannel", "allowed") +
                                decision("StopChannel", "allowed") + decision("BatchUpdateSchedule", "implicitDeny") +
                                decision("RestartChannelPipelines", "allowed")));
        m_cloud.says("POST /", simulation(decision("ListChannels", "allowed")));
        const Outcome check = run({QStringLiteral("check"), QStringLiteral("--online"), onlineShow()});
        QCOMPARE(check.code, 1);
        QVERIFY2(check.out.contains("Main: medialive:BatchUpdateSchedule MISSING"), check.out.constData());
        QVERIFY2(check.out.contains("Main: medialive:StopChannel ok"), check.out.constData());
        QVERIFY(m_cloud.asked.last().body.contains("Action=SimulatePrincipalPolicy"));
        for (const auto &asked : m_cloud.asked)
            QVERIFY2(asked.what.startsWith("GET ") || asked.what == "POST /", asked.what.constData());
        QVERIFY2(m_cloud.asked[m_cloud.asked.size() - 2].body.contains(
                     "arn%3Aaws%3Amedialive%3Aeu-west-1%3A123456789012%3Achannel%3A1000001"),
                 m_cloud.asked[m_cloud.asked.size() - 2].body.constData());
    }

    void aPermissionThatIsMissingIsNamedAndTheExitIs1()
    {
        const QByteArray alerts = "GET /prod/channels/1000001/alerts";
        m_cloud.forget(alerts);
        m_cloud.says(alerts, "{\"message\":\"User: x is not authorized to perform: medialive:ListAlerts on y\"}", 403,
                     "AccessDeniedException");
        const Outcome check = run({QStringLiteral("check"), QStringLiteral("--online"), onlineShow()});
        QCOMPARE(check.code, 1);
        QVERIFY2(check.out.contains("Main: medialive:ListAlerts MISSING"), check.out.constData());
        QVERIFY(check.out.contains("Main: medialive:DescribeChannel ok"));
        QVERIFY(!(check.out + check.err).contains("never-shown"));
        QCOMPARE(check.err.count('\n'), 1);
    }

    void withoutTheWordNothingIsAsked()
    {
        QCOMPARE(run({QStringLiteral("check"), onlineShow()}).code, 0);
        QVERIFY(m_cloud.asked.isEmpty());
    }

    void thePolicyIsOneDocumentOnStdout()
    {
        const Outcome policy = run({QStringLiteral("policy"), show({})});
        QCOMPARE(policy.code, 0);
        const QJsonObject document = QJsonDocument::fromJson(policy.out).object();
        QCOMPARE(document[u"Version"].toString(), QStringLiteral("2012-10-17"));
        QVERIFY(policy.out.contains("arn:aws:medialive:eu-west-1:*:channel:1000001"));
        QVERIFY(policy.err.isEmpty());
        QCOMPARE(run({QStringLiteral("policy"), show({}), QStringLiteral("--profile"), QStringLiteral("x")}).code, 2);
    }
};

QTEST_GUILESS_MAIN(OnlineCheck)
#include "online_check_test.moc"

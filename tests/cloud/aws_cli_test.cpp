// The vendor's own client against our rehearsal cloud: if it cannot tell, neither can our adapter.
// Needs `aws` (Debian: awscli). Missing is a failure, not a reason to skip.

#include "cloud/sandbox/sandbox_server.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace gantry::cloud;
using namespace std::chrono_literals;

namespace {

struct Said
{
    int exitCode = -1;
    QJsonObject answer;
    QByteArray errors;
};

} // namespace

class AwsCliTest : public QObject
{
    Q_OBJECT

    std::chrono::milliseconds m_time{0};
    std::unique_ptr<SandboxServer> m_sandbox;
    QTemporaryDir m_home;
    QString m_client;

    // The server lives on this thread, so its event loop turns while the client runs.
    Said aws(const QStringList &arguments, const QByteArray &secret = "secret",
             const QString &service = QStringLiteral("medialive"))
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        environment.insert(QStringLiteral("HOME"), m_home.path()); // nobody's configuration
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKIDEXAMPLE"));
        environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QString::fromLatin1(secret));
        environment.insert(QStringLiteral("AWS_DEFAULT_REGION"), QStringLiteral("eu-west-1"));
        environment.insert(QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true"));
        environment.insert(QStringLiteral("AWS_MAX_ATTEMPTS"), QStringLiteral("1"));
        environment.insert(QStringLiteral("AWS_PAGER"), QString());
        environment.insert(QStringLiteral("NO_PROXY"), QStringLiteral("127.0.0.1"));
        QProcess process;
        process.setProcessEnvironment(environment);
        QEventLoop loop;
        connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
        QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
        process.start(m_client, QStringList{service} + arguments +
                                    QStringList{QStringLiteral("--endpoint-url"), m_sandbox->endpoint().toString(),
                                                QStringLiteral("--output"), QStringLiteral("json")});
        loop.exec();
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
                process.readAllStandardError()};
    }

    Said of(const char *service, const QStringList &arguments)
    {
        return aws(arguments, "secret", QLatin1StringView(service));
    }

    static QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

private Q_SLOTS:
    void initTestCase()
    {
        // Debian's own first; a developer's other versions must not decide what the test says.
        m_client = QFile::exists(QStringLiteral("/usr/bin/aws"))
                       ? QStringLiteral("/usr/bin/aws")
                       : QStandardPaths::findExecutable(QStringLiteral("aws"));
        QVERIFY2(!m_client.isEmpty(), "the AWS command line client is missing: apt install awscli");
    }

    void init()
    {
        m_time = 0ms;
        m_sandbox = std::make_unique<SandboxServer>(SandboxServer::Settings{
            .fast = true, .accessKey = "AKIDEXAMPLE", .secretKey = "secret", .channels = 3, .steadyClock = [this] {
                return m_time;
            }});
        QVERIFY(m_sandbox->start());
    }

    void itListsTheChannelsPageByPage()
    {
        const Said said = aws(words("list-channels --page-size 1"));
        QVERIFY2(said.exitCode == 0, said.errors.constData());
        const QJsonArray channels = said.answer.value(QLatin1StringView("Channels")).toArray();
        QCOMPARE(channels.size(), 3);
        const QJsonObject first = channels.first().toObject();
        QCOMPARE(first.value(QLatin1StringView("Id")).toString(), QStringLiteral("1000001"));
        QCOMPARE(first.value(QLatin1StringView("Name")).toString(), QStringLiteral("rehearsal"));
        QCOMPARE(first.value(QLatin1StringView("State")).toString(), QStringLiteral("RUNNING"));
    }

    void itDescribesTheChannelAndItsInputs()
    {
        const Said channel = aws(words("describe-channel --channel-id 1000001"));
        QVERIFY2(channel.exitCode == 0, channel.errors.constData());
        const QJsonArray pipelines = channel.answer.value(QLatin1StringView("PipelineDetails")).toArray();
        QCOMPARE(pipelines.size(), 2);
        QCOMPARE(pipelines.first().toObject().value(QLatin1StringView("ActiveInputAttachmentName")).toString(),
                 QStringLiteral("A"));
        QCOMPARE(channel.answer.value(QLatin1StringView("ChannelClass")).toString(), QStringLiteral("STANDARD"));

        const Said inputs = aws(words("list-inputs"));
        QVERIFY2(inputs.exitCode == 0, inputs.errors.constData());
        QCOMPARE(inputs.answer.value(QLatin1StringView("Inputs")).toArray().size(), 2);
        const Said input = aws(words("describe-input --input-id 2000002"));
        QVERIFY2(input.exitCode == 0, input.errors.constData());
        QCOMPARE(input.answer.value(QLatin1StringView("Type")).toString(), QStringLiteral("SRT_CALLER"));
    }

    void itStopsAndStartsTheChannel()
    {
        const Said stopped = aws(words("stop-channel --channel-id 1000001"));
        QVERIFY2(stopped.exitCode == 0, stopped.errors.constData());
        QCOMPARE(stopped.answer.value(QLatin1StringView("State")).toString(), QStringLiteral("STOPPING"));
        const Said tooEarly = aws(words("start-channel --channel-id 1000001"));
        QVERIFY(tooEarly.exitCode != 0);
        QVERIFY2(tooEarly.errors.contains("ConflictException"), tooEarly.errors.constData());
        m_time += 1s;
        const Said started = aws(words("start-channel --channel-id 1000001"));
        QVERIFY2(started.exitCode == 0, started.errors.constData());
        QCOMPARE(started.answer.value(QLatin1StringView("State")).toString(), QStringLiteral("STARTING"));
        m_time += 2s;
        QCOMPARE(m_sandbox->channel().state(), SandboxChannel::State::Running);
    }

    void itSwitchesTheInput()
    {
        const QString creates = QStringLiteral(
            R"({"ScheduleActions":[{"ActionName":"take-1","ScheduleActionSettings":{"InputSwitchSettings":)"
            R"({"InputAttachmentNameReference":"B","UrlPath":[]}},"ScheduleActionStartSettings":)"
            R"({"ImmediateModeScheduleActionStartSettings":{}}}]})");
        const Said said = aws(words("batch-update-schedule --channel-id 1000001 --creates") << creates);
        QVERIFY2(said.exitCode == 0, said.errors.constData());
        const QJsonArray actions = said.answer.value(QLatin1StringView("Creates"))
                                       .toObject()
                                       .value(QLatin1StringView("ScheduleActions"))
                                       .toArray();
        QCOMPARE(actions.first().toObject().value(QLatin1StringView("ActionName")).toString(),
                 QStringLiteral("take-1"));
        m_time += 1500ms;
        QCOMPARE(m_sandbox->channel().activeInput(), QStringLiteral("B"));

        const Said schedule = aws(words("describe-schedule --channel-id 1000001"));
        QVERIFY2(schedule.exitCode == 0, schedule.errors.constData());
        QCOMPARE(schedule.answer.value(QLatin1StringView("ScheduleActions")).toArray().size(), 1);

        const Said again = aws(words("batch-update-schedule --channel-id 1000001 --creates") << creates);
        QVERIFY(again.exitCode != 0);
        QVERIFY2(again.errors.contains("UnprocessableEntityException"), again.errors.constData());
    }

    void itKnowsWhoItIs()
    {
        const Said said = of("sts", words("get-caller-identity"));
        QVERIFY2(said.exitCode == 0, said.errors.constData());
        QCOMPARE(said.answer.value(QLatin1StringView("Arn")).toString(),
                 QStringLiteral("arn:aws:iam::000000000000:user/rehearsal"));
    }

    void itAsksWhatWouldBeAllowed()
    {
        const auto decisions = [this] {
            const Said said = of("iam", words("simulate-principal-policy --policy-source-arn "
                                              "arn:aws:iam::000000000000:user/rehearsal --action-names "
                                              "medialive:DescribeChannel medialive:StartChannel --resource-arns "
                                              "arn:aws:medialive:eu-west-1:000000000000:channel:1000001"));
            QStringList found;
            const QJsonArray results = said.answer.value(QLatin1StringView("EvaluationResults")).toArray();
            for (const QJsonValue &one : results)
                found.append(one.toObject().value(QLatin1StringView("EvalDecision")).toString());
            return said.exitCode == 0 ? found : QStringList{QString::fromUtf8(said.errors)};
        };
        QCOMPARE(decisions(), (QStringList{QStringLiteral("allowed"), QStringLiteral("allowed")}));
        SandboxFault denied;
        denied.kind = SandboxFault::Kind::Denied;
        denied.service = "medialive";
        denied.calls = SandboxFault::Calls::Commands;
        m_sandbox->addFault(denied);
        QCOMPARE(decisions(), (QStringList{QStringLiteral("allowed"), QStringLiteral("implicitDeny")}));
        const Said role = of("iam", words("get-role --role-name rehearsal"));
        QVERIFY2(role.exitCode == 0, role.errors.constData());
        QCOMPARE(role.answer.value(QLatin1StringView("Role")).toObject().value(QLatin1StringView("Arn")).toString(),
                 QStringLiteral("arn:aws:iam::000000000000:role/rehearsal"));
    }

    void itPrefersTheOtherSourceOfAFlow()
    {
        const Said flows = of("mediaconnect", words("list-flows --page-size 1"));
        QVERIFY2(flows.exitCode == 0, flows.errors.constData());
        const QJsonArray list = flows.answer.value(QLatin1StringView("Flows")).toArray();
        QCOMPARE(list.size(), 3);
        const QString arn = list.first().toObject().value(QLatin1StringView("FlowArn")).toString();
        const QStringList flow{QStringLiteral("--flow-arn"), arn};
        const Said updated = of("mediaconnect", words("update-flow") + flow +
                                                    QStringList{QStringLiteral("--source-failover-config"),
                                                                QStringLiteral("SourcePriority={PrimarySource=B}")});
        QVERIFY2(updated.exitCode == 0, updated.errors.constData());
        m_time += 500ms;
        const Said described = of("mediaconnect", words("describe-flow") + flow);
        QVERIFY2(described.exitCode == 0, described.errors.constData());
        const QJsonObject seen = described.answer.value(QLatin1StringView("Flow")).toObject();
        QCOMPARE(seen.value(QLatin1StringView("Status")).toString(), QStringLiteral("ACTIVE"));
        QCOMPARE(seen.value(QLatin1StringView("SourceFailoverConfig"))
                     .toObject()
                     .value(QLatin1StringView("SourcePriority"))
                     .toObject()
                     .value(QLatin1StringView("PrimarySource"))
                     .toString(),
                 QStringLiteral("B"));
        QCOMPARE(m_sandbox->onAir(SandboxServer::Output::MediaConnect).input, QStringLiteral("B"));
    }

    void itReadsFigures()
    {
        m_time += 60s;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QString query = QStringLiteral(
            R"([{"Id":"m0","MetricStat":{"Metric":{"Namespace":"AWS/MediaLive","MetricName":"NetworkIn","Dimensions":)"
            R"([{"Name":"ChannelId","Value":"1000001"},{"Name":"Pipeline","Value":"0"}]},"Period":10,)"
            R"("Stat":"Average"}}])");
        const Said said =
            of("cloudwatch", {QStringLiteral("get-metric-data"), QStringLiteral("--metric-data-queries"), query,
                              QStringLiteral("--start-time"), now.addSecs(-50).toString(Qt::ISODate),
                              QStringLiteral("--end-time"), now.toString(Qt::ISODate)});
        QVERIFY2(said.exitCode == 0, said.errors.constData());
        const QJsonObject series =
            said.answer.value(QLatin1StringView("MetricDataResults")).toArray().first().toObject();
        QCOMPARE(series.value(QLatin1StringView("StatusCode")).toString(), QStringLiteral("Complete"));
        QVERIFY(series.value(QLatin1StringView("Values")).toArray().size() >= 4);
        QCOMPARE(series.value(QLatin1StringView("Values")).toArray().first().toDouble(), 5.0);
    }

    void itIsToldWhatIsNotThere()
    {
        const Said said = aws(words("describe-channel --channel-id 7"));
        QVERIFY(said.exitCode != 0);
        QVERIFY2(said.errors.contains("NotFoundException"), said.errors.constData());
    }

    void itIsRefusedWithAWrongSecret()
    {
        const Said said = aws(words("stop-channel --channel-id 1000001"), "another");
        QVERIFY(said.exitCode != 0);
        QVERIFY2(said.errors.contains("InvalidSignatureException"), said.errors.constData());
        QCOMPARE(m_sandbox->channel().state(), SandboxChannel::State::Running);
    }
};

QTEST_GUILESS_MAIN(AwsCliTest)
#include "aws_cli_test.moc"

// Our AWS adapters against the rehearsal cloud, which the vendors' own clients accept: signatures, the schedule,
// metrics and a role with a code, all over HTTP.

#include "cloud/aws/aws_identities.h"
#include "cloud/rehearsal_cloud.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

struct Person : SecretQuestions
{
    void ask(const SecretQuestion &, std::function<void(Result<QString>)> answer) override
    {
        ++asked;
        pending = std::move(answer);
    }
    void withdraw(const QString &) override {}
    int asked = 0;
    std::function<void(Result<QString>)> pending;
};

ProviderTime in(std::chrono::milliseconds time)
{
    return ProviderTime(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())) + time;
}

Command command(Verb verb, const char *input, const char *token)
{
    Command made;
    made.verb = verb;
    made.input = QLatin1String(input);
    made.token = QLatin1String(token);
    return made;
}

bool isPlanned(const EncoderSample &sample, const QString &name)
{
    return sample.planned && std::any_of(sample.planned->begin(), sample.planned->end(),
                                         [&name](const PlannedAction &action) { return action.name == name; });
}

} // namespace

class AwsSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlannedSwitchStandsInTheScheduleUntilItIsCalledOff()
    {
        Rehearsal r;
        Command plan = command(Verb::ScheduleSwitch, "B", "at-half-time");
        plan.at = in(5min);
        const CommandAnswer planned = r.send(plan);
        QVERIFY2(planned.has_value(), planned ? "" : qPrintable(planned.error().detail));
        QVERIFY(isPlanned(r.poll(), QStringLiteral("at-half-time")));
        QVERIFY(r.send(command(Verb::CancelPlanned, "at-half-time", "no-more")));
        QTRY_VERIFY(!isPlanned(r.poll(), QStringLiteral("at-half-time")));
    }

    void aPreparedInputIsSeenAsDone()
    {
        Rehearsal r;
        QVERIFY(r.send(command(Verb::PrepareInput, "B", "get-ready")));
        const EncoderSample sample = r.poll();
        QCOMPARE(sample.jobs.size(), 1u);
        QCOMPARE(sample.jobs[0].name, QStringLiteral("get-ready"));
        QCOMPARE(sample.jobs[0].state, JobSample::State::Done);
        QCOMPARE(sample.activeInput(), QStringLiteral("A"));
    }

    void everyQuestionOfACheckIsAllowed()
    {
        Rehearsal r;
        r.mediaLive.metricsEndpoint = r.sandbox.endpoint();
        r.mediaLive.metricsEvery = 10s;
        r.connect();
        const auto findings =
            await<std::vector<AccessFinding>>([&r](auto answer) { r.encoder->checkAccess(std::move(answer)); });
        QVERIFY(findings);
        QCOMPARE(findings->size(), 4u);
        for (const AccessFinding &finding : *findings)
            QVERIFY2(!finding.failure, qPrintable(finding.permission));
    }

    void aRoleIsAssumedWithTheCodeThatAPersonTypes()
    {
        SandboxServer sandbox({.fast = true,
                               .accessKey = "AKIDEXAMPLE",
                               .secretKey = "secret",
                               .mfaCode = "123456",
                               .muxTokenId = "id",
                               .muxTokenSecret = "secret"});
        QVERIFY(sandbox.start());
        QTemporaryDir home;
        QDir(home.path()).mkpath(QStringLiteral(".aws"));
        QFile config(home.filePath(QStringLiteral(".aws/config")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[profile anna]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\n"
                     "[profile show]\nrole_arn = arn:aws:iam::000000000000:role/rehearsal-mfa\n"
                     "source_profile = anna\nregion = eu-west-1\n"
                     "mfa_serial = arn:aws:iam::000000000000:mfa/rehearsal\n");
        config.close();
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("AWS_ENDPOINT_URL_STS"), sandbox.endpoint().toString());
        QNetworkAccessManager network;
        Person person;
        AwsIdentities identities(network, &person, environment);
        MediaLiveSettings settings;
        settings.region = "eu-west-1";
        settings.channel = "1000001";
        settings.endpoint = sandbox.endpoint();
        settings.identity = identities.find({QStringLiteral("show"), {}, "eu-west-1"}).value();
        const auto channel = makeMediaLive(std::move(settings), network);
        const auto poll = [&channel] {
            return await<EncoderSample>([&channel](auto answer) { channel->poll(std::move(answer)); })
                .value_or(EncoderSample{});
        };
        const EncoderSample before = poll();
        QVERIFY(before.failure);
        QCOMPARE(before.failure->kind, Error::Kind::Credentials);
        QCOMPARE(person.asked, 1);
        person.pending(QStringLiteral("123456"));
        QTRY_VERIFY(!poll().failure);
        const EncoderSample sample = poll();
        QCOMPARE(sample.state, EncoderState::Running);
        QVERIFY(sample.credentialsExpire); // told ahead
        QCOMPARE(person.asked, 1);
    }
};

QTEST_GUILESS_MAIN(AwsSandboxTest)

#include "aws_sandbox_test.moc"

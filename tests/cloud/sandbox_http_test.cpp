#include "cloud/catalogue.h"

#include "cloud/rehearsal_cloud.h"

#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;
using gantry::test::Rehearsal;

namespace {

Command start()
{
    return {Verb::Start, {}, QStringLiteral("start-1")};
}

Command stop()
{
    return {Verb::Stop, {}, QStringLiteral("stop-1")};
}

Command take(const char *input, const char *token)
{
    return {Verb::SwitchInput, QString::fromLatin1(input), QString::fromLatin1(token)};
}

} // namespace

class SandboxHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunningChannelIsSeenWithItsInputs()
    {
        Rehearsal r;
        const EncoderSample sample = r.poll();
        QVERIFY2(!sample.failure, sample.failure ? qPrintable(sample.failure->detail) : "");
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.inputs, (std::vector<QString>{QStringLiteral("A"), QStringLiteral("B")}));
        QCOMPARE(sample.activeInput(), QStringLiteral("A"));
        QCOMPARE(sample.pipelinesRunning, 2);
        QCOMPARE(sample.pipelinesExpected, 2);
        QVERIFY(sample.providerTime);
    }

    void aStartIsAcceptedAndConfirmedLater()
    {
        Rehearsal r(false);
        QCOMPARE(r.poll().state, EncoderState::Idle);
        QVERIFY(r.send(start()));
        QCOMPARE(r.poll().state, EncoderState::Starting);
        r.time += 2s;
        QCOMPARE(r.poll().state, EncoderState::Running);
    }

    void aStopIsAcceptedAndConfirmedLater()
    {
        Rehearsal r;
        QVERIFY(r.send(stop()));
        QCOMPARE(r.poll().state, EncoderState::Stopping);
        r.time += 1s;
        QCOMPARE(r.poll().state, EncoderState::Idle);
    }

    void aSwitchIsAcceptedAndSeenOnBothPipelinesLater()
    {
        Rehearsal r;
        QVERIFY(r.send(take("B", "take-1")));
        QCOMPARE(r.poll().activeInput(), QStringLiteral("A"));
        r.time += 1500ms;
        const EncoderSample sample = r.poll();
        QCOMPARE(sample.activeInput(), QStringLiteral("B"));
        QCOMPARE(sample.pipelines.size(), 2u);
    }

    void aCommandInTheWrongStateIsAConflict()
    {
        Rehearsal r;
        const CommandAnswer answer = r.send(start());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Conflict);
        QVERIFY(answer.error().subject.contains(QStringLiteral("1000001")));
    }

    void aSwitchToAnInputThatIsNotThereIsInvalidAndSaysWhy()
    {
        Rehearsal r;
        const CommandAnswer answer = r.send(take("C", "take-1"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Invalid);
        QVERIFY(answer.error().detail.contains(QStringLiteral("no input attachment of this name")));
        QCOMPARE(r.send(take("", "take-2")).error().kind, Error::Kind::Invalid);
    }

    void theSameTokenTwiceSwitchesOnce()
    {
        Rehearsal r;
        QVERIFY(r.send(take("B", "take-1")));
        QVERIFY(!r.send(take("B", "take-1")));
        QCOMPARE(r.sandbox.channel().schedule().size(), 1u);
    }

    void aChannelThatIsNotThereIsNotFound()
    {
        Rehearsal r;
        r.mediaLive.channel = "42";
        r.connect();
        QCOMPARE(r.poll().failure->kind, Error::Kind::NotFound);
    }

    void aWrongSecretIsRefused()
    {
        Rehearsal r;
        r.mediaLive.credentials.secretKey = "another";
        r.mux.credentials.tokenSecret = "another";
        r.connect();
        const EncoderSample sample = r.poll();
        QCOMPARE(sample.failure->kind, Error::Kind::Refused);
        QVERIFY(sample.failure->advice.contains(QStringLiteral("AWS_SECRET_ACCESS_KEY")));
        QCOMPARE(r.send(stop()).error().kind, Error::Kind::Refused);
        QCOMPARE(r.sandbox.channel().state(), SandboxChannel::State::Running);
        QCOMPARE(r.listen().failure->kind, Error::Kind::Refused);
    }

    void anUnknownAccessKeyIsRefused()
    {
        Rehearsal r;
        r.mediaLive.credentials.accessKey = "AKIDANOTHER";
        r.connect();
        QVERIFY(r.poll().failure->detail.contains(QStringLiteral("UnrecognizedClientException")));
    }

    void anotherRegionIsRefused()
    {
        Rehearsal r;
        r.mediaLive.region = "us-east-1";
        r.connect();
        QCOMPARE(r.poll().failure->kind, Error::Kind::Refused);
    }

    void aSessionTokenIsSignedWithTheRest()
    {
        Rehearsal r;
        r.mediaLive.credentials = r.sandbox.issueSession();
        r.connect();
        QVERIFY(!r.poll().failure);
        r.mediaLive.credentials.sessionToken = "another";
        r.connect();
        QCOMPARE(r.poll().failure->kind, Error::Kind::Refused);
    }

    void aClockThatIsSixMinutesOffIsToldApartFromAWrongSecret()
    {
        Rehearsal r;
        for (const qint64 ahead : {360, -360}) {
            r.theirClockAheadBy = ahead;
            QCOMPARE(r.poll().failure->kind, Error::Kind::ClockSkew);
        }
        r.theirClockAheadBy = 240;
        QVERIFY(!r.poll().failure);
    }

    void tooManyRequestsAreThrottled()
    {
        Rehearsal r;
        int good = 0;
        EncoderSample sample;
        for (; good < 60; ++good) {
            sample = r.poll();
            if (sample.failure)
                break;
        }
        QVERIFY(good >= 25 && good <= 30);
        QCOMPARE(sample.failure->kind, Error::Kind::Throttled);
        r.time += 1s;
        QVERIFY(!r.poll().failure);
    }

    void retryAfterIsHandedOn()
    {
        Rehearsal r;
        r.sandbox.faults().failNext = 2;
        r.sandbox.faults().failStatus = 429;
        r.sandbox.faults().failType = "TooManyRequestsException";
        r.sandbox.faults().retryAfterSeconds = 17;
        QCOMPARE(r.poll().failure->retryAfterSeconds, 17);
        QCOMPARE(r.listen().failure->retryAfterSeconds, 17);
        QVERIFY(!r.poll().failure);
    }

    void aFaultOfTheirsIsAServerFault()
    {
        Rehearsal r;
        r.sandbox.faults().failNext = 1;
        const CommandAnswer answer = r.send(stop());
        QCOMPARE(answer.error().kind, Error::Kind::ServerFault);
        QCOMPARE(answer.error().httpStatus, 500);
        QCOMPARE(r.sandbox.channel().state(), SandboxChannel::State::Running); // and it was not sent again
    }

    void aPageOfSomebodyElseIsABadAnswer()
    {
        Rehearsal r;
        r.sandbox.faults().garbleNext = 2;
        QCOMPARE(r.poll().failure->kind, Error::Kind::BadAnswer);
        QCOMPARE(r.send(stop()).error().kind, Error::Kind::BadAnswer);
    }

    void aCommandWithoutAnAnswerTimesOutThoughItWasExecuted()
    {
        Rehearsal r;
        r.mediaLive.limits.timeout = 200ms;
        r.connect();
        r.sandbox.faults().silentNext = 1;
        QCOMPARE(r.send(stop()).error().kind, Error::Kind::TimedOut);
        QCOMPARE(r.poll().state, EncoderState::Stopping); // so look before you retry
    }

    void aCloudThatIsGoneIsUnreachable()
    {
        Rehearsal r;
        QVERIFY(!r.poll().failure);
        r.sandbox.stop();
        QCOMPARE(r.poll().failure->kind, Error::Kind::Unreachable);
        QCOMPARE(r.send(stop()).error().kind, Error::Kind::Unreachable);
        QCOMPARE(r.listen().failure->kind, Error::Kind::Unreachable);
    }

    void aCommandThatIsAcceptedAndForgottenIsNeverConfirmed()
    {
        Rehearsal r;
        r.sandbox.faults().acceptOnly = true;
        QVERIFY(r.send(take("B", "take-1")));
        r.time += 60s;
        QCOMPARE(r.poll().activeInput(), QStringLiteral("A"));
    }

    void alertsAreReadBesideTheState()
    {
        Rehearsal r;
        r.sandbox.faults().alerts = {{QStringLiteral("7"), QStringLiteral("Video Not Detected"),
                                      QStringLiteral("no video"), QStringLiteral("0")}};
        const EncoderSample sample = r.poll();
        QCOMPARE(sample.alerts, r.sandbox.faults().alerts);
        r.sandbox.faults().alerts.clear();
        QCOMPARE(r.poll().alerts.size(), 1u); // known for ten seconds
        r.mediaLive.alertsEvery = 0ms;
        r.connect();
        QVERIFY(r.poll().alerts.empty());
    }

    void theAudienceIsHeard()
    {
        Rehearsal r;
        const AudienceSample before = r.listen();
        QVERIFY(!before.failure);
        QVERIFY(*before.viewers > 1000);
        QVERIFY(*before.rebuffering < 0.01);
        QVERIFY(before.providerTime);
        QVERIFY(r.send(stop()));
        r.time += 60s;
        QVERIFY(*r.listen().rebuffering > 0.3);
    }

    void aProviderThatIsDestroyedAnswersNoMore()
    {
        Rehearsal r;
        bool answered = false;
        r.encoder->poll([&](const EncoderSample &) { answered = true; });
        r.encoder->send(stop(), [&](const CommandAnswer &) { answered = true; });
        r.audience->poll([&](const AudienceSample &) { answered = true; });
        r.encoder.reset();
        r.audience.reset();
        r.connect();
        QVERIFY(!r.poll().failure);
        QVERIFY(!answered);
    }

    void aCloudStartedAgainIsAsInTheBeginning()
    {
        Rehearsal r;
        QVERIFY(r.send(stop()));
        r.time += 10s;
        QCOMPARE(r.poll().state, EncoderState::Idle);
        QVERIFY(r.sandbox.start());
        r.connect();
        QCOMPARE(r.poll().state, EncoderState::Running);
    }

    void aPortInUseIsOneClearError()
    {
        SandboxServer first;
        const auto port = first.start();
        QVERIFY(port);
        SandboxServer second({.port = *port});
        const auto result = second.start();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Setting);
        QVERIFY(result.error().text().contains(QString::number(*port)));
        QVERIFY(!result.error().advice.isEmpty());
        QVERIFY(second.endpoint().isEmpty());
    }

    void everyCloudHasSecretsOfItsOwnAndSaysThemForTheShell()
    {
        SandboxServer one;
        SandboxServer other;
        QVERIFY(one.start());
        const QList<QByteArray> lines = one.shellAssignments().trimmed().split('\n');
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines.at(0).startsWith("AWS_ACCESS_KEY_ID=AKIA"));
        QVERIFY(lines.at(1).startsWith("AWS_SECRET_ACCESS_KEY="));
        QCOMPARE(lines.at(2), QByteArray("AWS_DEFAULT_REGION=eu-west-1"));
        QCOMPARE(lines.at(3), "GANTRY_SANDBOX_ENDPOINT=" + one.endpoint().toEncoded());
        QVERIFY(lines.at(4).startsWith("GANTRY_SANDBOX_MFA_CODE="));
        QVERIFY(lines.at(5).startsWith("MUX_TOKEN_ID="));
        QVERIFY(lines.at(6).startsWith("MUX_TOKEN_SECRET="));
        QVERIFY(one.environment().at(1).second != other.environment().at(1).second);
    }

    void theCatalogueBuildsWhatTheShowFileAsksFor()
    {
        Rehearsal r;
        const auto *row = encoderProvider(QStringLiteral("medialive"));
        ProviderSettings settings{{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                                  {QStringLiteral("channel"), QStringLiteral("1000001")},
                                  {QStringLiteral("endpoint"), r.sandbox.endpoint().toString()}};
        qunsetenv("AWS_ACCESS_KEY_ID");
        QCOMPARE(row->make(settings, r.network).error().kind, Error::Kind::Credentials);
        for (const auto &[name, value] : r.sandbox.environment())
            qputenv(name.constData(), value);
        auto made = row->make(settings, r.network);
        QVERIFY(made);
        r.encoder = std::move(*made);
        QVERIFY(!r.poll().failure);
        settings.insert(QStringLiteral("colour"), QStringLiteral("red"));
        QCOMPARE(row->make(settings, r.network).error().kind, Error::Kind::Setting);
        settings.remove(QStringLiteral("colour"));
        settings.remove(QStringLiteral("channel"));
        QCOMPARE(row->make(settings, r.network).error().kind, Error::Kind::Setting);
        auto audience = audienceSource(QStringLiteral("mux"))
                            ->make({{QStringLiteral("endpoint"), r.sandbox.endpoint().toString()}}, r.network);
        QVERIFY(audience);
        r.audience = std::move(*audience);
        QVERIFY(!r.listen().failure);
    }
};

QTEST_GUILESS_MAIN(SandboxHttpTest)
#include "sandbox_http_test.moc"

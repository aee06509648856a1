// Faults made on purpose, from script to effect, and what our own adapter makes of them: the provider rows of the
// fault matrix (P1 to P12) as far as one account and one request can show them. P7 is in http_manners_test; of P9 the
// line in a chart in encoder_series_test; P11 in tests/ways/cloud_cut_test.

#include "cloud/sandbox/sandbox_fault_script.h"

#include "cloud/rehearsal_cloud.h"

#include <QJsonDocument>
#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;
using gantry::test::Rehearsal;

namespace {

SandboxFault fault(const char *json)
{
    QByteArray text(json);
    const auto read = readFault(QJsonDocument::fromJson(text.replace('\'', '"')).object(), QStringLiteral("test"));
    if (!read)
        qFatal("%s", qPrintable(read.error().advice));
    return *read;
}

Command stop()
{
    return {Verb::Stop, {}, QStringLiteral("stop-1")};
}

Command take(const char *token)
{
    return {Verb::SwitchInput, QStringLiteral("B"), QString::fromLatin1(token)};
}

} // namespace

class SandboxFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScriptIsReadAndWrittenAlike()
    {
        QByteArray text("{'faults':[{'fault':'429','at':30,'for':20.5,'service':'medialive','calls':'commands',"
                        "'retry_after':5},{'fault':'input_loss','input':'A','count':1},{'fault':'500','status':503}]}");
        const auto script = readFaultScript(text.replace('\'', '"'));
        QVERIFY(script);
        QCOMPARE(script->size(), 3u);
        const SandboxFault &first = script->front();
        QCOMPARE(first.kind, SandboxFault::Kind::Throttled);
        QCOMPARE(first.at, 30'000ms);
        QCOMPARE(*first.lasting, 20'500ms);
        QCOMPARE(first.calls, SandboxFault::Calls::Commands);
        QCOMPARE(*first.retryAfter, 5s);
        for (const SandboxFault &one : *script)
            QCOMPARE(*readFault(faultJson(one), QStringLiteral("again")), one);
        for (const SandboxFaultWord &word : sandboxFaultWords())
            QCOMPARE(wordOf(word.kind), QString::fromLatin1(word.word));
    }

    void aScriptThatIsWrongSaysWhereAndWhat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *text, const char *where) {
            QTest::newRow(name) << QByteArray(text).replace('\'', '"') << QString::fromLatin1(where);
        };
        row("no JSON", "{", "JSON");
        row("no list", "{'faults':3}", "faults");
        row("more than a list", "{'faults':[],'more':1}", "faults");
        row("an unknown fault", "{'faults':[{'fault':'meteor'}]}", "faults[0].fault");
        row("an unknown member", "{'faults':[{'fault':'500'},{'fault':'500','colour':1}]}", "faults[1].colour");
        row("a negative time", "{'faults':[{'fault':'500','at':-1}]}", "faults[0].at");
        row("a time in words", "{'faults':[{'fault':'500','for':'long'}]}", "faults[0].for");
        row("a time without end", "{'faults':[{'fault':'500','for':1e300}]}", "faults[0].for");
        row("a status of success", "{'faults':[{'fault':'500','status':200}]}", "faults[0].status");
        row("an unknown service", "{'faults':[{'fault':'500','service':'fax'}]}", "faults[0].service");
        row("unknown calls", "{'faults':[{'fault':'500','calls':7}]}", "faults[0].calls");
        row("an input without a name", "{'faults':[{'fault':'input_loss'}]}", "faults[0].input");
        row("no object", "{'faults':[7]}", "faults[0].fault");
    }
    void aScriptThatIsWrongSaysWhereAndWhat()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        const auto script = readFaultScript(text);
        QVERIFY(!script);
        QCOMPARE(script.error().subject, where);
        QVERIFY(!script.error().advice.isEmpty());
    }

    void aFaultBeginsAndEndsAtItsTimes()
    {
        Rehearsal r;
        r.sandbox.faults().script = {fault("{'fault':'500','at':10,'for':5}")};
        QVERIFY(!r.poll().failure);
        r.time = 10s;
        QCOMPARE(r.poll().failure->kind, Error::Kind::ServerFault);
        r.time = 15s;
        QVERIFY(!r.poll().failure);
        QVERIFY(r.sandbox.faults().script.empty()); // what is over is forgotten
    }

    void aFaultStrikesOnlyTheServiceAndTheCallsItNames()
    {
        Rehearsal r;
        r.sandbox.addFault(fault("{'fault':'500','service':'mux'}"));
        QVERIFY(!r.poll().failure);
        QVERIFY(r.listen().failure);
        r.sandbox.clearFaults();
        r.sandbox.addFault(fault("{'fault':'500','calls':'commands'}"));
        QVERIFY(!r.poll().failure);
        QVERIFY(!r.send(stop()));
        QCOMPARE(r.sandbox.channel().state(), SandboxChannel::State::Running);
    }

    // P1
    void throttlingSaysWhenToComeBack()
    {
        Rehearsal r;
        r.sandbox.addFault(fault("{'fault':'429','retry_after':17,'count':1}"));
        const EncoderSample sample = r.poll();
        QCOMPARE(sample.failure->kind, Error::Kind::Throttled);
        QCOMPARE(sample.failure->retryAfterSeconds, 17);
        QVERIFY(!r.poll().failure);
    }

    // P2
    void fiveMinutesOfServerFaultsAreUnreachableAndSwitchNothing()
    {
        Rehearsal r;
        r.sandbox.addFault(fault("{'fault':'500','status':503,'for':300}"));
        for (int minute = 0; minute < 5; ++minute) {
            const EncoderSample sample = r.poll();
            QCOMPARE(sample.failure->kind, Error::Kind::ServerFault);
            QCOMPARE(sample.state, EncoderState::Unknown); // not down: unknown
            QCOMPARE(sample.activeInput(), QString());
            r.time += 1min;
        }
        const EncoderSample sample = r.poll();
        QVERIFY(!sample.failure);
        QCOMPARE(sample.activeInput(), QStringLiteral("A"));
    }

    // P3
    void aCommandThatTimesOutIsExecutedOnce()
    {
        Rehearsal r;
        r.mediaLive.limits.timeout = 200ms;
        r.connect();
        r.sandbox.addFault(fault("{'fault':'time_out','calls':'commands','count':1}"));
        QCOMPARE(r.send(take("take-1")).error().kind, Error::Kind::TimedOut);
        QCOMPARE(r.sandbox.channel().schedule().size(), 1u);
        r.time += 1500ms;
        QCOMPARE(r.poll().activeInput(), QStringLiteral("B")); // look before you retry
        QVERIFY(!r.send(take("take-1")));                      // and the name of the action lets it happen once only
        QCOMPARE(r.sandbox.channel().schedule().size(), 1u);
    }

    // P4
    void aCommandThatIsAcceptedAndForgottenChangesNothing()
    {
        Rehearsal r;
        r.sandbox.addFault(fault("{'fault':'accept_only','for':60}"));
        QVERIFY(r.send(take("take-1")));
        r.time += 30s;
        QCOMPARE(r.poll().activeInput(), QStringLiteral("A"));
        QVERIFY(r.sandbox.channel().schedule().empty());
    }

    // P5
    void anAnswerThatIsTornHugeOrDeepIsABadAnswer_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word : {"truncated", "huge", "deep"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }
    void anAnswerThatIsTornHugeOrDeepIsABadAnswer()
    {
        QFETCH(QString, word);
        Rehearsal r;
        SandboxFault one;
        for (const SandboxFaultWord &known : sandboxFaultWords()) {
            if (word == QLatin1StringView(known.word))
                one.kind = known.kind;
        }
        one.count = 1;
        r.sandbox.addFault(one);
        QCOMPARE(r.poll().failure->kind, Error::Kind::BadAnswer);
        QVERIFY(!r.poll().failure);
    }

    // P6
    void aClockThatIsOffAndATokenThatEndedAreToldApart()
    {
        Rehearsal r;
        r.sandbox.addFault(fault("{'fault':'clock_skew','skew':400,'for':10}"));
        QCOMPARE(r.poll().failure->kind, Error::Kind::ClockSkew);
        r.time += 10s;
        r.mediaLive.credentials = r.sandbox.issueSession();
        r.connect();
        QVERIFY(!r.poll().failure);
        r.sandbox.addFault(fault("{'fault':'expired_token','for':10}"));
        const EncoderSample sample = r.poll();
        QCOMPARE(sample.failure->kind, Error::Kind::Refused);
        QVERIFY(sample.failure->detail.contains(QStringLiteral("ExpiredToken")));
        r.mediaLive.credentials = r.sandbox.issueSession(); // refreshed once, and all is well
        r.connect();
        QVERIFY(!r.poll().failure);
    }

    // P8: the fault; that an adapter which reads pages stops at a limit is the adapter's own test.
    void aListWhoseNextPageIsTheSamePageNeverEnds()
    {
        Rehearsal r;
        r.sandbox.addFault(fault("{'fault':'token_loop'}"));
        QVERIFY(!r.poll().failure || r.poll().failure->kind == Error::Kind::BadAnswer);
    }

    // P9
    void figuresThatComeLateCarryTheTimeOfTheirMeasurement()
    {
        Rehearsal r;
        r.mediaLive.metricsEndpoint = r.sandbox.endpoint();
        r.mediaLive.metricsEvery = 10s;
        r.time += 200s;
        const auto age = [&r] {
            r.connect(); // whoever asks for the first time asks for figures, too
            const EncoderSample sample = r.poll();
            const auto now = std::chrono::system_clock::now();
            return sample.figures.measured ? std::optional(now - *sample.figures.measured) : std::nullopt;
        };
        const auto usual = age();
        QVERIFY(usual && *usual < 25s);
        r.sandbox.addFault(fault("{'fault':'late_metrics','delay':90}"));
        r.time += 1s;
        const auto late = age();
        QVERIFY(late);
        QVERIFY2(*late >= 85s && *late < 120s, qPrintable(QString::number(*late / 1ms)));
        r.sandbox.clearFaults();
        r.sandbox.addFault(fault("{'fault':'late_metrics','delay':180}")); // later than anybody looks back for
        r.time += 1s;
        QVERIFY(!age()); // unknown, and not the old one
    }

    // P10: the second room's wish reaches the cloud as a command of its own, and both are told the truth.
    void twoRoomsThatSwitchAtOnceBothSeeWhatIsOnAir()
    {
        Rehearsal r;
        auto other = makeMediaLive(r.mediaLive, r.network);
        QVERIFY(r.send(take("room-1-take")));
        const auto second = gantry::test::await<CommandAnswer>([&](auto done) {
            other->send({Verb::SwitchInput, QStringLiteral("A"), QStringLiteral("room-2-take")}, std::move(done));
        });
        QVERIFY(second && *second);
        r.time += 1500ms;
        const auto seen = gantry::test::await<EncoderSample>([&](auto answer) { other->poll(std::move(answer)); });
        QCOMPARE(r.poll().activeInput(), seen->activeInput());
        QCOMPARE(seen->activeInput(), QStringLiteral("A")); // the later one
        QCOMPARE(r.sandbox.channel().schedule().size(), 2u);
    }

    // P12
    void aMissingPermissionIsRefusedAndNamesTheCall()
    {
        Rehearsal r;
        r.sandbox.addFault(fault("{'fault':'denied','calls':'commands'}"));
        QVERIFY(!r.poll().failure);
        const CommandAnswer answer = r.send(stop());
        QCOMPARE(answer.error().kind, Error::Kind::Refused);
        QVERIFY(answer.error().detail.contains(QStringLiteral("AccessDenied")));
    }

    void aSlowCloudAnswersLateAndRight()
    {
        Rehearsal r;
        r.sandbox.addFault(fault("{'fault':'slow','delay':0.3,'count':1}"));
        QElapsedTimer clock;
        clock.start();
        const EncoderSample sample = r.poll();
        QVERIFY(!sample.failure);
        QVERIFY(clock.elapsed() >= 290);
        QCOMPARE(sample.state, EncoderState::Running);
    }

    void whoDoesNotWaitForASlowCloudHurtsNobody()
    {
        Rehearsal r;
        r.mediaLive.limits.timeout = 100ms;
        r.connect();
        r.sandbox.addFault(fault("{'fault':'slow','delay':0.2,'count':1}"));
        QCOMPARE(r.poll().failure->kind, Error::Kind::TimedOut);
        r.mediaLive.limits.timeout = 5s;
        r.connect();
        r.sandbox.addFault(fault("{'fault':'slow','delay':0.3,'count':1}"));
        QVERIFY(!r.poll().failure); // while this one is waited for, the first answer finds nobody
    }

    void aPipelineThatFailsIsDegradedAndRaisesAnAlert()
    {
        Rehearsal r;
        r.mediaLive.alertsEvery = 0ms;
        r.connect();
        r.sandbox.addFault(fault("{'fault':'pipeline_failure','pipeline':1,'for':10}"));
        EncoderSample sample = r.poll();
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.pipelinesRunning, 1);
        QCOMPARE(pipelineMap(sample), PipelineMap::SomeFailed);
        QCOMPARE(sample.alerts.size(), 1u);
        QCOMPARE(sample.alerts.front().pipeline, QStringLiteral("1"));
        r.sandbox.addFault(fault("{'fault':'pipeline_failure','pipeline':0,'for':5}"));
        QCOMPARE(r.poll().state, EncoderState::Recovering);
        QVERIFY(!r.sandbox.onAir(SandboxServer::Output::MediaLive).runs);
        r.time += 10s;
        sample = r.poll();
        QCOMPARE(sample.pipelinesRunning, 2);
        QVERIFY(sample.alerts.empty());
    }

    void anInputThatIsLostIsGoneFromTheOutputUntilItComesBack()
    {
        Rehearsal r;
        r.mediaLive.alertsEvery = 0ms;
        r.connect();
        r.sandbox.addFault(fault("{'fault':'input_loss','input':'A','for':10}"));
        QCOMPARE(r.poll().alerts.size(), 2u); // one a pipeline
        QCOMPARE(r.sandbox.onAir(SandboxServer::Output::MediaLive), (SandboxServer::OnAir{true, {}}));
        QCOMPARE(r.sandbox.onAir(SandboxServer::Output::MediaConnect).input, QStringLiteral("B")); // fails over
        QCOMPARE(r.sandbox.onAir(SandboxServer::Output::Google).input, QStringLiteral("B"));       // so does this
        r.time += 10s;
        QCOMPARE(r.sandbox.onAir(SandboxServer::Output::MediaLive).input, QStringLiteral("A"));
        QVERIFY(r.poll().alerts.empty());
    }

    void whatIsActiveIsToldWithTheTimeThatIsLeft()
    {
        Rehearsal r;
        r.time = 5s;
        r.sandbox.addFault(fault("{'fault':'slow','for':20}"));
        r.sandbox.addFault(fault("{'fault':'500','at':60}"));
        r.time = 10s;
        const auto active = r.sandbox.activeFaults();
        QCOMPARE(active.size(), 1u);
        QCOMPARE(*active.front().lasting, 15'000ms);
    }
};

QTEST_GUILESS_MAIN(SandboxFaultsTest)
#include "sandbox_faults_test.moc"

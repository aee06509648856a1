#include "cloud/encoders/google_livestream_answer.h"

#include "cloud/google_stage.h"

#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

class GoogleLivestreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChannelOnAirIsReadInFull()
    {
        Google google;
        const EncoderSample sample = poll(*google.provider);
        QVERIFY2(!sample.failure, sample.failure ? qPrintable(sample.failure->detail) : "");
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.providerState, QStringLiteral("STREAMING"));
        QCOMPARE(sample.activeInput(), QStringLiteral("cam-a"));
        QCOMPARE(sample.inputs, (std::vector<QString>{QStringLiteral("cam-a"), QStringLiteral("cam-b")}));
        QCOMPARE(sample.receives, true);
        QCOMPARE(sample.inputHealth.size(), 2u);
        QCOMPARE(sample.inputHealth[0].connected, true);
        QCOMPARE(sample.inputHealth[0].active, true);
        QCOMPARE(sample.inputHealth[1].connected, false);
        QCOMPARE(sample.inputHealth[0].providerState, QStringLiteral("SRT_PUSH, HD"));
        QCOMPARE(pipelineMap(sample), PipelineMap::AllRunning);
        QVERIFY(sample.providerTime);
        QCOMPARE(google.stage.seen.first().path(),
                 QByteArray("/v1/projects/show-1/locations/europe-west4/channels/final"));
        QCOMPARE(google.stage.seen.first().header("Authorization"), QByteArray("Bearer ya29.HUSHhush"));
        for (const ProviderWord &word : sample.details) // an input's address holds a key
            QVERIFY(!word.value.contains(QStringLiteral("HUSH")));
    }

    void theOperatorIsToldWhatSwitchingByHandDoesToTheFailover()
    {
        Google google;
        const EncoderSample sample = poll(*google.provider);
        QCOMPARE(detail(sample, "automaticFailover"), QStringLiteral("cam-a → cam-b"));
        QVERIFY(detail(sample, "Switching by hand").contains(QStringLiteral("failover")));
    }

    void everyStateOfTheServiceHasAMeaning_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("receives"); // 2: unknown
        const auto row = [](const char *word, EncoderState state, int receives) {
            QTest::newRow(word) << QByteArray(word) << int(state) << receives;
        };
        row("STOPPED", EncoderState::Idle, 2);
        row("STARTING", EncoderState::Starting, 2);
        row("AWAITING_INPUT", EncoderState::Running, 0);
        row("STREAMING", EncoderState::Running, 1);
        row("STREAMING_NO_INPUT", EncoderState::Running, 0);
        row("STREAMING_ERROR", EncoderState::Failed, 2);
        row("STOPPING", EncoderState::Stopping, 2);
        row("DREAMING", EncoderState::Unknown, 2);
    }
    void everyStateOfTheServiceHasAMeaning()
    {
        QFETCH(QByteArray, word);
        QFETCH(int, state);
        QFETCH(int, receives);
        Google google;
        google.state = word;
        const EncoderSample sample = poll(*google.provider);
        QCOMPARE(int(sample.state), state);
        QCOMPARE(sample.providerState, QString::fromLatin1(word));
        QCOMPARE(sample.receives ? int(*sample.receives) : 2, receives);
    }

    void aStateThatIsNotSetIsUnknown()
    {
        const auto read = googleChannel(object(json("{'name':'projects/p/locations/l/channels/c'}")));
        QVERIFY(read);
        QCOMPARE(read->sample.state, EncoderState::Unknown);
        QVERIFY(!read->sample.receives);
        QVERIFY(read->sample.activeInput().isEmpty());
    }

    void aChannelsOwnErrorIsAnAlert()
    {
        const auto read = googleChannel(object(json("{'name':'c','streamingState':'STREAMING_ERROR',"
                                                    "'streamingError':{'code':9,'message':'no key frames'}}")));
        QVERIFY(read);
        QCOMPARE(read->sample.alerts.size(), 1u);
        QCOMPARE(read->sample.alerts.front().message, QStringLiteral("no key frames"));
        QCOMPARE(read->sample.pipelines.front().state, PipelineState::Failed);
    }

    void startingIsFollowedToTheEndOfItsOperation()
    {
        Google google;
        google.state = "STOPPED";
        QVERIFY(google.command(Verb::Start));
        const SeenRequest &sent = google.stage.seen.first();
        QVERIFY(sent.path().endsWith("/channels/final:start"));
        QCOMPARE(object(sent.body).value(QStringLiteral("requestId")).toString(), kToken);
        google.state = "STARTING";
        EncoderSample sample = poll(*google.provider);
        QCOMPARE(sample.jobs.size(), 1u);
        QCOMPARE(sample.jobs.front().name, kToken);
        QCOMPARE(sample.jobs.front().state, JobSample::State::Running);
        google.operation = QByteArray(kOperation).replace("false", "true");
        sample = poll(*google.provider);
        QCOMPARE(sample.jobs.front().state, JobSample::State::Done);
        const int asked = google.stage.count("GET", "/operations/");
        poll(*google.provider);
        QCOMPARE(google.stage.count("GET", "/operations/"), asked); // what is done is not asked for
    }

    void anOperationThatFailedSaysWhy()
    {
        Google google;
        QVERIFY(google.command(Verb::Start));
        google.operation = json("{'name':'projects/show-1/locations/europe-west4/operations/op-1','done':true,"
                                "'error':{'code':8,'message':'quota of channels is used up'}}");
        const EncoderSample sample = poll(*google.provider);
        QCOMPARE(sample.jobs.front().state, JobSample::State::Failed);
        QVERIFY(sample.jobs.front().providerState.contains(QStringLiteral("quota of channels")));
    }

    void anOperationThatIsForgottenIsNotFollowedForEver()
    {
        Google google;
        QVERIFY(google.command(Verb::Stop));
        google.instead = [](const SeenRequest &request) {
            return request.path().contains("/operations/")
                       ? std::optional(StageAnswer{404, json("{'error':{'code':404,'status':'NOT_FOUND'}}"), {}})
                       : std::nullopt;
        };
        poll(*google.provider);
        poll(*google.provider);
        QCOMPARE(google.stage.count("GET", "/operations/"), 1);
    }

    void aSwitchIsAnEventUnderTheCommandsToken()
    {
        Google google;
        QVERIFY(google.command(Verb::SwitchInput, QStringLiteral("cam-b")));
        const SeenRequest &sent = google.stage.seen.first();
        QCOMPARE(sent.method, QByteArray("POST"));
        QVERIFY(sent.path().endsWith("/channels/final/events"));
        QCOMPARE(sent.query("eventId"), QStringLiteral("gantry-") + kToken);
        QCOMPARE(sent.query("requestId"), kToken);
        QCOMPARE(object(sent.body), object(json("{'executeNow':true,'inputSwitch':{'inputKey':'cam-b'}}")));
        google.events = json("{'events':[{'name':'projects/p/locations/l/channels/c/events/gantry-TOKEN',"
                             "'createTime':'2026-11-22T11:59:59.123456789Z','executeNow':true,'state':'FAILED',"
                             "'inputSwitch':{'inputKey':'cam-b'},'error':{'code':3,'message':'no such input'}}]}")
                            .replace("TOKEN", kToken.toLatin1());
        const EncoderSample sample = poll(*google.provider);
        QCOMPARE(sample.jobs.size(), 1u);
        QCOMPARE(sample.jobs.front().name, kToken);
        QCOMPARE(sample.jobs.front().state, JobSample::State::Failed);
        QVERIFY(sample.jobs.front().providerState.contains(QStringLiteral("no such input")));
    }

    void aTimedSwitchStandsInThePlanAndCanBeCalledOff()
    {
        Google google;
        QVERIFY(!google.command(Verb::ScheduleSwitch, QStringLiteral("cam-b"), google.time() + 9s));
        QVERIFY(!google.command(Verb::ScheduleSwitch, QStringLiteral("cam-b")));
        QVERIFY(google.stage.seen.isEmpty()); // both were seen to be impossible here
        QVERIFY(google.command(Verb::ScheduleSwitch, QStringLiteral("cam-b"), google.time() + 60s));
        QCOMPARE(object(google.stage.seen.first().body).value(QStringLiteral("executionTime")).toString(),
                 QStringLiteral("2026-11-22T12:01:00.000Z"));
        google.events = json("{'events':["
                             "{'name':'x/events/foreign','state':'SCHEDULED','executionTime':'2026-11-22T13:00:00Z',"
                             "'adBreak':{'duration':'30s'}},"
                             "{'name':'x/events/gantry-TOKEN','state':'SCHEDULED',"
                             "'executionTime':'2026-11-22T12:01:00Z','inputSwitch':{'inputKey':'cam-b'}},"
                             "{'name':'x/events/done','state':'SUCCEEDED','inputSwitch':{'inputKey':'cam-a'}}]}")
                            .replace("TOKEN", kToken.toLatin1());
        const EncoderSample sample = poll(*google.provider);
        QVERIFY(sample.planned);
        QCOMPARE(sample.planned->size(), 2u);
        QCOMPARE((*sample.planned)[0].name, kToken);
        QCOMPARE((*sample.planned)[0].input, QStringLiteral("cam-b"));
        QCOMPARE((*sample.planned)[1].what, QStringLiteral("adBreak"));
        QVERIFY(google.command(Verb::CancelPlanned, kToken));
        QVERIFY(google.stage.seen.last().path().endsWith("/events/gantry-" + kToken.toLatin1()));
        QVERIFY(google.command(Verb::CancelPlanned, QStringLiteral("foreign")));
        QCOMPARE(google.stage.seen.last().method, QByteArray("DELETE"));
        QVERIFY(google.stage.seen.last().path().endsWith("/events/foreign"));
    }

    void whatTheProviderHasNotIsRefusedHere()
    {
        Google google;
        for (const Verb verb : {Verb::PrepareInput, Verb::RestartPipeline, Verb::HarvestClip, Verb::PreferInput})
            QCOMPARE(google.command(verb, QStringLiteral("cam-b")).error().kind, Error::Kind::Invalid);
        QCOMPARE(google.command(Verb::SwitchInput).error().kind, Error::Kind::Invalid);
        QVERIFY(google.stage.seen.isEmpty());
    }

    void anEventsIdIsWhatGoogleAllows()
    {
        QCOMPARE(nameOfEvent(googleEventId(kToken)), kToken);
        QVERIFY(googleEventId(QString(200, u'x')).size() <= 63);
        QCOMPARE(googleEventId(QStringLiteral("A/b_C ü")), QStringLiteral("gantry-abc"));
        QCOMPARE(nameOfEvent(QStringLiteral("foreign")), QStringLiteral("foreign"));
    }
};

QTEST_GUILESS_MAIN(GoogleLivestreamTest)
#include "google_livestream_test.moc"

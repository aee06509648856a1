// MediaLive beyond start, stop and switch: what is asked over the wire, and what recorded and hostile answers become.

#include "cloud/aws_answers.h"
#include "cloud/encoders/medialive.h"
#include "cloud/encoders/medialive_answer.h"
#include "cloud/encoders/medialive_schedule.h"
#include "cloud/scripted_cloud.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kChannel = "GET /prod/channels/1000001";
const QByteArray kAlerts = "GET /prod/channels/1000001/alerts";
const QByteArray kSchedule = "GET /prod/channels/1000001/schedule";
const QByteArray kPutSchedule = "PUT /prod/channels/1000001/schedule";
const QByteArray kMetrics = "POST /";

const QDateTime kNoon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
const ProviderTime kNow(std::chrono::milliseconds(kNoon.toMSecsSinceEpoch()));

struct Stage : ScriptedCloud
{
    explicit Stage(std::chrono::milliseconds metricsEvery = 0ms)
    {
        MediaLiveSettings settings;
        settings.region = "eu-west-1";
        settings.channel = "1000001";
        settings.endpoint = endpoint;
        settings.metricsEndpoint = endpoint;
        settings.metricsEvery = metricsEvery;
        settings.credentials = {"AKIDEXAMPLE", "secret"};
        settings.now = [] { return kNoon; };
        channel = makeMediaLive(std::move(settings), network);
        says(kChannel, aws::pairedChannel("EQUAL_INPUT_PREFERENCE", "cam-a"));
        says(kAlerts, "{\"alerts\":[]}");
        says(kSchedule, aws::schedule);
        says(kPutSchedule, "{}");
    }
    EncoderSample poll() { return ScriptedCloud::poll(*channel); }
    CommandAnswer send(const Command &command) { return ScriptedCloud::send(*channel, command); }

    std::unique_ptr<EncoderProvider> channel;
};

Command command(Verb verb, const char *input = "", const char *pipeline = "")
{
    Command made;
    made.verb = verb;
    made.input = QString::fromLatin1(input);
    made.token = QStringLiteral("ours");
    made.pipeline = QString::fromLatin1(pipeline);
    return made;
}

} // namespace

class MediaLiveContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPairThatPrefersItsPrimaryCannotBeCutByHandAndSaysWhy()
    {
        const auto onPrimary = mediaLiveSample(aws::pairedChannel("PRIMARY_INPUT_PREFERRED", "cam-a"));
        QVERIFY(onPrimary);
        QCOMPARE(onPrimary->preferredInput, QStringLiteral("cam-a"));
        QCOMPARE(onPrimary->obstacles.size(), 2u);
        QCOMPARE(onPrimary->obstacles[0].verb, Verb::SwitchInput);
        QCOMPARE(onPrimary->obstacles[0].input, QStringLiteral("cam-b"));
        QVERIFY(onPrimary->obstacles[0].because.contains(QStringLiteral("cam-a and cam-b are a failover pair")));

        const auto onSecondary = mediaLiveSample(aws::pairedChannel("PRIMARY_INPUT_PREFERRED", "cam-b"));
        QVERIFY(onSecondary);
        const auto isAgainst = [&onSecondary](const char *input) {
            return std::any_of(onSecondary->obstacles.begin(), onSecondary->obstacles.end(), [input](const auto &one) {
                return one.verb == Verb::SwitchInput && one.input == QLatin1String(input);
            });
        };
        QVERIFY(isAgainst("cam-a"));
        QVERIFY(!isAgainst("slate"));
    }

    void aPairOfEqualsCanBeCutByHand()
    {
        const auto sample = mediaLiveSample(aws::pairedChannel("EQUAL_INPUT_PREFERENCE", "cam-a"));
        QVERIFY(sample);
        QVERIFY(sample->obstacles.empty());
        QCOMPARE(sample->preferredInput, QString());
    }

    void aStandardChannelSaysThatASwitchTakesTenSeconds()
    {
        QCOMPARE(mediaLiveSample(aws::oneOfTwo)->switchDelay, std::optional(std::chrono::milliseconds(10s)));
        QVERIFY(!mediaLiveSample("{\"state\":\"RUNNING\",\"channelClass\":\"SINGLE_PIPELINE\"}")->switchDelay);
    }

    void thePipelineThatIsMissingIsTheOneThatFailed()
    {
        const auto sample = mediaLiveSample(aws::oneOfTwo);
        QCOMPARE(sample->pipelines.size(), 2u);
        QCOMPARE(sample->pipelines[0].id, QStringLiteral("0"));
        QCOMPARE(sample->pipelines[0].state, PipelineState::Failed);
        QCOMPARE(sample->pipelines[1].state, PipelineState::Running);
        QCOMPARE(pipelineMap(*sample), PipelineMap::SomeFailed);
        const auto none = mediaLiveSample("{\"state\":\"RUNNING\",\"channelClass\":\"STANDARD\","
                                          "\"pipelinesRunningCount\":0,\"pipelineDetails\":[]}");
        QCOMPARE(pipelineMap(*none), PipelineMap::AllFailed);
        const auto idle = mediaLiveSample("{\"state\":\"IDLE\",\"channelClass\":\"STANDARD\","
                                          "\"pipelinesRunningCount\":0}");
        QCOMPARE(pipelineMap(*idle), PipelineMap::Unknown);
    }

    void theScheduleTellsWhatWillHappenAndWhatOfOursHas()
    {
        const auto read = mediaLiveSchedule(aws::schedule, kNow, {QStringLiteral("ours")});
        QVERIFY(read);
        QCOMPARE(read->planned.size(), 2u);
        QCOMPARE(read->planned[0].name, QStringLiteral("then"));
        QCOMPARE(read->planned[0].what, QStringLiteral("inputSwitch"));
        QCOMPARE(read->planned[0].input, QStringLiteral("slate"));
        QCOMPARE(read->planned[0].at, std::optional(kNow + 1h));
        QCOMPARE(read->planned[1].name, QStringLiteral("after that"));
        QVERIFY(!read->planned[1].at);
        QCOMPARE(read->jobs.size(), 1u);
        QCOMPARE(read->jobs[0].name, QStringLiteral("ours"));
        QCOMPARE(read->jobs[0].state, JobSample::State::Done);
    }

    void aPlannedSwitchGoesOutWithItsTimeAndAnEarlierOneNotAtAll()
    {
        Stage stage;
        Command plan = command(Verb::ScheduleSwitch, "cam-b");
        plan.at = kNow + 30s;
        QVERIFY(stage.send(plan));
        const QJsonObject action =
            stage.last(kPutSchedule)->json()[u"creates"].toObject()[u"scheduleActions"].toArray().at(0).toObject();
        QCOMPARE(action[u"actionName"].toString(), QStringLiteral("ours"));
        QCOMPARE(action[u"scheduleActionStartSettings"]
                     .toObject()[u"fixedModeScheduleActionStartSettings"]
                     .toObject()[u"time"]
                     .toString(),
                 QStringLiteral("2026-11-22T12:00:30.000Z"));
        const int sent = stage.count(kPutSchedule);
        for (const auto time : {kNow + 29s, kNow + std::chrono::hours(15 * 24)}) {
            plan.at = time;
            const CommandAnswer answer = stage.send(plan);
            QCOMPARE(answer.error().kind, Error::Kind::Invalid);
            QVERIFY(!answer.error().advice.isEmpty());
        }
        plan.at.reset();
        QCOMPARE(stage.send(plan).error().kind, Error::Kind::Invalid);
        QCOMPARE(stage.count(kPutSchedule), sent);
    }

    void preparingAndCallingOffAreScheduleActions()
    {
        Stage stage;
        QVERIFY(stage.send(command(Verb::PrepareInput, "cam-b")));
        const QJsonObject action =
            stage.last(kPutSchedule)->json()[u"creates"].toObject()[u"scheduleActions"].toArray().at(0).toObject();
        QCOMPARE(action[u"scheduleActionSettings"]
                     .toObject()[u"inputPrepareSettings"]
                     .toObject()[u"inputAttachmentNameReference"]
                     .toString(),
                 QStringLiteral("cam-b"));
        QVERIFY(stage.send(command(Verb::CancelPlanned, "then")));
        QCOMPARE(stage.last(kPutSchedule)->json()[u"deletes"].toObject()[u"actionNames"].toArray().at(0).toString(),
                 QStringLiteral("then"));
        // What came of the preparation stands in the next sample.
        const EncoderSample sample = stage.poll();
        QCOMPARE(sample.jobs.size(), 1u);
        QVERIFY(sample.planned);
    }

    void aPipelineIsRestartedByItsNumber()
    {
        Stage stage;
        const QByteArray restart = "POST /prod/channels/1000001/restartChannelPipelines";
        stage.says(restart, "{\"state\":\"RUNNING\"}");
        QVERIFY(stage.send(command(Verb::RestartPipeline, "", "1")));
        QCOMPARE(stage.last(restart)->json()[u"pipelineIds"].toArray().at(0).toString(), QStringLiteral("PIPELINE_1"));
        QCOMPARE(stage.send(command(Verb::RestartPipeline, "", "../stop")).error().kind, Error::Kind::Invalid);
        QCOMPARE(stage.count(restart), 1);
    }

    void whatMediaLiveDoesNotHaveNeverLeaves()
    {
        Stage stage;
        for (const Verb verb : {Verb::PreferInput, Verb::DisconnectInput, Verb::HarvestClip})
            QCOMPARE(stage.send(command(verb, "cam-a")).error().kind, Error::Kind::Invalid);
        QVERIFY(stage.asked.isEmpty());
    }

    void alertsComeFromEveryPage()
    {
        Stage stage;
        stage.forget(kAlerts);
        stage.says(kAlerts,
                   "{\"alerts\":[{\"id\":\"1\",\"alertType\":\"A\",\"state\":\"SET\"}],\"nextToken\":\"t/2\"}");
        stage.says(kAlerts, "{\"alerts\":[{\"id\":\"2\",\"alertType\":\"B\",\"state\":\"SET\"}]}");
        const EncoderSample sample = stage.poll();
        QCOMPARE(sample.alerts.size(), 2u);
        QVERIFY(stage.last(kAlerts)->query.contains("nextToken=t%2F2"));
    }

    void whatIsDueAtEveryPollIsAskedOnceAPoll()
    {
        Stage stage;
        MediaLiveSettings settings;
        settings.region = "eu-west-1";
        settings.channel = "1000001";
        settings.endpoint = stage.endpoint;
        settings.credentials = {"AKIDEXAMPLE", "secret"};
        settings.alertsEvery = 0ms;
        settings.scheduleEvery = 0ms;
        const auto eager = makeMediaLive(std::move(settings), stage.network);
        for (int polls = 1; polls <= 3; ++polls) {
            QVERIFY(!stage.ScriptedCloud::poll(*eager).failure);
            QCOMPARE(stage.count(kAlerts), polls);
            QCOMPARE(stage.count(kSchedule), polls);
        }
    }

    // P8 of the fault matrix
    void aListThatGoesRoundInCirclesEnds()
    {
        Stage stage;
        stage.forget(kAlerts);
        stage.says(kAlerts, "{\"alerts\":[],\"nextToken\":\"again\"}");
        const EncoderSample sample = stage.poll();
        QVERIFY(!sample.failure); // the state is known all the same
        QCOMPARE(stage.count(kAlerts), 2);
    }

    void aScheduleThatCannotBeReadIsUnknownNotEmpty()
    {
        Stage stage;
        stage.forget(kSchedule);
        stage.says(kSchedule, "{\"message\":\"User: x is not authorized to perform: medialive:DescribeSchedule on y\"}",
                   403, "ForbiddenException");
        const EncoderSample sample = stage.poll();
        QVERIFY(!sample.failure);
        QVERIFY(!sample.planned);
        QVERIFY(std::any_of(sample.details.begin(), sample.details.end(), [](const ProviderWord &word) {
            return word.name == QLatin1String("schedule") &&
                   word.value.contains(QLatin1String("medialive:DescribeSchedule"));
        }));
    }

    void noDataIsNotZero()
    {
        Stage stage(60s);
        // Seven figures a pipeline: pipeline 0 has an input and drops nothing, pipeline 1 has no data at all.
        stage.says(kMetrics, "{\"MetricDataResults\":["
                             "{\"Id\":\"m0\",\"Timestamps\":[1763812790,1763812780],\"Values\":[8.5,1],"
                             "\"StatusCode\":\"Complete\"},"
                             "{\"Id\":\"m3\",\"Timestamps\":[1763812790],\"Values\":[0],\"StatusCode\":\"Complete\"},"
                             "{\"Id\":\"m6\",\"Timestamps\":[1763812790],\"Values\":[1],\"StatusCode\":\"Complete\"},"
                             "{\"Id\":\"m7\",\"Timestamps\":[],\"Values\":[],\"StatusCode\":\"Complete\"}]}");
        const EncoderSample sample = stage.poll();
        QCOMPARE(sample.pipelines.size(), 2u);
        QCOMPARE(sample.pipelines[0].figures.inputRate, std::optional(BitsPerSecond{8.5e6}));
        QCOMPARE(sample.pipelines[0].figures.droppedFrames, std::optional<std::int64_t>(0));
        QVERIFY(!sample.pipelines[0].figures.outputRate);
        QVERIFY(!sample.pipelines[1].figures.inputRate);
        QVERIFY(!sample.pipelines[1].figures.droppedFrames);
        QCOMPARE(sample.pipelinesLocked, std::optional(true));
        QCOMPARE(stage.last(kMetrics)->target, QByteArray("GraniteServiceVersion20100801.GetMetricData"));
        const QJsonArray queries = stage.last(kMetrics)->json()[u"MetricDataQueries"].toArray();
        QCOMPARE(queries.size(), 14);
        const QJsonArray dimensions =
            queries.at(7).toObject()[u"MetricStat"].toObject()[u"Metric"].toObject()[u"Dimensions"].toArray();
        QCOMPARE(dimensions.size(), 2); // exactly: one more or less is "no data"
        QCOMPARE(dimensions.at(0).toObject()[u"Value"].toString(), QStringLiteral("1000001"));
        QCOMPARE(dimensions.at(1).toObject()[u"Value"].toString(), QStringLiteral("1"));
    }

    void metricsThatCannotBeReadLeaveTheStateAlone()
    {
        Stage stage(60s);
        stage.says(kMetrics, "{\"__type\":\"AccessDenied\",\"message\":\"no\"}", 400, "AccessDeniedException");
        const EncoderSample sample = stage.poll();
        QCOMPARE(sample.state, EncoderState::Running);
        QVERIFY(!sample.figures.inputRate);
        QVERIFY(std::any_of(sample.details.begin(), sample.details.end(),
                            [](const ProviderWord &word) { return word.name == QLatin1String("CloudWatch"); }));
    }

    void aThumbnailIsAPictureOrNone()
    {
        Stage stage;
        const QByteArray what = "GET /prod/channels/1000001/thumbnails";
        stage.says(what, "{\"thumbnailDetails\":[{\"pipelineId\":\"0\",\"thumbnails\":[{\"body\":\"/9j/4A==\","
                         "\"contentType\":\"image/jpeg\",\"timeStamp\":\"2026-11-22T11:59:58Z\"}]}]}");
        const auto picture = stage.thumbnail(*stage.channel, QStringLiteral("0"));
        QVERIFY(picture);
        QCOMPARE(picture->image, QByteArray::fromHex("ffd8ffe0"));
        QCOMPARE(picture->taken, std::optional(kNow - 2s));
        stage.forget(what); // the service says 404 for "none now"
        QVERIFY(stage.thumbnail(*stage.channel, QStringLiteral("0"))->image.isEmpty());
        stage.says(what, "{\"thumbnailDetails\":[{\"pipelineId\":\"0\",\"thumbnails\":[{\"body\":\"%%\"}]}]}");
        QCOMPARE(stage.thumbnail(*stage.channel, QStringLiteral("0")).error().kind, Error::Kind::BadAnswer);
    }

    void aCheckNamesThePermissionThatIsMissing()
    {
        Stage stage(60s);
        stage.forget(kAlerts);
        stage.says(kAlerts,
                   "{\"message\":\"User: arn:aws:iam::1:user/x is not authorized to perform: "
                   "medialive:ListAlerts on resource: y\"}",
                   403, "AccessDeniedException");
        stage.says(kMetrics, "{\"MetricDataResults\":[]}");
        const auto findings = stage.check(*stage.channel);
        QCOMPARE(findings.size(), 4u);
        int failed = 0;
        for (const AccessFinding &finding : findings) {
            if (!finding.failure)
                continue;
            ++failed;
            QCOMPARE(finding.permission, QStringLiteral("medialive:ListAlerts"));
            QVERIFY(finding.failure->advice.contains(QStringLiteral("medialive:ListAlerts")));
        }
        QCOMPARE(failed, 1);
    }

    void aChannelThatIsNotThereIsToldWithThoseThatAre()
    {
        Stage stage;
        stage.forget(kChannel);
        stage.says("GET /prod/channels", "{\"channels\":[{\"id\":\"1\",\"name\":\"Main\",\"state\":\"IDLE\"}],"
                                         "\"nextToken\":\"2\"}");
        stage.says("GET /prod/channels", "{\"channels\":[{\"id\":\"2\",\"name\":\"Spare\",\"state\":\"IDLE\"}]}");
        const auto findings = stage.check(*stage.channel);
        const auto describe = std::find_if(findings.begin(), findings.end(), [](const AccessFinding &finding) {
            return finding.permission == QLatin1String("medialive:DescribeChannel");
        });
        QVERIFY(describe != findings.end() && describe->failure);
        QVERIFY(describe->failure->advice.contains(QStringLiteral("1 Main, 2 Spare")));
    }

    void hostileAnswersAreOneClearError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("truncated") << QByteArray("{\"state\":\"RUNN");
        QTest::newRow("deep") << "{\"state\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + '}';
        QTest::newRow("other type") << QByteArray("{\"state\":7}");
        QTest::newRow("no state") << QByteArray("{}");
        QTest::newRow("pipelines are no list") << QByteArray("{\"state\":\"IDLE\",\"pipelineDetails\":{}}");
        QTest::newRow("html") << QByteArray("<html>sign in</html>");
    }
    void hostileAnswersAreOneClearError()
    {
        QFETCH(QByteArray, body);
        Stage stage;
        stage.forget(kChannel);
        stage.says(kChannel, body);
        const EncoderSample sample = stage.poll();
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::BadAnswer);
        QVERIFY(sample.failure->text().contains(QStringLiteral("1000001")));
    }
};

QTEST_GUILESS_MAIN(MediaLiveContractTest)

#include "medialive_contract_test.moc"

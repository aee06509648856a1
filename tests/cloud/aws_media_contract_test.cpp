// MediaConnect, MediaPackage, IVS and CloudWatch: what is asked over the wire, and what recorded and hostile answers
// become.

#include "cloud/aws/cloudwatch.h"
#include "cloud/aws_answers.h"
#include "cloud/encoders/ivs.h"
#include "cloud/encoders/ivs_answer.h"
#include "cloud/encoders/mediaconnect.h"
#include "cloud/encoders/mediaconnect_answer.h"
#include "cloud/encoders/mediapackage.h"
#include "cloud/scripted_cloud.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kMetrics = "POST /";
const QByteArray kFlowArn = "arn:aws:mediaconnect:eu-west-1:123456789012:flow:1-aa:stadium";
const QByteArray kFlowPath = "arn%3Aaws%3Amediaconnect%3Aeu-west-1%3A123456789012%3Aflow%3A1-aa%3Astadium";
const QByteArray kFlow = "GET /v1/flows/" + kFlowPath;
const QByteArray kIvsArn = "arn:aws:ivs:eu-west-1:123456789012:channel/abcdEFGH";

std::shared_ptr<AwsIdentity> identity()
{
    return fixedIdentity({"AKIDEXAMPLE", "secret"});
}

struct Flow : ScriptedCloud
{
    explicit Flow(std::chrono::milliseconds metricsEvery = 0ms)
    {
        MediaConnectSettings settings;
        settings.region = "eu-west-1";
        settings.flow = kFlowArn;
        settings.endpoint = endpoint;
        settings.metricsEndpoint = endpoint;
        settings.metricsEvery = metricsEvery;
        settings.identity = identity();
        flow = makeMediaConnect(std::move(settings), network);
        says(kFlow, aws::flow);
    }
    std::unique_ptr<EncoderProvider> flow;
};

struct Package : ScriptedCloud
{
    explicit Package(const QString &bucket = QStringLiteral("clips-of-ours"))
    {
        MediaPackageSettings settings;
        settings.region = "eu-west-1";
        settings.group = "show";
        settings.channel = "final";
        settings.bucket = bucket;
        settings.endpoint = endpoint;
        settings.identity = identity();
        channel = makeMediaPackage(std::move(settings), network);
        says("GET /channelGroup/show/channel/final/",
             "{\"Arn\":\"a\",\"ChannelName\":\"final\",\"ChannelGroupName\":\"show\",\"InputType\":\"CMAF\","
             "\"IngestEndpoints\":[{\"Id\":\"1\",\"Url\":\"https://in\"},{\"Id\":\"2\",\"Url\":\"https://in2\"}],"
             "\"InputSwitchConfiguration\":{\"MQCSInputSwitching\":true,\"PreferredInput\":1}}");
        says("GET /channelGroup/show/channel/final/originEndpoint",
             "{\"Items\":[{\"Arn\":\"b\",\"OriginEndpointName\":\"web\",\"HlsManifests\":[{\"ManifestName\":\"index\","
             "\"Url\":\"https://out/index.m3u8\"}],\"ForceEndpointErrorConfiguration\":{"
             "\"EndpointErrorConditions\":[\"STALE_MANIFEST\"]}}]}");
    }
    std::unique_ptr<EncoderProvider> channel;
};

struct Ivs : ScriptedCloud
{
    Ivs()
    {
        IvsSettings settings;
        settings.region = "eu-west-1";
        settings.channel = kIvsArn;
        settings.endpoint = endpoint;
        settings.identity = identity();
        channel = makeIvs(settings, network);
        audience = makeIvsAudience(settings, network);
    }
    AudienceSample listen()
    {
        return await<AudienceSample>([this](auto answer) { audience->poll(std::move(answer)); })
            .value_or(AudienceSample{});
    }
    std::unique_ptr<EncoderProvider> channel;
    std::unique_ptr<AudienceSource> audience;
};

Command command(Verb verb, const char *input = "")
{
    Command made;
    made.verb = verb;
    made.input = QString::fromLatin1(input);
    made.token = QStringLiteral("clip-1");
    return made;
}

QString detail(const EncoderSample &sample, const char *name)
{
    for (const ProviderWord &word : sample.details) {
        if (word.name == QLatin1String(name))
            return word.value;
    }
    return {};
}

} // namespace

class AwsMediaContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlowIsAskedForByItsEncodedArn()
    {
        Flow stage;
        const EncoderSample sample = stage.poll(*stage.flow);
        QVERIFY2(!sample.failure, sample.failure ? qPrintable(sample.failure->detail) : "");
        QCOMPARE(stage.count(kFlow), 1);
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.inputs, (std::vector<QString>{QStringLiteral("fibre"), QStringLiteral("bonded 5G")}));
        QCOMPARE(sample.inputHealth[0].providerState, QStringLiteral("srt-listener from 192.0.2.7"));
        QCOMPARE(sample.preferredInput, QStringLiteral("fibre"));
        QCOMPARE(sample.alerts.size(), 1u);
        QCOMPARE(detail(sample, "egressIp"), QStringLiteral("203.0.113.9"));
    }

    void whichOfTwoSourcesIsUsedIsNotGuessed()
    {
        const auto read = mediaConnectFlow(aws::flow);
        QVERIFY(read);
        QCOMPARE(read->sample.activeInput(), QString());
        const auto alone = mediaConnectFlow("{\"flow\":{\"status\":\"ACTIVE\",\"source\":{\"name\":\"only\"}}}");
        QCOMPARE(alone->sample.activeInput(), QStringLiteral("only"));
        QCOMPARE(alone->sample.obstacles.size(), 1u); // nothing to prefer
    }

    void theHealthOfEachSourceComesFromItsOwnMetrics()
    {
        Flow stage(60s);
        stage.says(kMetrics, "{\"MetricDataResults\":["
                             "{\"Id\":\"m0\",\"Timestamps\":[1763812740],\"Values\":[1]},"
                             "{\"Id\":\"m1\",\"Timestamps\":[1763812740],\"Values\":[1]},"
                             "{\"Id\":\"m2\",\"Timestamps\":[1763812740],\"Values\":[12000000]},"
                             "{\"Id\":\"m3\",\"Timestamps\":[1763812740],\"Values\":[0.5]},"
                             "{\"Id\":\"m6\",\"Timestamps\":[1763812740],\"Values\":[0]}]}");
        const EncoderSample sample = stage.poll(*stage.flow);
        const InputSample &fibre = sample.inputHealth[0];
        QCOMPARE(fibre.connected, std::optional(true));
        QCOMPARE(fibre.active, std::optional(true));
        QCOMPARE(fibre.rate, std::optional(BitsPerSecond{12e6}));
        QCOMPARE(fibre.lossShare, std::optional(0.005));
        QVERIFY(!fibre.notRecovered);
        QCOMPARE(sample.inputHealth[1].connected, std::optional(false));
        QVERIFY(!sample.inputHealth[1].rate);
        QCOMPARE(sample.figures.inputRate, std::optional(BitsPerSecond{12e6}));
        const QJsonArray queries = stage.last(kMetrics)->json()[u"MetricDataQueries"].toArray();
        QCOMPARE(queries.size(), 12);
        const QJsonArray dimensions =
            queries.at(6).toObject()[u"MetricStat"].toObject()[u"Metric"].toObject()[u"Dimensions"].toArray();
        QCOMPARE(dimensions.size(), 1);
        QCOMPARE(dimensions.at(0).toObject()[u"Name"].toString(), QStringLiteral("SourceARN"));
    }

    void aSourceIsPreferredByNameAndAMergingFlowSaysWhyNot()
    {
        Flow stage;
        const QByteArray update = "PUT /v1/flows/" + kFlowPath;
        stage.says(update, "{\"flow\":{\"status\":\"UPDATING\"}}", 202);
        QVERIFY(stage.send(*stage.flow, command(Verb::PreferInput, "bonded 5G")));
        const QJsonObject failover = stage.last(update)->json()[u"sourceFailoverConfig"].toObject();
        QCOMPARE(failover[u"failoverMode"].toString(), QStringLiteral("FAILOVER"));
        QCOMPARE(failover[u"sourcePriority"].toObject()[u"primarySource"].toString(), QStringLiteral("bonded 5G"));
        const auto merging = mediaConnectFlow(QByteArray(aws::flow).replace("\"FAILOVER\"", "\"MERGE\""));
        QCOMPARE(merging->sample.obstacles.size(), 1u);
        QCOMPARE(merging->sample.obstacles[0].verb, Verb::PreferInput);
        QVERIFY(!merging->sample.preferredInput);
    }

    void aFlowIsStartedAndStoppedAndNothingElse()
    {
        Flow stage;
        stage.says("POST /v1/flows/start/" + kFlowPath, "{\"flowArn\":\"x\",\"status\":\"STARTING\"}", 202);
        stage.says("POST /v1/flows/stop/" + kFlowPath, "{\"message\":\"It is STANDBY\"}", 409, "ConflictException");
        QVERIFY(stage.send(*stage.flow, command(Verb::Start)));
        QCOMPARE(stage.send(*stage.flow, command(Verb::Stop)).error().kind, Error::Kind::Conflict);
        QCOMPARE(stage.send(*stage.flow, command(Verb::SwitchInput, "fibre")).error().kind, Error::Kind::Invalid);
        QCOMPARE(stage.asked.size(), 2);
    }

    void everyStatusOfAFlowHasAMeaning()
    {
        QCOMPARE(mediaConnectState(QStringLiteral("STANDBY")), EncoderState::Idle);
        QCOMPARE(mediaConnectState(QStringLiteral("ERROR")), EncoderState::Failed);
        QCOMPARE(mediaConnectState(QStringLiteral("UPDATING")), EncoderState::Changing);
        QCOMPARE(mediaConnectState(QStringLiteral("DREAMING")), EncoderState::Unknown);
    }

    void aPackagedChannelHasNoStateButEndpoints()
    {
        Package stage;
        const EncoderSample sample = stage.poll(*stage.channel);
        QVERIFY(!sample.failure);
        QCOMPARE(sample.state, EncoderState::Unknown);
        QCOMPARE(sample.providerState, QStringLiteral("CMAF"));
        QCOMPARE(sample.preferredInput, QStringLiteral("1"));
        QCOMPARE(detail(sample, "web index"), QStringLiteral("https://out/index.m3u8"));
        QCOMPARE(detail(sample, "web EndpointErrorConditions"), QStringLiteral("STALE_MANIFEST"));
        QVERIFY(sample.obstacles.empty());
        // The slash at the end belongs to the address and to what is signed.
        QCOMPARE(stage.count("GET /channelGroup/show/channel/final/"), 1);
    }

    void aClipIsHarvestedOnceAndFollowedToItsEnd()
    {
        Package stage;
        const QByteArray create = "POST /channelGroup/show/channel/final/originEndpoint/web/harvestJob";
        const QByteArray list = "GET /channelGroup/show/harvestJob";
        stage.says(create, "{\"Status\":\"QUEUED\",\"HarvestJobName\":\"clip-1\"}");
        stage.says(list, "{\"Items\":[{\"HarvestJobName\":\"theirs\",\"Status\":\"FAILED\"},"
                         "{\"HarvestJobName\":\"clip-1\",\"Status\":\"COMPLETED\"}]}");
        QVERIFY(stage.poll(*stage.channel).jobs.empty());
        QCOMPARE(stage.count(list), 0); // nobody asks while there is nothing of ours
        Command clip = command(Verb::HarvestClip, "goals/1");
        clip.at = ProviderTime(1763812740000ms);
        clip.until = ProviderTime(1763812770500ms);
        QVERIFY(stage.send(*stage.channel, clip));
        const QJsonObject body = stage.last(create)->json();
        QCOMPARE(body[u"HarvestJobName"].toString(), QStringLiteral("clip-1"));
        QCOMPARE(body[u"ScheduleConfiguration"].toObject()[u"EndTime"].toDouble(), 1763812770.5);
        QCOMPARE(body[u"Destination"].toObject()[u"S3Destination"].toObject()[u"DestinationPath"].toString(),
                 QStringLiteral("goals/1"));
        const EncoderSample sample = stage.poll(*stage.channel);
        QCOMPARE(sample.jobs.size(), 1u);
        QCOMPARE(sample.jobs[0].state, JobSample::State::Done);
    }

    void aClipThatCannotBeMadeSaysWhy()
    {
        Package noBucket{QString()};
        const EncoderSample sample = noBucket.poll(*noBucket.channel);
        QCOMPARE(sample.obstacles.size(), 1u);
        QVERIFY(sample.obstacles[0].because.contains(QStringLiteral("bucket")));
        Package stage;
        stage.poll(*stage.channel);
        Command backwards = command(Verb::HarvestClip);
        backwards.at = ProviderTime(2s);
        backwards.until = ProviderTime(1s);
        QCOMPARE(stage.send(*stage.channel, backwards).error().kind, Error::Kind::Invalid);
        QCOMPARE(stage.send(*stage.channel, command(Verb::Start)).error().kind, Error::Kind::Invalid);
    }

    void aLiveStreamIsSeenWithItsHealthAndItsViewers()
    {
        Ivs stage;
        stage.says("POST /GetStream", "{\"stream\":{\"channelArn\":\"" + kIvsArn +
                                          "\",\"state\":\"LIVE\",\"health\":\"STARVING\",\"viewerCount\":1234,"
                                          "\"startTime\":\"2026-11-22T11:00:00Z\",\"streamId\":\"st-1\"}}");
        stage.says("POST /GetStreamSession",
                   "{\"streamSession\":{\"ingestConfiguration\":{\"video\":{\"codec\":\"avc1\",\"encoder\":\"OBS\","
                   "\"videoWidth\":1920,\"videoHeight\":1080,\"targetFramerate\":30,\"targetBitrate\":6000000}},"
                   "\"truncatedEvents\":[{\"name\":\"Starvation Start\",\"type\":\"IVS Stream Health Change\","
                   "\"eventTime\":\"2026-11-22T11:30:00Z\"}]}}");
        const EncoderSample sample = stage.poll(*stage.channel);
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.receives, std::optional(false));
        QCOMPARE(sample.alerts.size(), 1u);
        QCOMPARE(sample.alerts[0].kind, QStringLiteral("STARVING"));
        QVERIFY(detail(sample, "ingest video").contains(QStringLiteral("1920×1080")));
        QVERIFY(detail(sample, "2026-11-22T11:30:00Z").contains(QStringLiteral("Starvation Start")));
        QCOMPARE(stage.last("POST /GetStream")->json()[u"channelArn"].toString(), QString::fromLatin1(kIvsArn));
        QCOMPARE(stage.listen().viewers, std::optional<std::int64_t>(1234));
    }

    void notBroadcastingIsOfflineAndNotAFailure()
    {
        Ivs stage;
        stage.says("POST /GetStream", "{\"exceptionMessage\":\"x\"}", 404, "ChannelNotBroadcasting");
        const EncoderSample sample = stage.poll(*stage.channel);
        QVERIFY(!sample.failure);
        QCOMPARE(sample.state, EncoderState::Idle);
        QCOMPARE(sample.inputHealth[0].connected, std::optional(false));
        QCOMPARE(stage.listen().viewers, std::optional<std::int64_t>(0));
        stage.forget("POST /GetStream"); // a channel that is not there is not merely offline
        stage.says("POST /GetStream", "{}", 404, "ResourceNotFoundException");
        QVERIFY(stage.poll(*stage.channel).failure);
        QVERIFY(stage.listen().failure);
    }

    void whoSendsIsDisconnectedOnce()
    {
        Ivs stage;
        stage.says("POST /StopStream", "{}");
        QVERIFY(stage.send(*stage.channel, command(Verb::DisconnectInput, "ingest")));
        QCOMPARE(stage.send(*stage.channel, command(Verb::Stop)).error().kind, Error::Kind::Invalid);
        QCOMPARE(stage.count("POST /StopStream"), 1);
    }

    void aLongListOfMetricsIsAskedInSeveralQuestions()
    {
        ScriptedCloud stage;
        AwsDoorSettings door;
        door.region = "eu-west-1";
        door.endpoint = stage.endpoint;
        door.identity = identity();
        CloudWatch watch(door, stage.network);
        stage.says(kMetrics, "{\"MetricDataResults\":[{\"Id\":\"m0\",\"Timestamps\":[10],\"Values\":[1]}],"
                             "\"NextToken\":\"more\"}");
        stage.says(kMetrics, "{\"MetricDataResults\":[{\"Id\":\"m0\",\"Timestamps\":[20],\"Values\":[2]}]}");
        stage.says(kMetrics, "{\"MetricDataResults\":[{\"Id\":\"m1\",\"Timestamps\":[5],\"Values\":[7]}]}");
        const std::vector<Metric> metrics(502,
                                          Metric{"AWS/MediaLive", "FillMsec", {{"ChannelId", "1"}}, "Maximum", 10});
        const auto answer =
            await<Result<CloudWatch::Answer>>([&](auto done) { watch.newest(metrics, 60s, std::move(done)); });
        QVERIFY(answer && *answer);
        const MetricValues &values = (*answer)->values;
        QCOMPARE(values.size(), 502u);
        QCOMPARE(values[0]->value, 2.0); // the newest of both pages
        QVERIFY(!values[1]);
        QCOMPARE(values[501]->value, 7.0);
        QCOMPARE(stage.count(kMetrics), 3);
        QVERIFY(stage.asked[1].body.contains("more"));
        QCOMPARE(stage.asked[0].json()[u"MetricDataQueries"].toArray().size(), 500);
        QCOMPARE(stage.asked[2].json()[u"MetricDataQueries"].toArray().size(), 2);
    }

    void hostileMetricsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not asked") << QByteArray("{\"MetricDataResults\":[{\"Id\":\"m9\"}]}");
        QTest::newRow("strange id") << QByteArray("{\"MetricDataResults\":[{\"Id\":\"../\"}]}");
        QTest::newRow("uneven") << QByteArray("{\"MetricDataResults\":[{\"Id\":\"m0\",\"Timestamps\":[1],"
                                              "\"Values\":[]}]}");
        QTest::newRow("words") << QByteArray("{\"MetricDataResults\":[{\"Id\":\"m0\",\"Timestamps\":[\"x\"],"
                                             "\"Values\":[1]}]}");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("far away") << QByteArray("{\"MetricDataResults\":[{\"Id\":\"m0\",\"Timestamps\":[1e300],"
                                                "\"Values\":[1]}]}");
    }
    void hostileMetricsAreRefused()
    {
        QFETCH(QByteArray, body);
        MetricValues values(1);
        QStringList notes;
        QVERIFY(!readMetricData(body, values, notes));
    }

    void hostileFlowsAndStreamsAreOneClearError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("truncated") << QByteArray("{\"flow\":{\"sta");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("other types") << QByteArray("{\"flow\":{\"status\":1},\"stream\":{\"state\":[]}}");
        QTest::newRow("nameless") << QByteArray("{\"flow\":{\"status\":\"ACTIVE\",\"sources\":[{}]},\"Items\":[{}]}");
        QTest::newRow("deep") << "{\"flow\":" + QByteArray(1000, '[') + QByteArray(1000, ']') + '}';
    }
    void hostileFlowsAndStreamsAreOneClearError()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!mediaConnectFlow(body));
        QVERIFY(!ivsStream(body));
        Package stage;
        stage.forget("GET /channelGroup/show/channel/final/");
        stage.says("GET /channelGroup/show/channel/final/", body);
        const EncoderSample sample = stage.poll(*stage.channel);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::BadAnswer);
    }
};

QTEST_GUILESS_MAIN(AwsMediaContractTest)

#include "aws_media_contract_test.moc"

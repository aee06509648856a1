// MK.IO's live events, and the figures of Azure Monitor beside them.

#include "cloud/encoders/azure_monitor.h"
#include "cloud/encoders/mkio.h"
#include "cloud/encoders/mkio_answer.h"
#include "cloud/http/secret_place.h"

#include "cloud/http_stage.h"
#include "cloud/provider_calls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;
using gantry::test::detail;
using gantry::test::HttpStage;
using gantry::test::json;
using gantry::test::poll;
using gantry::test::SeenRequest;
using gantry::test::send;
using gantry::test::StageAnswer;

namespace {

const QString kFrontDoor = QStringLiteral("/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/Show/"
                                          "providers/Microsoft.Cdn/profiles/final");

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray liveEvent(const char *state)
{
    return json("{'name':'final','location':'westeurope','properties':{'resourceState':'STATE',"
                "'provisioningState':'Succeeded','input':{'streamingProtocol':'SRT','accessToken':'HUSHhush',"
                "'endpoints':[{'protocol':'SRT','url':'srt://x:1?passphrase=HUSHhush&pbkeylen=16'}]},"
                "'encoding':{'encodingType':'SomethingNew','presetName':'Default1080p'}}}")
        .replace("STATE", state);
}

struct Cloud
{
    HttpStage stage{[this](const SeenRequest &request) { return answer(request); }};
    QNetworkAccessManager network;
    std::function<std::optional<StageAnswer>(const SeenRequest &)> instead;
    QByteArray state = "Running";
    QByteArray operation = json("{'status':'InProgress'}");
    QByteArray operationLink;
    QByteArray batch = json("{'values':[]}");
    QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-22T12:00:00Z"), Qt::ISODate);
    std::unique_ptr<EncoderProvider> provider;

    explicit Cloud(bool hasFrontDoor = false, const QByteArray &token = "HUSHhush.token")
    {
        qputenv("GANTRY_TEST_MKIO", token);
        const auto bearer = std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(),
                                                           QStringLiteral("environment:GANTRY_TEST_MKIO"));
        MkioSettings settings;
        settings.project = "show";
        settings.event = "final";
        settings.endpoint = stage.url();
        settings.authorizer = bearer;
        settings.requestsPerSecond = 10'000;
        settings.outputsEvery = -1ms; // at every poll
        settings.operationEvery = -1ms;
        settings.now = [this] { return now; };
        if (hasFrontDoor) {
            settings.frontDoor = kFrontDoor;
            settings.monitor = std::make_shared<AzureMonitor>(monitor(bearer), network);
        }
        operationLink = stage.url(QStringLiteral("/api/ams/show/operations/o-1?x=%2F")).toEncoded();
        provider = makeMkio(settings, network);
    }
    AzureMonitor::Settings monitor(std::shared_ptr<Authorizer> authorizer)
    {
        AzureMonitor::Settings settings;
        settings.endpoint = stage.url();
        settings.subscription = "00000000-0000-0000-0000-000000000001";
        settings.metricNamespace = QStringLiteral("Microsoft.Cdn/profiles");
        settings.metrics = frontDoorMetrics();
        settings.authorizer = std::move(authorizer);
        settings.now = [this] { return now; };
        return settings;
    }

    StageAnswer answer(const SeenRequest &request)
    {
        if (instead) {
            if (const auto own = instead(request))
                return *own;
        }
        if (request.path().endsWith("metrics:getBatch"))
            return {200, batch, {}};
        if (request.method == "POST")
            return {202, "", {{"Azure-AsyncOperation", operationLink}, {"Retry-After", "0"}}};
        if (request.path().contains("/operations/"))
            return {200, operation, {}};
        if (request.path().endsWith("/liveOutputs"))
            return {200, json("{'value':[{'name':'rec','properties':{'resourceState':'Running'}}]}"), {}};
        return {200, liveEvent(state), {}};
    }
    CommandAnswer command(Verb verb)
    {
        Command made;
        made.verb = verb;
        made.token = QStringLiteral("t-1");
        return send(*provider, made);
    }
};

} // namespace

class MkioTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLiveEventIsReadAndItsSecretsAreNot()
    {
        Cloud cloud;
        const EncoderSample sample = poll(*cloud.provider);
        QVERIFY2(!sample.failure, sample.failure ? qPrintable(sample.failure->detail) : "");
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.providerState, QStringLiteral("Running"));
        QCOMPARE(detail(sample, "encodingType"), QStringLiteral("SomethingNew")); // unknown words as they come
        QCOMPARE(detail(sample, "streamingProtocol"), QStringLiteral("SRT"));
        QCOMPARE(detail(sample, "Live output rec"), QStringLiteral("Running"));
        for (const ProviderWord &word : sample.details)
            QVERIFY(!word.value.contains(QStringLiteral("HUSH")));
        QCOMPARE(cloud.stage.seen.first().target, QByteArray("/api/ams/show/liveEvents/final"));
        QCOMPARE(cloud.stage.seen.first().header("Authorization"), QByteArray("Bearer HUSHhush.token"));
    }

    void everyStateOfTheServiceHasAMeaning()
    {
        QCOMPARE(mkioState(QStringLiteral("Stopped")), EncoderState::Idle);
        QCOMPARE(mkioState(QStringLiteral("Starting")), EncoderState::Starting);
        QCOMPARE(mkioState(QStringLiteral("Running")), EncoderState::Running);
        QCOMPARE(mkioState(QStringLiteral("Stopping")), EncoderState::Stopping);
        QCOMPARE(mkioState(QStringLiteral("Deleting")), EncoderState::Changing);
        QCOMPARE(mkioState(QStringLiteral("Dreaming")), EncoderState::Unknown);
    }

    void aChangeThatFailedIsAnAlert()
    {
        const auto sample =
            mkioLiveEvent(object(json("{'properties':{'resourceState':'Stopped','provisioningState':'Failed'}}")));
        QVERIFY(sample);
        QCOMPARE(sample->state, EncoderState::Idle);
        QCOMPARE(sample->alerts.size(), 1u);
    }

    void aCommandIsFollowedToTheEndOfItsOperation()
    {
        Cloud cloud;
        cloud.state = "Stopped";
        QVERIFY(cloud.command(Verb::Start));
        QCOMPARE(cloud.stage.seen.first().target, QByteArray("/api/ams/show/liveEvents/final/start"));
        EncoderSample sample = poll(*cloud.provider);
        QCOMPARE(sample.jobs.size(), 1u);
        QCOMPARE(sample.jobs.front().name, QStringLiteral("t-1"));
        QCOMPARE(sample.jobs.front().state, JobSample::State::Running);
        QCOMPARE(cloud.stage.count("GET", "/operations/o-1?x=%2F"), 1);
        cloud.operation = json("{'status':'Failed','error':{'code':'QuotaExceeded','detail':'too many events'}}");
        sample = poll(*cloud.provider);
        QCOMPARE(sample.jobs.front().state, JobSample::State::Failed);
        QVERIFY(sample.jobs.front().providerState.contains(QStringLiteral("too many events")));
        poll(*cloud.provider);
        QCOMPARE(cloud.stage.count("GET", "/operations/"), 2);
    }

    void aTokenIsNotCarriedToAnotherHost()
    {
        HttpStage stranger;
        Cloud cloud;
        cloud.operationLink = stranger.url(QStringLiteral("/steal")).toEncoded();
        QVERIFY(cloud.command(Verb::Start));
        QVERIFY(poll(*cloud.provider).jobs.empty());
        cloud.instead = [&](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (!request.path().endsWith("/liveOutputs"))
                return std::nullopt;
            return StageAnswer{200,
                               "{\"value\":[],\"@odata.nextLink\":\"" +
                                   stranger.url(QStringLiteral("/steal")).toEncoded() + "\"}",
                               {}};
        };
        poll(*cloud.provider);
        QVERIFY(stranger.seen.isEmpty());
        const QUrl home(QStringLiteral("https://api.mk.io"));
        QVERIFY(mkioLink(QStringLiteral("/api/x?$skip=%2F"), home));
        QVERIFY(mkioLink(QStringLiteral("https://api.mk.io/api/x"), home));
        for (const char *bad : {"https://api.mk.io.evil.example/x", "http://api.mk.io/x", "https://user@api.mk.io/x",
                                "https://api.mk.io:8443/x", "", "//evil.example/x"})
            QVERIFY2(!mkioLink(QString::fromLatin1(bad), home), bad);
    }

    void pagesAreFollowedAndALoopInThemEnds()
    {
        Cloud cloud;
        int pages = 0;
        cloud.instead = [&](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (!request.path().endsWith("/liveOutputs"))
                return std::nullopt;
            ++pages;
            return StageAnswer{200,
                               json("{'value':[{'name':'a'}],'@odata.nextLink':"
                                    "'/api/ams/show/liveEvents/final/liveOutputs?$skiptoken=x'}"),
                               {}};
        };
        const EncoderSample sample = poll(*cloud.provider);
        QVERIFY(!sample.failure);
        QCOMPARE(pages, 2);
        QVERIFY(detail(sample, "read the live outputs").contains(QStringLiteral("repeats itself")));
        QVERIFY(cloud.stage.seen.last().target.contains("skiptoken=x"));
    }

    void aCommandIsSentOnceWhateverComesBack()
    {
        Cloud cloud;
        cloud.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            StageAnswer gone;
            gone.hangsUp = true;
            return request.method == "POST" ? std::optional(gone) : std::nullopt;
        };
        QCOMPARE(cloud.command(Verb::Stop).error().kind, Error::Kind::Unreachable);
        cloud.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            return request.method == "POST" ? std::optional(StageAnswer{409, json("{'error':{'code':'Conflict'}}"), {}})
                                            : std::nullopt;
        };
        QCOMPARE(cloud.command(Verb::Stop).error().kind, Error::Kind::Conflict);
        QCOMPARE(cloud.stage.count("POST"), 2);
        QCOMPARE(cloud.command(Verb::SwitchInput).error().kind, Error::Kind::Invalid);
        QCOMPARE(cloud.stage.count("POST"), 2);
    }

    void theEndOfTheTokenIsShownAhead()
    {
        const QByteArray claims = QByteArray(json("{'exp':1795305600}")).toBase64(QByteArray::Base64UrlEncoding);
        Cloud cloud(false, "eyJhbGciOiJIUzI1NiJ9." + claims + ".c2ln");
        QCOMPARE(poll(*cloud.provider).credentialsExpire, ProviderTime(1795305600s));
        Cloud plain;
        QVERIFY(!poll(*plain.provider).credentialsExpire);
    }

    void aTokenThatIsNotTakenIsSaidAndNotShown()
    {
        Cloud cloud;
        cloud.instead = [](const SeenRequest &) {
            return StageAnswer{401,
                               json("{'error':{'code':'Unauthorized','detail':'HUSHhush.token is expired'}}"),
                               {{"x-request-id", "r-55"}}};
        };
        const EncoderSample sample = poll(*cloud.provider);
        QCOMPARE(sample.failure->kind, Error::Kind::Refused);
        QVERIFY(sample.failure->advice.contains(QStringLiteral("personal access token")));
        QVERIFY(!sample.failure->detail.contains(QStringLiteral("HUSH")));
        QVERIFY(sample.failure->detail.contains(QStringLiteral("r-55"))); // the request's id is kept
        QCOMPARE(cloud.stage.seen.size(), 1);
    }

    void aHostileLiveEventIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html>");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("properties are a text") << json("{'properties':'x'}");
        QTest::newRow("state is a number") << json("{'properties':{'resourceState':3}}");
        QTest::newRow("truncated") << liveEvent("Running").left(80);
        QTest::newRow("deep") << "{\"properties\":" + QByteArray(500, '[') + QByteArray(500, ']') + '}';
    }
    void aHostileLiveEventIsABadAnswer()
    {
        QFETCH(QByteArray, body);
        Cloud cloud;
        cloud.instead = [&](const SeenRequest &) { return StageAnswer{200, body, {}}; };
        const EncoderSample sample = poll(*cloud.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::BadAnswer);
    }

    void figuresOfFrontDoorAreAskedForInOneBatchAndNoDataIsNoZero()
    {
        Cloud cloud(true);
        cloud.batch = json("{'values':[{'resourceid':'RESOURCE','value':["
                           "{'name':{'value':'RequestCount'},'timeseries':[{'data':["
                           "{'timeStamp':'2026-11-22T11:58:00Z','total':1200},"
                           "{'timeStamp':'2026-11-22T11:59:00Z'}]}]},"
                           "{'name':{'value':'OriginHealthPercentage'},'timeseries':[{'data':["
                           "{'timeStamp':'2026-11-22T11:58:00Z','average':50}]}]},"
                           "{'name':{'value':'Percentage5XX'},'timeseries':[]}]}]}")
                          .replace("RESOURCE", kFrontDoor.toUpper().toLatin1());
        poll(*cloud.provider);
        QTRY_COMPARE(cloud.stage.count("POST", "metrics:getBatch"), 1);
        QTRY_COMPARE(detail(poll(*cloud.provider), "Front Door RequestCount"), QStringLiteral("1200.0"));
        const EncoderSample sample = poll(*cloud.provider);
        QCOMPARE(detail(sample, "Front Door Percentage5XX"), QStringLiteral("no data"));
        QCOMPARE(sample.alerts.size(), 1u); // half of the origins
        QVERIFY(sample.alerts.front().message.contains(QStringLiteral("50")));
        QCOMPARE(cloud.stage.count("POST", "metrics:getBatch"), 1); // once a minute
        for (const SeenRequest &request : cloud.stage.seen) {
            if (request.method != "POST")
                continue;
            QCOMPARE(request.path(),
                     QByteArray("/subscriptions/00000000-0000-0000-0000-000000000001/metrics:getBatch"));
            QCOMPARE(request.query("metricnamespace"), QStringLiteral("Microsoft.Cdn/profiles"));
            QVERIFY(request.query("metricnames").contains(QStringLiteral("OriginHealthPercentage")));
            QCOMPARE(object(request.body).value(QStringLiteral("resourceids")).toArray().size(), 1);
        }
    }

    void manyResourcesAreAskedForFiftyAtATime()
    {
        Cloud cloud;
        AzureMonitor monitor(
            cloud.monitor(std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(), QString())),
            cloud.network);
        for (int i = 0; i < 120; ++i)
            monitor.watch(QStringLiteral("/subscriptions/x/profiles/%1").arg(i));
        monitor.watch(QStringLiteral("/SUBSCRIPTIONS/x/profiles/1"));
        monitor.refresh();
        monitor.refresh();
        QTRY_COMPARE(cloud.stage.count("POST", "getBatch"), 3);
        QCOMPARE(object(cloud.stage.seen.at(0).body).value(QStringLiteral("resourceids")).toArray().size(), 50);
        QCOMPARE(object(cloud.stage.seen.at(2).body).value(QStringLiteral("resourceids")).toArray().size(), 20);
    }

    void figuresThatCannotBeReadAreSaidAndDoNotSpoilTheState()
    {
        Cloud cloud(true);
        cloud.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            return request.method == "POST"
                       ? std::optional(StageAnswer{403, json("{'error':{'code':'AuthorizationFailed'}}"), {}})
                       : std::nullopt;
        };
        poll(*cloud.provider);
        QTRY_VERIFY(
            detail(poll(*cloud.provider), "read Azure's figures").contains(QStringLiteral("Monitoring Reader")));
        QCOMPARE(poll(*cloud.provider).state, EncoderState::Running);
    }

    void lateFiguresNeverReplaceNewerOnesAndOldOnesAreNotKnown()
    {
        const auto batch = [](const char *time, int value) {
            return object("{\"values\":[{\"resourceid\":\"/r\",\"value\":[{\"name\":{\"value\":\"RequestCount\"},"
                          "\"timeseries\":[{\"data\":[{\"timeStamp\":\"" +
                          QByteArray(time) + "\",\"total\":" + QByteArray::number(value) + "}]}]}]}]}");
        };
        Cloud cloud;
        auto settings =
            cloud.monitor(std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(), QString()));
        settings.every = -1ms;
        AzureMonitor monitor(settings, cloud.network);
        monitor.watch(QStringLiteral("/R"));
        const auto value = [&] { return monitor.newest(QStringLiteral("/r"), QStringLiteral("RequestCount")); };
        const auto round = [&](const char *time, int number) {
            cloud.batch = QJsonDocument(batch(time, number)).toJson();
            const int before = cloud.stage.count("POST");
            monitor.refresh();
            QTRY_COMPARE(cloud.stage.count("POST"), before + 1);
            QTRY_VERIFY(!monitor.isAsking());
        };
        round("2026-11-22T11:58:00Z", 7);
        QTRY_VERIFY(value());
        round("2026-11-22T11:55:00Z", 9);
        QCOMPARE(value()->value, 7.0);
        cloud.now = cloud.now.addSecs(1200);
        QVERIFY(!value());
    }

    void aHostileBatchIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("values are a text") << json("{'values':'x'}");
        QTest::newRow("an id is a number") << json("{'values':[{'resourceid':1}]}");
        QTest::newRow("metrics are an object") << json("{'values':[{'resourceid':'r','value':{}}]}");
        QTest::newRow("two series of one metric")
            << json("{'values':[{'resourceid':'r','value':[{'name':{'value':'RequestCount'},'timeseries':[{},{}]}]}]}");
        QTest::newRow("data are a number")
            << json("{'values':[{'resourceid':'r','value':[{'name':{'value':'RequestCount'},"
                    "'timeseries':[{'data':5}]}]}]}");
    }
    void aHostileBatchIsABadAnswer()
    {
        QFETCH(QByteArray, body);
        const auto figures = azureBatch(object(body), frontDoorMetrics());
        QVERIFY(!figures);
        QCOMPARE(figures.error().kind, Error::Kind::BadAnswer);
    }

    void aProfileIsNamedByItsResourceId()
    {
        QVERIFY(!frontDoorFault(kFrontDoor));
        for (const char *bad : {"", "final", "/subscriptions/x/resourceGroups/y",
                                "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/a/providers/"
                                "Microsoft.Cdn/profiles/a/../../b"})
            QVERIFY2(frontDoorFault(QString::fromLatin1(bad)).has_value(), bad);
    }
};

QTEST_GUILESS_MAIN(MkioTest)
#include "mkio_test.moc"

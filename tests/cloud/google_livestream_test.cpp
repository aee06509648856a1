#include "cloud/encoders/google_livestream.h"
#include "cloud/encoders/google_livestream_answer.h"
#include "cloud/encoders/google_monitoring.h"
#include "cloud/http/google_error.h"
#include "cloud/http/secret_place.h"
#include "cloud/poller.h"

#include "cloud/http_stage.h"
#include "cloud/provider_calls.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTest>
#include <QTimeZone>

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

const QString kToken = QStringLiteral("0b0e29ad-57a5-4f2c-9d2f-3c7b8bde0001");

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

// As channels.get answers for a channel on air, shortened where nothing of ours looks.
QByteArray channel(const char *state = "STREAMING", const char *active = "cam-a")
{
    return json("{'name':'projects/show-1/locations/europe-west4/channels/final','createTime':'2026-11-01T10:00:00Z',"
                "'inputAttachments':[{'key':'cam-a','input':'projects/show-1/locations/europe-west4/inputs/a',"
                "'automaticFailover':{'inputKeys':['cam-b']}},"
                "{'key':'cam-b','input':'projects/show-1/locations/europe-west4/inputs/b'}],"
                "'inputConfig':{'inputSwitchMode':'FAILOVER_PREFER_PRIMARY'},'elementaryStreams':[{'key':'v'}],"
                "'streamingState':'STATE','activeInput':'ACTIVE','somethingNew':{'a':[1,{'b':null}]}}")
        .replace("STATE", state)
        .replace("ACTIVE", active);
}

QByteArray inputs()
{
    return json("{'inputs':[{'name':'projects/show-1/locations/europe-west4/inputs/a','type':'SRT_PUSH','tier':'HD',"
                "'uri':'srt://1.2.3.4:5000?streamid=HUSHhush','inputStreamProperty':{'lastEstablishTime':"
                "'2026-11-22T12:00:00Z','videoStreams':[{'index':0}]}},"
                "{'name':'projects/show-1/locations/europe-west4/inputs/b','type':'SRT_PUSH','tier':'HD'}]}");
}

const QByteArray kOperation =
    json("{'name':'projects/show-1/locations/europe-west4/operations/op-1','done':false,'metadata':{'verb':'start'}}");

struct Google
{
    HttpStage stage{[this](const SeenRequest &request) { return answer(request); }};
    QNetworkAccessManager network;
    std::function<std::optional<StageAnswer>(const SeenRequest &)> instead;
    QByteArray state = "STREAMING";
    QByteArray active = "cam-a";
    QByteArray events = "{}";
    QByteArray operation = kOperation;
    QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-22T12:00:00Z"), Qt::ISODate);
    std::unique_ptr<EncoderProvider> provider;

    explicit Google(bool readsFigures = false, HttpLimits limits = {}, std::chrono::milliseconds listsEvery = -1ms)
    {
        qputenv("GANTRY_TEST_TOKEN", "ya29.HUSHhush");
        GoogleLiveStreamSettings settings;
        settings.project = "show-1";
        settings.location = "europe-west4";
        settings.channel = "final";
        settings.endpoint = stage.url();
        settings.monitoring = stage.url();
        settings.readsFigures = readsFigures;
        settings.limits = limits;
        settings.requestsPerSecond = 10'000;
        settings.listsEvery = listsEvery;
        settings.now = [this] { return now; };
        settings.authorizer = std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(),
                                                             QStringLiteral("environment:GANTRY_TEST_TOKEN"));
        provider = makeGoogleLiveStream(settings, network);
    }

    StageAnswer answer(const SeenRequest &request)
    {
        if (instead) {
            if (const auto own = instead(request))
                return *own;
        }
        if (request.method == "POST" && request.path().endsWith("/events"))
            return {200, json("{'name':'projects/show-1/locations/europe-west4/channels/final/events/x'}"), {}};
        if (request.method == "POST")
            return {200, operation, {}};
        if (request.path().endsWith("/inputs"))
            return {200, inputs(), {}};
        if (request.path().endsWith("/events"))
            return {200, events, {}};
        if (request.path().contains("/operations/"))
            return {200, operation, {}};
        if (request.path().endsWith("/timeSeries"))
            return {200, "{}", {}};
        return {200, channel(state, active), {{"Date", "Sun, 22 Nov 2026 12:00:00 GMT"}}};
    }
    CommandAnswer command(Verb verb, const QString &input = {}, std::optional<ProviderTime> at = {})
    {
        Command made;
        made.verb = verb;
        made.input = input;
        made.token = kToken;
        made.at = at;
        return send(*provider, made);
    }
    ProviderTime time() const { return ProviderTime(std::chrono::milliseconds(now.toMSecsSinceEpoch())); }
};

// A poller with a clock of its own, so that five minutes pass at once.
struct HandTimer : PollTimer
{
    std::chrono::milliseconds &clock;
    std::function<void()> &ring;
    std::chrono::milliseconds &due;
    HandTimer(std::chrono::milliseconds &c, std::function<void()> &r, std::chrono::milliseconds &d)
        : clock(c), ring(r), due(d)
    {
    }
    std::chrono::milliseconds now() const override { return clock; }
    void startOnce(std::chrono::milliseconds delay, std::function<void()> what) override
    {
        due = clock + delay;
        ring = std::move(what);
    }
    void stop() override { ring = {}; }
};

} // namespace

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

    void pagesAreFollowedAndALoopInThemEnds()
    {
        Google google;
        google.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (!request.path().endsWith("/inputs"))
                return std::nullopt;
            if (request.query("pageToken").isEmpty())
                return StageAnswer{200, json("{'inputs':[],'nextPageToken':'p2'}"), {}};
            return StageAnswer{200, inputs(), {}};
        };
        EncoderSample sample = poll(*google.provider);
        QCOMPARE(sample.inputHealth[0].connected, true); // it stood on the second page
        google.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (!request.path().endsWith("/inputs"))
                return std::nullopt;
            return StageAnswer{200, json("{'inputs':[],'nextPageToken':'again'}"), {}};
        };
        const int before = google.stage.count("GET", "/inputs");
        sample = poll(*google.provider);
        QVERIFY(!sample.failure);
        QCOMPARE(google.stage.count("GET", "/inputs") - before, 2);
        QCOMPARE(sample.inputHealth[0].connected, true); // what was read to its end stays
        QVERIFY(detail(sample, "read the inputs").contains(QStringLiteral("repeats itself")));
        int page = 0;
        google.instead = [&page](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (!request.path().endsWith("/inputs"))
                return std::nullopt;
            return StageAnswer{200, "{\"nextPageToken\":\"p" + QByteArray::number(++page) + "\"}", {}};
        };
        sample = poll(*google.provider);
        QCOMPARE(page, 20);
        QVERIFY(detail(sample, "read the inputs").contains(QStringLiteral("no end")));
    }

    void aTimeOutAfterTheExecutionIsLookedUpAndNeverExecutedTwice()
    {
        Google google(false, {300ms, 1'000'000});
        google.state = "STOPPED";
        google.instead = [&](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (request.method != "POST")
                return std::nullopt;
            google.state = "STARTING"; // carried out, and the answer is late
            StageAnswer late{200, kOperation, {}};
            late.lateMs = 5000;
            return late;
        };
        const auto answer = google.command(Verb::Start);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::TimedOut);
        QVERIFY(answer.error().advice.contains(QStringLiteral("look before")));
        QCOMPARE(poll(*google.provider).state, EncoderState::Starting);
        QCOMPARE(google.stage.count("POST"), 1);
    }

    void aConnectionThatEndsInACommandIsNotAnsweredByAnotherOne()
    {
        Google google;
        google.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            StageAnswer gone;
            gone.hangsUp = true;
            return request.method == "POST" ? std::optional(gone) : std::nullopt;
        };
        for (const Verb verb : {Verb::Start, Verb::Stop})
            QCOMPARE(google.command(verb).error().kind, Error::Kind::Unreachable);
        QCOMPARE(google.command(Verb::SwitchInput, QStringLiteral("cam-b")).error().kind, Error::Kind::Unreachable);
        QCOMPARE(google.stage.count("POST"), 3);
    }

    void acceptedAndNothingHappensIsOnlyAccepted()
    {
        Google google;
        google.state = "STOPPED";
        QVERIFY(google.command(Verb::Start));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(poll(*google.provider).state, EncoderState::Idle); // nothing here says that it runs
        QVERIFY(google.provider->effectWithin(Verb::Start) >= 60s);
    }

    void fiveMinutesOf500AreUnreachableAGapAndNoSwitch()
    {
        Google google;
        google.instead = [](const SeenRequest &) { return StageAnswer{500, "<html>oops</html>", {}}; };
        std::chrono::milliseconds clock{0};
        std::chrono::milliseconds due{0};
        std::function<void()> ring;
        int failures = 0;
        int others = 0;
        bool arrived = false;
        Poller<EncoderSample> poller(
            PollPace{google.provider->calmInterval(), google.provider->eagerInterval()},
            [&](auto answer) { google.provider->poll(std::move(answer)); },
            [&](const EncoderSample &sample) {
                arrived = true;
                const bool isGap = sample.failure && sample.failure->kind == Error::Kind::ServerFault &&
                                   sample.activeInput().isEmpty() && sample.state == EncoderState::Unknown;
                ++(isGap ? failures : others);
            },
            std::make_unique<HandTimer>(clock, ring, due), [] { return 0.5; });
        poller.start();
        while (clock < 5min) {
            QTRY_VERIFY(arrived);
            arrived = false;
            clock = due;
            std::exchange(ring, {})();
        }
        QVERIFY(failures >= 10); // it is looked for all the time
        QVERIFY(failures <= 60); // and is no storm
        QCOMPARE(others, 0);
        QCOMPARE(google.stage.count("GET"), google.stage.seen.size()); // and nothing else was sent
    }

    void afterA429NothingIsAskedUntilItIsTimeAgain()
    {
        Google google;
        google.instead = [](const SeenRequest &) {
            return StageAnswer{429,
                               json("{'error':{'code':429,'status':'RESOURCE_EXHAUSTED','message':'slow down',"
                                    "'details':[{'@type':'type.googleapis.com/google.rpc.RetryInfo',"
                                    "'retryDelay':'7.2s'}]}}"),
                               {{"Retry-After", "30"}}};
        };
        const EncoderSample first = poll(*google.provider);
        QCOMPARE(first.failure->kind, Error::Kind::Throttled);
        QCOMPARE(first.failure->retryAfterSeconds, 30);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(poll(*google.provider).failure->kind, Error::Kind::Throttled);
        QCOMPARE(google.stage.seen.size(), 1);
        QCOMPARE(googleWords(object(json("{'error':{'details':[{'retryDelay':'7.2s'},{'retryDelay':'x'}]}}")))
                     .retryAfterSeconds,
                 8);
    }

    void aFaultSaysWhatToDo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("advice");
        const auto row = [](const char *name, int status, const char *body, Error::Kind kind, const char *advice) {
            QTest::newRow(name) << status << json(body) << int(kind) << QString::fromLatin1(advice);
        };
        row("a permission is missing", 403,
            "{'error':{'code':403,'status':'PERMISSION_DENIED','message':'Permission 'livestream.channels.get' "
            "denied'}}",
            Error::Kind::Refused, "roles/livestream");
        row("a permission is named", 403,
            "{'error':{'code':403,'status':'PERMISSION_DENIED','message':"
            "'Permission livestream.channels.start denied on resource'}}",
            Error::Kind::Refused, "livestream.channels.start");
        row("expired", 401, "{'error':{'code':401,'status':'UNAUTHENTICATED'}}", Error::Kind::Refused, "");
        row("missing", 404, "{'error':{'code':404,'status':'NOT_FOUND'}}", Error::Kind::NotFound, "location");
        row("wrong state", 400, "{'error':{'code':400,'status':'FAILED_PRECONDITION'}}", Error::Kind::Conflict, "");
        row("there already", 409, "{'error':{'code':409,'status':'ALREADY_EXISTS'}}", Error::Kind::Conflict, "");
        row("invalid", 400, "{'error':{'code':400,'status':'INVALID_ARGUMENT'}}", Error::Kind::Invalid, "");
        row("unavailable", 503, "{'error':{'code':503,'status':'UNAVAILABLE'}}", Error::Kind::ServerFault, "");
        row("a page of a proxy", 502, "<html>", Error::Kind::ServerFault, "");
        row("a redirect", 302, "", Error::Kind::BadAnswer, "redirect");
    }
    void aFaultSaysWhatToDo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QFETCH(QString, advice);
        Google google;
        google.instead = [&](const SeenRequest &) {
            return StageAnswer{status, body, {{"Location", "https://x.y/z"}}};
        };
        const EncoderSample sample = poll(*google.provider);
        QVERIFY(sample.failure);
        QCOMPARE(int(sample.failure->kind), kind);
        QCOMPARE(sample.failure->httpStatus, status);
        QVERIFY2(sample.failure->advice.contains(advice), qPrintable(sample.failure->advice));
        QCOMPARE(sample.failure->text(),
                 QStringLiteral("read the channel's state (Google Live Stream europe-west4, channel final)"));
        QCOMPARE(google.stage.seen.size(), 1);
    }

    void aHostileChannelIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a sign-in page with 200") << QByteArray("<html>sign in</html>");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("state is a number") << json("{'name':'c','streamingState':4}");
        QTest::newRow("state is endless") << "{\"name\":\"c\",\"streamingState\":\"" + QByteArray(600, 'S') + "\"}";
        QTest::newRow("active is a list") << json("{'name':'c','activeInput':['a']}");
        QTest::newRow("attachments are a text") << json("{'name':'c','inputAttachments':'a'}");
        QTest::newRow("a key is a number") << json("{'name':'c','inputAttachments':[{'key':1}]}");
        QTest::newRow("far too many attachments")
            << "{\"name\":\"c\",\"inputAttachments\":[" + QByteArray("{},").repeated(200) + "{}]}";
        QTest::newRow("deep") << "{\"name\":\"c\",\"x\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + '}';
        QTest::newRow("huge") << "{\"name\":\"c\",\"x\":\"" + QByteArray(3 * 1024 * 1024, 'x') + "\"}";
        QTest::newRow("broken UTF-8") << QByteArray("{\"name\":\"\xff\xfe\"}");
    }
    void aHostileChannelIsABadAnswer()
    {
        QFETCH(QByteArray, body);
        Google google;
        google.instead = [&](const SeenRequest &) { return StageAnswer{200, body, {}}; };
        const EncoderSample sample = poll(*google.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::BadAnswer);
        QVERIFY(!sample.failure->detail.isEmpty());
        QVERIFY(!sample.failure->subject.isEmpty());
    }

    void anAnswerThatIsCutShortIsNoAnswer()
    {
        Google google;
        google.instead = [](const SeenRequest &) {
            StageAnswer cut{200, channel(), {}};
            cut.isCutShort = true;
            return cut;
        };
        QCOMPARE(poll(*google.provider).failure->kind, Error::Kind::Unreachable);
        for (qsizetype length = 0; length < channel().size(); length += 7)
            QVERIFY(!QJsonDocument::fromJson(channel().left(length)).isObject());
    }

    void anAnswerToACommandThatNobodyUnderstandsMayHaveBeenExecuted()
    {
        Google google;
        google.operation = json("{'name':'../../../etc/passwd'}");
        const auto answer = google.command(Verb::Start);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::BadAnswer);
        poll(*google.provider);
        QCOMPARE(google.stage.count("GET", "passwd"), 0);
    }

    void aListThatCannotBeReadDoesNotSpoilTheState()
    {
        Google google;
        google.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            return request.path().endsWith("/events") ? std::optional(StageAnswer{403, "{}", {}}) : std::nullopt;
        };
        const EncoderSample sample = poll(*google.provider);
        QVERIFY(!sample.failure);
        QCOMPARE(sample.state, EncoderState::Running);
        QVERIFY(!sample.planned); // not asked for with success: unknown, and not "nothing is planned"
    }

    void whatTheProviderHasNotIsRefusedHere()
    {
        Google google;
        for (const Verb verb : {Verb::PrepareInput, Verb::RestartPipeline, Verb::HarvestClip, Verb::PreferInput})
            QCOMPARE(google.command(verb, QStringLiteral("cam-b")).error().kind, Error::Kind::Invalid);
        QCOMPARE(google.command(Verb::SwitchInput).error().kind, Error::Kind::Invalid);
        QVERIFY(google.stage.seen.isEmpty());
    }

    void figuresAreTheNewestPointsAndNoPointIsNoZero()
    {
        Google google(true);
        google.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            const QString filter = request.query("filter");
            if (!request.path().endsWith("/timeSeries"))
                return std::nullopt;
            if (filter.contains(QStringLiteral("received_bytes_count")))
                return StageAnswer{
                    200,
                    json("{'timeSeries':[{'metric':{'labels':{'input_attachment':'cam-a'}},'points':["
                         "{'interval':{'endTime':'2026-11-22T11:58:00Z'},'value':{'doubleValue':500000}},"
                         "{'interval':{'endTime':'2026-11-22T11:57:00Z'},'value':{'doubleValue':1}}]}]}"),
                    {}};
            if (filter.contains(QStringLiteral("dropped_packets_count")))
                return StageAnswer{
                    200,
                    json("{'timeSeries':[{'metric':{'labels':{'input_attachment':'cam-a'}},'points':["
                         "{'interval':{'endTime':'2026-11-22T11:58:00.5Z'},'value':{'int64Value':'17'}}]}]}"),
                    {}};
            return StageAnswer{200, "{}", {}};
        };
        poll(*google.provider);
        QTRY_VERIFY(google.stage.count("GET", "/timeSeries") == 4);
        QTRY_VERIFY(poll(*google.provider).figures.inputRate);
        const EncoderSample sample = poll(*google.provider);
        QCOMPARE(sample.figures.inputRate->value, 4'000'000.0);
        QVERIFY(!sample.figures.outputRate); // no data
        QCOMPARE(sample.inputHealth[0].notRecovered, 17);
        QVERIFY(!sample.inputHealth[1].notRecovered);
        QCOMPARE(sample.figures.measured, google.time() - 120s);
        QCOMPARE(google.stage.count("GET", "/timeSeries"), 4); // once a minute, however often it is polled
        google.now = google.now.addSecs(600);
        QVERIFY(!poll(*google.provider).figures.inputRate); // nobody tells us for so long: not known any more
    }

    void pointsThatComeLateOrOutOfOrderNeverReplaceNewerOnes()
    {
        const auto series = [](const char *end, int value) {
            return object("{\"timeSeries\":[{\"points\":[{\"interval\":{\"endTime\":\"" + QByteArray(end) +
                          "\"},\"value\":{\"int64Value\":\"" + QByteArray::number(value) + "\"}}]}]}");
        };
        Google google(true);
        QByteArray newest = "2026-11-22T11:59:00Z";
        int value = 1000;
        google.instead = [&](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (!request.path().endsWith("/timeSeries"))
                return std::nullopt;
            return StageAnswer{200, QJsonDocument(series(newest, value)).toJson(), {}};
        };
        GoogleMonitoring monitoring(
            {"show-1", "europe-west4", "final", -1ms},
            [&] {
                JsonService service;
                service.endpoint = google.stage.url();
                service.now = [&] { return google.now; };
                return service;
            }(),
            std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(), QString()), google.network);
        const auto rate = [&] {
            EncoderSample sample;
            monitoring.refresh();
            [&] { QTRY_VERIFY(!monitoring.isAsking()); }();
            monitoring.fill(sample);
            return sample.figures.outputRate ? sample.figures.outputRate->value : -1;
        };
        QCOMPARE(rate(), 8000.0);
        newest = "2026-11-22T11:57:00Z"; // three minutes late
        value = 5;
        QCOMPARE(rate(), 8000.0);
        newest = "2026-11-22T12:00:00Z";
        value = 2000;
        QCOMPARE(rate(), 16000.0);
    }

    void hostileFiguresAreABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("series are a text") << json("{'timeSeries':'x'}");
        QTest::newRow("points are an object") << json("{'timeSeries':[{'points':{}}]}");
        QTest::newRow("no such day") << json(
            "{'timeSeries':[{'points':[{'interval':{'endTime':'2026-13-45T00:00:00Z'},'value':{}}]}]}");
        QTest::newRow("a point is a number") << json("{'timeSeries':[{'points':[7]}]}");
    }
    void hostileFiguresAreABadAnswer()
    {
        QFETCH(QByteArray, body);
        const auto series = googleSeries(object(body), QStringLiteral("input_attachment"));
        QVERIFY(!series);
        QCOMPARE(series.error().kind, Error::Kind::BadAnswer);
    }

    void valuesOfAllTypesAreReadAndOddOnesAreNoValue()
    {
        const auto value = [](const char *text) {
            const auto series = googleSeries(
                object("{\"timeSeries\":[{\"points\":[{\"interval\":{\"endTime\":\"2026-11-22T12:00:00Z\"},\"value\":" +
                       json(text) + "}]}]}"),
                {});
            return series && !series->empty() ? series->begin()->second.value : -1;
        };
        QCOMPARE(value("{'int64Value':'12'}"), 12.0);
        QCOMPARE(value("{'doubleValue':1.5}"), 1.5);
        QCOMPARE(value("{'distributionValue':{'count':'4','mean':32.5}}"), 32.5);
        QCOMPARE(value("{'distributionValue':{'count':'0'}}"), -1.0);
        QCOMPARE(value("{'int64Value':'twelve'}"), -1.0);
        QCOMPARE(value("{'stringValue':'12'}"), -1.0);
        QCOMPARE(value("{}"), -1.0);
    }

    void anEventsIdIsWhatGoogleAllows()
    {
        QCOMPARE(nameOfEvent(googleEventId(kToken)), kToken);
        QVERIFY(googleEventId(QString(200, u'x')).size() <= 63);
        QCOMPARE(googleEventId(QStringLiteral("A/b_C ü")), QStringLiteral("gantry-abc"));
        QCOMPARE(nameOfEvent(QStringLiteral("foreign")), QStringLiteral("foreign"));
    }

    void noErrorCarriesTheToken()
    {
        Google google;
        google.instead = [](const SeenRequest &request) {
            return StageAnswer{401, "{\"error\":{\"message\":\"" + request.header("Authorization") + "\"}}", {}};
        };
        const EncoderSample sample = poll(*google.provider);
        QVERIFY(sample.failure);
        QVERIFY(!(sample.failure->detail + sample.failure->advice).contains(QStringLiteral("HUSH")));
    }
};

QTEST_GUILESS_MAIN(GoogleLivestreamTest)
#include "google_livestream_test.moc"

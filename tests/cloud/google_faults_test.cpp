// What goes wrong between us and Google: the rows P1 to P12 of the fault matrix, at one provider.

#include "cloud/http/google_error.h"
#include "cloud/poller.h"

#include "cloud/google_stage.h"

#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

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

class GoogleFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

QTEST_GUILESS_MAIN(GoogleFaultsTest)
#include "google_faults_test.moc"

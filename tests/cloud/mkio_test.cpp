#include "cloud/encoders/mkio_answer.h"

#include "cloud/mkio_stage.h"

#include <QJsonArray>
#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

class MkioTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLiveEventIsReadAndItsSecretsAreNot()
    {
        MkioCloud cloud;
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
        MkioCloud cloud;
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
        MkioCloud cloud;
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
        MkioCloud cloud;
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
        MkioCloud cloud;
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
        MkioCloud cloud(false, "eyJhbGciOiJIUzI1NiJ9." + claims + ".c2ln");
        QCOMPARE(poll(*cloud.provider).credentialsExpire, ProviderTime(1795305600s));
        MkioCloud plain;
        QVERIFY(!poll(*plain.provider).credentialsExpire);
    }

    void aTokenThatIsNotTakenIsSaidAndNotShown()
    {
        MkioCloud cloud;
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
        MkioCloud cloud;
        cloud.instead = [&](const SeenRequest &) { return StageAnswer{200, body, {}}; };
        const EncoderSample sample = poll(*cloud.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::BadAnswer);
    }
};

QTEST_GUILESS_MAIN(MkioTest)
#include "mkio_test.moc"

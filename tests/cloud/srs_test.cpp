#include "cloud/encoders/srs.h"
#include "cloud/encoders/srs_answer.h"
#include "cloud/http/secret_place.h"

#include "cloud/http_stage.h"
#include "cloud/provider_calls.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<Authorizer> basic()
{
    qputenv("GANTRY_TEST_PASSWORD", "HUSHhush");
    return std::make_shared<SecretHeader>(SecretHeader::Form::Basic, "room",
                                          QStringLiteral("environment:GANTRY_TEST_PASSWORD"));
}

// As SRS answers for a stream among others.
QByteArray streams(const char *active = "true", int frames = 1000, const char *server = "s-1")
{
    return json("{'code':0,'server':'SERVER','streams':[{'id':'vid-1','name':'other','app':'live','publish':"
                "{'active':true,'cid':'x'}},{'id':'vid-2','name':'final','vhost':'vid-v','app':'live','live_ms':1,"
                "'clients':4,'frames':FRAMES,'send_bytes':1,'recv_bytes':2,'kbps':{'recv_30s':6000,'send_30s':18000},"
                "'publish':{'active':ACTIVE,'cid':'cid-7'},'video':{'codec':'H264','profile':'High','level':'4.1',"
                "'width':1920,'height':1080},'audio':{'codec':'AAC','sample_rate':48000,'profile':'LC'}}]}")
        .replace("SERVER", server)
        .replace("ACTIVE", active)
        .replace("FRAMES", QByteArray::number(frames));
}

struct SrsRoom
{
    HttpStage stage{[this](const SeenRequest &request) { return answer(request); }};
    QNetworkAccessManager network;
    std::chrono::milliseconds elapsed{0};
    std::function<std::optional<StageAnswer>(const SeenRequest &)> instead;
    QByteArray body = streams();
    std::unique_ptr<EncoderProvider> provider =
        makeSrs({stage.url(), QStringLiteral("live"), QStringLiteral("final"), basic(), {}, [this] { return elapsed; }},
                network);

    StageAnswer answer(const SeenRequest &request)
    {
        if (instead) {
            if (const auto own = instead(request))
                return *own;
        }
        return {200, request.method == "GET" ? body : json("{'code':0,'server':'s-1'}"), {}};
    }
    CommandAnswer command(Verb verb)
    {
        Command made;
        made.verb = verb;
        made.input = QStringLiteral("live/final");
        return send(*provider, made);
    }
};

} // namespace

class SrsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStreamThatIsPublishedRuns()
    {
        SrsRoom srs;
        const EncoderSample sample = poll(*srs.provider);
        QVERIFY(!sample.failure);
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.figures.inputRate->value, 6e6);
        QCOMPARE(sample.figures.outputRate->value, 18e6);
        QCOMPARE(detail(sample, "clients"), QStringLiteral("3")); // the publisher is no viewer
        QCOMPARE(detail(sample, "stream"), QStringLiteral("H264 High 4.1 1920 1080"));
        QCOMPARE(srs.stage.seen.first().target, QByteArray("/api/v1/streams?start=0&count=100"));
        QVERIFY(!sample.figures.inputFrameRate);
        srs.elapsed = 2s;
        srs.body = streams("true", 1100);
        QCOMPARE(poll(*srs.provider).figures.inputFrameRate, 50.0);
        srs.elapsed = 4s;
        srs.body = streams("true", 5000, "s-2"); // restarted: its counters are others
        QVERIFY(!poll(*srs.provider).figures.inputFrameRate);
    }

    void aStreamWithoutAPublisherIsIdleAndItsOldRatesAreGone()
    {
        SrsRoom srs;
        srs.body = streams("false");
        EncoderSample sample = poll(*srs.provider);
        QCOMPARE(sample.state, EncoderState::Idle);
        QCOMPARE(sample.receives, false);
        QVERIFY(!sample.figures.inputRate);
        srs.body = json("{'code':0,'server':'s-1','streams':[]}");
        sample = poll(*srs.provider);
        QVERIFY(!sample.failure);
        QCOMPARE(sample.providerState, QStringLiteral("no such stream"));
    }

    void aFailureBehindA200IsAFailure()
    {
        SrsRoom srs;
        srs.body = json("{'code':2048,'data':'no such vhost'}");
        const EncoderSample sample = poll(*srs.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::Invalid);
        QVERIFY(sample.failure->detail.contains(QStringLiteral("2048")));
        srs.body = streams();
        poll(*srs.provider);
        srs.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            return request.method == "DELETE" ? std::optional(StageAnswer{200, json("{'code':2049}"), {}})
                                              : std::nullopt;
        };
        QCOMPARE(srs.command(Verb::DisconnectInput).error().kind, Error::Kind::Invalid);
    }

    void srsHangsUpOnThePublisherOnce()
    {
        SrsRoom srs;
        QCOMPARE(srs.command(Verb::DisconnectInput).error().kind, Error::Kind::Conflict);
        poll(*srs.provider);
        QVERIFY(srs.command(Verb::DisconnectInput));
        QCOMPARE(srs.stage.count("DELETE", "/api/v1/clients/cid-7"), 1);
        QCOMPARE(srs.command(Verb::Stop).error().kind, Error::Kind::Invalid);
    }

    void streamsAreFollowedOverPagesAndNotForEver()
    {
        SrsRoom srs;
        QByteArray full = "{\"code\":0,\"streams\":[";
        for (int i = 0; i < 100; ++i)
            full += (i ? "," : "") + json("{'name':'n','app':'other'}");
        full += "]}";
        srs.instead = [&](const SeenRequest &request) {
            return StageAnswer{200, request.query("start") == QLatin1String("100") ? streams() : full, {}};
        };
        QCOMPARE(poll(*srs.provider).state, EncoderState::Running);
        srs.instead = [&](const SeenRequest &) { return StageAnswer{200, full, {}}; };
        const auto before = srs.stage.seen.size();
        QCOMPARE(poll(*srs.provider).state, EncoderState::Idle);
        QCOMPARE(srs.stage.seen.size() - before, 20);
    }

    void aHostileSrsIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no code") << json("{'streams':[]}");
        QTest::newRow("code is a text") << json("{'code':'0','streams':[]}");
        QTest::newRow("no streams") << json("{'code':0}");
        QTest::newRow("streams are an object") << json("{'code':0,'streams':{}}");
        QTest::newRow("a name is a number") << json("{'code':0,'streams':[{'name':1}]}");
        QTest::newRow("deep") << "{\"code\":0,\"streams\":" + QByteArray(500, '[') + QByteArray(500, ']') + '}';
    }
    void aHostileSrsIsABadAnswer()
    {
        QFETCH(QByteArray, body);
        SrsRoom srs;
        srs.body = body;
        const EncoderSample sample = poll(*srs.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::BadAnswer);
    }

    void aServerThatIsAwayIsUnreachable_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("fault") << 500;
        QTest::newRow("hangs up") << 0;
    }
    void aServerThatIsAwayIsUnreachable()
    {
        QFETCH(int, status);
        StageAnswer away{status, "{}", {}};
        away.hangsUp = status == 0;
        SrsRoom srs;
        srs.instead = [&](const SeenRequest &) { return away; };
        const EncoderSample sample = poll(*srs.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, status == 0 ? Error::Kind::Unreachable : Error::Kind::ServerFault);
        QCOMPARE(sample.state, EncoderState::Unknown);
    }
};

QTEST_GUILESS_MAIN(SrsTest)
#include "srs_test.moc"

#include "cloud/encoders/mediamtx.h"
#include "cloud/encoders/mediamtx_answer.h"
#include "cloud/http/secret_place.h"

#include "cloud/http_stage.h"
#include "cloud/provider_calls.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

std::shared_ptr<Authorizer> basic()
{
    qputenv("GANTRY_TEST_PASSWORD", "HUSHhush");
    return std::make_shared<SecretHeader>(SecretHeader::Form::Basic, "room",
                                          QStringLiteral("environment:GANTRY_TEST_PASSWORD"));
}

// As MediaMTX answers while SRT publishes.
QByteArray path(qint64 in, qint64 out)
{
    return json("{'name':'live/final','confName':'all','source':{'type':'srtConn','id':'c-1'},'available':true,"
                "'online':true,'tracks2':[{'codec':'H264'},{'codec':'MPEG-4 Audio'}],'inboundBytes':IN,"
                "'outboundBytes':OUT,'inboundFramesInError':3,'readers':[{'type':'srtConn','id':'1'},"
                "{'type':'hlsSession','id':'2'},{'type':'srtConn','id':'3'}]}")
        .replace("IN", QByteArray::number(in))
        .replace("OUT", QByteArray::number(out));
}

QByteArray connections(qint64 dropped)
{
    return json("{'itemCount':2,'pageCount':1,'items':[{'id':'r-9','path':'live/final','state':'read'},"
                "{'id':'c-1','path':'live/final','state':'publish','remoteAddr':'192.0.2.7:5000','msRTT':24.6,"
                "'mbpsReceiveRate':6.5,'packetsReceivedLossRate':1.5,'packetsReceivedDrop':DROP}]}")
        .replace("DROP", QByteArray::number(dropped));
}

struct Mtx
{
    HttpStage stage{[this](const SeenRequest &request) { return answer(request); }};
    QNetworkAccessManager network;
    std::chrono::milliseconds elapsed{0};
    std::function<std::optional<StageAnswer>(const SeenRequest &)> instead;
    qint64 in = 1'000'000;
    qint64 out = 3'000'000;
    qint64 dropped = 5;
    std::unique_ptr<EncoderProvider> provider =
        makeMediaMtx({stage.url(), QStringLiteral("live/final"), basic(), {}, [this] { return elapsed; }}, network);

    StageAnswer answer(const SeenRequest &request)
    {
        if (instead) {
            if (const auto own = instead(request))
                return *own;
        }
        if (request.path().startsWith("/v3/paths/get/"))
            return {200, path(in, out), {}};
        if (request.path() == "/v3/srtconns/list")
            return {200, connections(dropped), {}};
        return {200, json("{'status':'ok'}"), {}};
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

class MediaMtxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathThatIsPublishedRuns()
    {
        Mtx mtx;
        const EncoderSample sample = poll(*mtx.provider);
        QVERIFY(!sample.failure);
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.receives, true);
        QCOMPARE(mtx.stage.seen.first().path(), QByteArray("/v3/paths/get/live%2Ffinal"));
        QCOMPARE(mtx.stage.seen.first().header("Authorization"), "Basic " + QByteArray("room:HUSHhush").toBase64());
        QCOMPARE(detail(sample, "readers"), QStringLiteral("2 × srtConn, 1 × hlsSession"));
        QCOMPARE(detail(sample, "tracks"), QStringLiteral("H264, MPEG-4 Audio"));
        const InputSample &input = sample.inputHealth.front();
        QCOMPARE(input.connected, true);
        QCOMPARE(input.roundTrip, 25ms);
        QCOMPARE(input.lossShare, 0.015);
        QCOMPARE(input.rate->value, 6'500'000.0);
        QVERIFY(!input.notRecovered); // the first reading of a counter
        QVERIFY(input.providerState.contains(QStringLiteral("192.0.2.7")));
    }

    void countersBecomeRatesAndABeginningAnewIsUnknown()
    {
        Mtx mtx;
        QVERIFY(!poll(*mtx.provider).figures.inputRate);
        mtx.elapsed = 2s;
        mtx.in += 1'000'000;
        mtx.out += 500'000;
        mtx.dropped += 4;
        EncoderSample sample = poll(*mtx.provider);
        QCOMPARE(sample.figures.inputRate->value, 4'000'000.0);
        QCOMPARE(sample.figures.outputRate->value, 2'000'000.0);
        QCOMPARE(sample.inputHealth.front().notRecovered, 4);
        QCOMPARE(sample.figures.droppedFrames, 0);
        mtx.elapsed = 4s;
        mtx.in = 10;
        sample = poll(*mtx.provider);
        QVERIFY(!sample.figures.inputRate);
        QVERIFY(sample.figures.outputRate);
    }

    void olderNamesAreReadToo()
    {
        const auto read = mediaMtxPath(object(json("{'name':'x','ready':true,'bytesReceived':5,'bytesSent':6,"
                                                   "'tracks':['H264'],'source':null,'readers':[]}")));
        QVERIFY(read);
        QVERIFY(read->isAvailable);
        QCOMPARE(read->inboundBytes, 5);
        QCOMPARE(read->outboundBytes, 6);
        QCOMPARE(read->tracks.front(), QStringLiteral("H264"));
    }

    void aPathThatIsNotThereIsIdleAndNotAFailure()
    {
        Mtx mtx;
        mtx.instead = [](const SeenRequest &) {
            return StageAnswer{404, json("{'status':'error','error':'path not found'}"), {}};
        };
        const EncoderSample sample = poll(*mtx.provider);
        QVERIFY(!sample.failure);
        QCOMPARE(sample.state, EncoderState::Idle);
        QCOMPARE(sample.receives, false);
        QCOMPARE(sample.inputHealth.front().connected, false);
    }

    void thePublisherIsHungUpOnOnce()
    {
        Mtx mtx;
        QCOMPARE(mtx.command(Verb::DisconnectInput).error().kind, Error::Kind::Conflict); // nobody was seen yet
        poll(*mtx.provider);
        QVERIFY(mtx.command(Verb::DisconnectInput));
        QCOMPARE(mtx.stage.count("POST", "/v3/srtconns/kick/c-1"), 1);
        for (const Verb verb : {Verb::Start, Verb::Stop, Verb::SwitchInput})
            QCOMPARE(mtx.command(verb).error().kind, Error::Kind::Invalid);
        QCOMPARE(mtx.stage.count("POST"), 1);
        mtx.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            StageAnswer gone;
            gone.hangsUp = true;
            return request.method == "POST" ? std::optional(gone) : std::nullopt;
        };
        QCOMPARE(mtx.command(Verb::DisconnectInput).error().kind, Error::Kind::Unreachable);
        QCOMPARE(mtx.stage.count("POST"), 2);
    }

    void connectionsAreFollowedOverPagesAndNotForEver()
    {
        Mtx mtx;
        mtx.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (request.path() != "/v3/srtconns/list")
                return std::nullopt;
            if (request.query("page") == QLatin1String("2"))
                return StageAnswer{200, connections(1), {}};
            return StageAnswer{200, json("{'pageCount':1000000,'items':[]}"), {}};
        };
        QCOMPARE(poll(*mtx.provider).inputHealth.front().roundTrip, 25ms);
        mtx.instead = [](const SeenRequest &request) -> std::optional<StageAnswer> {
            if (request.path() != "/v3/srtconns/list")
                return std::nullopt;
            return StageAnswer{200, json("{'pageCount':1000000,'items':[]}"), {}};
        };
        const int before = mtx.stage.count("GET", "/srtconns/");
        QVERIFY(!poll(*mtx.provider).failure);
        QCOMPARE(mtx.stage.count("GET", "/srtconns/") - before, 20);
    }

    void aHostileMediaMtxIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html>");
        QTest::newRow("nothing said") << QByteArray("{}");
        QTest::newRow("available is a text") << json("{'available':'yes'}");
        QTest::newRow("name is a number") << json("{'available':true,'name':1}");
        QTest::newRow("readers are a number") << json("{'available':true,'readers':3}");
        QTest::newRow("tracks are a text") << json("{'available':true,'tracks2':'H264'}");
        QTest::newRow("deep") << "{\"available\":true,\"x\":" + QByteArray(500, '[') + QByteArray(500, ']') + '}';
        QTest::newRow("truncated") << json("{'available':true,'na");
    }
    void aHostileMediaMtxIsABadAnswer()
    {
        QFETCH(QByteArray, body);
        Mtx mtx;
        mtx.instead = [&](const SeenRequest &) { return StageAnswer{200, body, {}}; };
        const EncoderSample sample = poll(*mtx.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::BadAnswer);
        QVERIFY(sample.failure->subject.contains(QStringLiteral("live/final")));
    }

    void figuresThatMakeNoSenseAreUnknown()
    {
        const auto read = mediaMtxPath(
            object(json("{'available':true,'inboundBytes':-5,'outboundBytes':1e300,'inboundFramesInError':'7'}")));
        QVERIFY(read);
        QVERIFY(!read->inboundBytes && !read->outboundBytes && !read->framesInError);
        const auto hostile = mediaMtxSrtConnections(
            object(json("{'items':[{'id':'a','msRTT':-1,'packetsReceivedLossRate':900,'packetsReceivedDrop':'x'}]}")));
        QVERIFY(hostile);
        QVERIFY(!hostile->front().rtt && !hostile->front().dropped);
        QCOMPARE(hostile->front().lossShare, 1.0);
        QVERIFY(!mediaMtxSrtConnections(object(json("{'items':[{'id':3}]}"))));
    }

    void aServerThatRefusesSaysWhatItNeeds()
    {
        Mtx mtx;
        mtx.instead = [](const SeenRequest &) {
            return StageAnswer{401, json("{'status':'error','error':'authentication error'}"), {}};
        };
        const EncoderSample sample = poll(*mtx.provider);
        QCOMPARE(sample.failure->kind, Error::Kind::Refused);
        QVERIFY(sample.failure->advice.contains(QStringLiteral("authInternalUsers")));
        QVERIFY(sample.failure->detail.contains(QStringLiteral("authentication error")));
        QCOMPARE(mtx.stage.seen.size(), 1); // the same secret is not tried again
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
        Mtx mtx;
        mtx.instead = [&](const SeenRequest &) { return away; };
        const EncoderSample sample = poll(*mtx.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, status == 0 ? Error::Kind::Unreachable : Error::Kind::ServerFault);
        QCOMPARE(sample.state, EncoderState::Unknown);
    }
};

QTEST_GUILESS_MAIN(MediaMtxTest)
#include "mediamtx_test.moc"

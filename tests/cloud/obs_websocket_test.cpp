#include "cloud/encoders/obs_protocol.h"
#include "cloud/encoders/obs_websocket.h"

#include "cloud/provider_calls.h"
#include "support/obs_server.h"

#include <QTest>

using namespace gantry::cloud;
using namespace std::chrono_literals;
using gantry::test::detail;
using gantry::test::json;
using gantry::test::ObsServer;
using gantry::test::poll;
using gantry::test::send;

namespace {

struct Studio
{
    ObsServer obs;
    std::chrono::milliseconds elapsed{0};
    std::unique_ptr<EncoderProvider> provider;

    explicit Studio(const QString &password = {}, std::chrono::milliseconds timeout = 5s)
    {
        provider = makeObs({obs.url(), password, timeout, [this] { return elapsed; }});
    }
    Command command(Verb verb, const QString &input = {}) const
    {
        Command made;
        made.verb = verb;
        made.input = input;
        return made;
    }
};

} // namespace

class ObsWebsocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("GANTRY_TEST_OBS"); }

    void thePasswordIsProvenAsThePublishedVectorSays()
    {
        ObsHello hello;
        hello.salt = "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=";
        hello.challenge = "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=";
        QCOMPARE(obsAuthentication("supersecretpassword", hello),
                 QByteArray("1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4="));
    }

    void theProgramSceneIsTheActiveInputAndTheScenesStandInTheirOrder()
    {
        Studio studio;
        const EncoderSample sample = poll(*studio.provider);
        QVERIFY(!sample.failure);
        QCOMPARE(sample.state, EncoderState::Idle);
        QCOMPARE(sample.activeInput(), QStringLiteral("Cam A"));
        QCOMPARE(sample.inputs,
                 (std::vector<QString>{QStringLiteral("Cam A"), QStringLiteral("Cam B"), QStringLiteral("Outro")}));
        QCOMPARE(sample.figures.inputFrameRate, 50.0);
        QCOMPARE(detail(sample, "outputCongestion"), QStringLiteral("0.25"));
        QVERIFY(!sample.figures.outputRate); // one reading of a counter is no rate
        QVERIFY(!sample.obstacles.empty());  // no studio mode, no preview
        QCOMPARE(studio.obs.identify.value(QStringLiteral("eventSubscriptions")).toInt(), 1 | 4 | 64);
        QVERIFY(!studio.obs.identify.contains(QStringLiteral("authentication")));
    }

    void oneConnectionServesEveryQuestion()
    {
        Studio studio;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!poll(*studio.provider).failure);
        QCOMPARE(studio.obs.connections, 1);
    }

    void countersBecomeRatesAndDrops()
    {
        Studio studio;
        studio.obs.isStreaming = true;
        studio.obs.bytes = 1'000'000;
        studio.obs.skipped = 10;
        QVERIFY(!poll(*studio.provider).figures.droppedFrames);
        studio.obs.bytes += 500'000;
        studio.obs.skipped += 7;
        studio.elapsed += 1s;
        const EncoderSample sample = poll(*studio.provider);
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.figures.droppedFrames, 7);
        QCOMPARE(sample.figures.outputRate, BitsPerSecond{4'000'000});
        studio.obs.bytes = 5; // a new stream counts from nothing
        studio.obs.skipped = 0;
        const EncoderSample anew = poll(*studio.provider);
        QVERIFY(!anew.figures.outputRate);
        QVERIFY(!anew.figures.droppedFrames);
    }

    void commandsAreCarriedOutOnce()
    {
        Studio studio;
        QVERIFY(send(*studio.provider, studio.command(Verb::Start)));
        QVERIFY(studio.obs.isStreaming);
        QVERIFY(send(*studio.provider, studio.command(Verb::SwitchInput, QStringLiteral("Cam B"))));
        QCOMPARE(poll(*studio.provider).activeInput(), QStringLiteral("Cam B"));
        QVERIFY(send(*studio.provider, studio.command(Verb::Stop)));
        QCOMPARE(poll(*studio.provider).state, EncoderState::Idle);
        for (const char *type : {"StartStream", "StopStream", "SetCurrentProgramScene"})
            QCOMPARE(studio.obs.count(QLatin1String(type)), 1);
    }

    void aPreparedSceneIsProvenByThePreview()
    {
        Studio studio;
        studio.obs.preview = QStringLiteral("Cam A");
        QVERIFY(poll(*studio.provider).obstacles.empty());
        QVERIFY(send(*studio.provider, studio.command(Verb::PrepareInput, QStringLiteral("Outro"))));
        const EncoderSample sample = poll(*studio.provider);
        QCOMPARE(sample.jobs.size(), 1u);
        QCOMPARE(sample.jobs.front().state, JobSample::State::Done);
        QCOMPARE(sample.activeInput(), QStringLiteral("Cam A"));
    }

    void whatAnEventToldIsShownWhileItLasts()
    {
        Studio studio;
        QVERIFY(!poll(*studio.provider).failure);
        const auto output = [&](const char *word) {
            studio.obs.event(QStringLiteral("StreamStateChanged"),
                             {{QStringLiteral("outputActive"), studio.obs.isStreaming},
                              {QStringLiteral("outputState"), QLatin1String(word)}});
            return poll(*studio.provider);
        };
        QCOMPARE(output("OBS_WEBSOCKET_OUTPUT_STARTING").state, EncoderState::Starting);
        studio.obs.isStreaming = true;
        QCOMPARE(output("OBS_WEBSOCKET_OUTPUT_STARTED").state, EncoderState::Running);
        studio.obs.isReconnecting = true;
        QCOMPARE(poll(*studio.provider).state, EncoderState::Recovering);
        studio.obs.isReconnecting = false;
        QCOMPARE(output("OBS_WEBSOCKET_OUTPUT_STOPPING").state, EncoderState::Stopping);
        studio.obs.event(QStringLiteral("ExitStarted"), {});
        const EncoderSample closing = poll(*studio.provider);
        QCOMPARE(closing.alerts.size(), 1u);
    }

    void aPasswordIsProvenAndAWrongOneIsNotTriedAgain()
    {
        qputenv("GANTRY_TEST_OBS", "supersecretpassword");
        {
            Studio studio(QStringLiteral("environment:GANTRY_TEST_OBS"));
            studio.obs.password = QStringLiteral("supersecretpassword");
            QVERIFY(!poll(*studio.provider).failure);
        }
        Studio studio(QStringLiteral("environment:GANTRY_TEST_OBS"));
        studio.obs.password = QStringLiteral("another one");
        for (int i = 0; i < 5; ++i) {
            const EncoderSample sample = poll(*studio.provider);
            QVERIFY(sample.failure);
            QCOMPARE(sample.failure->kind, Error::Kind::Credentials);
            QVERIFY(!(sample.failure->detail + sample.failure->advice).contains(QStringLiteral("supersecret")));
        }
        QCOMPARE(studio.obs.connections, 1);
        studio.obs.password = QStringLiteral("supersecretpassword");  // corrected in OBS
        QVERIFY(send(*studio.provider, studio.command(Verb::Start))); // and a person acts
        QVERIFY(!poll(*studio.provider).failure);
    }

    void aPasswordThatIsAskedForAndNotGivenIsSaid()
    {
        Studio studio;
        studio.obs.password = QStringLiteral("x");
        const EncoderSample sample = poll(*studio.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::Credentials);
        QVERIFY(poll(*studio.provider).failure);
        QCOMPARE(studio.obs.connections, 1);
    }

    void aFinalCloseIsNotAnsweredByConnectingAgain_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isFinal");
        for (const int code : {4009, 4010, 4011})
            QTest::addRow("%d", code) << code << true;
        for (const int code : {1000, 1001, 4002, 4006, 4008})
            QTest::addRow("%d", code) << code << false;
    }
    void aFinalCloseIsNotAnsweredByConnectingAgain()
    {
        QFETCH(int, code);
        QFETCH(bool, isFinal);
        Studio studio;
        QVERIFY(!poll(*studio.provider).failure);
        studio.obs.close(code, QStringLiteral("because"));
        QTRY_VERIFY(studio.obs.findChildren<QWebSocket *>().isEmpty());
        const bool fails = poll(*studio.provider).failure.has_value();
        QCOMPARE(fails || poll(*studio.provider).failure.has_value(), isFinal);
        QCOMPARE(studio.obs.connections, isFinal ? 1 : 2);
    }

    void anIdentificationThatIsClosedSaysWhy()
    {
        Studio studio;
        studio.obs.closesOnIdentify = 4010;
        const EncoderSample sample = poll(*studio.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::Setting);
        QVERIFY(sample.failure->subject.startsWith(QStringLiteral("OBS 127.0.0.1:")));
    }

    void aCommandThatWasNotAnsweredIsTimedOutAndNeverSentTwice()
    {
        Studio studio({}, 300ms);
        studio.obs.silent = QStringList{QStringLiteral("StartStream")};
        QVERIFY(!poll(*studio.provider).failure);
        const auto answer = send(*studio.provider, studio.command(Verb::Start));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::TimedOut);
        QCOMPARE(poll(*studio.provider).state, EncoderState::Running); // looking shows it
        QCOMPARE(studio.obs.count(QStringLiteral("StartStream")), 1);
    }

    void aConnectionThatIsCutInACommandMayHaveExecutedIt()
    {
        Studio studio;
        QVERIFY(!poll(*studio.provider).failure);
        studio.obs.instead = [&](const QString &type) {
            if (type == QLatin1String("StartStream")) {
                studio.obs.isStreaming = true;
                studio.obs.cut();
            }
            return QString();
        };
        const auto answer = send(*studio.provider, studio.command(Verb::Start));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
        QCOMPARE(poll(*studio.provider).state, EncoderState::Running);
        QCOMPARE(studio.obs.count(QStringLiteral("StartStream")), 1);
    }

    void whoeverListensAndDoesNotGreetIsUnreachable()
    {
        Studio studio({}, 200ms);
        studio.obs.greets = false;
        const EncoderSample sample = poll(*studio.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::Unreachable);
        studio.obs.greets = true;
        QVERIFY(!poll(*studio.provider).failure);
    }

    void nobodyThereIsUnreachable()
    {
        const auto provider = makeObs({QUrl(QStringLiteral("ws://127.0.0.1:1")), {}, 5s, {}});
        QCOMPARE(poll(*provider).failure->kind, Error::Kind::Unreachable);
        QCOMPARE(poll(*provider).failure->kind, Error::Kind::Unreachable);
    }

    void anObsThatLeavesIsAGapAndNotADifferentState()
    {
        Studio studio({}, 300ms);
        QVERIFY(!poll(*studio.provider).failure);
        studio.obs.cut();
        QTRY_VERIFY(studio.obs.findChildren<QWebSocket *>().isEmpty());
        studio.obs.greets = false; // and does not come back for now
        const EncoderSample gone = poll(*studio.provider);
        QVERIFY(gone.failure);
        QCOMPARE(gone.failure->kind, Error::Kind::Unreachable);
        QVERIFY(gone.activeInput().isEmpty());
    }

    void aRefusedRequestSaysWhatToDo_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("kind");
        QTest::newRow("running already") << 500 << int(Error::Kind::Conflict);
        QTest::newRow("not running") << 501 << int(Error::Kind::Conflict);
        QTest::newRow("not set up") << 504 << int(Error::Kind::Conflict);
        QTest::newRow("not ready") << 207 << int(Error::Kind::Conflict);
        QTest::newRow("unknown request") << 204 << int(Error::Kind::Invalid);
        QTest::newRow("no such scene") << 600 << int(Error::Kind::NotFound);
        QTest::newRow("failed") << 702 << int(Error::Kind::Conflict);
    }
    void aRefusedRequestSaysWhatToDo()
    {
        QFETCH(int, code);
        QFETCH(int, kind);
        Studio studio;
        studio.obs.failing.insert(QStringLiteral("SetCurrentProgramScene"), code);
        const auto answer = send(*studio.provider, studio.command(Verb::SwitchInput, QStringLiteral("Cam C")));
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), kind);
        QVERIFY(answer.error().tried.contains(QStringLiteral("Cam C")));
        QVERIFY(answer.error().detail.contains(QStringLiteral("said so")));
    }

    void figuresThatCannotBeReadDoNotSpoilTheState()
    {
        Studio studio;
        studio.obs.failing.insert(QStringLiteral("GetStats"), 204);
        const EncoderSample sample = poll(*studio.provider);
        QVERIFY(!sample.failure);
        QVERIFY(!sample.figures.inputFrameRate);
    }

    void aHostileMessageEndsTheConnectionAndIsABadAnswer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no JSON") << QStringLiteral("<html>");
        QTest::newRow("truncated") << QStringLiteral("{'op':7,'d':{");
        QTest::newRow("no op") << QStringLiteral("{'d':{}}");
        QTest::newRow("op is a text") << QStringLiteral("{'op':'7','d':{}}");
        QTest::newRow("no data") << QStringLiteral("{'op':7}");
        QTest::newRow("a response without a status") << QStringLiteral("{'op':7,'d':{'requestId':'1'}}");
        QTest::newRow("deep") << QStringLiteral("{'op':5,'d':") + QString(5000, u'[') + QString(5000, u']') + u'}';
        QTest::newRow("a list") << QStringLiteral("[]");
    }
    void aHostileMessageEndsTheConnectionAndIsABadAnswer()
    {
        QFETCH(QString, text);
        Studio studio;
        studio.obs.instead = [&](const QString &) { return QString(text).replace(u'\'', u'"'); };
        const EncoderSample sample = poll(*studio.provider);
        QVERIFY(sample.failure);
        QCOMPARE(sample.failure->kind, Error::Kind::BadAnswer);
        studio.obs.instead = {};
        QVERIFY(!poll(*studio.provider).failure);
        QCOMPARE(studio.obs.connections, 2);
    }

    void anAnswerOfTheWrongShapeIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArray>("scenes");
        const QByteArray goodStream = json("{'outputActive':true}");
        const QByteArray goodScenes = json("{'currentProgramSceneName':'A','scenes':[{'sceneName':'A'}]}");
        QTest::newRow("no output") << QByteArray("{}") << goodScenes;
        QTest::newRow("output is a number") << json("{'outputActive':1}") << goodScenes;
        QTest::newRow("scenes are a text") << goodStream << json("{'currentProgramSceneName':'A','scenes':'A'}");
        QTest::newRow("a scene is a number")
            << goodStream << json("{'currentProgramSceneName':'A','scenes':[{'sceneName':1}]}");
        QTest::newRow("program is a list") << goodStream << json("{'currentProgramSceneName':['A'],'scenes':[]}");
    }
    void anAnswerOfTheWrongShapeIsABadAnswer()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QByteArray, scenes);
        const auto object = [](const QByteArray &text) { return QJsonDocument::fromJson(text).object(); };
        const auto sample = obsSample({object(stream), object(scenes), {}}, {});
        QVERIFY(!sample);
        QCOMPARE(sample.error().kind, Error::Kind::BadAnswer);
    }

    void aPictureOfTheProgramIsShown()
    {
        Studio studio;
        QVERIFY(!studio.provider->thumbnail({}, [](auto) {})); // nothing is known yet
        poll(*studio.provider);
        const auto picture = gantry::test::await<Result<EncoderThumbnail>>(
            [&](auto done) { QVERIFY(studio.provider->thumbnail(QStringLiteral("0"), std::move(done))); });
        QVERIFY(picture && *picture);
        QCOMPARE((*picture)->image, QByteArray::fromBase64("/9j/2Q=="));
        QVERIFY(!obsPicture({{QStringLiteral("imageData"), QStringLiteral("data:text/html;base64,AAAA")}}));
        QVERIFY(!obsPicture({{QStringLiteral("imageData"), QStringLiteral("data:image/png;base64,%%%")}}));
    }

    void theRoomMayEndWhileSomethingIsOutstanding()
    {
        Studio studio;
        QVERIFY(!poll(*studio.provider).failure);
        int answers = 0;
        studio.provider->poll([&](const EncoderSample &) {
            ++answers;
            studio.provider.reset();
        });
        QTRY_COMPARE(answers, 1);
        Studio other;
        other.provider->poll([&](const EncoderSample &) { ++answers; });
        other.provider.reset();
        QCoreApplication::processEvents();
        QCOMPARE(answers, 1);
    }

    void anAddressWithoutEncryptionIsForPrivateNetworksOnly()
    {
        for (const char *good : {"ws://127.0.0.1:4455", "ws://localhost:4455", "ws://192.168.1.20:4455",
                                 "ws://10.1.2.3:4455", "ws://obs-1.local:4455", "wss://obs.example:443"})
            QVERIFY2(!obsAddressFault(QString::fromLatin1(good)), good);
        for (const char *bad : {"", "127.0.0.1:4455", "http://127.0.0.1", "ws://8.8.8.8:4455", "ws://obs.example",
                                "ws://user:pw@127.0.0.1", "ws://127.0.0.1/?x=1"})
            QVERIFY2(obsAddressFault(QString::fromLatin1(bad)).has_value(), bad);
    }
};

QTEST_GUILESS_MAIN(ObsWebsocketTest)
#include "obs_websocket_test.moc"

#include "cloud/audience/mux_data.h"
#include "cloud/catalogue.h"
#include "cloud/encoders/medialive_answer.h"
#include "cloud/http/aws_error.h"
#include "cloud/http/endpoint.h"
#include "cloud/http/json_limits.h"

#include <QTest>

using namespace gantry::cloud;

namespace {

// As DescribeChannel answers for a standard channel on air, shortened where nothing of ours looks.
const QByteArray kOnAir = R"({
 "arn":"arn:aws:medialive:eu-west-1:123456789012:channel:1234567","id":"1234567","name":"final","state":"RUNNING",
 "channelClass":"STANDARD","pipelinesRunningCount":2,"logLevel":"WARNING","somethingNew":{"a":[1,2,{"b":null}]},
 "encoderSettings":{"audioDescriptions":[{"name":"a1","codecSettings":{"aacSettings":{"bitrate":192000.0}}}]},
 "inputAttachments":[{"inputAttachmentName":"cam-a","inputId":"1"},{"inputAttachmentName":"cam-b","inputId":"2"}],
 "pipelineDetails":[{"pipelineId":"0","activeInputAttachmentName":"cam-a","activeInputSwitchActionName":"take-1"},
                    {"pipelineId":"1","activeInputAttachmentName":"cam-a"}]})";

HttpAnswer answer(int status, const QByteArray &body, const QByteArray &type = {})
{
    HttpAnswer result;
    result.status = status;
    result.body = body;
    if (!type.isEmpty())
        result.headers.emplaceBack("X-Amzn-ErrorType", type);
    return result;
}

constexpr std::chrono::sys_seconds kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

Error awsFaultOf(const HttpAnswer &from, const AwsCredentials &credentials = {"AKIDEXAMPLE", "hush", "very-long-token"})
{
    return awsError(QStringLiteral("start the channel"), QStringLiteral("MediaLive"), from, credentials, kNow);
}

} // namespace

class ProviderAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChannelOnAirIsReadInFull()
    {
        const auto sample = mediaLiveSample(kOnAir);
        QVERIFY(sample);
        QCOMPARE(sample->state, EncoderState::Running);
        QCOMPARE(sample->providerState, QStringLiteral("RUNNING"));
        QCOMPARE(sample->pipelinesRunning, 2);
        QCOMPARE(sample->pipelinesExpected, 2);
        QCOMPARE(sample->pipelines.size(), 2u);
        QCOMPARE(sample->activeInput(), QStringLiteral("cam-a"));
        QCOMPARE(sample->inputs, (std::vector<QString>{QStringLiteral("cam-a"), QStringLiteral("cam-b")}));
        QVERIFY(!sample->failure);
    }

    void everyStateOfTheServiceHasAMeaning_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("state");
        const auto row = [](const char *word, EncoderState state) {
            QTest::newRow(word) << QString::fromLatin1(word) << int(state);
        };
        row("CREATING", EncoderState::Changing);
        row("CREATE_FAILED", EncoderState::Failed);
        row("IDLE", EncoderState::Idle);
        row("STARTING", EncoderState::Starting);
        row("RUNNING", EncoderState::Running);
        row("RECOVERING", EncoderState::Recovering);
        row("STOPPING", EncoderState::Stopping);
        row("DELETING", EncoderState::Changing);
        row("DELETED", EncoderState::Failed);
        row("UPDATING", EncoderState::Changing);
        row("UPDATE_FAILED", EncoderState::Failed);
        row("DREAMING", EncoderState::Unknown);
        row("running", EncoderState::Unknown);
        row("", EncoderState::Unknown);
    }
    void everyStateOfTheServiceHasAMeaning()
    {
        QFETCH(QString, word);
        QFETCH(int, state);
        QCOMPARE(int(mediaLiveState(word)), state);
    }

    void anUnknownStateIsUnknownAndKeptAsItWasSaid()
    {
        const auto sample = mediaLiveSample(R"({"state":"DREAMING"})");
        QVERIFY(sample);
        QCOMPARE(sample->state, EncoderState::Unknown);
        QCOMPARE(sample->providerState, QStringLiteral("DREAMING"));
        QVERIFY(!sample->pipelinesRunning);
        QVERIFY(!sample->pipelinesExpected);
        QVERIFY(sample->activeInput().isEmpty());
    }

    void pipelinesThatDifferHaveNoCommonInput()
    {
        const auto sample = mediaLiveSample(R"({"state":"RUNNING","channelClass":"SINGLE_PIPELINE","pipelineDetails":
            [{"pipelineId":"0","activeInputAttachmentName":"A"},{"pipelineId":"1","activeInputAttachmentName":"B"}]})");
        QVERIFY(sample);
        QVERIFY(sample->activeInput().isEmpty());
        QCOMPARE(sample->pipelinesExpected, 1);
    }

    void aHostileChannelIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("<html>sign in</html>");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no state") << QByteArray("{}");
        QTest::newRow("state is null") << QByteArray(R"({"state":null})");
        QTest::newRow("state is a number") << QByteArray(R"({"state":1})");
        QTest::newRow("state is endless") << QByteArray(R"({"state":")") + QByteArray(600, 'R') + "\"}";
        QTest::newRow("pipelines are a text") << QByteArray(R"({"state":"RUNNING","pipelineDetails":"two"})");
        QTest::newRow("a pipeline is a number") << QByteArray(R"({"state":"RUNNING","pipelineDetails":[0]})");
        QTest::newRow("an input is a number")
            << QByteArray(R"({"state":"RUNNING","pipelineDetails":[{"activeInputAttachmentName":7}]})");
        QTest::newRow("far too many pipelines")
            << QByteArray(R"({"state":"RUNNING","pipelineDetails":[)") + QByteArray("{},").repeated(50) + "{}]}";
        QTest::newRow("half a pipeline runs") << QByteArray(R"({"state":"RUNNING","pipelinesRunningCount":1.5})");
        QTest::newRow("minus one pipeline runs") << QByteArray(R"({"state":"RUNNING","pipelinesRunningCount":-1})");
        QTest::newRow("a number beyond all") << QByteArray(R"({"state":"RUNNING","pipelinesRunningCount":1e308})");
        QTest::newRow("attachments are an object") << QByteArray(R"({"state":"RUNNING","inputAttachments":{}})");
        QTest::newRow("deep") << QByteArray(R"({"state":"RUNNING","x":)") + QByteArray(5000, '[') +
                                     QByteArray(5000, ']') + "}";
        QTest::newRow("huge") << QByteArray(R"({"state":"RUNNING","x":")") + QByteArray(3 * 1024 * 1024, 'x') + "\"}";
        QTest::newRow("zeros") << QByteArray(1000, '\0');
        QTest::newRow("broken UTF-8") << QByteArray("{\"state\":\"\xff\xfe\"}");
    }
    void aHostileChannelIsABadAnswer()
    {
        QFETCH(QByteArray, body);
        const auto sample = mediaLiveSample(body);
        QVERIFY(!sample);
        QCOMPARE(sample.error().kind, Error::Kind::BadAnswer);
        QVERIFY(!sample.error().detail.isEmpty());
        QVERIFY(!sample.error().advice.isEmpty());
    }

    void aTruncatedChannelIsABadAnswerWhereverItIsCut()
    {
        const QByteArray whole = kOnAir.trimmed();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!mediaLiveSample(whole.left(length)), QByteArray::number(length).constData());
    }

    void alertsThatAreSetAreRead()
    {
        const auto alerts = mediaLiveAlerts(R"({"alerts":[
            {"id":"1","alertType":"Video Not Detected","message":"no video","pipelineId":"0","state":"SET"},
            {"id":"2","alertType":"Old","message":"","pipelineId":"1","state":"CLEARED"}]})");
        QVERIFY(alerts);
        QCOMPARE(alerts->size(), 1u);
        QCOMPARE(alerts->front().kind, QStringLiteral("Video Not Detected"));
        QCOMPARE(alerts->front().pipeline, QStringLiteral("0"));
        QVERIFY(mediaLiveAlerts("{}")->empty());
        const QByteArray notAnAlert = R"({"alerts":[1]})";
        QVERIFY(!mediaLiveAlerts(notAnAlert));
        const QByteArray notAList = R"({"alerts":7})";
        QVERIFY(!mediaLiveAlerts(notAList));
    }

    void bracketsInsideOfTextAreNotDepth()
    {
        const QByteArray flat = "{\"a\":\"[[[[[[[[\\\"[[[[\"}";
        QVERIFY(readJsonObject(flat, {1000, 2}));
        const QByteArray deep = R"({"a":[[]]})";
        QVERIFY(!readJsonObject(deep, {1000, 2}));
    }

    void anAwsFaultSaysWhatToDo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, int status, const char *type, const char *body, Error::Kind kind) {
            QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << int(kind);
        };
        row("conflict", 409, "ConflictException", R"({"message":"wrong state"})", Error::Kind::Conflict);
        row("forbidden", 403, "AccessDeniedException", R"({"message":"not authorized"})", Error::Kind::Refused);
        row("wrong secret", 403, "InvalidSignatureException", R"({"message":"does not match"})", Error::Kind::Refused);
        row("unknown key", 403, "UnrecognizedClientException", "{}", Error::Kind::Refused);
        row("unauthorised", 401, "", "", Error::Kind::Refused);
        row("old signature", 403, "InvalidSignatureException", R"({"message":"Signature expired: x"})",
            Error::Kind::ClockSkew);
        row("early signature", 403, "SignatureDoesNotMatch", R"({"message":"Signature not yet current: x"})",
            Error::Kind::ClockSkew);
        row("expired request", 403, "RequestExpired", "{}", Error::Kind::ClockSkew);
        row("expired token is not a clock", 403, "ExpiredTokenException", R"({"message":"expired"})",
            Error::Kind::Refused);
        row("missing", 404, "NotFoundException:http://internal.amazon.com/", "{}", Error::Kind::NotFound);
        row("invalid", 422, "UnprocessableEntityException", "{}", Error::Kind::Invalid);
        row("bad request", 400, "", "{\"__type\":\"com.amazon#BadRequestException\"}", Error::Kind::Invalid);
        row("throttled by name", 400, "", R"({"__type":"ThrottlingException"})", Error::Kind::Throttled);
        row("throttled", 429, "", "", Error::Kind::Throttled);
        row("fault", 500, "", "<html>", Error::Kind::ServerFault);
        row("gateway", 504, "", "", Error::Kind::ServerFault);
        row("redirect", 302, "", "", Error::Kind::BadAnswer);
    }
    void anAwsFaultSaysWhatToDo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        const Error error = awsFaultOf(answer(status, body, type));
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.advice.isEmpty());
        QCOMPARE(error.text(), QStringLiteral("start the channel (MediaLive)"));
    }

    void validationErrorsAreQuoted()
    {
        const Error error = awsFaultOf(answer(
            422, R"({"message":"no","validationErrors":[{"elementPath":"creates.x","errorMessage":"must not be y"}]})",
            "UnprocessableEntityException"));
        QCOMPARE(error.detail, QStringLiteral("UnprocessableEntityException · no · creates.x: must not be y"));
    }

    void aFaultNeverQuotesASecret()
    {
        const Error error =
            awsFaultOf(answer(403,
                              "{\"message\":\"hush does not match very-long-token\\nThe canonical string: "
                              "x-amz-security-token:very-long-token\"}",
                              "SignatureDoesNotMatch"));
        QVERIFY(!error.detail.contains(QStringLiteral("hush")));
        QVERIFY(!error.detail.contains(QStringLiteral("very-long-token")));
        QVERIFY(!error.detail.contains(QStringLiteral("canonical")));
    }

    void aFaultIsQuotedShortly()
    {
        const Error error = awsFaultOf(answer(500, "{\"message\":\"" + QByteArray(5000, 'x') + "\"}"));
        QVERIFY(error.detail.size() <= 300);
    }

    void aWrongClockIsToldWithItsDifference()
    {
        HttpAnswer late = answer(403, R"({"message":"Signature expired: x"})", "InvalidSignatureException");
        late.headers.emplaceBack("Date", "Sun, 22 Nov 2026 00:10:00 GMT");
        QVERIFY(awsFaultOf(late).advice.contains(QStringLiteral("600 s behind")));
    }

    void theNewestPointWithAValueCounts()
    {
        const auto point = newestMuxPoint(R"({"data":[
            {"value":10,"date":"2026-11-22T12:00:00Z","concurrent_viewers":10},
            {"value":30,"date":"2026-11-22T12:00:10Z","concurrent_viewers":30},
            {"value":20,"date":"2026-11-22T12:00:05Z","concurrent_viewers":20},
            {"value":null,"date":"2026-11-22T12:00:15Z","concurrent_viewers":0}],"total_row_count":4})");
        QVERIFY(point && point->has_value());
        QCOMPARE((*point)->value, 30.0);
        QCOMPARE((*point)->time.time_since_epoch().count() % 60'000, 10'000);
    }

    void noPointYetIsUnknownAndNotZero()
    {
        const auto sample = muxSample(R"({"data":[]})", R"({"data":[{"value":null,"date":"2026-11-22T12:00:00Z"}]})");
        QVERIFY(sample);
        QVERIFY(!sample->viewers);
        QVERIFY(!sample->rebuffering);
        QVERIFY(!sample->providerTime);
        QVERIFY(sample->rebufferingFormula.contains(QStringLiteral("Mux")));
    }

    void aHostileSeriesIsABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("rebuffering");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no data") << QByteArray("{}");
        QTest::newRow("data is a text") << QByteArray(R"({"data":"x"})");
        QTest::newRow("a point is a number") << QByteArray(R"({"data":[1]})");
        QTest::newRow("a value is a text") << QByteArray(R"({"data":[{"value":"1","date":"2026-11-22T12:00:00Z"}]})");
        QTest::newRow("no such day") << QByteArray(R"({"data":[{"value":0.1,"date":"2026-13-45T12:00:00Z"}]})");
        QTest::newRow("more than all") << QByteArray(R"({"data":[{"value":37.5,"date":"2026-11-22T12:00:00Z"}]})");
        QTest::newRow("less than nothing") << QByteArray(R"({"data":[{"value":-1,"date":"2026-11-22T12:00:00Z"}]})");
        QTest::newRow("truncated") << QByteArray("{\"data\":[{\"value\":0.1,\"da");
        QTest::newRow("deep") << QByteArray(R"({"data":)") + QByteArray(100, '[') + QByteArray(100, ']') + "}";
    }
    void aHostileSeriesIsABadAnswer()
    {
        QFETCH(QByteArray, rebuffering);
        const auto sample = muxSample(R"({"data":[{"value":10,"date":"2026-11-22T12:00:00Z"}]})", rebuffering);
        QVERIFY(!sample);
        QCOMPARE(sample.error().kind, Error::Kind::BadAnswer);
    }

    void aMuxFaultSaysWhatToDo()
    {
        HttpAnswer throttled = answer(429, R"({"error":{"type":"rate_limit","messages":["slow down"]}})");
        throttled.headers.emplaceBack("Retry-After", "12");
        const Error error = muxError(QStringLiteral("read"), throttled, kNow);
        QCOMPARE(error.kind, Error::Kind::Throttled);
        QCOMPARE(error.retryAfterSeconds, 12);
        QCOMPARE(error.detail, QStringLiteral("rate_limit · slow down"));
        QCOMPARE(muxError({}, answer(401, "x"), kNow).kind, Error::Kind::Refused);
        QCOMPARE(muxError({}, answer(503, {}), kNow).kind, Error::Kind::ServerFault);
    }

    void anAddressWithoutEncryptionIsForThisMachineOnly()
    {
        for (const char *good :
             {"https://medialive.example", "http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:80"})
            QVERIFY2(!endpointFault(QString::fromLatin1(good)), good);
        for (const char *bad :
             {"", "medialive", "http://10.0.0.1", "http://example.com", "ftp://127.0.0.1", "https://user:word@host",
              "https://host/?a=b", "https://host/#f", "http://127.0.0.1.example.com", "file:///etc/passwd"})
            QVERIFY2(endpointFault(QString::fromLatin1(bad)).has_value(), bad);
    }

    void theCatalogueKnowsItsProvidersAndTheirSettings()
    {
        QVERIFY(encoderProvider(QStringLiteral("medialive")));
        QVERIFY(audienceSource(QStringLiteral("mux")));
        QVERIFY(!encoderProvider(QStringLiteral("mux")));
        QVERIFY(!audienceSource(QString()));
        for (const SettingRule &rule : encoderProvider(QStringLiteral("medialive"))->settings) {
            if (rule.name == QLatin1String("region")) {
                QVERIFY(!rule.fault(QStringLiteral("eu-west-1")));
                QVERIFY(!rule.fault(QStringLiteral("us-gov-west-1")));
                QVERIFY(rule.fault(QStringLiteral("Ireland")));
                QVERIFY(rule.fault(QStringLiteral("eu-west-1.evil.example/")));
            } else if (rule.name == QLatin1String("channel")) {
                QVERIFY(!rule.fault(QStringLiteral("1000001")));
                QVERIFY(rule.fault(QStringLiteral("1000001/stop")));
                QVERIFY(rule.fault(QString()));
            }
        }
        QVERIFY(!muxFilterFault(QStringLiteral("video_title:Final")));
        QVERIFY(muxFilterFault(QStringLiteral("mood:good")));
        QVERIFY(muxFilterFault(QStringLiteral("video_title")));
    }

    void credentialsAreNamedWhenTheyAreMissingAndNeverShown()
    {
        QProcessEnvironment environment;
        QCOMPARE(awsCredentials(environment).error().subject, QStringLiteral("AWS_ACCESS_KEY_ID"));
        environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKID"));
        environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("hush\nhush"));
        const auto broken = awsCredentials(environment);
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, Error::Kind::Credentials);
        QVERIFY(
            !(broken.error().text() + broken.error().advice + broken.error().detail).contains(QStringLiteral("hush")));
        environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("hush"));
        QCOMPARE(awsCredentials(environment)->secretKey, QByteArray("hush"));
        QVERIFY(awsCredentials(environment)->sessionToken.isEmpty());
        QVERIFY(!muxCredentials(environment));
        QVERIFY(!secretFromEnvironment(QStringLiteral("SRT_PASSPHRASE"), environment));
        environment.insert(QStringLiteral("SRT_PASSPHRASE"), QStringLiteral("a pass phrase"));
        QCOMPARE(secretFromEnvironment(QStringLiteral("SRT_PASSPHRASE"), environment).value(),
                 QStringLiteral("a pass phrase"));
    }
};

QTEST_GUILESS_MAIN(ProviderAnswersTest)
#include "provider_answers_test.moc"

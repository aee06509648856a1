// The catalogue's MediaConnect adapter against the rehearsal's MediaConnect: a flow is started, its sources are judged,
// the other one is preferred, and it is stopped again.

#include "cloud/catalogue.h"
#include "cloud/sandbox/sandbox_server.h"

#include "cloud/await.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace gantry::cloud;
using namespace gantry::test;
using namespace std::chrono_literals;

namespace {

const QString kFlow = QStringLiteral("arn:aws:mediaconnect:eu-west-1:000000000000:flow:1-rehearsal-1:rehearsal");
const QByteArray kPicture = QByteArray("\xff\xd8\xff", 3) + "picture";

struct Room
{
    std::chrono::milliseconds time{0};
    SandboxServer sandbox;
    QNetworkAccessManager network;
    std::unique_ptr<EncoderProvider> flow;

    explicit Room(bool running = true)
        : sandbox({.fast = true,
                   .running = running,
                   .accessKey = "AKIDEXAMPLE",
                   .secretKey = "secret",
                   .thumbnail = [](const QString &source) { return source == u"A" ? kPicture : QByteArray(); },
                   .steadyClock = [this] { return time; },
                   .wallClock = [this] { return QDateTime::currentDateTimeUtc().addMSecs(time.count()); }})
    {
        const auto port = sandbox.start();
        Q_ASSERT(port);
        qputenv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        qputenv("AWS_SECRET_ACCESS_KEY", "secret");
        qunsetenv("AWS_SESSION_TOKEN");
        const QString endpoint = sandbox.endpoint().toString();
        auto made = encoderProvider(QStringLiteral("mediaconnect"))
                        ->make({{QStringLiteral("region"), QStringLiteral("eu-west-1")},
                                {QStringLiteral("flow"), kFlow},
                                {QStringLiteral("endpoint"), endpoint},
                                {QStringLiteral("metrics_endpoint"), endpoint},
                                {QStringLiteral("metrics"), QStringLiteral("10")}},
                               network);
        if (made)
            flow = *std::move(made);
        else
            qWarning("%s", qPrintable(made.error().text() + made.error().advice));
    }
    EncoderSample poll()
    {
        return await<EncoderSample>([this](auto answer) { flow->poll(std::move(answer)); }).value_or(EncoderSample{});
    }
    EncoderSample later(std::chrono::milliseconds after)
    {
        time += after;
        return poll();
    }
    CommandAnswer send(Verb verb, const QString &input = {})
    {
        Command command;
        command.verb = verb;
        command.input = input;
        command.token = QStringLiteral("token");
        return await<CommandAnswer>([&](auto answer) { flow->send(command, std::move(answer)); })
            .value_or(tl::unexpected(Error{}));
    }
};

const InputSample *inputOf(const EncoderSample &sample, const char *name)
{
    for (const InputSample &input : sample.inputHealth) {
        if (input.name == QLatin1String(name))
            return &input;
    }
    return nullptr;
}

} // namespace

class MediaConnectSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlowIsReadWithItsSources()
    {
        Room room;
        const EncoderSample sample = room.poll();
        QVERIFY2(!sample.failure, sample.failure ? qPrintable(sample.failure->text()) : "");
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.providerState, QStringLiteral("ACTIVE"));
        QCOMPARE(sample.inputs, (std::vector<QString>{QStringLiteral("A"), QStringLiteral("B")}));
        QCOMPARE(sample.preferredInput, std::optional(QStringLiteral("A")));
    }

    void theOtherSourceIsPreferredAndSoItGoesOut()
    {
        Room room;
        QCOMPARE(room.sandbox.onAir(SandboxServer::Output::MediaConnect).input, QStringLiteral("A"));
        const CommandAnswer answer = room.send(Verb::PreferInput, QStringLiteral("B"));
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(room.poll().state, EncoderState::Changing);
        const EncoderSample sample = room.later(2s);
        QCOMPARE(sample.state, EncoderState::Running);
        QCOMPARE(sample.preferredInput, std::optional(QStringLiteral("B")));
        QCOMPARE(room.sandbox.onAir(SandboxServer::Output::MediaConnect).input, QStringLiteral("B"));
        QCOMPARE(room.send(Verb::PreferInput, QStringLiteral("C")).error().kind, Error::Kind::Invalid);
    }

    void aFlowIsStoppedAndStartedAndASecondTimeIsRefused()
    {
        Room room;
        QVERIFY(room.send(Verb::Stop));
        QCOMPARE(room.poll().state, EncoderState::Stopping);
        QCOMPARE(room.later(2s).state, EncoderState::Idle);
        QVERIFY(!room.send(Verb::Stop));
        QVERIFY(room.send(Verb::Start));
        QCOMPARE(room.later(5s).state, EncoderState::Running);
    }

    void aSourceThatIsLostIsSeenInItsFigures()
    {
        Room room;
        SandboxFault loss;
        loss.kind = SandboxFault::Kind::InputLoss;
        loss.input = QStringLiteral("A");
        room.sandbox.addFault(loss);
        const EncoderSample sample = room.later(180s); // CloudWatch counts minutes
        const InputSample *lost = inputOf(sample, "A");
        const InputSample *other = inputOf(sample, "B");
        QVERIFY(lost && other);
        QCOMPARE(lost->connected, std::optional(false));
        QCOMPARE(other->connected, std::optional(true));
        QCOMPARE(other->active, std::optional(true));
    }

    void itsPictureIsThatOfTheSourceThatGoesOut()
    {
        Room room;
        const auto picture = [&room] {
            return await<Result<EncoderThumbnail>>(
                       [&room](auto answer) { room.flow->thumbnail({}, std::move(answer)); })
                .value_or(tl::unexpected(Error{}));
        };
        const auto first = picture();
        QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().detail));
        QCOMPARE(first->image, kPicture);
        QVERIFY(first->taken);
        QVERIFY(room.send(Verb::PreferInput, QStringLiteral("B")));
        room.later(2s);
        QVERIFY(picture()->image.isEmpty());
    }

    void aPermissionThatIsMissingSaysWhichOne()
    {
        Room room;
        SandboxFault denied;
        denied.kind = SandboxFault::Kind::Denied;
        denied.calls = SandboxFault::Calls::Commands;
        room.sandbox.addFault(denied);
        const CommandAnswer answer = room.send(Verb::Stop);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Refused);
        QVERIFY2(answer.error().advice.contains(QStringLiteral("mediaconnect:StopFlow")),
                 qPrintable(answer.error().advice));
        QVERIFY(!room.poll().failure);
    }
};

QTEST_GUILESS_MAIN(MediaConnectSandboxTest)
#include "mediaconnect_sandbox_test.moc"

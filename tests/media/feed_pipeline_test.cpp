#include "media/feed_pipeline.h"

#include "media/input/srt_input.h"
#include "media/output/srt_output.h"
#include "media/output/test_feed.h"
#include "support/media_loopback.h"

#include <QGuiApplication>
#include <QTest>

#include <csignal>
#include <random>
#include <sys/wait.h>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

// A rehearsal sender on a thread of its own, until it goes out of scope.
class Sender
{
public:
    explicit Sender(
        std::uint16_t port, const std::function<void(TestFeedSettings &)> &change = [](TestFeedSettings &) {})
    {
        TestFeedSettings settings;
        settings.name = QStringLiteral("CAM 1");
        settings.address = caller(port);
        settings.size = {320, 180};
        settings.videoKilobits = 500;
        change(settings);
        m_thread = std::thread([this, settings] { m_result = sendTestFeed(settings, m_stop); });
    }
    Sender(const Sender &) = delete;
    Sender &operator=(const Sender &) = delete;
    ~Sender()
    {
        m_stop.store(true);
        m_thread.join();
        if (!m_result)
            qFatal("the test feed failed: %s", qPrintable(m_result.error().text()));
    }

private:
    std::atomic<bool> m_stop{false};
    Result<void> m_result;
    std::thread m_thread;
};

struct Room
{
    std::uint16_t port = freeUdpPort();
    Notebook notes;
    std::shared_ptr<FrameSlot> slot = std::make_shared<FrameSlot>();
    FrameReader reader{slot, {QSize(160, 90)}};
    std::unique_ptr<FeedPipeline> pipeline;

    explicit Room(SrtAddress address = {})
    {
        if (address.port == 0)
            address = listener(port);
        port = address.port;
        pipeline = std::make_unique<FeedPipeline>(QStringLiteral("CAM 1"), std::make_unique<SrtInput>(address),
                                                  FeedSettings{}, slot, notes);
        pipeline->start();
    }
    bool until(SignalState signal, std::chrono::milliseconds atMost) const
    {
        return waitUntil([&] { return notes.picture().signal == signal; }, atMost);
    }
};

// Set in the child that the test of a killed sender starts.
constexpr const char *senderPort = "GANTRY_TEST_SENDER_PORT";

} // namespace

class FeedPipelineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPictureIsInTheSlotWithinTwoSecondsOfConnecting()
    {
        Room room;
        Sender sender(room.port);
        QVERIFY(waitUntil([&] { return room.notes.link().state == LinkState::Connected; }, 3s));
        const auto connected = Clock::now();
        QVERIFY(waitUntil([&] { return room.slot->peek() != nullptr; }, 2s));
        QVERIFY(Clock::now() - connected < 2s);
        const auto frame = room.reader.newest();
        QCOMPARE(frame->picture.size(), QSize(160, 90));
        QCOMPARE(frame->sourceSize, QSize(320, 180));
        QVERIFY(frame->number >= 1);
        QVERIFY(room.until(SignalState::Live, 1s));
    }
    void everythingAboutAFeedIsMeasured()
    {
        Room room;
        Sender sender(room.port);
        QVERIFY(waitUntil(
            [&] {
                return room.notes.transport().streams.size() == 2 && room.notes.sound().momentaryLufs &&
                       room.notes.picture().decoded > 20 && room.notes.link().total.received > 10;
            },
            6s));
        QCOMPARE(room.notes.transport().streams.at(0).codec, QStringLiteral("H.264"));
        QCOMPARE(room.notes.transport().streams.at(1).codec, QStringLiteral("AAC"));
        QVERIFY(room.notes.transport().recognised);
        QCOMPARE(room.notes.transport().continuityErrors, std::uint64_t(0));
        QVERIFY(room.notes.transport().rate.value > 50000);
        const auto picture = room.notes.picture();
        QCOMPARE(picture.format->codec, QStringLiteral("H.264"));
        QCOMPARE(picture.format->framesPerSecond, 25.0);
        QCOMPARE(picture.decoder, QStringLiteral("software"));
        QCOMPARE(picture.decodeErrors, std::uint64_t(0));
        QVERIFY(picture.age.value() < 1s);
        const auto sound = room.notes.sound();
        QVERIFY(sound.present);
        QCOMPARE(sound.codec, QStringLiteral("AAC"));
        QCOMPARE(sound.peakDbfs.size(), std::size_t(2));
        QVERIFY(sound.peakDbfs.at(0) > -30 && sound.peakDbfs.at(0) < -10);
        const auto link = room.notes.link();
        QCOMPARE(link.connections, 1U);
        QVERIFY(link.roundTrip);
        QVERIFY(!link.fault);
    }
    void aFeedOfSoundAloneIsAudioOnly()
    {
        Room room;
        Sender sender(room.port, [](TestFeedSettings &settings) { settings.video = false; });
        QVERIFY(room.until(SignalState::AudioOnly, 5s));
        QVERIFY(waitUntil([&] { return room.notes.sound().present; }, 2s));
        QVERIFY(!room.slot->peek());
    }
    void aFeedWithoutSoundIsLiveAndSaysSo()
    {
        Room room;
        Sender sender(room.port, [](TestFeedSettings &settings) { settings.audio = false; });
        QVERIFY(room.until(SignalState::Live, 5s));
        QVERIFY(waitUntil([&] { return !room.notes.sounds().empty(); }, 3s));
        QVERIFY(!room.notes.sound().present);
    }
    void randomBytesAreConnectedAndNotATransportStream()
    {
        Room room;
        SrtOutput output(caller(room.port));
        std::mt19937 random(1);
        std::vector<std::byte> message(1316);
        QVERIFY(waitUntil(
            [&] {
                output.keepUp(Clock::now());
                for (std::byte &byte : message)
                    byte = std::byte(random() & 0xffU);
                if (output.isConnected())
                    output.send(message);
                return room.notes.transports().size() >= 2;
            },
            6s));
        QCOMPARE(room.notes.link().state, LinkState::Connected);
        QVERIFY(!room.notes.transport().recognised);
        QVERIFY(room.notes.transport().rate.value > 0);
        QCOMPARE(room.notes.picture().signal, SignalState::Waiting);
        QCOMPARE(room.notes.picture().waitingFor, WaitingFor::TransportStream);
    }
    void aSenderThatStopsIsNoSignalAndComesBack()
    {
        Room room;
        {
            Sender sender(room.port);
            QVERIFY(room.until(SignalState::Live, 4s));
        }
        QVERIFY(room.until(SignalState::NoSignal, 1500ms));
        QVERIFY(waitUntil([&] { return room.notes.link().fault.has_value(); }, 1s));
        QCOMPARE(room.notes.link().fault->kind, Error::Kind::ConnectionLost);
        Sender sender(room.port);
        QVERIFY(room.until(SignalState::Live, 4s));
        QCOMPARE(room.notes.link().connections, 2U);
        QVERIFY(!room.notes.link().fault);
    }
    // SIGKILL sends no goodbye: libsrt goes on believing in the connection for five seconds.
    void aKilledSenderIsNoSignalWithinASecondAndItsSuccessorIsTaken()
    {
        Room room;
        // The child must not share threads with this process: it runs this program again.
        const QByteArray program = QCoreApplication::applicationFilePath().toLocal8Bit();
        const QByteArray port = QByteArray::number(room.port);
        const pid_t child = ::fork();
        if (child == 0) {
            ::setenv(senderPort, port.constData(), 1);
            ::execl(program.constData(), program.constData(), nullptr);
            ::_exit(127);
        }
        QVERIFY(room.until(SignalState::Live, 10s));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(room.until(SignalState::NoSignal, 2500ms));
        const auto pictures = room.notes.pictures();
        const auto state = pictures.back().sample;
        QVERIFY2(state.age.value() >= 1000ms && state.age.value() < 1400ms,
                 qPrintable(QString::number(state.age->count())));
        QVERIFY(state.inState < 200ms);
        QCOMPARE(room.notes.link().state, LinkState::Connected); // as libsrt sees it
        const auto back = Clock::now();
        Sender successor(room.port);
        QVERIFY(room.until(SignalState::Live, 4s));
        QVERIFY(Clock::now() - back < 3500ms);
        QCOMPARE(room.notes.link().connections, 2U);
    }
    void aCallingFeedFindsAListenerThatAppearsLater()
    {
        // The listening end is a plain SRT input here: what matters is that the caller goes on trying.
        const auto port = freeUdpPort();
        Room room(caller(port));
        QVERIFY(waitUntil([&] { return room.notes.link().state == LinkState::Failed; }, 5s));
        QCOMPARE(room.notes.link().fault->kind, Error::Kind::Refused); // the computer says that nobody has the port
        Room other(listener(port));
        QVERIFY(waitUntil([&] { return room.notes.link().state == LinkState::Connected; }, 8s));
        QVERIFY(!room.notes.link().fault);
    }
    void aListenerOnABusyPortSaysSoAndHeals()
    {
        auto first = std::make_unique<Room>();
        QVERIFY(waitUntil([&] { return !first->notes.links().empty(); }, 2s));
        Room second(listener(first->port));
        QVERIFY(waitUntil([&] { return second.notes.link().fault.has_value(); }, 3s));
        QCOMPARE(second.notes.link().state, LinkState::Failed);
        QCOMPARE(second.notes.link().fault->kind, Error::Kind::PortInUse);
        first.reset();
        QVERIFY(waitUntil([&] { return second.notes.link().state == LinkState::Waiting; }, 6s));
        QVERIFY(!second.notes.link().fault);
    }
    void aListenerShowsWhyACallerWasRefused()
    {
        auto address = listener(freeUdpPort());
        address.passphrase = "canary-secret-1";
        Room room(address);
        Sender sender(room.port);
        QVERIFY(waitUntil([&] { return room.notes.link().fault.has_value(); }, 3s));
        QCOMPARE(room.notes.link().state, LinkState::Failed);
        QCOMPARE(room.notes.link().fault->kind, Error::Kind::WrongPassphrase);
    }
    void itEndsWithin300MillisecondsInEveryState()
    {
        const auto timeToEnd = [](Room &room) {
            const auto begun = Clock::now();
            room.pipeline.reset();
            return Clock::now() - begun;
        };
        Room waiting;
        QVERIFY(waitUntil([&] { return !waiting.notes.links().empty(); }, 2s));
        QVERIFY(timeToEnd(waiting) < 300ms);
        Room calling(caller(freeUdpPort()));
        QVERIFY(waitUntil([&] { return calling.notes.link().state == LinkState::Connecting; }, 2s));
        QVERIFY(timeToEnd(calling) < 300ms);
        Room live;
        Sender sender(live.port);
        QVERIFY(live.until(SignalState::Live, 4s));
        QVERIFY(timeToEnd(live) < 300ms);
        FeedPipeline neverStarted(QStringLiteral("CAM"), std::make_unique<SrtInput>(listener(1)), {}, live.slot,
                                  live.notes);
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv); // the test feed paints text
    const int port = qEnvironmentVariableIntValue(senderPort);
    if (port > 0) {
        const Sender sender{std::uint16_t(port)};
        for (;;)
            ::pause();
    }
    FeedPipelineTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "feed_pipeline_test.moc"

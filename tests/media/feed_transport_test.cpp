// What a feed says about its transport, over an input of our own.

#include "media/feed_pipeline.h"

#include "media/input/srt_address.h"
#include "support/media_loopback.h"
#include "support/program_stream.h"
#include "support/splice_sections.h"

#include <QTest>

#include <condition_variable>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace gantry::media::packets;
using namespace std::chrono_literals;

namespace {

// Four seconds of a program whose sender loses a packet and gives the same command three times.
Bytes faultyProgram()
{
    Bytes all;
    TsMonitor unused;
    ProgramStream stream;
    stream.lastChange = [&all](Bytes packet) {
        append(all, packet);
        return packet;
    };
    const Bytes cue = sectionPackets(ProgramStream::cuePid, spliceNow(1, true));
    for (unsigned second = 0; second < 4; ++second) {
        stream.play(unused, 1000, [](Slot &slot) { slot.lost = slot.number == 510; });
        if (second == 3)
            break;
        Bytes repeated = cue;
        repeated[3] |= std::byte(second);
        append(all, repeated);
    }
    return all;
}

// Gives seven packets every seven milliseconds, as fast as they are meant, and then nothing more.
class PacedInput final : public MediaInput
{
public:
    explicit PacedInput(bool senders) : m_senders(senders) {}

    bool isSendersTransport() const override { return m_senders; }
    Result<bool> step() override { return true; }
    bool isConnecting() const override { return false; }
    Result<std::size_t> read(std::span<std::byte> into) override
    {
        std::unique_lock lock(m_mutex);
        m_due += 7ms;
        m_never.wait_until(lock, m_due);
        const std::size_t size = std::min<std::size_t>(1316, m_bytes.size() - m_sent);
        std::copy_n(m_bytes.begin() + std::ptrdiff_t(m_sent), size, into.begin());
        m_sent += size;
        return size;
    }
    bool takeReplaced() override { return false; }
    std::optional<Error> takeTurnedAway() override { return {}; }
    void measure(LinkSample &) override {}
    void close() override {}

private:
    const bool m_senders;
    const Bytes m_bytes = faultyProgram();
    std::size_t m_sent = 0;
    std::mutex m_mutex;
    std::condition_variable m_never;
    std::chrono::steady_clock::time_point m_due = std::chrono::steady_clock::now();
};

struct Feed
{
    Notebook notes;
    FeedPipeline pipeline;

    explicit Feed(bool senders, const FeedSettings &settings = {})
        : pipeline(QStringLiteral("CAM 1"), std::make_unique<PacedInput>(senders), settings,
                   std::make_shared<FrameSlot>(), notes)
    {
        pipeline.start();
    }
};

} // namespace

class FeedTransportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheSenderGotWrongIsCounted()
    {
        Feed feed(true);
        QVERIFY(waitUntil([&] { return feed.notes.transport().packets > 2000; }, 20s));
        const TransportSample sample = feed.notes.transport();
        QCOMPARE(sample.continuityErrors, std::uint64_t(1));
        QVERIFY(sample.errors && sample.pcrJitter);
        QCOMPARE(sample.errors->crc, std::uint64_t(0));
        QCOMPARE(sample.program.value(), std::uint16_t(1));
        QVERIFY(sample.streams.at(0).rate.value > 10'000);
    }
    void aWrappingOfOurOwnSaysNothingAboutTheSender()
    {
        Feed feed(false);
        QVERIFY(waitUntil([&] { return feed.notes.transport().streams.size() == 3; }, 20s));
        for (const auto &entry : feed.notes.transports())
            QVERIFY(!entry.sample.errors && !entry.sample.pcrJitter);
        QVERIFY(feed.notes.transport().recognised);
    }
    void aCommandThatIsRepeatedIsSeenOnce()
    {
        Feed feed(true);
        QVERIFY(waitUntil([&] { return feed.notes.transport().packets > 3100; }, 20s));
        QCOMPARE(feed.notes.cues().size(), std::size_t(1));
        QVERIFY(feed.notes.cues()[0].sample.immediate);
        QCOMPARE(feed.notes.cues()[0].sample.eventId.value(), 1U);
    }
    void aProgramThatIsNotThereIsSaid()
    {
        FeedSettings settings;
        settings.program = 4;
        Feed feed(true, settings);
        QVERIFY(waitUntil([&] { return feed.notes.transport().programs.has_value(); }, 20s));
        QVERIFY(feed.notes.transport().programs == std::vector<std::uint16_t>{1});
        QCOMPARE(feed.notes.transport().program.value(), std::uint16_t(4));
        QVERIFY(feed.notes.transport().streams.empty());
    }
};

QTEST_GUILESS_MAIN(FeedTransportTest)
#include "feed_transport_test.moc"

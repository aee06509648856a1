// A whole feed on a scripted GPU: what its samples say about where it is decoded. In real time, without a network.

#include "media/feed_pipeline.h"
#include "media/gpu/gpu_decoding.h"
#include "media/input/srt_address.h"
#include "media/output/ts_encoder.h"

#include "support/media_loopback.h"
#include "support/scripted_gpu.h"

#include <QTest>

#include <condition_variable>
#include <cstring>
#include <deque>

using namespace gantry::media;
using namespace gantry::media::loopback;
using namespace gantry::media::scripted;
using namespace std::chrono_literals;

namespace {

constexpr auto period = 40ms;
constexpr int pictures = 25; // one round, then the same again

// Flat pictures of 25 colours a second, looped: what an encoder made of each, as messages.
std::vector<std::deque<std::vector<std::byte>>> encodedPictures()
{
    std::vector<std::deque<std::vector<std::byte>>> all;
    TsEncoder::Settings settings;
    settings.size = {320, 180};
    settings.audio = false;
    auto encoder = TsEncoder::open(
        settings, [&](std::span<const std::byte> bytes) { all.back().emplace_back(bytes.begin(), bytes.end()); });
    for (int i = 0; encoder && i < 10 * pictures; ++i) {
        QImage image(settings.size, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(i % pictures * 14, 200, 200));
        all.emplace_back();
        (*encoder)->video(image, i, i % pictures == 0);
    }
    return all;
}

// Connected at once; gives each picture when its time has come.
class LoopInput final : public MediaInput
{
public:
    Result<bool> step() override { return true; }
    bool isConnecting() const override { return false; }
    Result<std::size_t> read(std::span<std::byte> into) override
    {
        if (m_waiting.empty()) {
            std::unique_lock lock(m_mutex);
            m_never.wait_until(lock, m_next);
            m_next += period;
            m_waiting = m_pictures[m_at++ % m_pictures.size()];
        }
        if (m_waiting.empty())
            return std::size_t(0);
        const std::vector<std::byte> message = std::move(m_waiting.front());
        m_waiting.pop_front();
        std::memcpy(into.data(), message.data(), message.size());
        return message.size();
    }
    bool takeReplaced() override { return false; }
    std::optional<Error> takeTurnedAway() override { return std::nullopt; }
    void measure(LinkSample &) override {}
    void close() override {}

private:
    const std::vector<std::deque<std::vector<std::byte>>> m_pictures = encodedPictures();
    std::deque<std::vector<std::byte>> m_waiting;
    std::size_t m_at = 0;
    std::chrono::steady_clock::time_point m_next = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    std::condition_variable m_never;
};

struct Feed
{
    Notebook notebook;
    FeedPipeline pipeline;

    Feed(GpuDecoding *gpu, FeedSettings::Decoding decoding = FeedSettings::Decoding::Auto)
        : pipeline(QStringLiteral("CAM 1"), std::make_unique<LoopInput>(), FeedSettings{.decoding = decoding},
                   std::make_shared<FrameSlot>(), notebook, gpu)
    {
        pipeline.start();
    }
    bool isDecodedBy(const char *backend, std::chrono::milliseconds within)
    {
        return waitUntil(
            [&] {
                const PictureState state = notebook.picture();
                return state.signal == SignalState::Live && state.decoder == QLatin1String(backend);
            },
            within);
    }
};

} // namespace

class GpuFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { scripted::begin(); }

    void aLostDeviceFallsToSoftwareWithinThreeSecondsWithARecord()
    {
        GpuDecoding gpu(scripted::table);
        Feed feed(&gpu);
        QVERIFY(feed.isDecodedBy("First", 10s)); // at the second key picture at the latest
        const auto lost = std::chrono::steady_clock::now();
        script(0).gone = true;
        QVERIFY(feed.isDecodedBy("software", 10s));
        // The state that says so is one of the feed's own samples, which a room writes into its session.
        for (const auto &entry : feed.notebook.pictures()) {
            if (entry.at > lost && entry.sample.decoder == QStringLiteral("software")) {
                QVERIFY2(entry.at - lost < 3s, "too late");
                QVERIFY(entry.sample.decoderNote->startsWith(QStringLiteral("First: it ")));
                break;
            }
        }
        QVERIFY(waitUntil([&] { return feed.notebook.picture().decoderNote == QStringLiteral("First: it was lost."); },
                          5s));
    }

    void theReasonWhyThereIsNoFasterDecoderIsInEverySample()
    {
        script(0).noDevice = script(1).noDevice = QStringLiteral("this machine has no such device.");
        GpuDecoding gpu(scripted::table);
        Feed feed(&gpu);
        QVERIFY(feed.isDecodedBy("software", 10s));
        QVERIFY(waitUntil(
            [&] {
                return feed.notebook.picture().decoderNote ==
                       QStringLiteral("First, Second: this machine has no such device.");
            },
            5s));
    }

    void softwareInTheSettingsSwitchesGpusOff()
    {
        GpuDecoding gpu(scripted::table);
        Feed feed(&gpu, FeedSettings::Decoding::Software);
        QVERIFY(feed.isDecodedBy("software", 10s));
        QVERIFY(!feed.notebook.picture().decoderNote);
        QCOMPARE(script(0).openings.load(), 0);
    }
};

QTEST_GUILESS_MAIN(GpuFeedTest)
#include "gpu_feed_test.moc"

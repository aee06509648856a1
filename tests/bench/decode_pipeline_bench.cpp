// What one feed costs from its bytes to decoded pictures, against `ffmpeg -threads 1 -f null -` on the same file.
// What ffmpeg takes to start is not counted. The bytes come from memory at three times their speed, a picture at a
// time, so that threads wake as they do live.

#include "bench/bench_support.h"
#include "bench/paced_clip.h"
#include "media/decode/unit_queue.h"
#include "media/feed_decoder.h"
#include "media/feed_load.h"
#include "media/feed_receiver.h"

#include <QCoreApplication>

#include <atomic>
#include <cstring>
#include <thread>

using namespace gantry;
using namespace gantry::media;
using namespace std::chrono_literals;

namespace {

constexpr int rounds = 5;
constexpr int speed = 3;
constexpr double limitWithout = 1.03;
constexpr double limitWith = 1.10;

// A connection that delivers a clip once, at `speed` times its own and never more than a few pictures ahead of the
// decoder: on a busy machine it slows down instead of making the feed fall behind.
class ClipInput final : public MediaInput
{
public:
    ClipInput(const std::vector<bench::Burst> &bursts, FeedMeasures &measures) : m_bursts(bursts), m_measures(measures)
    {
    }

    bool isDone() const { return m_done.load(); }

    Result<bool> step() override
    {
        m_next = std::chrono::steady_clock::now();
        return true;
    }
    bool isConnecting() const override { return false; }
    Result<std::size_t> read(std::span<std::byte> into) override
    {
        if (m_burst == m_bursts.size()) {
            m_done.store(true);
            bench::waitFor(longestWait);
            return std::size_t(0);
        }
        const bench::Burst &burst = m_bursts[m_burst];
        if (m_message == 0 && m_burst > 0) {
            m_next += (burst.due - m_bursts[m_burst - 1].due) / speed;
            bench::waitUntil(m_next);
            for (int i = 0; i < 1000; ++i) {
                const auto now = std::chrono::steady_clock::now();
                if (m_measures.picture(now).decoded + 6 > m_burst)
                    break;
                m_next = now + 2ms;
                bench::waitUntil(m_next);
            }
        }
        const auto message = burst.messages[m_message];
        std::memcpy(into.data(), message.data(), message.size());
        if (++m_message == burst.messages.size()) {
            m_message = 0;
            ++m_burst;
        }
        return message.size();
    }
    bool takeReplaced() override { return false; }
    std::optional<Error> takeTurnedAway() override { return std::nullopt; }
    void measure(LinkSample &) override {}
    void close() override {}

private:
    const std::vector<bench::Burst> &m_bursts;
    FeedMeasures &m_measures;
    std::atomic<bool> m_done{false};
    std::chrono::steady_clock::time_point m_next;
    std::size_t m_burst = 0;
    std::size_t m_message = 0;
};

class Silent final : public FeedObserver
{
public:
    void linkSampled(const LinkSample &) override {}
    void transportSampled(const TransportSample &) override {}
    void pictureSampled(const PictureState &) override {}
    void audioSampled(const AudioLevels &) override {}
    void cueSeen(const SpliceCue &) override {}
};

double ffmpegTakes(const QString &path, const QStringList &further)
{
    QStringList command = QStringLiteral("ffmpeg -nostdin -threads 1 -i").split(QLatin1Char(' '));
    command += path;
    command += further;
    command += QStringLiteral("-f null -").split(QLatin1Char(' '));
    return bench::Child(command).finish();
}

// The two threads of FeedPipeline, with a view of what has been decoded.
double gantryTakes(const std::vector<bench::Burst> &bursts, bool measured, std::uint64_t &decoded)
{
    const auto slot = std::make_shared<FrameSlot>();
    FeedSettings settings;
    settings.measured = measured;
    settings.decoding = FeedSettings::Decoding::Software;
    Silent silent;
    UnitQueue queue(4 * 1024 * 1024);
    FeedMeasures measures(slot, std::chrono::steady_clock::now(), settings);
    SoundJack jack;
    LoadGauge gauge;
    ClipInput input(bursts, measures);
    std::atomic<bool> stop{false};
    const double before = bench::cpuSeconds();
    std::thread decoder([&] { FeedDecoder(queue, measures, jack, settings, nullptr, nullptr, gauge).run(); });
    std::thread receiver([&] { FeedReceiver(input, queue, measures, settings, silent).run(stop); });
    while (!input.isDone())
        bench::waitFor(50ms);
    bench::waitFor(300ms);
    decoded = measures.picture(std::chrono::steady_clock::now()).decoded;
    stop.store(true);
    queue.close();
    receiver.join();
    decoder.join();
    return bench::cpuSeconds() - before;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::printf("CPU seconds per feed-second, medians of %d alternating runs; no drawing\n", rounds);
    std::printf("%-14s %8s %20s %20s %9s\n", "", "ffmpeg", "without measures", "with measures", "decoded");
    for (const bench::Profile &profile : bench::profiles) {
        const QString path = bench::clipOf(profile);
        const QByteArray clip = bench::bytesOf(path);
        const auto bursts = bench::burstsOf(clip);
        if (bursts.empty()) {
            std::printf("%-14s this ffmpeg cannot make it\n", profile.name);
            continue;
        }
        std::vector<double> peer;
        std::vector<double> without;
        std::vector<double> with;
        std::uint64_t decoded = 0;
        for (int round = 0; round < rounds; ++round) {
            peer.push_back(ffmpegTakes(path, {}) - ffmpegTakes(path, {QStringLiteral("-t"), QStringLiteral("0")}));
            without.push_back(gantryTakes(bursts, false, decoded));
            with.push_back(gantryTakes(bursts, true, decoded));
        }
        const double base = bench::median(peer);
        const double plain = bench::median(without);
        const double measured = bench::median(with);
        std::printf("%-14s %8.4f %8.4f %.3f <= %.2f %8.4f %.3f <= %.2f %5llu/%zu\n", profile.name,
                    base / bench::clipSeconds, plain / bench::clipSeconds, plain / base, limitWithout,
                    measured / bench::clipSeconds, measured / base, limitWith, static_cast<unsigned long long>(decoded),
                    bursts.size());
        std::fflush(stdout);
    }
    return 0;
}

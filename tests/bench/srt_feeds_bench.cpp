// Live feeds over SRT on this machine, received and decoded: CPU against `ffmpeg -threads 1 -f null -` that receives
// the same, how long after its last packet a picture is in its slot, how soon the first one is there, and what nine
// feeds take of memory and threads. The sender is a process of its own.
//   bench_srt_feeds [cpu] [delay] [nine]

#include "bench/bench_support.h"
#include "bench/paced_clip.h"
#include "media/feed_pipeline.h"
#include "media/input/srt_input.h"
#include "media/output/srt_output.h"

#include <QCoreApplication>

#include <cstring>
#include <memory>

using namespace gantry;
using namespace gantry::media;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int firstPort = 47310;
// Where the peer listens: a port of ours stays bound for a moment after its feed has gone.
constexpr int peerPort = firstPort + 100;
constexpr int rounds = 3;

class Silent final : public FeedObserver
{
public:
    void linkSampled(const LinkSample &) override {}
    void transportSampled(const TransportSample &) override {}
    void pictureSampled(const PictureState &) override {}
    void audioSampled(const AudioLevels &) override {}
    void cueSeen(const SpliceCue &) override {}
};

SrtAddress addressOf(SrtAddress::Mode mode, int port)
{
    SrtAddress address;
    address.mode = mode;
    address.host = QStringLiteral("127.0.0.1");
    address.port = std::uint16_t(port);
    return address;
}

// The child: calls `count` ports and sends each the clip once, in real time, a little apart.
int send(const QString &path, int count, int port)
{
    const QByteArray clip = bench::bytesOf(path);
    const auto bursts = bench::burstsOf(clip);
    std::vector<std::unique_ptr<SrtOutput>> feeds;
    for (int i = 0; i < count; ++i)
        feeds.push_back(std::make_unique<SrtOutput>(addressOf(SrtAddress::Mode::Caller, port + i)));
    for (bool all = false; !all; bench::waitFor(5ms)) {
        all = true;
        for (const auto &feed : feeds) {
            feed->keepUp(Clock::now());
            all = all && feed->isConnected();
        }
    }
    const auto begun = Clock::now() + 100ms;
    for (const bench::Burst &burst : bursts)
        for (std::size_t i = 0; i < feeds.size(); ++i) {
            bench::waitUntil(begun + burst.due + 33ms * i / feeds.size());
            for (const auto message : burst.messages)
                feeds[i]->send(message);
        }
    bench::waitFor(500ms);
    return 0;
}

std::unique_ptr<bench::Child> sender(const QString &path, int count, int port = firstPort)
{
    return std::make_unique<bench::Child>(QStringList{QCoreApplication::applicationFilePath(), QStringLiteral("--send"),
                                                      path, QString::number(count), QString::number(port)});
}

struct Room
{
    Silent silent;
    std::vector<std::shared_ptr<FrameSlot>> slots_;
    std::vector<FrameReader> readers;
    std::vector<std::unique_ptr<FeedPipeline>> feeds;

    Room(int count, bool measured, QSize wanted)
    {
        for (int i = 0; i < count; ++i) {
            slots_.push_back(std::make_shared<FrameSlot>());
            readers.emplace_back(slots_.back(), PictureDemand{wanted});
            FeedSettings settings;
            settings.measured = measured;
            settings.decoding = FeedSettings::Decoding::Software;
            feeds.push_back(std::make_unique<FeedPipeline>(
                QStringLiteral("%1").arg(i + 1),
                std::make_unique<SrtInput>(addressOf(SrtAddress::Mode::Listener, firstPort + i)), settings,
                slots_.back(), silent));
            feeds.back()->start();
        }
    }
    // Not before every feed has a picture; false: one has none.
    bool live() const
    {
        for (const auto end = Clock::now() + 10s; Clock::now() < end; bench::waitFor(2ms))
            if (std::ranges::all_of(slots_, [](const auto &slot) { return slot->peek() != nullptr; }))
                return true;
        return false;
    }
};

constexpr auto settling = 2s;
constexpr auto window = 8s;

double ffmpegTakes(const QString &path)
{
    // It looks half a second ahead, not five: what it held back would be decoded within the window.
    bench::Child ffmpeg(QStringLiteral("ffmpeg -nostdin -threads 1 -analyzeduration 500000 -i "
                                       "srt://127.0.0.1:%1?mode=listener&latency=120000 -f null -")
                            .arg(peerPort)
                            .split(QLatin1Char(' ')));
    const auto sending = sender(path, 1, peerPort);
    bench::waitFor(500ms + settling);
    const double before = ffmpeg.cpuSoFar();
    bench::waitFor(window);
    return (ffmpeg.cpuSoFar() - before) / std::chrono::duration<double>(window).count();
}

double gantryTakes(const QString &path, bool measured)
{
    const Room room(1, measured, {});
    const auto sending = sender(path, 1);
    bench::waitFor(500ms + settling);
    const double before = bench::cpuSeconds();
    bench::waitFor(window);
    return (bench::cpuSeconds() - before) / std::chrono::duration<double>(window).count();
}

void compareCpu()
{
    std::printf("CPU seconds per feed-second over SRT, medians of %d alternating runs; no drawing\n", rounds);
    std::printf("%-14s %8s %24s %24s\n", "", "ffmpeg", "without measures", "with measures");
    for (const bench::Profile &profile : bench::profiles) {
        const QString path = bench::clipOf(profile);
        if (path.isEmpty())
            continue;
        std::vector<double> peer;
        std::vector<double> without;
        std::vector<double> with;
        for (int round = 0; round < rounds; ++round) {
            peer.push_back(ffmpegTakes(path));
            without.push_back(gantryTakes(path, false));
            with.push_back(gantryTakes(path, true));
        }
        const double base = bench::median(peer);
        std::printf("%-14s %8.4f %9.4f %.3f <= 1.03 %9.4f %.3f <= 1.10\n", profile.name, base, bench::median(without),
                    bench::median(without) / base, bench::median(with), bench::median(with) / base);
        std::fflush(stdout);
    }
}

void measureDelay()
{
    std::printf("\ndelay from a picture's last packet to its slot, scaled to 640x360; first picture likewise\n");
    for (const bench::Profile &profile : bench::profiles) {
        const QString path = bench::clipOf(profile);
        if (path.isEmpty())
            continue;
        const Room room(1, false, {640, 360});
        const auto sending = sender(path, 1);
        std::vector<double> delays;
        std::optional<double> first;
        std::uint64_t seen = 0;
        for (const auto end = Clock::now() + 8s; Clock::now() < end; bench::waitFor(200us)) {
            const VideoFramePointer frame = room.slots_[0]->peek();
            if (!frame || frame->number == seen)
                continue;
            seen = frame->number;
            const double delay = std::chrono::duration<double, std::milli>(Clock::now() - frame->arrived).count();
            if (!first)
                first = delay;
            else
                delays.push_back(delay);
        }
        std::printf("%-14s median %5.2f ms <= 5   95 %% %5.2f ms   first picture %5.1f ms <= 100   (%zu pictures)\n",
                    profile.name, bench::median(delays), bench::percentile(delays, 0.95), first.value_or(-1),
                    delays.size());
        std::fflush(stdout);
    }
}

double mebibytesOf(const char *what)
{
    const QByteArray text = bench::bytesOf(QStringLiteral("/proc/self/smaps_rollup"));
    const qsizetype at = text.indexOf(what);
    return at < 0 ? 0
                  : text.mid(at + qsizetype(std::strlen(what)), 24).simplified().split(' ').value(0).toDouble() / 1024;
}

int ownThreads()
{
    int count = 0;
    for (const QString &task : QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QByteArray name = bench::bytesOf(QStringLiteral("/proc/self/task/%1/comm").arg(task));
        count += name.startsWith("rcv ") || name.startsWith("dec ") ? 1 : 0;
    }
    return count;
}

void nineFeeds()
{
    const QString path = bench::clipOf(bench::profiles[0]);
    if (path.isEmpty())
        return;
    const double before = mebibytesOf("\nPss:");
    const Room room(9, false, {426, 240});
    const auto sending = sender(path, 9);
    const bool live = room.live();
    bench::waitFor(6s);
    const double cpu = bench::cpuSeconds();
    bench::waitFor(3s);
    std::printf("\nnine feeds of 720p30, scaled to 426x240%s: %.1f MiB <= 90 (%.1f before), %.1f threads a feed <= 2, "
                "%.3f CPU per feed-second\n",
                live ? "" : " (NOT ALL LIVE)", mebibytesOf("\nPss:"), before, ownThreads() / 9.0,
                (bench::cpuSeconds() - cpu) / 3 / 9);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QStringLiteral("--send"))
        return send(words.value(2), words.value(3).toInt(), words.value(4).toInt());
    const auto wanted = [&](const char *word) {
        return words.size() == 1 || words.contains(QString::fromLatin1(word));
    };
    if (wanted("nine"))
        nineFeeds(); // first, while nothing else has used memory
    if (wanted("delay"))
        measureDelay();
    if (wanted("cpu"))
        compareCpu();
    return 0;
}

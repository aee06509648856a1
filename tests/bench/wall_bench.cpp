// What it costs to look at several SRT feeds, how late the pictures are, and how many are lost, for our wall and for
// what else is installed, in rounds that alternate, so that a drift of the machine falls on all alike. Everything runs
// under an X server of its own, without a GPU.
//   bench_wall [1] [4] [9] [1080] [everything] [bare] [auto] [mpv] [ffplay] [gst-launch-1.0]
//              [--rounds N]

#include "bench/marked_sender.h"
#include "bench/screen_watch.h"
#include "bench/wall_room.h"
#include "bench/wall_viewers.h"

#include <QTemporaryDir>

#include <cmath>
#include <cstring>
#include <map>
#include <thread>

using namespace gantry;
using namespace std::chrono_literals;
using bench::Child;
using bench::Viewer;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto settling = 4s; // of sending, before anything is measured
constexpr auto window = 8s;
constexpr auto lookEvery = 2ms;

struct Load
{
    const char *name;
    int feeds;
    const bench::MarkedProfile &profile;
};
constexpr Load loads[] = {
    {"1", 1, bench::marked720}, {"4", 4, bench::marked720}, {"9", 9, bench::marked720}, {"1080", 4, bench::marked1080}};

struct Limits
{
    double cpu = 0; // times decode-only; 0: none
    double delay = 140;
    double late = 150;
    double mebibytes = 200;
};

Limits limitsOf(const QString &viewer, const QString &load)
{
    if (viewer == QStringLiteral("auto"))
        return {load == QStringLiteral("1") ? 0 : 0.6};
    if (viewer == QStringLiteral("everything"))
        return {load == QStringLiteral("4") ? 1.25 : load == QStringLiteral("1") ? 0 : 1.20};
    return {load == QStringLiteral("4") ? 1.20 : load == QStringLiteral("1") ? 0 : 1.12};
}

struct Figures
{
    double cpu = 0;   // CPU seconds per feed and second
    double times = 0; // of what decoding alone took in the same round; 0: unknown
    double other = 0; // of the rest of the machine, CPU seconds a second
    double server = 0;
    double mebibytes = 0;
    double delay = 0;
    double late = 0; // 95th percentile
    int strips = 0;
    int sent = 0;
    int lost = 0;
    int blind = 0; // looks at the screen that came more than 20 ms after the one before
};

double machineBusy()
{
    const QList<QByteArray> fields =
        bench::bytesOf(QStringLiteral("/proc/stat")).split('\n').value(0).simplified().split(' ');
    double all = 0;
    for (int i = 1; i <= 8; ++i)
        all += fields.value(i).toDouble();
    return (all - fields.value(4).toDouble() - fields.value(5).toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

// Looks at the screen until the time is over. For each strip: when each picture was first there.
class Watch
{
public:
    Watch(const bench::Screen &screen, std::vector<bench::Strip> strips) : m_screen(screen), m_strips(std::move(strips))
    {
        m_seen.resize(m_strips.size());
    }
    void look(Clock::time_point until)
    {
        bench::raiseThread();
        auto last = Clock::now();
        for (auto now = last; now < until; bench::waitUntil(now + lookEvery), now = Clock::now()) {
            m_blind += now - last > 20ms ? 1 : 0;
            last = now;
            for (std::size_t i = 0; i < m_strips.size(); ++i)
                if (const auto picture = m_strips[i].read(m_screen))
                    m_seen[i].try_emplace(*picture, now.time_since_epoch().count());
        }
    }
    void report(const bench::SentTimes &sent, Figures &figures) const
    {
        std::vector<double> delays;
        for (std::size_t i = 0; i < m_seen.size(); ++i) {
            if (m_seen[i].size() < 3)
                continue;
            const int first = m_seen[i].begin()->first; // was there when the looking began
            const int last = m_seen[i].rbegin()->first;
            for (const auto &[picture, at] : m_seen[i])
                if (const std::int64_t then = sent.at(int(i), picture); picture != first && then > 0)
                    delays.push_back(double(at - then) / 1e6);
            figures.sent += last - first + 1;
            figures.lost += last - first + 1 - int(m_seen[i].size());
        }
        figures.delay = bench::median(delays);
        figures.late = bench::percentile(delays, 0.95);
        figures.blind = m_blind;
    }

private:
    const bench::Screen &m_screen;
    std::vector<bench::Strip> m_strips;
    std::vector<std::map<int, std::int64_t>> m_seen;
    int m_blind = 0;
};

std::optional<Figures> measure(const Viewer &viewer, const Load &load, const QString &clip)
{
    const QTemporaryDir folder;
    const bench::Screen screen(bench::screenSize);
    if (screen.display().isEmpty()) {
        std::fprintf(stderr, "Xvfb does not start\n");
        return std::nullopt;
    }
    const QString times = folder.filePath(QStringLiteral("sent"));
    const bench::SentTimes sent(times);
    std::vector<std::unique_ptr<Child>> children;
    for (const QStringList &command : bench::commandsOf(QString::fromLatin1(viewer.name), load.feeds, folder.path()))
        children.push_back(std::make_unique<Child>(
            QStringList{QStringLiteral("env"), QStringLiteral("DISPLAY=") + QString::fromLatin1(screen.display()),
                        QStringLiteral("QT_QPA_PLATFORM=xcb"), QStringLiteral("HOME=") + folder.path(),
                        QStringLiteral("XDG_RUNTIME_DIR=") + folder.path()} +
            command));
    const auto used = [&] {
        double cpu = 0;
        for (const auto &child : children)
            cpu += child->cpuSoFar();
        return cpu;
    };
    Child sender({QCoreApplication::applicationFilePath(), QStringLiteral("--send"), clip, QString::number(load.feeds),
                  QString::number(bench::firstPort), times});
    for (const auto end = Clock::now() + 20s; sent.at(load.feeds - 1, 0) == 0; bench::waitFor(10ms))
        if (Clock::now() > end)
            return std::nullopt; // it does not listen: is it installed?
    bench::waitFor(settling);

    Figures figures;
    std::vector<bench::Strip> strips = viewer.shows ? bench::findStrips(screen) : std::vector<bench::Strip>();
    figures.strips = int(strips.size());
    if (viewer.tiles > 0)
        strips.resize(std::min(strips.size(), std::size_t(viewer.tiles)));
    Watch watch(screen, std::move(strips));
    const double busy = machineBusy();
    const double own = bench::cpuSeconds() + sender.cpuSoFar();
    const double server = screen.serverCpu();
    const double cpu = used();
    const auto begun = Clock::now();
    std::thread([&] { watch.look(begun + window); }).join();
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    const double taken = used() - cpu;
    figures.cpu = taken / seconds / load.feeds;
    figures.server = (screen.serverCpu() - server) / seconds;
    figures.other = (machineBusy() - busy - taken) / seconds - figures.server -
                    (bench::cpuSeconds() + sender.cpuSoFar() - own) / seconds;
    for (const auto &child : children)
        figures.mebibytes += child->mebibytes();
    watch.report(sent, figures);
    return figures;
}

double medianOf(const std::vector<Figures> &all, double Figures::*figure)
{
    std::vector<double> values;
    for (const Figures &each : all)
        values.push_back(each.*figure);
    return bench::median(values);
}

// How far the rounds lie apart: on a machine that is shared a ratio is no better than this.
QString spread(const std::vector<Figures> &all)
{
    const auto [least, most] = std::ranges::minmax(all, {}, &Figures::times);
    return QStringLiteral("%1-%2").arg(least.times, 0, 'f', 2).arg(most.times, 0, 'f', 2);
}

double leastOf(const std::vector<Figures> &all)
{
    return all.empty() ? 0 : std::ranges::min(all, {}, &Figures::cpu).cpu;
}

void print(const QString &viewer, const Load &load, const std::vector<Figures> &all, double least)
{
    if (all.empty()) {
        std::printf("%-14s does not run here\n", qPrintable(viewer));
        return;
    }
    std::printf("%-14s %6.4f %5.2f %9s %5.2f", qPrintable(viewer), medianOf(all, &Figures::cpu),
                medianOf(all, &Figures::times), qPrintable(spread(all)), least > 0 ? leastOf(all) / least : 0);
    int sent = 0;
    int lost = 0;
    int strips = load.feeds;
    int blind = 0;
    for (const Figures &each : all) {
        sent += each.sent;
        lost += each.lost;
        blind += each.blind;
        strips = std::min(strips, each.strips);
    }
    const bool ours = bench::isOurs(viewer);
    const Limits limits = limitsOf(viewer, QString::fromLatin1(load.name));
    const bool hasLimit = ours && limits.cpu > 0;
    std::printf("%s", hasLimit ? qPrintable(QStringLiteral(" <= %1").arg(limits.cpu, 0, 'f', 2)) : "        ");
    if (sent > 0) {
        std::printf("  %6.1f%s %6.1f%s  %5.2f %%", medianOf(all, &Figures::delay), ours ? " <= 140" : "       ",
                    medianOf(all, &Figures::late), ours ? " <= 150" : "       ", 100.0 * lost / sent);
    } else {
        std::printf("  %14s %14s %7s", "", "", "");
    }
    std::printf("  %6.1f%s", medianOf(all, &Figures::mebibytes), ours ? " <= 200" : "       ");
    std::printf("  %5.3f  %5.2f", medianOf(all, &Figures::server), medianOf(all, &Figures::other));
    if (sent > 0 && strips < load.feeds)
        std::printf("  (only %d tiles seen)", strips);
    if (blind > 0)
        std::printf("  (%d looks late)", blind);
    std::printf("\n");
}

void compare(const Load &load, const QStringList &wanted, int rounds)
{
    const QString clip = bench::markedClip(load.profile);
    if (clip.isEmpty()) {
        std::printf("no clip of %s: is ffmpeg with libx264 installed?\n", load.profile.name);
        return;
    }
    std::map<QString, std::vector<Figures>> all;
    QStringList missing;
    for (int round = 0; round < rounds; ++round) {
        double base = 0;
        for (const Viewer &viewer : bench::viewers) {
            const QString name = QString::fromLatin1(viewer.name);
            if (!wanted.contains(name) || missing.contains(name))
                continue;
            if (auto figures = measure(viewer, load, clip)) {
                base = viewer.shows ? base : figures->cpu;
                figures->times = base > 0 ? figures->cpu / base : 0;
                all[name].push_back(*figures);
            } else if (all[name].empty()) {
                missing.append(name);
            }
        }
    }
    std::printf("\n%d x %s, medians of %d rounds of %lld s\n", load.feeds, load.profile.name, rounds,
                static_cast<long long>(window.count()));
    std::printf("%-14s %6s %5s %9s %5s %7s  %14s %14s  %7s  %13s  %5s  %5s\n", "", "CPU", "x", "rounds", "least",
                "limit", "delay ms", "95 %", "lost", "MiB", "X", "other");
    const double least = leastOf(all[QStringLiteral("decode-only")]);
    for (const Viewer &viewer : bench::viewers)
        if (const QString name = QString::fromLatin1(viewer.name); wanted.contains(name))
            print(name, load, all[name], least);
    std::fflush(stdout);
}

bool installed(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 6 && std::strcmp(argv[1], "--wall") == 0) {
        const bench::WallMode mode = std::strcmp(argv[2], "bare") == 0   ? bench::WallMode::Bare
                                     : std::strcmp(argv[2], "auto") == 0 ? bench::WallMode::Auto
                                                                         : bench::WallMode::Everything;
        return bench::runWall(argc, argv, std::atoi(argv[3]), std::atoi(argv[4]), mode,
                              QString::fromLocal8Bit(argv[5]));
    }
    const QCoreApplication application(argc, argv);
    QStringList given = QCoreApplication::arguments().mid(1);
    if (given.value(0) == QStringLiteral("--send"))
        return bench::sendMarked(given.value(1), given.value(2).toInt(), given.value(3).toInt(), given.value(4));
    int rounds = 3;
    if (const qsizetype at = given.indexOf(QStringLiteral("--rounds")); at >= 0) {
        rounds = std::max(1, given.value(at + 1).toInt());
        given.remove(at, std::min<qsizetype>(2, given.size() - at));
    }
    QStringList wanted{QStringLiteral("decode-only")};
    bool anyViewer = false;
    for (const Viewer &viewer : bench::viewers)
        anyViewer = anyViewer || given.contains(QLatin1String(viewer.name));
    for (const Viewer &viewer : bench::viewers) {
        const QString name = QString::fromLatin1(viewer.name);
        if (name != wanted.first() && (anyViewer ? given.contains(name) : viewer.ours || installed(name)))
            wanted.append(name);
    }
    std::printf(
        "CPU: seconds per feed-second, and times decode-only (an ffmpeg a feed, one thread, nothing shown) in the\n"
        "same round: the median of the rounds, the least and the most of them.\n"
        "delay: from a picture's first byte sent to its mark on the screen, SRT's 120 ms included.\n"
        "X: CPU of the X server; other: of the rest of this machine, both in CPU seconds a second.\n");
    bool anyLoad = false;
    for (const Load &load : loads)
        anyLoad = anyLoad || given.contains(QLatin1String(load.name));
    for (const Load &load : loads)
        if (!anyLoad || given.contains(QLatin1String(load.name)))
            compare(load, wanted, rounds);
    return 0;
}

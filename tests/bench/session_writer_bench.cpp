// What recording costs: the samples of an hour with 16 feeds, written as fast as the disk takes them.

#include "app/session/session_writer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace gantry;

namespace {

constexpr int feeds = 16;
constexpr int seconds = 3600;

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("hour.gantry"));
    SessionWriter writer;
    if (!writer.open(path, {QStringLiteral("Bench"), "{}", QStringLiteral("0"), {}, {}})) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        return 1;
    }
    media::AudioLevels sound;
    sound.present = true;
    sound.peakDbfs = {-18.5F, -20.25F};
    RecordNumber number = 0;
    QElapsedTimer timer;
    timer.start();
    const double began = cpuSeconds();
    for (int second = 0; second < seconds; ++second) {
        RecordBatch batch;
        const Instant at{{}, std::chrono::seconds(second)};
        for (int feed = 0; feed < feeds; ++feed) {
            const FeedId id{QStringLiteral("CAM %1").arg(feed + 1)};
            batch.append({++number, at, LinkRecord{id, {}}});
            batch.append({++number, at, TransportRecord{id, {}}});
            batch.append({++number, at, PictureRecord{id, {}}});
            for (int i = 0; i < 5; ++i)
                batch.append({++number, at, AudioRecord{id, sound}});
        }
        writer.append(batch);
        writer.flush();
    }
    const double cpu = cpuSeconds() - began;
    const double wall = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    static_cast<void>(writer.close());
    std::printf("one hour of %d feeds: %lld records, %.1f MiB, %.2f CPU s, %.1f s of time\n", feeds,
                static_cast<long long>(number), static_cast<double>(QFileInfo(path).size()) / 1048576, cpu, wall);
    std::printf("recording is %.0f x faster than the hour lasts and takes %.3f %% of a core while it does\n",
                seconds / wall, cpu / seconds * 100);
    return 0;
}

#pragma once
// What benchmarks of the media path share: CPU time of this process and of peers, clips made once with the ffmpeg
// program, medians. CPU seconds (user and system), never wall time: the machine has other things to do.

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStringList>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <mutex>
#include <vector>

namespace gantry::bench {

inline double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * share))];
}

// Waits for a time by the clock, as a sender does that paces itself.
inline void waitUntil(std::chrono::steady_clock::time_point then)
{
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    while (never.wait_until(lock, then) != std::cv_status::timeout) {
    }
}

inline void waitFor(std::chrono::steady_clock::duration time)
{
    waitUntil(std::chrono::steady_clock::now() + time);
}

// A program of which one wants to know what it took.
class Child
{
public:
    explicit Child(const QStringList &command)
    {
        std::vector<QByteArray> words;
        for (const QString &word : command)
            words.push_back(word.toLocal8Bit());
        std::vector<char *> arguments;
        for (QByteArray &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        m_process = ::fork();
        if (m_process == 0) {
            const int nothing = ::open("/dev/null", O_RDWR);
            for (const int stream : {0, 1, 2})
                ::dup2(nothing, stream);
            ::execvp(arguments[0], arguments.data());
            ::_exit(127);
        }
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child()
    {
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            finish();
        }
    }
    // Waits for its end; CPU seconds it took.
    double finish()
    {
        rusage used{};
        int status = 0;
        ::wait4(m_process, &status, 0, &used);
        m_process = -1;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
            std::fprintf(stderr, "a program that is measured against is missing\n");
        return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
               double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    }
    // CPU seconds up to now, in steps of 10 ms.
    double cpuSoFar() const
    {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(m_process));
        if (!stat.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = stat.readAll();
        const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
        return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(::sysconf(_SC_CLK_TCK));
    }
    // Memory it takes, what it shares with others in proportion, in MiB.
    double mebibytes() const
    {
        QFile rollup(QStringLiteral("/proc/%1/smaps_rollup").arg(m_process));
        if (!rollup.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = rollup.readAll();
        const qsizetype at = text.indexOf("\nPss:");
        return at < 0 ? 0 : text.mid(at + 5, 24).simplified().split(' ').value(0).toDouble() / 1024;
    }
    bool isRunning() const { return m_process > 0 && ::kill(m_process, 0) == 0; }

private:
    pid_t m_process = -1;
};

struct Profile
{
    const char *name;
    const char *size;
    const char *video; // arguments of ffmpeg
};

inline constexpr int clipSeconds = 12;
inline constexpr Profile profiles[] = {
    {"720p30 H.264", "1280x720", "-c:v libx264 -preset veryfast -profile:v high -bf 0 -b:v 4M -maxrate 4M -bufsize 2M"},
    {"1080p30 H.264", "1920x1080",
     "-c:v libx264 -preset veryfast -profile:v high -bf 0 -b:v 8M -maxrate 8M -bufsize 4M"},
    {"720p30 HEVC", "1280x720",
     "-c:v libx265 -preset superfast -x265-params log-level=none:bframes=0:keyint=32 -b:v 4M -maxrate 4M -bufsize 2M"},
    {"1080p30 HEVC", "1920x1080",
     "-c:v libx265 -preset superfast -x265-params log-level=none:bframes=0:keyint=32 -b:v 8M -maxrate 8M -bufsize 4M"},
};

// The clip of a profile, made where it is missing. Empty when that did not work.
inline QString clipOf(const Profile &profile)
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    folder = (folder.isEmpty() ? QDir::tempPath() : folder) + QStringLiteral("/gantry-bench");
    QDir().mkpath(folder);
    const QString path =
        QStringLiteral("%1/%2.ts").arg(folder, QString::fromLatin1(profile.name).remove(QLatin1Char(' ')));
    if (QFile::exists(path))
        return path;
    std::printf("making %s once\n", qPrintable(path));
    std::fflush(stdout);
    const QString making = path + QStringLiteral(".part");
    QStringList command{QStringLiteral("nice"),
                        QStringLiteral("ffmpeg"),
                        QStringLiteral("-y"),
                        QStringLiteral("-f"),
                        QStringLiteral("lavfi"),
                        QStringLiteral("-i"),
                        QStringLiteral("testsrc2=s=%1:r=30:d=%2,noise=alls=10:allf=t")
                            .arg(QLatin1String(profile.size))
                            .arg(clipSeconds),
                        QStringLiteral("-f"),
                        QStringLiteral("lavfi"),
                        QStringLiteral("-i"),
                        QStringLiteral("sine=440:r=48000:d=%1").arg(clipSeconds)};
    command += QString::fromLatin1(profile.video).split(QLatin1Char(' '));
    command += QStringLiteral("-pix_fmt yuv420p -g 32 -c:a aac -b:a 128k -ac 2 -f mpegts").split(QLatin1Char(' '));
    command += making;
    Child(command).finish();
    return QFile::rename(making, path) ? path : QString();
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace gantry::bench

#pragma once
// Sends a marked clip to several ports at once, each at its own phase of the picture clock, and notes when each
// picture's first byte was handed to SRT. A process of its own.

#include "bench/marked_clip.h"
#include "bench/paced_clip.h"
#include "media/output/srt_output.h"

#include <sys/mman.h>
#include <sys/syscall.h>

#include <atomic>
#include <memory>

namespace gantry::bench {

// A thread that keeps time must get its turn on a busy machine. Needs the right to; without, it goes on as it is.
inline void raiseThread()
{
    ::setpriority(PRIO_PROCESS, id_t(::syscall(SYS_gettid)), -10);
}

// When each picture of each feed was sent, on the steady clock, in nanoseconds; 0: not yet. A file both sides map.
class SentTimes
{
public:
    explicit SentTimes(const QString &path) : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadWrite))
            return;
        m_file.resize(qint64(sizeof(std::int64_t)) * mostFeeds * pictures);
        m_times = reinterpret_cast<std::int64_t *>(m_file.map(0, m_file.size()));
    }
    explicit operator bool() const { return m_times != nullptr; }
    void note(int feed, int picture, std::chrono::steady_clock::time_point at)
    {
        if (picture < pictures)
            entry(feed, picture).store(at.time_since_epoch().count());
    }
    std::int64_t at(int feed, int picture) const { return picture < pictures ? entry(feed, picture).load() : 0; }

private:
    static constexpr int mostFeeds = 64;
    static constexpr int pictures = markRate * markSeconds;
    std::atomic_ref<std::int64_t> entry(int feed, int picture) const
    {
        return std::atomic_ref(m_times[std::size_t(feed) * pictures + std::size_t(picture)]);
    }

    QFile m_file;
    std::int64_t *m_times = nullptr;
};

inline media::SrtAddress callAddress(int port)
{
    media::SrtAddress address;
    address.mode = media::SrtAddress::Mode::Caller;
    address.host = QStringLiteral("127.0.0.1");
    address.port = std::uint16_t(port);
    return address;
}

// Waits until every port has answered, then sends the clip once, in real time.
inline int sendMarked(const QString &path, int feeds, int firstPort, const QString &times)
{
    using Clock = std::chrono::steady_clock;
    raiseThread();
    SentTimes sent(times);
    const QByteArray clip = bytesOf(path);
    const std::vector<Burst> bursts = burstsOf(clip);
    std::vector<std::unique_ptr<media::SrtOutput>> outputs;
    for (int i = 0; i < feeds; ++i)
        outputs.push_back(std::make_unique<media::SrtOutput>(callAddress(firstPort + i)));
    for (bool all = false; !all; waitFor(std::chrono::milliseconds(5))) {
        all = true;
        for (const auto &output : outputs) {
            output->keepUp(Clock::now());
            all = all && output->isConnected();
        }
    }
    const auto begun = Clock::now() + std::chrono::milliseconds(100);
    constexpr auto interval = std::chrono::nanoseconds(1'000'000'000 / markRate);
    for (std::size_t picture = 0; picture < bursts.size(); ++picture)
        for (int i = 0; i < feeds; ++i) {
            waitUntil(begun + bursts[picture].due + interval * i / feeds);
            sent.note(i, int(picture), Clock::now());
            for (const auto message : bursts[picture].messages)
                outputs[std::size_t(i)]->send(message);
        }
    waitFor(std::chrono::milliseconds(500));
    return 0;
}

} // namespace gantry::bench

#pragma once
// What tests of live feeds share: a port nobody uses, waiting for a condition with a bound, and an observer that
// remembers what it was told.

#include "media/feed_pipeline.h"
#include "media/input/srt_address.h"

#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gantry::media::loopback {

inline std::uint16_t freeUdpPort()
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(socket, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(socket);
    return ntohs(address.sin_port);
}

inline SrtAddress listener(std::uint16_t port)
{
    SrtAddress address;
    address.mode = SrtAddress::Mode::Listener;
    address.host = QStringLiteral("127.0.0.1");
    address.port = port;
    return address;
}

inline SrtAddress caller(std::uint16_t port)
{
    SrtAddress address = listener(port);
    address.mode = SrtAddress::Mode::Caller;
    return address;
}

// Asks again and again until it holds or the time is up. On the test's own thread.
inline bool waitUntil(const std::function<bool()> &condition, std::chrono::milliseconds atMost)
{
    return QTest::qWaitFor(condition, int(atMost.count()));
}

// Keeps every sample with its time. Safe from any thread.
class Notebook final : public FeedObserver
{
public:
    template <typename Sample>
    struct Entry
    {
        std::chrono::steady_clock::time_point at;
        Sample sample;
    };

    void linkSampled(const LinkSample &sample) override { add(m_links, sample); }
    void transportSampled(const TransportSample &sample) override { add(m_transports, sample); }
    void pictureSampled(const PictureState &sample) override { add(m_pictures, sample); }
    void audioSampled(const AudioLevels &sample) override { add(m_sounds, sample); }
    void cueSeen(const SpliceCue &cue) override { add(m_cues, cue); }

    std::vector<Entry<LinkSample>> links() const { return copy(m_links); }
    std::vector<Entry<TransportSample>> transports() const { return copy(m_transports); }
    std::vector<Entry<PictureState>> pictures() const { return copy(m_pictures); }
    std::vector<Entry<AudioLevels>> sounds() const { return copy(m_sounds); }
    std::vector<Entry<SpliceCue>> cues() const { return copy(m_cues); }

    LinkSample link() const { return last(m_links); }
    TransportSample transport() const { return last(m_transports); }
    PictureState picture() const { return last(m_pictures); }
    AudioLevels sound() const { return last(m_sounds); }

private:
    template <typename Sample>
    void add(std::vector<Entry<Sample>> &to, const Sample &sample)
    {
        const std::lock_guard lock(m_mutex);
        to.push_back({std::chrono::steady_clock::now(), sample});
    }
    template <typename Sample>
    std::vector<Entry<Sample>> copy(const std::vector<Entry<Sample>> &from) const
    {
        const std::lock_guard lock(m_mutex);
        return from;
    }
    template <typename Sample>
    Sample last(const std::vector<Entry<Sample>> &from) const
    {
        const std::lock_guard lock(m_mutex);
        return from.empty() ? Sample() : from.back().sample;
    }

    mutable std::mutex m_mutex;
    std::vector<Entry<LinkSample>> m_links;
    std::vector<Entry<TransportSample>> m_transports;
    std::vector<Entry<PictureState>> m_pictures;
    std::vector<Entry<AudioLevels>> m_sounds;
    std::vector<Entry<SpliceCue>> m_cues;
};

} // namespace gantry::media::loopback

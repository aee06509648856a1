#include "app/rooms/sandbox_still.h"

#include "media/decode/key_pictures.h"

#include <QBuffer>
#include <QImage>

#include <optional>
#include <utility>

namespace gantry {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t mostWaiting = 4000; // messages: seconds of a feed
constexpr QSize largest{320, 180};        // about what MediaLive makes
constexpr int quality = 75;

QByteArray jpegOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return picture.save(&buffer, "JPEG", quality) ? bytes : QByteArray();
}

} // namespace

SandboxStill::SandboxStill()
{
    m_thread = std::thread([this] { run(); });
}

SandboxStill::~SandboxStill()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_woken.notify_all();
    m_thread.join();
}

void SandboxStill::give(std::span<const std::byte> packets)
{
    {
        const std::lock_guard lock(m_mutex);
        if (Clock::now() > m_wantedUntil)
            return;
        if (m_waiting.size() == mostWaiting)
            m_waiting.pop_front();
        m_waiting.emplace_back(packets.begin(), packets.end());
    }
    m_woken.notify_one();
}

QByteArray SandboxStill::newest()
{
    const std::lock_guard lock(m_mutex);
    m_wantedUntil = Clock::now() + wantedFor;
    return Clock::now() - m_made <= goodFor ? m_jpeg : QByteArray();
}

void SandboxStill::run()
{
    media::KeyPictures pictures(largest);
    while (true) {
        std::optional<QImage> newest;
        for (const std::vector<std::byte> &packets : take()) {
            if (auto picture = pictures.feed(packets, Clock::now()))
                newest = std::move(picture);
        }
        const QByteArray jpeg = newest ? jpegOf(*newest) : QByteArray();
        const std::lock_guard lock(m_mutex);
        if (m_stop)
            return;
        if (!jpeg.isEmpty()) {
            m_jpeg = jpeg;
            m_made = Clock::now();
        }
    }
}

std::deque<std::vector<std::byte>> SandboxStill::take()
{
    std::unique_lock lock(m_mutex);
    m_woken.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
    return std::exchange(m_waiting, {});
}

} // namespace gantry

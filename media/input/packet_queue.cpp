#include "media/input/packet_queue.h"

#include <utility>

namespace gantry::media {

void PacketQueue::begin()
{
    std::deque<Packet> old; // freed after the lock
    {
        const std::lock_guard lock(m_mutex);
        old.swap(m_packets);
        m_bytes = 0;
        ++m_connection;
    }
    m_filled.notify_all();
}

void PacketQueue::push(std::span<const std::byte> bytes, Clock::time_point arrived)
{
    if (bytes.empty())
        return;
    Packet packet{{bytes.begin(), bytes.end()}, arrived};
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return;
        if (bytes.size() > m_capacity) {
            ++m_dropped;
            return;
        }
        while (m_bytes + bytes.size() > m_capacity) {
            m_bytes -= m_packets.front().bytes.size();
            m_packets.pop_front();
            ++m_dropped;
        }
        m_bytes += bytes.size();
        m_packets.push_back(std::move(packet));
    }
    m_filled.notify_one();
}

void PacketQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_packets.clear();
        m_bytes = 0;
    }
    m_filled.notify_all();
}

std::optional<PacketQueue::Packet> PacketQueue::pop(std::uint64_t connection, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, wait, [&] { return m_closed || m_connection != connection || !m_packets.empty(); });
    if (m_closed || m_connection != connection || m_packets.empty())
        return std::nullopt;
    Packet packet = std::move(m_packets.front());
    m_packets.pop_front();
    m_bytes -= packet.bytes.size();
    return packet;
}

std::optional<std::uint64_t> PacketQueue::awaitConnection(std::uint64_t seen, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, wait, [&] { return m_closed || m_connection > seen; });
    if (m_closed || m_connection <= seen)
        return std::nullopt;
    return m_connection;
}

std::uint64_t PacketQueue::connection() const
{
    const std::lock_guard lock(m_mutex);
    return m_connection;
}

std::size_t PacketQueue::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::uint64_t PacketQueue::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

bool PacketQueue::closed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

} // namespace gantry::media

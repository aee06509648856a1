#include "media/decode/unit_queue.h"

#include <utility>

extern "C" {
#include <libavcodec/packet.h>
}

namespace gantry::media {
namespace {

std::size_t sizeOf(const MediaUnit &unit)
{
    return std::size_t(unit.packet->size);
}

} // namespace

void UnitQueue::begin()
{
    std::deque<MediaUnit> old; // freed after the lock
    {
        const std::lock_guard lock(m_mutex);
        old.swap(m_units);
        m_bytes = 0;
        ++m_connection;
    }
    m_filled.notify_all();
}

void UnitQueue::push(MediaUnit unit)
{
    if (!unit.packet)
        return;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return;
        if (sizeOf(unit) > m_capacity) {
            m_dropped += unit.packets;
            return;
        }
        while (m_bytes + sizeOf(unit) > m_capacity) {
            m_bytes -= sizeOf(m_units.front());
            m_dropped += m_units.front().packets;
            m_units.pop_front();
        }
        m_bytes += sizeOf(unit);
        m_units.push_back(std::move(unit));
    }
    m_filled.notify_one();
}

void UnitQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_units.clear();
        m_bytes = 0;
    }
    m_filled.notify_all();
}

std::optional<MediaUnit> UnitQueue::pop(std::uint64_t connection, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, wait, [&] { return m_closed || m_connection != connection || !m_units.empty(); });
    if (m_closed || m_connection != connection || m_units.empty())
        return std::nullopt;
    MediaUnit unit = std::move(m_units.front());
    m_units.pop_front();
    m_bytes -= sizeOf(unit);
    return unit;
}

std::optional<std::uint64_t> UnitQueue::awaitConnection(std::uint64_t seen, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, wait, [&] { return m_closed || m_connection > seen; });
    if (m_closed || m_connection <= seen)
        return std::nullopt;
    return m_connection;
}

std::uint64_t UnitQueue::connection() const
{
    const std::lock_guard lock(m_mutex);
    return m_connection;
}

std::size_t UnitQueue::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::uint64_t UnitQueue::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

bool UnitQueue::closed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

} // namespace gantry::media

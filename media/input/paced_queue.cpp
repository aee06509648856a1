#include "media/input/paced_queue.h"

#include <algorithm>
#include <cstring>

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t packetSize = 188;
constexpr auto late = 200ms; // less is caught up with, more means that the stream ran dry or the machine slept

} // namespace

PaceClock::Time PaceClock::due(Duration moment, Duration ahead, Time now)
{
    if (!m_zero)
        m_zero = now - moment;
    // Streams are not perfectly interleaved: what lies behind is due with what it stands beside.
    const Duration last = m_last.value_or(moment);
    moment = std::max(moment, last);
    m_last = moment;
    if (ahead > mostAhead)
        *m_zero -= (moment - last) / 50;
    if (now - (*m_zero + moment) > late)
        m_zero = now - moment + m_cushion;
    return *m_zero + moment;
}

PacedQueue::PacedQueue(Limits limits) : m_limits(limits), m_clock(limits.cushion) {}

bool PacedQueue::isFull() const
{
    return m_pieces.size() > 1 &&
           (m_bytes > m_limits.bytes || m_pieces.back().moment - m_pieces.front().moment > m_limits.ahead);
}

bool PacedQueue::put(std::vector<std::byte> bytes, Duration moment)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_closed || !isFull(); });
    if (m_closed)
        return false;
    if (bytes.empty())
        return true;
    m_bytes += bytes.size();
    m_pieces.push_back({std::move(bytes), moment});
    m_changed.notify_all();
    return true;
}

void PacedQueue::finish()
{
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    m_changed.notify_all();
}

void PacedQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

std::size_t PacedQueue::take(std::span<std::byte> into, std::chrono::milliseconds wait)
{
    const Time end = Clock::now() + wait;
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait_until(lock, end, [&] { return m_closed || m_finished || !m_pieces.empty(); }) || m_closed ||
        m_pieces.empty())
        return 0;
    if (m_limits.paced) {
        const Duration ahead = m_pieces.back().moment - m_pieces.front().moment;
        const Time due = m_clock.due(m_pieces.front().moment, ahead, Clock::now());
        if (due > Clock::now()) {
            m_changed.wait_until(lock, std::min(due, end), [&] { return m_closed; });
            if (m_closed || due > end)
                return 0;
        }
    }
    Piece &front = m_pieces.front();
    const std::size_t room = into.size() / packetSize * packetSize;
    const std::size_t count = std::min(front.bytes.size() - m_taken, room);
    std::memcpy(into.data(), front.bytes.data() + m_taken, count);
    m_taken += count;
    if (m_taken == front.bytes.size()) {
        m_bytes -= front.bytes.size();
        m_taken = 0;
        m_pieces.pop_front();
        m_changed.notify_all();
    }
    return count;
}

bool PacedQueue::isDone() const
{
    const std::lock_guard lock(m_mutex);
    return m_finished && m_pieces.empty();
}

} // namespace gantry::media

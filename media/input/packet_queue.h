#pragma once
// Bounded hand-over of received messages from a feed's receive thread to its decode thread.
//
// One thread pushes, one pops. Each message keeps the time at which it was read from the socket, so that a picture
// knows when its last packet came. When the queue is full the oldest whole messages go and are counted: the newest
// picture matters, and memory stays bounded whatever the decoder does. Never blocks the pushing thread.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace gantry::media {

class PacketQueue
{
public:
    using Clock = std::chrono::steady_clock;

    struct Packet
    {
        std::vector<std::byte> bytes;
        Clock::time_point arrived;
    };

    explicit PacketQueue(std::size_t capacityBytes) : m_capacity(capacityBytes) {}

    // A new connection: forgets what is queued and numbers what follows, so that bytes of two connections never meet in
    // one demuxer.
    void begin();
    // Messages larger than the capacity are dropped and counted.
    void push(std::span<const std::byte> bytes, Clock::time_point arrived);
    // Nothing more will come: a waiting pop() returns at once, push() is ignored.
    void close();

    // The oldest message of `connection`; nothing when none came in time, or at once when a newer connection has begun
    // or the queue is closed.
    std::optional<Packet> pop(std::uint64_t connection, std::chrono::milliseconds wait);
    // Waits until a connection newer than `seen` has begun; nothing when none did in time or the queue is closed.
    std::optional<std::uint64_t> awaitConnection(std::uint64_t seen, std::chrono::milliseconds wait);

    // The number of the connection whose messages are being pushed; 0 before the first.
    std::uint64_t connection() const;
    std::size_t bytes() const;
    std::uint64_t dropped() const;
    bool closed() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Packet> m_packets;
    std::size_t m_capacity;
    std::size_t m_bytes = 0;
    std::uint64_t m_connection = 0;
    std::uint64_t m_dropped = 0;
    bool m_closed = false;
};

} // namespace gantry::media

#pragma once
// Bounded hand-over of units from a feed's receive thread to its decode thread.
//
// One thread pushes, one pops. What travels is a whole picture or some frames of sound, so the decode thread is woken
// once for each and not for every message of the network. When the queue is full the oldest units go and their packets
// are counted: the newest picture matters, and memory stays bounded whatever the decoder does. Never blocks the pushing
// thread.

#include "media/decode/media_unit.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>

namespace gantry::media {

class UnitQueue
{
public:
    explicit UnitQueue(std::size_t capacityBytes) : m_capacity(capacityBytes) {}

    // A new connection: forgets what is queued and numbers what follows, so that units of two connections never meet in
    // one decoder.
    void begin();
    // Units larger than the capacity are dropped and counted.
    void push(MediaUnit unit);
    // Nothing more will come: a waiting pop() returns at once, push() is ignored.
    void close();

    // The oldest unit of `connection`; nothing when none came in time, or at once when a newer connection has begun
    // or the queue is closed.
    std::optional<MediaUnit> pop(std::uint64_t connection, std::chrono::milliseconds wait);
    // Waits until a connection newer than `seen` has begun; nothing when none did in time or the queue is closed.
    std::optional<std::uint64_t> awaitConnection(std::uint64_t seen, std::chrono::milliseconds wait);

    // The number of the connection whose units are being pushed; 0 before the first.
    std::uint64_t connection() const;
    std::size_t bytes() const;
    std::uint64_t dropped() const; // transport packets
    bool closed() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<MediaUnit> m_units;
    std::size_t m_capacity;
    std::size_t m_bytes = 0;
    std::uint64_t m_connection = 0;
    std::uint64_t m_dropped = 0;
    bool m_closed = false;
};

} // namespace gantry::media

#pragma once
// Between the thread that fetches a stream, which may come in bursts of whole segments, and the one that takes it in
// real time. Bounded: who puts waits while it is full, so the network waits too and nothing is thrown away.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace gantry::media {

// When a moment of the stream is due on our clock. Pure: time points come from outside.
class PaceClock
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Duration = std::chrono::microseconds;

    // `cushion`: how long to wait once what is due did not come in time, so that it does not happen again at once.
    explicit PaceClock(Duration cushion) : m_cushion(cushion) {}

    // `ahead`: how much of the stream is there already. A sender whose clock is faster than ours would fill every
    // buffer in the end, so beyond `mostAhead` the stream is taken 2 % faster.
    static constexpr Duration mostAhead = std::chrono::seconds(30);
    Time due(Duration moment, Duration ahead, Time now);

private:
    Duration m_cushion;
    std::optional<Time> m_zero; // when moment 0 was or is due
    std::optional<Duration> m_last;
};

class PacedQueue
{
public:
    using Time = PaceClock::Time;
    using Duration = PaceClock::Duration;

    struct Limits
    {
        std::size_t bytes = 16 * 1024 * 1024;
        Duration ahead = std::chrono::seconds(40); // of the stream; one burst at least always fits
        Duration cushion{0};
        bool paced = true; // false: everything is due when it comes
    };
    explicit PacedQueue(Limits limits);

    // Waits while the queue is full; false once it was closed. `bytes` are whole transport packets.
    bool put(std::vector<std::byte> bytes, Duration moment);
    // No more will be put.
    void finish();
    // Both sides return at once from now on.
    void close();

    // Whole transport packets that are due, as many as fit; 0 when none was due in time.
    std::size_t take(std::span<std::byte> into, std::chrono::milliseconds wait);
    // Finished, and everything has been taken.
    bool isDone() const;

private:
    struct Piece
    {
        std::vector<std::byte> bytes;
        Duration moment;
    };
    bool isFull() const;

    const Limits m_limits;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Piece> m_pieces;
    std::size_t m_bytes = 0;
    std::size_t m_taken = 0; // of the first piece
    PaceClock m_clock;
    bool m_finished = false;
    bool m_closed = false;
};

} // namespace gantry::media

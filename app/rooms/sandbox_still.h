#pragma once
// A small picture of what arrives at one input of the rehearsal cloud, for the thumbnails that a channel offers. Key
// pictures are decoded on a thread of its own, and only while somebody asks: the first answer is therefore empty.
// Calls may come from any thread; only the destructor waits.

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace gantry {

class SandboxStill
{
public:
    static constexpr std::chrono::seconds wantedFor{30}; // after it was asked for
    static constexpr std::chrono::seconds goodFor{10};   // a picture older than that is none

    SandboxStill();
    ~SandboxStill();
    SandboxStill(const SandboxStill &) = delete;
    SandboxStill &operator=(const SandboxStill &) = delete;

    void give(std::span<const std::byte> packets);
    QByteArray newest(); // a JPEG, or empty: none now

private:
    using Time = std::chrono::steady_clock::time_point;
    void run();
    std::deque<std::vector<std::byte>> take();

    std::mutex m_mutex;
    std::condition_variable m_woken;
    std::deque<std::vector<std::byte>> m_waiting;
    Time m_wantedUntil{};
    QByteArray m_jpeg;
    Time m_made{};
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace gantry

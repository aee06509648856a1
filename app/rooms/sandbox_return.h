#pragma once
// One return of the rehearsal cloud: what a channel has on air, sent to a feed over SRT or kept as HLS, to be fetched.
// Nothing is decoded or coded again (media::StreamSwitch). A thread of its own; the calls below never wait for it, may
// come from any thread, and only the destructor waits for its end.

#include "media/input/srt_address.h"
#include "media/output/hls_segmenter.h"

#include <QByteArray>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace gantry {

class SandboxReturn
{
public:
    // What goes out while nothing is on air.
    static constexpr int nothing = -1;  // the connection stands, nothing comes
    static constexpr int notThere = -2; // no connection, no playlist

    // `address`: who is called; nobody: it is kept as HLS.
    SandboxReturn(std::optional<media::SrtAddress> address, int inputs);
    ~SandboxReturn();
    SandboxReturn(const SandboxReturn &) = delete;
    SandboxReturn &operator=(const SandboxReturn &) = delete;

    // An index of an input, or one of the above.
    void choose(int input) { m_wanted = input; }
    // What arrived at an input. Seconds of it are kept while it cannot be sent.
    void give(int input, std::span<const std::byte> packets);
    // Of HLS: "live.m3u8", "7.ts". Nothing: not there.
    std::optional<QByteArray> file(const QByteArray &name) const { return m_segments.file(name); }

private:
    struct Message
    {
        int input = 0;
        std::vector<std::byte> packets;
    };
    void sendSrt();
    void keepHls();
    std::deque<Message> take();

    const std::optional<media::SrtAddress> m_address;
    const int m_inputs;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_wanted{notThere};
    std::mutex m_mutex;
    std::condition_variable m_woken;
    std::deque<Message> m_waiting;
    media::HlsSegmenter m_segments;
    std::thread m_thread;
};

} // namespace gantry

#include "app/rooms/sandbox_return.h"

#include "media/output/srt_output.h"
#include "media/output/stream_switch.h"

#include <utility>

namespace gantry {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using media::StreamSwitch;

constexpr std::size_t mostWaiting = 4000; // messages of a return that cannot be sent: seconds of a feed
constexpr auto longestPause = 20ms;       // after which a return looks after its connection

} // namespace

SandboxReturn::SandboxReturn(std::optional<media::SrtAddress> address, int inputs)
    : m_address(std::move(address)), m_inputs(inputs)
{
    m_thread = std::thread([this] { m_address ? sendSrt() : keepHls(); });
}

SandboxReturn::~SandboxReturn()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_woken.notify_all();
    m_thread.join();
}

void SandboxReturn::give(int input, std::span<const std::byte> packets)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() == mostWaiting)
            m_waiting.pop_front();
        m_waiting.push_back({input, {packets.begin(), packets.end()}});
    }
    m_woken.notify_one();
}

void SandboxReturn::sendSrt()
{
    std::unique_ptr<media::SrtOutput> output;
    StreamSwitch stream(m_inputs, [&output](std::span<const std::byte> packets, bool) {
        if (output && output->isConnected())
            output->send(packets);
    });
    while (!m_stop) {
        const int wanted = m_wanted;
        if (wanted == notThere)
            output.reset();
        else if (!output)
            output = std::make_unique<media::SrtOutput>(*m_address);
        if (output && output->keepUp(Clock::now()))
            stream.choose(StreamSwitch::nothing, Clock::now()); // who joins begins with a whole picture
        stream.choose(wanted < 0 || !output || !output->isConnected() ? StreamSwitch::nothing : wanted, Clock::now());
        for (const Message &message : take())
            stream.feed(message.input, message.packets, Clock::now());
    }
}

void SandboxReturn::keepHls()
{
    StreamSwitch stream(m_inputs, [this](std::span<const std::byte> packets, bool joins) {
        m_segments.feed(packets, joins, Clock::now());
    });
    bool isThere = false;
    while (!m_stop) {
        const int wanted = m_wanted;
        if (std::exchange(isThere, wanted != notThere) && wanted == notThere)
            m_segments.clear();
        stream.choose(wanted < 0 ? StreamSwitch::nothing : wanted, Clock::now());
        for (const Message &message : take())
            stream.feed(message.input, message.packets, Clock::now());
    }
}

std::deque<SandboxReturn::Message> SandboxReturn::take()
{
    std::unique_lock lock(m_mutex);
    m_woken.wait_for(lock, longestPause, [this] { return m_stop || !m_waiting.empty(); });
    return std::exchange(m_waiting, {});
}

} // namespace gantry

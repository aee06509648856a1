#include "app/rooms/sandbox_carrier.h"

#include "media/input/reconnect.h"
#include "media/input/srt_input.h"
#include "media/output/srt_output.h"
#include "media/output/stream_switch.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace gantry {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t mostWaiting = 4000; // messages of a return that cannot be sent: seconds of a feed
constexpr auto longestPause = 20ms;       // after which a return looks after its connection

struct Message
{
    int input = 0;
    std::vector<std::byte> packets;
};

// One return: what arrives waits here until its own thread sends it.
class Return
{
public:
    Return(media::SrtAddress address, int inputs) : m_address(std::move(address)), m_inputs(inputs)
    {
        m_thread = std::thread([this] { run(); });
    }
    ~Return()
    {
        m_stop = true;
        m_woken.notify_all();
        m_thread.join();
    }

    void choose(int input) { m_wanted = input; }
    void give(int input, std::span<const std::byte> packets)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.size() == mostWaiting)
                m_waiting.pop_front();
            m_waiting.push_back({input, {packets.begin(), packets.end()}});
        }
        m_woken.notify_one();
    }

private:
    void run()
    {
        std::unique_ptr<media::SrtOutput> output;
        media::StreamSwitch stream(m_inputs, [&output](std::span<const std::byte> packets) {
            if (output && output->isConnected())
                output->send(packets);
        });
        while (!m_stop) {
            const int wanted = m_wanted;
            if (wanted == SandboxCarrier::notThere)
                output.reset();
            else if (!output)
                output = std::make_unique<media::SrtOutput>(m_address);
            if (output && output->keepUp(Clock::now()))
                stream.choose(media::StreamSwitch::nothing, Clock::now()); // who joins begins with a whole picture
            stream.choose(wanted < 0 || !output || !output->isConnected() ? media::StreamSwitch::nothing : wanted,
                          Clock::now());
            for (const Message &message : take())
                stream.feed(message.input, message.packets, Clock::now());
        }
    }
    std::deque<Message> take()
    {
        std::unique_lock lock(m_mutex);
        m_woken.wait_for(lock, longestPause, [this] { return m_stop || !m_waiting.empty(); });
        return std::exchange(m_waiting, {});
    }

    const media::SrtAddress m_address;
    const int m_inputs;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_wanted{SandboxCarrier::notThere};
    std::mutex m_mutex;
    std::condition_variable m_woken;
    std::deque<Message> m_waiting;
    std::thread m_thread;
};

} // namespace

struct SandboxCarrier::Private
{
    struct Receiver
    {
        QString name;
        std::atomic<std::uint64_t> bytes{0};
        std::uint64_t told = 0;
        std::thread thread;
    };

    std::atomic<bool> stop{false};
    std::vector<std::unique_ptr<Return>> returns;
    std::vector<std::unique_ptr<Receiver>> receivers;
    Clock::time_point told = Clock::now();

    void receive(int index, const media::SrtAddress &address, Receiver &receiver)
    {
        media::SrtInput input(address);
        media::Reconnect again(std::uint32_t(index) + 1);
        std::array<std::byte, media::MediaInput::largestMessage> message;
        bool connected = false;
        while (!stop) {
            const auto now = Clock::now();
            if (!connected) {
                if (now < again.nextTry()) {
                    std::this_thread::sleep_for(10ms);
                    continue;
                }
                const auto step = input.step();
                connected = step && *step;
                if (!step)
                    again.failed(now);
                continue;
            }
            const auto size = input.read(message);
            if (!size) {
                connected = false;
                again.ended(now, input.isCaller());
                continue;
            }
            receiver.bytes += *size;
            for (const auto &one : returns) {
                if (*size > 0)
                    one->give(index, std::span(message).first(*size));
            }
        }
        input.close();
    }
};

SandboxCarrier::SandboxCarrier(std::vector<Input> inputs, std::vector<media::SrtAddress> returns)
    : d(std::make_unique<Private>())
{
    for (media::SrtAddress &address : returns)
        d->returns.push_back(std::make_unique<Return>(std::move(address), int(inputs.size())));
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        auto receiver = std::make_unique<Private::Receiver>();
        receiver->name = inputs[i].name;
        Private::Receiver &own = *receiver;
        d->receivers.push_back(std::move(receiver));
        own.thread = std::thread([this, i, address = inputs[i].address, &own] { d->receive(int(i), address, own); });
    }
}

SandboxCarrier::~SandboxCarrier()
{
    d->stop = true;
    for (const auto &receiver : d->receivers)
        receiver->thread.join();
}

void SandboxCarrier::choose(std::size_t output, int input)
{
    if (output < d->returns.size())
        d->returns[output]->choose(input);
}

std::vector<SandboxCarrier::Arrived> SandboxCarrier::measure()
{
    const auto now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - std::exchange(d->told, now)).count();
    std::vector<Arrived> arrived;
    for (const auto &receiver : d->receivers) {
        const std::uint64_t bytes = receiver->bytes;
        const std::uint64_t since = bytes - std::exchange(receiver->told, bytes);
        if (bytes == 0 || seconds <= 0)
            continue;
        arrived.push_back(
            {receiver->name, since > 0 ? std::optional(double(since) * 8 / 1e6 / seconds) : std::nullopt});
    }
    return arrived;
}

} // namespace gantry

#include "app/rooms/sandbox_carrier.h"

#include "app/rooms/sandbox_return.h"
#include "app/rooms/sandbox_still.h"
#include "media/input/reconnect.h"
#include "media/input/srt_input.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <span>
#include <thread>

namespace gantry {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

} // namespace

struct SandboxCarrier::Private
{
    struct Receiver
    {
        QString name;
        std::atomic<std::uint64_t> bytes{0};
        std::uint64_t told = 0;
        SandboxStill still;
        std::thread thread;
    };

    std::atomic<bool> stop{false};
    std::vector<std::unique_ptr<SandboxReturn>> returns;
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
            if (*size == 0)
                continue;
            const auto packets = std::span<const std::byte>(message).first(*size);
            for (const auto &one : returns)
                one->give(index, packets);
            receiver.still.give(packets);
        }
        input.close();
    }
};

SandboxCarrier::SandboxCarrier(std::vector<Input> inputs, std::vector<std::optional<media::SrtAddress>> returns)
    : d(std::make_unique<Private>())
{
    for (std::optional<media::SrtAddress> &address : returns)
        d->returns.push_back(std::make_unique<SandboxReturn>(std::move(address), int(inputs.size())));
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

std::optional<QByteArray> SandboxCarrier::file(std::size_t output, const QByteArray &name) const
{
    return output < d->returns.size() ? d->returns[output]->file(name) : std::nullopt;
}

QByteArray SandboxCarrier::still(const QString &input)
{
    const auto found =
        std::ranges::find(d->receivers, input, [](const auto &receiver) -> const QString & { return receiver->name; });
    return found == d->receivers.end() ? QByteArray() : (*found)->still.newest();
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

#pragma once
// The two ends of an SRT connection as tests need them: driven by hand on the test's own thread.

#include "media/input/srt_input.h"
#include "media/output/srt_output.h"
#include "support/media_loopback.h"

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace gantry::media::loopback {

using Clock = std::chrono::steady_clock;

// Steps an input until it connects, fails or the time is up.
inline Result<bool> connectWithin(MediaInput &input, std::chrono::milliseconds atMost)
{
    const auto end = Clock::now() + atMost;
    while (Clock::now() < end) {
        const auto step = input.step();
        if (!step || *step)
            return step;
    }
    return false;
}

// Steps a listener and a sender that calls it until both agree or the time is up.
inline bool join(MediaInput &input, SrtOutput &output, std::chrono::milliseconds atMost)
{
    bool joined = false;
    QString last;
    const bool both = waitUntil(
        [&] {
            output.keepUp(Clock::now());
            if (!joined) {
                const auto step = input.step();
                joined = step && *step;
                if (!step)
                    last = step.error().text();
            }
            return joined && output.isConnected();
        },
        atMost);
    if (!both)
        qWarning("joined %d, calling %d, listener: %s, caller: %s", int(joined), int(output.isConnected()),
                 qPrintable(last), output.fault() ? qPrintable(output.fault()->text()) : "-");
    return both;
}

// A listening feed that does what a receive thread does, as often as it is turned.
struct Receiving
{
    SrtInput input;
    bool connected = false;
    std::optional<Error> turnedAway; // the last
    int messages = 0;
    std::byte last{0};
    std::array<std::byte, 1500> buffer{};

    explicit Receiving(SrtAddress address, std::shared_ptr<SrtPorts> ports = std::make_shared<SrtPorts>())
        : input(std::move(address), std::move(ports))
    {
    }
    void turn()
    {
        if (!connected) {
            const auto step = input.step();
            connected = step && *step;
        } else if (const auto read = input.read(buffer); !read) {
            connected = false;
        } else if (*read > 0) {
            ++messages;
            last = buffer[0];
        }
        if (auto refused = input.takeTurnedAway())
            turnedAway = std::move(refused);
    }
};

// A sender that calls again by itself and marks its messages.
struct Sending
{
    SrtOutput output;
    std::vector<std::byte> message;

    Sending(const SrtAddress &address, int mark) : output(address), message(1316, std::byte(mark)) {}
    void turn()
    {
        output.keepUp(Clock::now());
        if (output.isConnected())
            output.send(message);
    }
};

inline SrtAddress named(SrtAddress address, const char *streamId, const char *passphrase = "")
{
    address.streamId = QString::fromUtf8(streamId);
    address.passphrase = passphrase;
    return address;
}

} // namespace gantry::media::loopback

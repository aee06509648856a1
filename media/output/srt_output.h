#pragma once
// Sends a byte stream of whole transport packets over SRT by calling a listener. Never waits: what cannot be sent is
// dropped and counted. A call that fails or a connection that ends is repeated once a second. One thread.

#include "media/input/srt_address.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace gantry::media {

class SrtOutput
{
public:
    static constexpr std::size_t messageSize = 1316; // seven transport packets, what every receiver expects

    // `address.mode` must not be Listener.
    explicit SrtOutput(SrtAddress address);
    ~SrtOutput();

    // Looks after the connection; true when it has just been made: time for a key picture.
    bool keepUp(std::chrono::steady_clock::time_point now);
    bool isConnected() const;
    // Cut into messages of at most `messageSize`.
    void send(std::span<const std::byte> packets);

    std::uint64_t dropped() const;      // messages
    std::optional<Error> fault() const; // why not connected, when known

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

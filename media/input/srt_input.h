#pragma once
// An SRT feed, calling, listening or meeting the other end halfway, on libsrt directly: statistics, reject reasons and
// time-outs in milliseconds are not to be had through libavformat. A listener stays open between peers and, when its
// peer has been silent for a second, lets a new one take its place.

#include "media/input/media_input.h"
#include "media/input/srt_address.h"
#include "media/input/srt_ports.h"

#include <memory>

namespace gantry::media {

class SrtInput final : public MediaInput
{
public:
    // Feeds that listen on one port share it when they are given the same `ports`.
    explicit SrtInput(SrtAddress address, std::shared_ptr<SrtPorts> ports = std::make_shared<SrtPorts>());
    ~SrtInput() override;

    Result<bool> step() override;
    bool isConnecting() const override;
    bool isCaller() const override;
    std::chrono::milliseconds longestSilence() const override;
    Result<std::size_t> read(std::span<std::byte> into) override;
    bool takeReplaced() override;
    std::optional<Error> takeTurnedAway() override;
    void measure(LinkSample &sample) override;
    void close() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

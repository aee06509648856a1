#pragma once
// An SRT feed, calling or listening, on libsrt directly: statistics, reject reasons and time-outs in milliseconds are
// not to be had through libavformat. A listener stays open between peers and, when its peer has been silent for a
// second, lets a new one take its place.

#include "media/input/media_input.h"
#include "media/input/srt_address.h"

#include <memory>

namespace gantry::media {

class SrtInput final : public MediaInput
{
public:
    explicit SrtInput(SrtAddress address);
    ~SrtInput() override;

    Result<bool> step() override;
    bool isConnecting() const override;
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

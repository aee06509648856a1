#pragma once
// A stream of another kind as MPEG-TS: fetched on a thread of its own, wrapped, and handed out in real time. Playlists
// and files are paced by their decode times, because segments come in bursts; what is live by itself is handed out as
// it comes. A file begins again at its end, without a seam in its time stamps.

#include "media/input/media_input.h"
#include "media/input/url_input.h"

#include <memory>

namespace gantry::media {

class WrappedInput final : public MediaInput
{
public:
    WrappedInput(UrlAddress address, UrlPatience patience);
    // Returns within 300 ms. A thread that hangs in the operating system (a name server, a network disk) is left
    // behind.
    ~WrappedInput() override;

    bool isSendersTransport() const override { return false; }
    Result<bool> step() override;
    bool isConnecting() const override;
    // The input has a watchdog of its own, which knows the reason; this one only watches over it.
    std::chrono::milliseconds longestSilence() const override { return m_patience.segment + m_patience.open; }
    Result<std::size_t> read(std::span<std::byte> into) override;
    bool takeReplaced() override { return false; }
    std::optional<Error> takeTurnedAway() override { return std::nullopt; }
    void measure(LinkSample &sample) override;
    void close() override;

private:
    class Fetching;
    UrlAddress m_address;
    UrlPatience m_patience;
    std::shared_ptr<Fetching> m_fetching;
};

} // namespace gantry::media

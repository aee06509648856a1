#pragma once
// MPEG-TS in UDP datagrams or in RTP, by unicast or from a multicast group, passed through untouched. The first sender
// is the feed; another one is turned away while the first delivers and takes its place after a second of silence.
// Nothing is repaired here: a gap in RTP counts as lost and as dropped, a packet that comes behind its gap as belated.

#include "media/input/media_input.h"
#include "media/input/url_input.h"

#include <memory>

namespace gantry::media {

class DatagramInput final : public MediaInput
{
public:
    DatagramInput(UrlAddress address, UrlPatience patience);
    ~DatagramInput() override;

    Result<bool> step() override;
    bool isConnecting() const override { return false; } // it waits to be sent to
    bool isCaller() const override { return false; }
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

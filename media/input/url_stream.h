#pragma once
// A stream that libavformat fetches, with everything that a hostile server or playlist could make it do shut off: which
// protocols and formats it may open is fixed by the kind of address, every further address in a playlist is looked at,
// sizes are bounded, certificates are checked, and nothing lasts longer than it may. Blocks: belongs on a thread of its
// own.

#include "media/decode/av_pointers.h"
#include "media/input/packet_timeline.h"
#include "media/input/url_input.h"

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace gantry::media {

class UrlStream
{
public:
    // `stop` must outlive the stream; once set, every call returns within 100 ms with some error.
    static Result<std::unique_ptr<UrlStream>> open(const UrlAddress &address, UrlPatience patience,
                                                   const std::atomic<bool> &stop);
    ~UrlStream();

    // "HLS", "DASH", "RTMP", "RTSP", "file"
    QString carrier() const;
    // The chosen streams: the best picture and its sound. At least one, and all of them fit into MPEG-TS.
    std::vector<const AVCodecParameters *> streams() const;

    struct Unit
    {
        AVPacket *packet = nullptr; // until the next call
        std::size_t stream = 0;     // index in streams()
        std::optional<PacketTimeline::Microseconds> decode;
        std::optional<PacketTimeline::Microseconds> shown;
        PacketTimeline::Microseconds duration{0};
    };
    // The next packet of a chosen stream, or nothing when the stream has come to its end.
    Result<std::optional<Unit>> next();

private:
    UrlStream();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

#pragma once
// Wraps coded packets in MPEG-TS without coding them again. One thread.

#include "media/input/packet_timeline.h"
#include "media/media_error.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

struct AVCodecParameters;
struct AVPacket;

namespace gantry::media {

class TsWrapper
{
public:
    // Whether MPEG-TS as libavformat writes it has a place for the codec (an AVCodecID), and our decoders a use.
    static bool carries(int codec);

    // Nothing when libavformat refuses the streams.
    static std::unique_ptr<TsWrapper> open(std::span<const AVCodecParameters *const> streams);
    ~TsWrapper();

    // The transport packets that are complete now; may be none, sound is gathered for up to 50 ms. A packet that cannot
    // be wrapped is left out. `packet` keeps its bytes but not its times.
    std::vector<std::byte> wrap(std::size_t stream, AVPacket &packet, const PacketTimeline::Times &times);

private:
    TsWrapper();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

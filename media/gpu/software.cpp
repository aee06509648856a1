#include "media/gpu/gpu_backend.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {
namespace {

class Software final : public DecodeDevice
{
public:
    const AVCodec *decoder(int codec) const override { return avcodec_find_decoder(AVCodecID(codec)); }
    // One thread per feed: frame threads cost 10 % more and add a picture of delay each; many feeds fill the cores
    // anyway.
    void prepare(AVCodecContext &context) const override
    {
        context.thread_count = 1;
        // FFmpeg's decoder of MPEG-1 and -2 would show B pictures in the order in which they come.
        if (context.codec_id != AV_CODEC_ID_MPEG1VIDEO && context.codec_id != AV_CODEC_ID_MPEG2VIDEO)
            context.flags |= AV_CODEC_FLAG_LOW_DELAY;
    }
    bool made(const AVFrame &) const override { return true; }
    const AVFrame *inMemory(const AVFrame &frame, AVFrame &) const override { return &frame; }
};

} // namespace

const GpuBackend softwareBackend{
    "software", [](int) { return true; },
    []() -> tl::expected<std::unique_ptr<DecodeDevice>, QString> { return std::make_unique<Software>(); }, true};

} // namespace gantry::media

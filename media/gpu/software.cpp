#include "media/gpu/gpu_backend.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {

// One thread per feed: frame threads cost 10 % more and add a picture of delay each; many feeds fill the cores anyway.
bool prepareSoftware(AVCodecContext *context)
{
    context->thread_count = 1;
    context->flags |= AV_CODEC_FLAG_LOW_DELAY;
    return true;
}

} // namespace gantry::media

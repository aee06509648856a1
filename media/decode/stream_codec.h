#pragma once
// From what a program's table calls a stream to what libavcodec needs to decode it.

#include "media/decode/av_pointers.h"
#include "media/decode/media_unit.h"

#include <memory>

class QString;

namespace gantry::media {

// AVCodecID for a codec's name in ElementaryStream; AV_CODEC_ID_NONE where libavcodec has no decoder for it.
int codecOf(const QString &name);

// For avcodec_parameters_to_context. Null when there is no memory.
std::unique_ptr<AVCodecParameters, AvDeleter> parametersOf(const MediaStream &stream);

} // namespace gantry::media

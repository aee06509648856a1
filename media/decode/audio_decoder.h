#pragma once
// One audio stream: packets in, interleaved float samples out. One thread.

#include "media/decode/av_pointers.h"
#include "media/media_error.h"

#include <QString>

#include <functional>
#include <memory>
#include <span>

namespace gantry::media {

class AudioDecoder
{
public:
    static Result<std::unique_ptr<AudioDecoder>> open(const AVCodecParameters &parameters);
    ~AudioDecoder();

    // Channels in the stream's order, at most 16: further ones are left out. 1.0 = 0 dBFS.
    using Samples = std::function<void(std::span<const float> interleaved, int channels, int sampleRate)>;
    // False: the packet did not decode, the next may.
    bool decode(const AVPacket &packet, const Samples &samples);

    QString codec() const; // "AAC"

private:
    AudioDecoder();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

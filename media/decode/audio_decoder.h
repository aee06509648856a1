#pragma once
// One audio stream of any codec that FFmpeg knows (AAC in ADTS and LATM, MP2, AC-3, E-AC-3, Opus, SMPTE 302M, …):
// packets in, interleaved float samples out. Rate, channels and sample format may change from one packet to the next.
// One thread.

#include "media/decode/av_pointers.h"
#include "media/frame/sound_view.h"
#include "media/media_error.h"

#include <QString>

#include <functional>
#include <memory>

namespace gantry::media {

class AudioDecoder
{
public:
    // `timeBase`: seconds a unit of AVPacket::pts.
    static Result<std::unique_ptr<AudioDecoder>> open(const AVCodecParameters &parameters, double timeBase);
    ~AudioDecoder();

    // Channels in the stream's order, at most SoundView::mostChannels: further ones are left out.
    using Sink = std::function<void(const SoundView &sound)>;
    // False: the packet did not decode, the next may. Sound that a damaged packet still gave is handed out all the
    // same.
    bool decode(const AVPacket &packet, const Sink &sink);

    QString codec() const; // "AAC"

private:
    AudioDecoder();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

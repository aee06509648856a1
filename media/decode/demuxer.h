#pragma once
// MPEG-TS from a connection's bytes: which packet belongs to which stream. Built on libavformat's own transport stream
// demuxer with our bytes behind it: no network, no URL, no look-ahead to guess what is in there (stream types come from
// the PMT, decoders open at the first packet). One thread. It ends when the byte source ends.

#include "media/decode/av_pointers.h"
#include "media/media_error.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gantry::media {

class Demuxer
{
public:
    using Time = std::chrono::steady_clock::time_point;

    struct Message
    {
        std::vector<std::byte> bytes;
        Time arrived;
    };
    // Blocks until there are bytes; nothing: the stream has ended (or is to be given up).
    using Source = std::function<std::optional<Message>()>;

    enum class Sort { Video, Audio };
    struct Unit
    {
        AVPacket *packet = nullptr; // valid until the next call
        Sort sort = Sort::Video;
        int stream = 0; // index for parameters() and timeBase()
        Time arrived;   // of its last transport packet
    };

    // Reads until the streams are known.
    static Result<std::unique_ptr<Demuxer>> open(Source source);
    ~Demuxer();

    // The next packet of the first video or the first audio stream; nothing at the end.
    std::optional<Unit> next();

    const AVCodecParameters &parameters(int stream) const;
    double timeBase(int stream) const; // seconds

private:
    Demuxer();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

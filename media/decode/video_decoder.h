#pragma once
// One video stream: packets in, pictures out. One thread. A stream it cannot decode costs counted errors,
// never a crash of ours or memory without bound: pictures above `mostPixels` are refused.
//
// How much is decoded may change at any time without a glitch: no picture comes out that was made from references that
// are not there. What decodes everything or nearly so (full, light) changes with the next packet. To key pictures alone
// it changes at a key picture, and back again likewise. After light, the picture is exact from the next key picture on:
// without the loop filter it drifts a little.

#include "media/decode/av_pointers.h"
#include "media/feed_sample.h"
#include "media/frame/picture_demand.h"
#include "media/media_error.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace gantry::media {

class GpuDecoding;

class VideoDecoder
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::int64_t mostPixels = 4096LL * 2304; // 4K DCI and UHD pass, 8K does not

    // `timeBase` is that of the packets. `gpu` outlives the decoder; null: software.
    static Result<std::unique_ptr<VideoDecoder>> open(const AVCodecParameters &parameters, double timeBase,
                                                      GpuDecoding *gpu = nullptr);
    ~VideoDecoder();

    // Decodes one packet that was whole at `arrived` and gives each finished picture to `picture`, in the order of
    // showing and in memory that the CPU reads, unless they stay on the device; the frame is valid during the call. A
    // damaged picture is given all the same. False: the packet did not decode, or a picture was damaged; the next may
    // be fine. The frame's best_effort_timestamp is the stream's own presentation time.
    using Picture = std::function<void(const AVFrame &frame, Time arrived, const VideoFormat &format)>;
    bool decode(const AVPacket &packet, Time arrived, const Picture &picture);

    // From now on pictures of a GPU are given as they lie there; inMemory() has them in memory. For those who draw them
    // there: copying costs as much as decoding.
    void setStayOnDevice(bool stay);
    // During the call that gives it: the picture in memory, at most one copy of each. Null: it was not to be had, and
    // the packet counts as failed.
    const AVFrame *inMemory(const AVFrame &frame);
    bool isOnDevice() const; // the picture that is given

    // What is wanted from now on. Off begins at once, and nothing comes out until it ends at a key picture. With
    // Thumbnail each key picture comes out with its own packet: nothing is held back for reordering.
    void setMode(DecodeMode mode);
    // While on, only key pictures are decoded, at once, whatever is wanted: what is left when decoding falls behind.
    void setHurry(bool hurry);
    bool hurries() const;
    // What it does now.
    DecodeMode mode() const;

    // Where it decodes now and why nowhere better; both may change with any packet.
    QString backend() const; // "software"
    std::optional<QString> backendNote() const;
    std::uint64_t copies() const; // pictures copied from a GPU into memory

private:
    VideoDecoder();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

#pragma once
// A GPU that does what a test tells it: pictures are decoded by FFmpeg's software and handed out as if they came from a
// device, so every way in which one fails can be played without a driver.

#include "media/gpu/gpu_backend.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <climits>
#include <memory>
#include <optional>
#include <semaphore>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/frame.h>
}

namespace gantry::media::scripted {

// What the device is to do; any thread.
struct Script
{
    std::optional<QString> noDevice;     // it does not open, and says this
    std::atomic<bool> wrongPicture{};    // one pixel of each picture is not what it should be
    std::atomic<bool> gone{};            // every packet fails
    std::atomic<bool> silent{};          // packets are taken, and nothing comes of them
    std::atomic<bool> brokenStreams{};   // no picture of a feed can be fetched, that of a test can
    std::atomic<bool> unfit{};           // the feeds' streams are never offered to it
    std::atomic<int> roomFor{1000};      // decoders; for further ones FFmpeg falls back by itself
    std::counting_semaphore<> may{1000}; // taken by each opening: at 0 it waits
    std::atomic<int> openings{};
    std::atomic<int> proofs{};
    std::atomic<int> decoders{}; // of feeds, that were ever to be opened on it
};

inline std::array<std::unique_ptr<Script>, 2> &scripts()
{
    static std::array<std::unique_ptr<Script>, 2> all;
    return all;
}

inline Script &script(int which)
{
    return *scripts()[std::size_t(which)];
}

// Before each test, while no decoding runs: two devices that work.
inline void begin()
{
    for (auto &one : scripts())
        one = std::make_unique<Script>();
}

template <int which>
class Device final : public DecodeDevice
{
public:
    const AVCodec *decoder(int codec) const override { return avcodec_find_decoder(AVCodecID(codec)); }

    void prepare(AVCodecContext &context) const override
    {
        softwareBackend.open().value()->prepare(context);
        // A feed's decoder has its pictures limited, a proof's has not.
        const bool proof = context.max_pixels == INT_MAX;
        Script &told = script(which);
        ++(proof ? told.proofs : told.decoders);
        // Beyond its room the device is offered, and then does not set up; an unfit stream is not even offered to it.
        auto *trail = static_cast<FormatTrail *>(context.opaque);
        const bool full = !proof && told.decoders > told.roomFor;
        trail->offered = trail->refused = full;
        if (full || (!proof && told.unfit))
            context.get_buffer2 = ofSoftware;
        else
            context.get_buffer2 = proof ? ofProof : ofDevice;
    }

    bool made(const AVFrame &frame) const override { return frame.opaque != nullptr; }

    const AVFrame *inMemory(const AVFrame &frame, AVFrame &room) const override
    {
        if (script(which).brokenStreams && frame.opaque == &feedMark)
            return nullptr;
        av_frame_unref(&room);
        room.format = AV_PIX_FMT_NV12;
        room.width = frame.width;
        room.height = frame.height;
        if (frame.format != AV_PIX_FMT_YUV420P || av_frame_get_buffer(&room, 0) < 0 ||
            av_frame_copy_props(&room, &frame) < 0)
            return nullptr;
        const auto line = [](const AVFrame &of, int plane, int y) {
            return of.data[plane] + std::ptrdiff_t(y) * of.linesize[plane];
        };
        for (int y = 0; y < frame.height; ++y)
            std::copy_n(line(frame, 0, y), frame.width, line(room, 0, y));
        for (int y = 0; y < frame.height / 2; ++y)
            for (int x = 0; x < frame.width; ++x)
                line(room, 1, y)[x] = line(frame, 1 + x % 2, y)[x / 2];
        if (script(which).wrongPicture)
            room.data[0][0] = std::uint8_t(room.data[0][0] + 20);
        return &room;
    }

private:
    // Who made a picture stands at its `opaque`: nobody, for FFmpeg's own software.
    inline static char proofMark = 0;
    inline static char feedMark = 0;

    static int take(AVCodecContext *context, AVFrame *frame, int flags, void *mark)
    {
        if (script(which).silent && mark)
            context->skip_frame = AVDISCARD_ALL; // from the next packet on
        const int result = avcodec_default_get_buffer2(context, frame, flags);
        frame->opaque = mark;
        return result;
    }
    static int ofSoftware(AVCodecContext *context, AVFrame *frame, int flags)
    {
        return take(context, frame, flags, nullptr);
    }
    static int ofProof(AVCodecContext *context, AVFrame *frame, int flags)
    {
        return script(which).gone ? AVERROR_EXTERNAL : take(context, frame, flags, &proofMark);
    }
    static int ofDevice(AVCodecContext *context, AVFrame *frame, int flags)
    {
        return script(which).gone ? AVERROR_EXTERNAL : take(context, frame, flags, &feedMark);
    }
};

template <int which>
inline tl::expected<std::unique_ptr<DecodeDevice>, QString> open()
{
    Script &told = script(which);
    told.may.acquire();
    ++told.openings;
    if (told.noDevice)
        return tl::unexpected(*told.noDevice);
    return std::make_unique<Device<which>>();
}

inline bool knowsAll(int)
{
    return true;
}

inline const GpuBackend first{"First", knowsAll, open<0>};
inline const GpuBackend second{"Second", knowsAll, open<1>};
inline constexpr std::array<const GpuBackend *, 3> table{&first, &second, &softwareBackend};

} // namespace gantry::media::scripted

#pragma once
// Where one decoder decodes, and why there: the part of a VideoDecoder that knows of GPUs. It begins in software when
// the proofs are not through, falls back to software when the device refuses or is lost, and says which of it happened.
// One thread, the decoder's.

#include "media/decode/av_pointers.h"
#include "media/gpu/gpu_decoding.h"

#include <chrono>
#include <cstdint>
#include <memory>

namespace gantry::media {

class GpuSession
{
public:
    using Time = std::chrono::steady_clock::time_point;

    // From the first packet that failed on a device that decodes nothing any more to software. A feed is to be there
    // within 3 s, and its next key picture takes up to two more.
    static constexpr std::chrono::milliseconds patience{1000};
    static constexpr int fewestFruitless = 8; // a single damaged picture a second is no lost device

    // `gpu` null: software, without a word why. `codec` is an AVCodecID.
    GpuSession(GpuDecoding *gpu, int codec);
    GpuSession(const GpuSession &) = delete;
    GpuSession &operator=(const GpuSession &) = delete;
    ~GpuSession();

    // To open a context: what decoder, and how. Again for each context that follows.
    const AVCodec *decoder() const { return m_device->decoder(m_codec); }
    void prepare(AVCodecContext &context);
    // The context did not open. True: software is next, try again.
    bool leaveUnopened();

    // Before a key picture: a GPU has proven itself meanwhile, a fresh context is to be opened there.
    bool changesOver();
    // Each picture that comes out, once. True: it lies on the device.
    bool came(const AVFrame &frame);
    // One that lies there, in memory that the CPU reads; valid until the next call. Null: it was not to be had.
    const AVFrame *copied(const AVFrame &frame);
    // After each packet, which came at `now`: `error` is FFmpeg's, 0 where it decoded. True: software is next, a fresh
    // context is to be opened.
    bool leaves(int error, Time now);

    QString backend() const; // "software"
    std::optional<QString> note() const;
    std::uint64_t copies() const { return m_copies; } // pictures that were copied from the device into memory

private:
    enum class Fall { None, Refused, Unfit, Stopped };
    bool onGpu() const { return !m_backend->trusted; }
    void count(bool runs);
    void fruitful();
    void toSoftware(Fall why);

    GpuDecoding *const m_gpu;
    const int m_codec;
    std::shared_ptr<const DecodeDevice> m_device;
    const GpuBackend *m_backend = &softwareBackend; // whose device it is
    std::optional<QString> m_choiceNote;
    bool m_settled = true;
    AvFramePointer m_room;
    FormatTrail m_trail;

    const GpuBackend *m_fallen = nullptr; // the GPU that was left
    Fall m_fall = Fall::None;
    int m_othersThere = 0; // decoders on the device when it took this one no more
    bool m_counted = false;
    bool m_everMade = false;    // a picture came from the device in this context
    bool m_pictureCame = false; // since the packet before
    bool m_copyFailed = false;  // the last one that was asked for
    int m_fruitless = 0;        // packets in a row that failed or gave nothing
    Time m_firstFruitless;
    bool m_suspected = false; // the device was asked for its test picture since the last picture
    std::uint64_t m_copies = 0;
};

} // namespace gantry::media

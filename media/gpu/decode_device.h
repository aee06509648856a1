#pragma once
// Something that decodes pictures: a GPU that was opened, or software. Decoders borrow it; it outlives them and serves
// any number of them from any thread.

struct AVBufferRef;
struct AVCodec;
struct AVCodecContext;
struct AVFrame;

namespace gantry::media {

// What FFmpeg asked while it set a decoder up. One belongs to each codec context and hangs at its `opaque`.
struct FormatTrail
{
    bool offered = false; // the device's format stood in FFmpeg's list and was taken; cleared once it served
    bool refused = false; // the device was taken and then did not set up: FFmpeg asked again without it
};

class DecodeDevice
{
public:
    virtual ~DecodeDevice() = default;

    // What decodes `codec` (an AVCodecID) here, or null. Not every decoder of FFmpeg knows of devices.
    virtual const AVCodec *decoder(int codec) const = 0;
    // An allocated context that is not open yet; its `opaque` is a FormatTrail.
    virtual void prepare(AVCodecContext &context) const = 0;
    // Whether the picture was made here, or by the software that FFmpeg falls back to.
    virtual bool made(const AVFrame &frame) const = 0;
    // A picture that was made here in memory that the CPU reads, NV12 or P010 where it must be copied: `frame` itself,
    // or `room`, which is overwritten; null: the copy failed.
    virtual const AVFrame *inMemory(const AVFrame &frame, AVFrame &room) const = 0;
    // FFmpeg's reference to the opened device, for importers of textures; null: it has none.
    virtual AVBufferRef *reference() const { return nullptr; }
};

} // namespace gantry::media

#include "media/gpu/libav_device.h"

#include "media/decode/av_pointers.h"
#include "media/media_error.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/dict.h>
#include <libavutil/hwcontext.h>
}

namespace gantry::media {
namespace {

// Pictures that may be held beside those the decoder needs: one each in the decoder's hand, the slot and the importer,
// and one for every wall that has not yet seen the newest. A pool of fixed size starves without them.
constexpr int heldPictures = 8;

const AVCodecHWConfig *configOf(const AVCodec &codec, AVHWDeviceType type)
{
    for (int i = 0;; ++i) {
        const AVCodecHWConfig *config = avcodec_get_hw_config(&codec, i);
        if (!config)
            return nullptr;
        if (config->device_type == type && (config->methods & AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX) != 0)
            return config;
    }
}

// The first decoder that knows the device: for AV1 the default one, dav1d, does not.
const AVCodec *decoderFor(int codec, AVHWDeviceType type)
{
    void *at = nullptr;
    while (const AVCodec *one = av_codec_iterate(&at)) {
        if (int(one->id) == codec && av_codec_is_decoder(one) != 0 && configOf(*one, type))
            return one;
    }
    return nullptr;
}

// FFmpeg asks for a format from its list. When the device that we took does not set up, it asks again without it; the
// software format, which is always in the list, is then the answer.
AVPixelFormat chooseFormat(AVCodecContext *context, const AVPixelFormat *list)
{
    auto *trail = static_cast<FormatTrail *>(context->opaque);
    const auto *device = reinterpret_cast<const AVHWDeviceContext *>(context->hw_device_ctx->data);
    const AVCodecHWConfig *config = configOf(*context->codec, device->type);
    for (const AVPixelFormat *format = list; config && *format != AV_PIX_FMT_NONE; ++format) {
        if (*format == config->pix_fmt) {
            trail->offered = true;
            return *format;
        }
    }
    trail->refused = trail->offered;
    return avcodec_default_get_format(context, list);
}

class LibavDevice final : public DecodeDevice
{
public:
    LibavDevice(AVBufferRef *device, AVHWDeviceType type) : m_device(device), m_type(type) {}
    LibavDevice(const LibavDevice &) = delete;
    LibavDevice &operator=(const LibavDevice &) = delete;
    ~LibavDevice() override { av_buffer_unref(&m_device); }

    const AVCodec *decoder(int codec) const override { return decoderFor(codec, m_type); }

    void prepare(AVCodecContext &context) const override
    {
        context.thread_count = 1;
        // FFmpeg's decoder of MPEG-1 and -2 would show B pictures in the order in which they come.
        if (context.codec_id != AV_CODEC_ID_MPEG1VIDEO && context.codec_id != AV_CODEC_ID_MPEG2VIDEO)
            context.flags |= AV_CODEC_FLAG_LOW_DELAY;
        context.hw_device_ctx = av_buffer_ref(m_device);
        context.extra_hw_frames = heldPictures;
        if (context.hw_device_ctx)
            context.get_format = chooseFormat;
    }

    bool made(const AVFrame &frame) const override { return frame.hw_frames_ctx != nullptr; }

    const AVFrame *inMemory(const AVFrame &frame, AVFrame &room) const override
    {
        av_frame_unref(&room);
        room.format = wantedFormat(frame);
        if (av_hwframe_transfer_data(&room, &frame, 0) < 0 || av_frame_copy_props(&room, &frame) < 0)
            return nullptr;
        return &room;
    }

    AVBufferRef *reference() const override { return m_device; }

private:
    // NV12 or P010 where the device gives them, otherwise what it gives first.
    static int wantedFormat(const AVFrame &frame)
    {
        const auto *frames = reinterpret_cast<const AVHWFramesContext *>(frame.hw_frames_ctx->data);
        return frames->sw_format == AV_PIX_FMT_NV12 || frames->sw_format == AV_PIX_FMT_P010 ? frames->sw_format
                                                                                            : AV_PIX_FMT_NONE;
    }

    AVBufferRef *m_device;
    const AVHWDeviceType m_type;
};

} // namespace

bool libavKnows(const char *type, int codec)
{
    const AVHWDeviceType found = av_hwdevice_find_type_by_name(type);
    return found != AV_HWDEVICE_TYPE_NONE && decoderFor(codec, found);
}

tl::expected<std::unique_ptr<DecodeDevice>, QString> openLibavDevice(const char *type,
                                                                     std::initializer_list<DeviceOpening> openings)
{
    quietLibav();
    const AVHWDeviceType found = av_hwdevice_find_type_by_name(type);
    for (const DeviceOpening &opening : openings) {
        AVDictionary *options = nullptr;
        if (opening.option)
            av_dict_set(&options, opening.option, opening.value, 0);
        AVBufferRef *device = nullptr;
        // What comes back differs from driver to driver; only its sign can be relied upon.
        const int result = av_hwdevice_ctx_create(&device, found, nullptr, options, opening.flags);
        av_dict_free(&options);
        if (result >= 0)
            return std::make_unique<LibavDevice>(device, found);
    }
    return tl::unexpected(Text::tr("this machine has no such device."));
}

} // namespace gantry::media

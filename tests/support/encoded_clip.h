#pragma once
// Pictures made by libavcodec's encoders, one access unit each, as an encoder hands them to its multiplexer.

#include <QSize>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <utility>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/frame.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

namespace gantry::media::clips {

struct Unit
{
    std::vector<std::byte> bytes;
    bool key = false;
    std::int64_t number = 0; // of the picture, in the order of showing
};

struct Settings
{
    std::string encoder = "libx264";
    QSize size{320, 176};
    AVPixelFormat format = AV_PIX_FMT_YUV420P;
    int count = 24;
    int gop = 12;
    int bFrames = 0;
    AVRational aspect{1, 1};
    bool interlaced = false;
    AVColorSpace matrix = AVCOL_SPC_UNSPECIFIED;
    AVColorPrimaries primaries = AVCOL_PRI_UNSPECIFIED;
    AVColorTransferCharacteristic transfer = AVCOL_TRC_UNSPECIFIED;
    AVColorRange range = AVCOL_RANGE_UNSPECIFIED;
    std::vector<std::pair<std::string, std::string>> options;
    std::function<void(AVFrame &, int)> paint;
};

// One sample of any planar format of 8 to 16 bit.
inline void setSample(AVFrame &frame, int plane, int x, int y, int value)
{
    std::uint8_t *line = frame.data[plane] + std::ptrdiff_t(y) * frame.linesize[plane];
    if (av_pix_fmt_desc_get(AVPixelFormat(frame.format))->comp[0].depth > 8)
        reinterpret_cast<std::uint16_t *>(line)[x] = std::uint16_t(value);
    else
        line[x] = std::uint8_t(value);
}

inline QSize planeSize(const AVFrame &frame, int plane)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame.format));
    return plane == 0 ? QSize(frame.width, frame.height)
                      : QSize(frame.width >> format->log2_chroma_w, frame.height >> format->log2_chroma_h);
}

inline void fill(AVFrame &frame, int y, int u, int v)
{
    const int values[] = {y, u, v};
    for (int plane = 0; plane < 3; ++plane) {
        const QSize size = planeSize(frame, plane);
        for (int line = 0; line < size.height(); ++line)
            for (int x = 0; x < size.width(); ++x)
                setSample(frame, plane, x, line, values[plane]);
    }
}

// A picture made by hand.
struct Picture
{
    AVFrame *frame = av_frame_alloc();
    Picture(QSize size, AVPixelFormat format)
    {
        frame->width = size.width();
        frame->height = size.height();
        frame->format = format;
        av_frame_get_buffer(frame, 0);
    }
    Picture(const Picture &) = delete;
    Picture &operator=(const Picture &) = delete;
    ~Picture() { av_frame_free(&frame); }
    void interlaced(bool topFirst = true) const
    {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
        frame->flags |= AV_FRAME_FLAG_INTERLACED | (topFirst ? AV_FRAME_FLAG_TOP_FIELD_FIRST : 0);
#else
        frame->interlaced_frame = 1;
        frame->top_field_first = topFirst ? 1 : 0;
#endif
    }
};

// Something that moves and does not compress to nothing.
inline void paintNoise(AVFrame &frame, int number)
{
    const int scale = 1 << (av_pix_fmt_desc_get(AVPixelFormat(frame.format))->comp[0].depth - 8);
    fill(frame, 60 * scale, 128 * scale, 128 * scale);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            setSample(frame, 0, x, y, (40 + ((x * 7 + y * 13 + number * 5 + ((x * y) >> 3)) & 127)) * scale);
}

// Empty where the encoder does not exist here.
inline std::vector<Unit> encode(const Settings &settings)
{
    std::vector<Unit> units;
    const AVCodec *codec = avcodec_find_encoder_by_name(settings.encoder.c_str());
    if (!codec)
        return units;
    AVCodecContext *context = avcodec_alloc_context3(codec);
    context->width = settings.size.width();
    context->height = settings.size.height();
    context->pix_fmt = settings.format;
    context->time_base = {1, 25};
    context->framerate = {25, 1};
    context->gop_size = settings.gop;
    context->max_b_frames = settings.bFrames;
    context->thread_count = 1;
    context->bit_rate = 4'000'000;
    context->sample_aspect_ratio = settings.aspect;
    context->colorspace = settings.matrix;
    context->color_primaries = settings.primaries;
    context->color_trc = settings.transfer;
    context->color_range = settings.range;
    if (settings.interlaced) {
        context->flags |= AV_CODEC_FLAG_INTERLACED_DCT | AV_CODEC_FLAG_INTERLACED_ME;
        context->field_order = AV_FIELD_TT;
    }
    AVDictionary *options = nullptr;
    if (settings.encoder == "libx265")
        av_dict_set(&options, "x265-params", "log-level=none:keyint=12:bframes=0", 0);
    for (const auto &[key, value] : settings.options)
        av_dict_set(&options, key.c_str(), value.c_str(), 0);
    AVFrame *frame = av_frame_alloc();
    AVPacket *packet = av_packet_alloc();
    const bool open = avcodec_open2(context, codec, &options) >= 0;
    const auto drain = [&] {
        while (avcodec_receive_packet(context, packet) >= 0) {
            const auto *data = reinterpret_cast<const std::byte *>(packet->data);
            units.push_back({{data, data + packet->size}, (packet->flags & AV_PKT_FLAG_KEY) != 0, packet->pts});
            av_packet_unref(packet);
        }
    };
    for (int i = 0; open && i < settings.count; ++i) {
        frame->width = context->width;
        frame->height = context->height;
        frame->format = context->pix_fmt;
        frame->sample_aspect_ratio = settings.aspect;
        frame->colorspace = settings.matrix;
        frame->color_primaries = settings.primaries;
        frame->color_trc = settings.transfer;
        frame->color_range = settings.range;
        if (av_frame_get_buffer(frame, 0) < 0)
            break;
        if (settings.interlaced) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
            frame->flags |= AV_FRAME_FLAG_INTERLACED | AV_FRAME_FLAG_TOP_FIELD_FIRST;
#else
            frame->interlaced_frame = 1;
            frame->top_field_first = 1;
#endif
        }
        settings.paint ? settings.paint(*frame, i) : paintNoise(*frame, i);
        frame->pts = i;
        avcodec_send_frame(context, frame);
        av_frame_unref(frame);
        drain();
    }
    if (open) {
        avcodec_send_frame(context, nullptr);
        drain();
    }
    av_packet_free(&packet);
    av_frame_free(&frame);
    av_dict_free(&options);
    avcodec_free_context(&context);
    return units;
}

} // namespace gantry::media::clips

#include "media/gpu/check_stream.h"

#include "media/decode/av_pointers.h"
#include "media/media_error.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/frame.h>
#include <libavutil/opt.h>
}

namespace gantry::media {
namespace {

CodecContextPointer openEncoder(QSize size)
{
    const AVCodec *codec = avcodec_find_encoder_by_name("libx264");
    CodecContextPointer context(codec ? avcodec_alloc_context3(codec) : nullptr);
    if (!context)
        return nullptr;
    context->width = size.width();
    context->height = size.height();
    context->pix_fmt = AV_PIX_FMT_YUV420P;
    context->time_base = {1, 30};
    context->framerate = {30, 1};
    context->gop_size = 60;
    context->bit_rate = 5'000'000;
    av_opt_set(context->priv_data, "preset", "veryfast", 0);
    return avcodec_open2(context.get(), codec, nullptr) < 0 ? nullptr : std::move(context);
}

// Something that moves everywhere, so that there is work in every block.
void paint(AVFrame &frame, int n)
{
    for (int y = 0; y < frame.height; ++y) {
        std::uint8_t *line = frame.data[0] + std::ptrdiff_t(y) * frame.linesize[0];
        for (int x = 0; x < frame.width; ++x)
            line[x] = std::uint8_t(((x + 3 * n) ^ (y + 2 * n)) & 0xff);
    }
    for (const int plane : {1, 2}) {
        for (int y = 0; y < frame.height / 2; ++y) {
            std::uint8_t *line = frame.data[plane] + std::ptrdiff_t(y) * frame.linesize[plane];
            for (int x = 0; x < frame.width / 2; ++x)
                line[x] = std::uint8_t(plane == 1 ? x + n : y - n);
        }
    }
}

} // namespace

tl::expected<CheckStream, QString> CheckStream::encode(QSize size, int pictures)
{
    quietLibav();
    const CodecContextPointer context = openEncoder(size);
    const AvFramePointer frame(av_frame_alloc());
    const PacketPointer packet(av_packet_alloc());
    if (!context || !frame || !packet)
        return tl::unexpected(Text::tr("FFmpeg has no libx264 here, so there is no stream to measure with."));
    frame->format = context->pix_fmt;
    frame->width = size.width();
    frame->height = size.height();
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        return tl::unexpected(Text::tr("Out of memory."));
    CheckStream stream;
    stream.m_size = size;
    const auto drain = [&] {
        while (avcodec_receive_packet(context.get(), packet.get()) >= 0) {
            stream.m_units.emplace_back(packet->data, packet->data + packet->size);
            av_packet_unref(packet.get());
        }
    };
    for (int n = 0; n < pictures && av_frame_make_writable(frame.get()) >= 0; ++n) {
        paint(*frame, n);
        frame->pts = n;
        avcodec_send_frame(context.get(), frame.get());
        drain();
    }
    avcodec_send_frame(context.get(), nullptr);
    drain();
    return stream;
}

int CheckStream::codec() const
{
    return AV_CODEC_ID_H264;
}

std::vector<std::span<const std::uint8_t>> CheckStream::units() const
{
    return {m_units.begin(), m_units.end()};
}

} // namespace gantry::media

#include "media/gpu/gpu_proof.h"

#include "media/decode/av_pointers.h"
#include "media/gpu/test_clips.h"
#include "media/media_error.h"

#include <cstdlib>
#include <cstring>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
}

namespace gantry::media {
namespace {

constexpr int tolerance = 6; // at 8 bits: what the encoder changed, and no more

// Any format with 8 to 16 bits in one or two bytes: planar, NV12, P010.
int sample(const AVFrame &frame, const AVPixFmtDescriptor &format, int component, int x, int y)
{
    const AVComponentDescriptor &at = format.comp[component];
    const std::uint8_t *pixel =
        frame.data[at.plane] + std::ptrdiff_t(y) * frame.linesize[at.plane] + std::ptrdiff_t(x) * at.step + at.offset;
    std::uint16_t value = *pixel;
    if (at.depth > 8)
        std::memcpy(&value, pixel, sizeof value);
    return (value >> at.shift) >> (at.depth - 8);
}

bool showsPattern(const AVFrame &frame, int n)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame.format));
    if (!format || format->nb_components < 3 || format->log2_chroma_w != 1 || format->log2_chroma_h != 1 ||
        frame.width != test_pattern::width || frame.height != test_pattern::height)
        return false;
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x)
            if (std::abs(sample(frame, *format, 0, x, y) - test_pattern::luma(x, y, n)) > tolerance)
                return false;
    }
    for (int y = 0; y < frame.height; y += 2) {
        for (int x = 0; x < frame.width; x += 2)
            for (const int plane : {0, 1})
                if (std::abs(sample(frame, *format, 1 + plane, x / 2, y / 2) - test_pattern::chroma(plane, x, y, n)) >
                    tolerance)
                    return false;
    }
    return true;
}

CodecContextPointer openOn(const DecodeDevice &device, int codec, FormatTrail &trail)
{
    const AVCodec *decoder = device.decoder(codec);
    CodecContextPointer context(decoder ? avcodec_alloc_context3(decoder) : nullptr);
    if (!context)
        return nullptr;
    context->opaque = &trail;
    device.prepare(*context);
    return avcodec_open2(context.get(), decoder, nullptr) < 0 ? nullptr : std::move(context);
}

} // namespace

std::optional<int> decodeUnits(const DecodeDevice &device, int codec, AccessUnits units,
                               const std::function<void(const AVFrame &)> &picture)
{
    FormatTrail trail;
    const CodecContextPointer context = openOn(device, codec, trail);
    const PacketPointer packet(av_packet_alloc());
    const AvFramePointer frame(av_frame_alloc());
    if (!context || !packet || !frame)
        return std::nullopt;
    int made = 0;
    const auto receive = [&] {
        int result = 0;
        while ((result = avcodec_receive_frame(context.get(), frame.get())) >= 0) {
            if (!device.made(*frame))
                return false;
            ++made;
            picture(*frame);
        }
        return result == AVERROR(EAGAIN) || result == AVERROR_EOF;
    };
    for (const auto &bytes : units) {
        if (av_new_packet(packet.get(), int(bytes.size())) < 0)
            return std::nullopt;
        std::memcpy(packet->data, bytes.data(), bytes.size());
        const int sent = avcodec_send_packet(context.get(), packet.get());
        av_packet_unref(packet.get());
        if (sent < 0 || !receive())
            return std::nullopt;
    }
    const bool through = avcodec_send_packet(context.get(), nullptr) >= 0 && receive();
    return through ? std::optional(made) : std::nullopt;
}

tl::expected<void, QString> proveDecoding(const DecodeDevice &device, const TestClip &clip)
{
    if (!device.decoder(clip.codec))
        return tl::unexpected(Text::tr("it does not decode %1.").arg(codecName(clip.codec)));
    const AvFramePointer room(av_frame_alloc());
    int n = 0;
    bool right = true;
    const auto decoded = decodeUnits(device, clip.codec, clip.packets, [&](const AVFrame &picture) {
        const AVFrame *inMemory = room ? device.inMemory(picture, *room) : nullptr;
        right = inMemory && showsPattern(*inMemory, n++) && right;
    });
    if (decoded != int(clip.packets.size()))
        return tl::unexpected(Text::tr("it does not decode %1.").arg(codecName(clip.codec)));
    if (!right)
        return tl::unexpected(Text::tr("its test picture was wrong."));
    return {};
}

} // namespace gantry::media

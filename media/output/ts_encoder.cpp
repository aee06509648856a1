#include "media/output/ts_encoder.h"

#include "media/decode/av_pointers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/frame.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

namespace gantry::media {
namespace {

constexpr int messageSize = 1316;
constexpr int audioBitsPerSecond = 128000;

tl::unexpected<Error> cannotEncode(const QString &what)
{
    return tl::unexpected(Error{Error::Kind::System, Text::tr("Set up the encoder of a test feed"), what,
                                Text::tr("Install an FFmpeg that contains libx264 and AAC.")});
}

} // namespace

struct TsEncoder::Private
{
    Settings settings;
    Sink sink;
    AVFormatContext *format = nullptr;
    AVIOContext *io = nullptr;
    CodecContextPointer videoContext;
    CodecContextPointer audioContext;
    AvFramePointer videoFrame;
    AvFramePointer audioFrame;
    PacketPointer packet;
    SwsContext *scaler = nullptr;
    int videoStream = -1;
    int audioStream = -1;

    // libavformat 7 made the buffer const.
#if LIBAVFORMAT_VERSION_MAJOR >= 61
    static int write(void *opaque, const std::uint8_t *bytes, int size)
#else
    static int write(void *opaque, std::uint8_t *bytes, int size)
#endif
    {
        static_cast<Private *>(opaque)->sink(std::as_bytes(std::span(bytes, std::size_t(std::max(0, size)))));
        return size;
    }

    Result<void> openFormat();
    Result<void> openVideo();
    Result<void> openAudio();
    int addStream(const AVCodecContext &context);
    void encode(AVCodecContext &context, const AVFrame &frame, int stream);
};

Result<void> TsEncoder::Private::openFormat()
{
    avformat_alloc_output_context2(&format, nullptr, "mpegts", nullptr);
    auto *buffer = static_cast<unsigned char *>(av_malloc(messageSize));
    if (buffer)
        io = avio_alloc_context(buffer, messageSize, 1, this, nullptr, write, nullptr);
    if (!io)
        av_free(buffer);
    packet.reset(av_packet_alloc());
    if (!format || !io || !packet)
        return cannotEncode(QStringLiteral("mpegts"));
    io->max_packet_size = messageSize;
    format->pb = io;
    format->flags |= AVFMT_FLAG_CUSTOM_IO;
    format->max_delay = 0; // no waiting for more audio to fill a PES packet
    return {};
}

int TsEncoder::Private::addStream(const AVCodecContext &context)
{
    AVStream *stream = avformat_new_stream(format, nullptr);
    if (!stream || avcodec_parameters_from_context(stream->codecpar, &context) < 0)
        return -1;
    stream->time_base = context.time_base;
    return stream->index;
}

Result<void> TsEncoder::Private::openVideo()
{
    const AVCodec *codec = avcodec_find_encoder_by_name("libx264");
    videoContext.reset(codec ? avcodec_alloc_context3(codec) : nullptr);
    videoFrame.reset(av_frame_alloc());
    const int width = settings.size.width();
    const int height = settings.size.height();
    if (!videoContext || !videoFrame || width < 16 || height < 16 || width % 2 != 0 || height % 2 != 0)
        return cannotEncode(QStringLiteral("libx264"));
    AVCodecContext &context = *videoContext;
    context.width = width;
    context.height = height;
    context.pix_fmt = AV_PIX_FMT_YUV420P;
    context.time_base = {1, settings.framesPerSecond};
    context.framerate = {settings.framesPerSecond, 1};
    context.gop_size = settings.framesPerSecond;
    context.max_b_frames = 0;
    context.thread_count = 1;
    context.bit_rate = std::int64_t(settings.videoKilobits) * 1000;
    context.rc_max_rate = context.bit_rate;
    context.rc_buffer_size = int(context.bit_rate / 2);
    context.colorspace = AVCOL_SPC_BT709;
    context.color_primaries = AVCOL_PRI_BT709;
    context.color_trc = AVCOL_TRC_BT709;
    context.color_range = AVCOL_RANGE_MPEG;
    av_opt_set(context.priv_data, "preset", "ultrafast", 0);
    av_opt_set(context.priv_data, "tune", "zerolatency", 0);
    av_opt_set(context.priv_data, "forced-idr", "1", 0);
    videoFrame->format = context.pix_fmt;
    videoFrame->width = width;
    videoFrame->height = height;
    scaler = sws_getContext(width, height, AV_PIX_FMT_RGB32, width, height, AV_PIX_FMT_YUV420P, SWS_FAST_BILINEAR,
                            nullptr, nullptr, nullptr);
    if (avcodec_open2(&context, codec, nullptr) < 0 || av_frame_get_buffer(videoFrame.get(), 0) < 0 || !scaler)
        return cannotEncode(QStringLiteral("libx264"));
    sws_setColorspaceDetails(scaler, sws_getCoefficients(SWS_CS_DEFAULT), 1, sws_getCoefficients(SWS_CS_ITU709), 0, 0,
                             1 << 16, 1 << 16);
    videoStream = addStream(context);
    return {};
}

Result<void> TsEncoder::Private::openAudio()
{
    const AVCodec *codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    audioContext.reset(codec ? avcodec_alloc_context3(codec) : nullptr);
    audioFrame.reset(av_frame_alloc());
    if (!audioContext || !audioFrame)
        return cannotEncode(QStringLiteral("AAC"));
    AVCodecContext &context = *audioContext;
    context.sample_fmt = AV_SAMPLE_FMT_FLTP;
    context.sample_rate = sampleRate;
    context.bit_rate = audioBitsPerSecond;
    context.time_base = {1, sampleRate};
    av_channel_layout_default(&context.ch_layout, channels);
    av_opt_set(context.priv_data, "aac_coder", "fast", 0);
    if (avcodec_open2(&context, codec, nullptr) < 0)
        return cannotEncode(QStringLiteral("AAC"));
    audioFrame->format = context.sample_fmt;
    audioFrame->nb_samples = context.frame_size;
    audioFrame->sample_rate = sampleRate;
    if (av_channel_layout_copy(&audioFrame->ch_layout, &context.ch_layout) < 0 ||
        av_frame_get_buffer(audioFrame.get(), 0) < 0)
        return cannotEncode(QStringLiteral("AAC"));
    audioStream = addStream(context);
    return {};
}

void TsEncoder::Private::encode(AVCodecContext &context, const AVFrame &frame, int stream)
{
    if (avcodec_send_frame(&context, &frame) < 0)
        return;
    while (avcodec_receive_packet(&context, packet.get()) >= 0) {
        av_packet_rescale_ts(packet.get(), context.time_base, format->streams[stream]->time_base);
        packet->stream_index = stream;
        av_write_frame(format, packet.get());
        av_packet_unref(packet.get());
    }
    avio_flush(io);
}

TsEncoder::TsEncoder() : d(std::make_unique<Private>()) {}

TsEncoder::~TsEncoder()
{
    sws_freeContext(d->scaler);
    if (d->format)
        d->format->pb = nullptr;
    avformat_free_context(d->format);
    if (d->io)
        av_freep(&d->io->buffer);
    avio_context_free(&d->io);
}

Result<std::unique_ptr<TsEncoder>> TsEncoder::open(const Settings &settings, Sink sink)
{
    quietLibav();
    std::unique_ptr<TsEncoder> encoder(new TsEncoder);
    Private &d = *encoder->d;
    d.settings = settings;
    d.sink = std::move(sink);
    if (const auto opened = d.openFormat(); !opened)
        return tl::unexpected(opened.error());
    if (settings.video)
        if (const auto opened = d.openVideo(); !opened)
            return tl::unexpected(opened.error());
    if (settings.audio)
        if (const auto opened = d.openAudio(); !opened)
            return tl::unexpected(opened.error());
    if (avformat_write_header(d.format, nullptr) < 0)
        return cannotEncode(QStringLiteral("mpegts"));
    return encoder;
}

void TsEncoder::video(const QImage &picture, std::int64_t number, bool keyPicture)
{
    Q_ASSERT(picture.size() == d->settings.size && d->videoContext);
    AVFrame &frame = *d->videoFrame;
    if (av_frame_make_writable(&frame) < 0)
        return;
    const std::array<const std::uint8_t *, 4> planes{picture.constBits(), nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{int(picture.bytesPerLine()), 0, 0, 0};
    sws_scale(d->scaler, planes.data(), strides.data(), 0, picture.height(), frame.data, frame.linesize);
    frame.pts = number;
    frame.pict_type = keyPicture ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
    d->encode(*d->videoContext, frame, d->videoStream);
}

int TsEncoder::audioBlock() const
{
    return d->audioContext ? d->audioContext->frame_size : 0;
}

void TsEncoder::audio(std::span<const float> left, std::span<const float> right, std::int64_t sample)
{
    Q_ASSERT(d->audioContext && left.size() >= std::size_t(audioBlock()) && right.size() >= left.size());
    AVFrame &frame = *d->audioFrame;
    if (av_frame_make_writable(&frame) < 0)
        return;
    const auto count = std::size_t(audioBlock());
    std::copy_n(left.begin(), count, reinterpret_cast<float *>(frame.data[0]));
    std::copy_n(right.begin(), count, reinterpret_cast<float *>(frame.data[1]));
    frame.pts = sample;
    d->encode(*d->audioContext, frame, d->audioStream);
}

} // namespace gantry::media

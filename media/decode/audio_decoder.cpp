#include "media/decode/audio_decoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/samplefmt.h>
}

namespace gantry::media {
namespace {

constexpr int mostChannels = 16;

// One sample of any libav format as a float. Written out instead of libswresample: no rate or layout changes here.
float sampleAt(const std::uint8_t *data, AVSampleFormat packed, std::size_t index)
{
    const auto as = [&]<typename T>(T) {
        T value;
        std::memcpy(&value, data + index * sizeof(T), sizeof(T));
        return value;
    };
    switch (packed) {
    case AV_SAMPLE_FMT_U8:
        return float(int(data[index]) - 128) / 128;
    case AV_SAMPLE_FMT_S16:
        return float(as(std::int16_t{})) / 32768;
    case AV_SAMPLE_FMT_S32:
        return float(double(as(std::int32_t{})) / 2147483648.0);
    case AV_SAMPLE_FMT_S64:
        return float(double(as(std::int64_t{})) / 9223372036854775808.0);
    case AV_SAMPLE_FMT_FLT:
        return as(float{});
    case AV_SAMPLE_FMT_DBL:
        return float(as(double{}));
    default:
        return 0;
    }
}

} // namespace

struct AudioDecoder::Private
{
    CodecContextPointer context;
    AvFramePointer frame;
    std::vector<float> interleaved;

    void interleave(int channels)
    {
        const auto format = AVSampleFormat(frame->format);
        const bool planar = av_sample_fmt_is_planar(format) != 0;
        const AVSampleFormat packed = av_get_packed_sample_fmt(format);
        const auto all = std::size_t(frame->ch_layout.nb_channels);
        const auto count = std::size_t(frame->nb_samples);
        interleaved.resize(count * std::size_t(channels));
        for (std::size_t channel = 0; channel < std::size_t(channels); ++channel) {
            const std::uint8_t *plane = frame->extended_data[planar ? channel : 0];
            for (std::size_t i = 0; i < count; ++i)
                interleaved[i * std::size_t(channels) + channel] =
                    sampleAt(plane, packed, planar ? i : i * all + channel);
        }
    }
};

AudioDecoder::AudioDecoder() : d(std::make_unique<Private>()) {}
AudioDecoder::~AudioDecoder() = default;

Result<std::unique_ptr<AudioDecoder>> AudioDecoder::open(const AVCodecParameters &parameters)
{
    quietLibav();
    const auto failed = [&] {
        return tl::unexpected(Error{Error::Kind::DecodeFailed, Text::tr("Open the audio decoder"),
                                    codecName(parameters.codec_id), Text::tr("Let the encoder send AAC.")});
    };
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (!codec || codec->type != AVMEDIA_TYPE_AUDIO)
        return failed();
    std::unique_ptr<AudioDecoder> decoder(new AudioDecoder);
    Private &d = *decoder->d;
    d.context.reset(avcodec_alloc_context3(codec));
    d.frame.reset(av_frame_alloc());
    if (!d.context || !d.frame || avcodec_parameters_to_context(d.context.get(), &parameters) < 0)
        return failed();
    d.context->thread_count = 1;
    d.context->request_sample_fmt = AV_SAMPLE_FMT_FLT;
    if (avcodec_open2(d.context.get(), codec, nullptr) < 0)
        return failed();
    return decoder;
}

bool AudioDecoder::decode(const AVPacket &packet, const Samples &samples)
{
    if (avcodec_send_packet(d->context.get(), &packet) < 0)
        return false;
    for (;;) {
        const int result = avcodec_receive_frame(d->context.get(), d->frame.get());
        if (result < 0)
            return result == AVERROR(EAGAIN) || result == AVERROR_EOF;
        const int channels = std::min(d->frame->ch_layout.nb_channels, mostChannels);
        if (channels > 0 && d->frame->nb_samples > 0) {
            d->interleave(channels);
            samples(d->interleaved, channels, d->frame->sample_rate);
        }
        av_frame_unref(d->frame.get());
    }
}

QString AudioDecoder::codec() const
{
    return codecName(d->context->codec_id);
}

} // namespace gantry::media

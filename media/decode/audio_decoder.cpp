#include "media/decode/audio_decoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libswresample/swresample.h>
}

namespace gantry::media {
namespace {

// No codec of a live stream has more in one frame; a hostile header may claim 2^31.
constexpr int mostSamples = 192000;
constexpr int lowestRate = 1000;
constexpr int highestRate = 768000;

struct Freer
{
    void operator()(SwrContext *converter) const { swr_free(&converter); }
};

} // namespace

struct AudioDecoder::Private
{
    CodecContextPointer context;
    AvFramePointer frame;
    double timeBase = 0;
    // What the converter stands at; libav's own layouts do not matter here, the order of channels stays.
    std::unique_ptr<SwrContext, Freer> converter;
    int format = AV_SAMPLE_FMT_NONE;
    int channels = 0;
    std::vector<float> interleaved;
    std::optional<std::chrono::microseconds> next; // the stamp of a frame that has none of its own

    bool sensible() const
    {
        return frame->nb_samples > 0 && frame->nb_samples <= mostSamples && frame->ch_layout.nb_channels > 0 &&
               frame->sample_rate >= lowestRate && frame->sample_rate <= highestRate;
    }

    bool prepare()
    {
        if (converter && format == frame->format && channels == frame->ch_layout.nb_channels)
            return true;
        AVChannelLayout plain{};
        plain.order = AV_CHANNEL_ORDER_UNSPEC;
        plain.nb_channels = frame->ch_layout.nb_channels;
        SwrContext *made = nullptr;
        const int result = swr_alloc_set_opts2(&made, &plain, AV_SAMPLE_FMT_FLT, frame->sample_rate, &plain,
                                               AVSampleFormat(frame->format), frame->sample_rate, 0, nullptr);
        converter.reset(made);
        if (result < 0 || swr_init(converter.get()) < 0) {
            converter.reset();
            return false;
        }
        format = frame->format;
        channels = frame->ch_layout.nb_channels;
        return true;
    }

    bool convert()
    {
        if (!sensible() || !prepare())
            return false;
        const auto all = std::size_t(channels);
        interleaved.resize(std::size_t(frame->nb_samples) * all);
        auto *out = reinterpret_cast<std::uint8_t *>(interleaved.data());
        const int converted = swr_convert(converter.get(), &out, frame->nb_samples,
                                          const_cast<const std::uint8_t **>(frame->extended_data), frame->nb_samples);
        if (converted != frame->nb_samples)
            return false;
        constexpr auto kept = std::size_t(SoundView::mostChannels);
        if (all > kept) {
            for (std::size_t i = 1; i < std::size_t(frame->nb_samples); ++i)
                std::copy_n(interleaved.begin() + std::ptrdiff_t(i * all), kept,
                            interleaved.begin() + std::ptrdiff_t(i * kept));
            interleaved.resize(std::size_t(frame->nb_samples) * kept);
        }
        makeFinite(interleaved);
        return true;
    }

    SoundView view()
    {
        SoundView sound;
        sound.interleaved = interleaved;
        sound.channels = std::min(channels, SoundView::mostChannels);
        sound.sampleRate = frame->sample_rate;
        if (frame->ch_layout.order == AV_CHANNEL_ORDER_NATIVE && channels <= SoundView::mostChannels)
            sound.layout = frame->ch_layout.u.mask;
        if (frame->pts != AV_NOPTS_VALUE)
            sound.stamp = std::chrono::microseconds(std::llround(double(frame->pts) * timeBase * 1e6));
        else
            sound.stamp = next;
        next = sound.stamp;
        if (next)
            *next += std::chrono::duration_cast<std::chrono::microseconds>(sound.duration());
        return sound;
    }
};

AudioDecoder::AudioDecoder() : d(std::make_unique<Private>()) {}
AudioDecoder::~AudioDecoder() = default;

Result<std::unique_ptr<AudioDecoder>> AudioDecoder::open(const AVCodecParameters &parameters, double timeBase)
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
    d.timeBase = timeBase;
    d.context->thread_count = 1;
    d.context->max_samples = mostSamples;
    if (avcodec_open2(d.context.get(), codec, nullptr) < 0)
        return failed();
    return decoder;
}

bool AudioDecoder::decode(const AVPacket &packet, const Sink &sink)
{
    if (avcodec_send_packet(d->context.get(), &packet) < 0)
        return false;
    for (bool fine = true;;) {
        const int result = avcodec_receive_frame(d->context.get(), d->frame.get());
        if (result < 0)
            return fine && (result == AVERROR(EAGAIN) || result == AVERROR_EOF);
        if (d->convert())
            sink(d->view());
        else
            fine = false;
        av_frame_unref(d->frame.get());
    }
}

QString AudioDecoder::codec() const
{
    return codecName(d->context->codec_id);
}

} // namespace gantry::media

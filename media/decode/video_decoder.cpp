#include "media/decode/video_decoder.h"

#include "media/decode/picture_format.h"
#include "media/decode/picture_scaler.h"
#include "media/gpu/gpu_backend.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {
namespace {

// What went in, kept until it comes out. Our own running number goes in as the time stamp, because the stream's may
// jump, repeat or be missing, and every decoder hands the number back with the picture it began.
struct Ticket
{
    std::int64_t number = -1;
    VideoDecoder::Time arrived;
    std::int64_t streamTime = AV_NOPTS_VALUE;
};

// Rates that exist; a measured one is taken for the nearest within half a per cent.
double knownRate(double measured)
{
    for (const double rate :
         {24000 / 1001.0, 24.0, 25.0, 30000 / 1001.0, 30.0, 48.0, 50.0, 60000 / 1001.0, 60.0, 100.0, 120.0})
        if (std::abs(measured - rate) < rate * 0.0005)
            return rate;
    return std::round(measured * 100) / 100;
}

} // namespace

struct VideoDecoder::Private
{
    CodecContextPointer context;
    AvFramePointer frame;
    PacketPointer packet;
    const char *backend = "";
    QString codec;
    PictureFormat look;
    std::array<Ticket, 64> tickets; // more than any reorder depth (16)
    std::int64_t next = 0;
    double timeBase = 0;
    bool keyPicturesOnly = false;
    bool leaveAtKey = false;

    std::int64_t firstTime = AV_NOPTS_VALUE; // of the run of pictures from which the rate is measured
    std::int64_t lastTime = AV_NOPTS_VALUE;
    int timedPictures = 0;
    double measuredRate = 0;

    const Ticket *ticketOf(std::int64_t number) const
    {
        if (number < 0)
            return nullptr;
        const Ticket &ticket = tickets[std::size_t(number) % tickets.size()];
        return ticket.number == number ? &ticket : nullptr;
    }

    // Measured over runs of 25 pictures: what a header promises is often wrong or missing.
    void measureRate(std::int64_t streamTime)
    {
        const double step = double(streamTime - lastTime) * timeBase;
        if (keyPicturesOnly || streamTime == AV_NOPTS_VALUE || lastTime == AV_NOPTS_VALUE || step <= 0 || step > 2) {
            firstTime = streamTime;
            timedPictures = 0;
        } else if (++timedPictures == 25) {
            measuredRate = knownRate(timedPictures / (double(streamTime - firstTime) * timeBase));
            firstTime = streamTime;
            timedPictures = 0;
        }
        lastTime = streamTime;
    }

    VideoFormat describe(const AVFrame &picture)
    {
        VideoFormat format{codec, PictureScaler::squareSize(picture), measuredRate};
        look.describe(picture, format);
        if (format.framesPerSecond == 0 && context->framerate.num > 0 && context->framerate.den > 0)
            format.framesPerSecond = knownRate(av_q2d(context->framerate));
        return format;
    }

    // False: something of what went in did not decode, or came out damaged.
    bool receive(Time now, const Picture &picture)
    {
        for (bool whole = true;;) {
            const int result = avcodec_receive_frame(context.get(), frame.get());
            if (result == AVERROR(EAGAIN) || result == AVERROR_EOF)
                return whole;
            if (result < 0)
                return false;
            whole = whole && (frame->flags & AV_FRAME_FLAG_CORRUPT) == 0 && frame->decode_error_flags == 0;
            const Ticket *ticket = ticketOf(frame->pts);
            measureRate(ticket ? ticket->streamTime : AV_NOPTS_VALUE);
            picture(*frame, ticket ? ticket->arrived : now, describe(*frame));
            av_frame_unref(frame.get());
        }
    }
};

VideoDecoder::VideoDecoder() : d(std::make_unique<Private>()) {}
VideoDecoder::~VideoDecoder() = default;

Result<std::unique_ptr<VideoDecoder>> VideoDecoder::open(const AVCodecParameters &parameters, double timeBase)
{
    quietLibav();
    const auto failed = [&] {
        return tl::unexpected(Error{Error::Kind::DecodeFailed, Text::tr("Open the video decoder"),
                                    codecName(parameters.codec_id), Text::tr("Let the encoder send H.264 or H.265.")});
    };
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (!codec || codec->type != AVMEDIA_TYPE_VIDEO)
        return failed();
    std::unique_ptr<VideoDecoder> decoder(new VideoDecoder);
    Private &d = *decoder->d;
    d.context.reset(avcodec_alloc_context3(codec));
    d.frame.reset(av_frame_alloc());
    d.packet.reset(av_packet_alloc());
    d.timeBase = timeBase;
    d.codec = codecName(parameters.codec_id);
    if (!d.context || !d.frame || !d.packet || avcodec_parameters_to_context(d.context.get(), &parameters) < 0)
        return failed();
    d.context->max_pixels = mostPixels;
    // A picture with damage is shown as it is: an operator must see it. The errors are counted beside it.
    d.context->err_recognition = 0;
    d.backend = prepareDecoder(d.context.get()).name;
    if (avcodec_open2(d.context.get(), codec, nullptr) < 0)
        return failed();
    return decoder;
}

bool VideoDecoder::decode(const AVPacket &packet, Time arrived, const Picture &picture)
{
    const bool key = (packet.flags & AV_PKT_FLAG_KEY) != 0;
    if (d->leaveAtKey && key) {
        d->keyPicturesOnly = false;
        d->leaveAtKey = false;
    }
    if (d->keyPicturesOnly && !key)
        return true;
    if (av_packet_ref(d->packet.get(), &packet) < 0)
        return false;
    const std::int64_t number = d->next++;
    d->tickets[std::size_t(number) % d->tickets.size()] = {number, arrived, packet.pts};
    d->packet->pts = number;
    d->packet->dts = number;
    int sent = avcodec_send_packet(d->context.get(), d->packet.get());
    bool fine = d->receive(arrived, picture);
    if (sent == AVERROR(EAGAIN)) { // was full; there is room now
        sent = avcodec_send_packet(d->context.get(), d->packet.get());
        fine = d->receive(arrived, picture) && fine;
    }
    av_packet_unref(d->packet.get());
    return fine && sent >= 0;
}

void VideoDecoder::setKeyPicturesOnly(bool only)
{
    d->leaveAtKey = d->keyPicturesOnly && !only;
    if (only)
        d->keyPicturesOnly = true;
}

bool VideoDecoder::keyPicturesOnly() const
{
    return d->keyPicturesOnly;
}

QString VideoDecoder::backend() const
{
    return QString::fromLatin1(d->backend);
}

} // namespace gantry::media

#include "media/decode/video_decoder.h"

#include "media/decode/picture_format.h"
#include "media/decode/picture_scaler.h"
#include "media/gpu/gpu_session.h"

#include <QCoreApplication>

#include <algorithm>
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
    CodecParametersPointer parameters; // to open again, when decoding moves
    std::unique_ptr<GpuSession> place;
    CodecContextPointer context;
    AvFramePointer frame;
    PacketPointer packet;
    QString codec;
    PictureFormat look;
    bool whole = true;              // nothing that came out of the packet at hand was damaged
    std::array<Ticket, 64> tickets; // more than any reorder depth (16)
    std::int64_t next = 0;
    double timeBase = 0;
    DecodeMode wanted = DecodeMode::Full;
    DecodeMode mode = DecodeMode::Full; // what is done now
    bool hurry = false;
    bool stayOnDevice = false;
    bool onDevice = false;         // the picture at hand
    const AVFrame *copy = nullptr; // of the picture at hand
    bool copyFailed = false;       // of the picture at hand

    const AVFrame *inMemory(const AVFrame &picture)
    {
        if (!onDevice)
            return &picture;
        if (!copy && !copyFailed) {
            copy = place->copied(picture);
            copyFailed = copy == nullptr;
        }
        return copy;
    }

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
        if (mode != DecodeMode::Full || streamTime == AV_NOPTS_VALUE || lastTime == AV_NOPTS_VALUE || step <= 0 ||
            step > 2) {
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

    // A fresh context where the session says: on a GPU, or in software.
    bool openContext()
    {
        do {
            const AVCodec *codec = place->decoder();
            context.reset(codec ? avcodec_alloc_context3(codec) : nullptr);
            if (!context || avcodec_parameters_to_context(context.get(), parameters.get()) < 0)
                return false;
            context->max_pixels = mostPixels;
            // A picture with damage is shown as it is: an operator must see it. The errors are counted beside it.
            context->err_recognition = 0;
            place->prepare(*context);
            applyMode();
            if (avcodec_open2(context.get(), codec, nullptr) >= 0)
                return true;
        } while (place->leaveUnopened());
        context.reset();
        return false;
    }

    bool isSparse() const { return mode <= DecodeMode::Thumbnail; } // not every picture goes into the decoder

    void applyMode()
    {
        if (!context)
            return;
        const bool light = mode == DecodeMode::Light;
        context->skip_loop_filter = light ? AVDISCARD_ALL : AVDISCARD_DEFAULT;
        context->skip_frame = light ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    }

    // Before each packet: what is wanted begins as soon as it can without a glitch.
    void changeMode(bool key, Time now, const Picture &picture)
    {
        const DecodeMode next = hurry ? std::min(wanted, DecodeMode::Thumbnail) : wanted;
        const bool nextSparse = next <= DecodeMode::Thumbnail;
        const bool atOnce = isSparse() == nextSparse || next == DecodeMode::Off || (nextSparse && hurry);
        if (next == mode || (!key && !atOnce))
            return;
        if (!isSparse() && nextSparse)
            letOut(now, picture);
        mode = next;
        applyMode();
    }

    // What is still inside comes out, and the decoder begins anew. 0, or FFmpeg's error.
    int letOut(Time now, const Picture &picture)
    {
        if (!context)
            return 0;
        const int result = send(nullptr, now, picture);
        avcodec_flush_buffers(context.get());
        return result;
    }

    // 0, or FFmpeg's error.
    int receive(Time now, const Picture &picture)
    {
        for (;;) {
            const int result = avcodec_receive_frame(context.get(), frame.get());
            if (result == AVERROR(EAGAIN) || result == AVERROR_EOF)
                return 0;
            if (result < 0)
                return result;
            const Ticket *ticket = ticketOf(frame->pts);
            frame->best_effort_timestamp = ticket ? ticket->streamTime : AV_NOPTS_VALUE;
            onDevice = place->came(*frame);
            copy = nullptr;
            copyFailed = false;
            const AVFrame *made = stayOnDevice ? frame.get() : inMemory(*frame);
            if (!made)
                return AVERROR_EXTERNAL;
            whole = whole && (frame->flags & AV_FRAME_FLAG_CORRUPT) == 0 && frame->decode_error_flags == 0;
            measureRate(ticket ? ticket->streamTime : AV_NOPTS_VALUE);
            picture(*made, ticket ? ticket->arrived : now, describe(*made));
            av_frame_unref(frame.get());
            if (copyFailed)
                return AVERROR_EXTERNAL;
        }
    }

    // The packet that stands in `packet`, or null to let out what is still inside. 0, or FFmpeg's error.
    int send(const AVPacket *next, Time now, const Picture &picture)
    {
        int sent = avcodec_send_packet(context.get(), next);
        int received = receive(now, picture);
        if (sent == AVERROR(EAGAIN)) { // was full; there is room now
            sent = avcodec_send_packet(context.get(), next);
            const int more = receive(now, picture);
            received = received < 0 ? received : more;
        }
        return sent < 0 ? sent : received;
    }
};

VideoDecoder::VideoDecoder() : d(std::make_unique<Private>()) {}
VideoDecoder::~VideoDecoder() = default;

Result<std::unique_ptr<VideoDecoder>> VideoDecoder::open(const AVCodecParameters &parameters, double timeBase,
                                                         GpuDecoding *gpu)
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
    d.parameters.reset(avcodec_parameters_alloc());
    d.frame.reset(av_frame_alloc());
    d.packet.reset(av_packet_alloc());
    d.timeBase = timeBase;
    d.codec = codecName(parameters.codec_id);
    if (!d.parameters || !d.frame || !d.packet || avcodec_parameters_copy(d.parameters.get(), &parameters) < 0)
        return failed();
    d.place = std::make_unique<GpuSession>(gpu, parameters.codec_id);
    if (!d.openContext())
        return failed();
    return decoder;
}

bool VideoDecoder::decode(const AVPacket &packet, Time arrived, const Picture &picture)
{
    const bool key = (packet.flags & AV_PKT_FLAG_KEY) != 0;
    d->changeMode(key, arrived, picture);
    if (d->mode == DecodeMode::Off || (d->mode == DecodeMode::Thumbnail && !key))
        return true;
    if (key && d->place->changesOver()) {
        if (d->context)
            d->send(nullptr, arrived, picture);
        d->openContext();
    }
    if (!d->context || av_packet_ref(d->packet.get(), &packet) < 0)
        return false;
    const std::int64_t number = d->next++;
    d->tickets[std::size_t(number) % d->tickets.size()] = {number, arrived, packet.pts};
    d->packet->pts = number;
    d->packet->dts = number;
    d->whole = true;
    const auto through = [&] {
        const int sent = d->send(d->packet.get(), arrived, picture);
        // Nothing that follows would push it out before the next key picture.
        const int out = d->mode == DecodeMode::Thumbnail ? d->letOut(arrived, picture) : 0;
        return sent < 0 ? sent : out;
    };
    int result = through();
    if (d->place->leaves(result, arrived) && d->openContext() && key)
        result = through();
    av_packet_unref(d->packet.get());
    return result >= 0 && d->whole;
}

void VideoDecoder::setStayOnDevice(bool stay)
{
    d->stayOnDevice = stay;
}

const AVFrame *VideoDecoder::inMemory(const AVFrame &frame)
{
    return d->inMemory(frame);
}

bool VideoDecoder::isOnDevice() const
{
    return d->onDevice;
}

void VideoDecoder::setMode(DecodeMode mode)
{
    d->wanted = mode;
}

void VideoDecoder::setHurry(bool hurry)
{
    d->hurry = hurry;
}

bool VideoDecoder::hurries() const
{
    return d->hurry;
}

DecodeMode VideoDecoder::mode() const
{
    return d->mode;
}

QString VideoDecoder::backend() const
{
    return d->place->backend();
}

std::optional<QString> VideoDecoder::backendNote() const
{
    return d->place->note();
}

std::uint64_t VideoDecoder::copies() const
{
    return d->place->copies();
}

} // namespace gantry::media

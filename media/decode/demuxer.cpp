#include "media/decode/demuxer.h"

#include "media/decode/arrival_index.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace gantry::media {
namespace {

constexpr int bufferSize =
    64 * 1024; // libavformat steps back over what it read to find the tables: it must still be here
constexpr std::int64_t probeSize = 1024 * 1024; // how far it looks for a PMT before it gives up
constexpr int mostFailures = 50;                // packets in a row that libavformat could not read

// A stream that has been silent this long gives way to another of its sort: encoders change PIDs when they restart.
constexpr std::chrono::milliseconds abandonedAfter{1000};

struct Chosen
{
    int index = -1;
    Demuxer::Time last;
};

} // namespace

struct Demuxer::Private
{
    Source source;
    Message message;
    std::size_t taken = 0;
    ArrivalIndex arrivals;
    AVFormatContext *format = nullptr;
    AVIOContext *io = nullptr;
    PacketPointer packet;
    Chosen video;
    Chosen audio;
    bool ended = false;

    static int read(void *opaque, std::uint8_t *into, int size)
    {
        auto *self = static_cast<Private *>(opaque);
        if (self->taken == self->message.bytes.size()) {
            std::optional<Message> message = self->source();
            self->ended = !message;
            if (!message)
                return AVERROR_EOF;
            self->arrivals.message(message->bytes, message->arrived);
            self->message = std::move(*message);
            self->taken = 0;
        }
        const auto rest = std::span<const std::byte>(self->message.bytes).subspan(self->taken);
        const std::size_t count = std::min(rest.size(), std::size_t(std::max(0, size)));
        std::memcpy(into, rest.data(), count);
        self->taken += count;
        return int(count);
    }

    static int interrupted(void *opaque) { return static_cast<Private *>(opaque)->ended ? 1 : 0; }

    // The unit a packet makes, when it is of one of the two streams we want. Streams may appear and change at any time.
    std::optional<Unit> unitOf(AVPacket *from)
    {
        const AVStream *stream = format->streams[from->stream_index];
        const AVMediaType type = stream->codecpar->codec_type;
        if (type != AVMEDIA_TYPE_VIDEO && type != AVMEDIA_TYPE_AUDIO)
            return std::nullopt;
        const Sort sort = type == AVMEDIA_TYPE_VIDEO ? Sort::Video : Sort::Audio;
        const Time arrived = arrivals.lastPacketOf(std::uint16_t(stream->id), from->pos);
        Chosen &chosen = sort == Sort::Video ? video : audio;
        if (chosen.index != from->stream_index && chosen.index >= 0 && arrived - chosen.last < abandonedAfter)
            return std::nullopt;
        chosen = {from->stream_index, arrived};
        return Unit{from, sort, from->stream_index, arrived};
    }
};

Demuxer::Demuxer() : d(std::make_unique<Private>()) {}

Demuxer::~Demuxer()
{
    avformat_close_input(&d->format);
    if (d->io)
        av_freep(&d->io->buffer);
    avio_context_free(&d->io);
}

Result<std::unique_ptr<Demuxer>> Demuxer::open(Source source)
{
    quietLibav();
    const auto failed = [] {
        return tl::unexpected(Error{Error::Kind::NotTransportStream, Text::tr("Read the stream as MPEG-TS"), QString(),
                                    Text::tr("Let the encoder send MPEG-TS over SRT.")});
    };
    std::unique_ptr<Demuxer> demuxer(new Demuxer);
    Private &d = *demuxer->d;
    d.source = std::move(source);
    d.packet.reset(av_packet_alloc());
    d.format = avformat_alloc_context();
    auto *buffer = static_cast<unsigned char *>(av_malloc(bufferSize));
    if (buffer)
        d.io = avio_alloc_context(buffer, bufferSize, 0, &d, Private::read, nullptr, nullptr);
    if (!d.io)
        av_free(buffer);
    if (!d.packet || !d.format || !d.io)
        return failed();
    d.io->seekable = 0;
    d.io->max_packet_size = 2048;
    d.format->pb = d.io;
    d.format->flags |= AVFMT_FLAG_CUSTOM_IO;
    d.format->probesize = probeSize;
    d.format->max_streams = 128;
    d.format->interrupt_callback = {Private::interrupted, &d};
    AVDictionary *options = nullptr;
    av_dict_set(&options, "scan_all_pmts", "0", 0);
    const int opened = avformat_open_input(&d.format, nullptr, av_find_input_format("mpegts"), &options);
    av_dict_free(&options);
    if (opened < 0 || d.ended)
        return failed();
    return demuxer;
}

std::optional<Demuxer::Unit> Demuxer::next()
{
    for (int failures = 0; failures < mostFailures && !d->ended;) {
        av_packet_unref(d->packet.get());
        const int result = av_read_frame(d->format, d->packet.get());
        if (result == AVERROR_EOF || result == AVERROR_EXIT)
            return std::nullopt;
        if (result < 0) {
            ++failures;
            continue;
        }
        failures = 0;
        if (const std::optional<Unit> unit = d->unitOf(d->packet.get()))
            return unit;
    }
    return std::nullopt;
}

const AVCodecParameters &Demuxer::parameters(int stream) const
{
    return *d->format->streams[stream]->codecpar;
}

double Demuxer::timeBase(int stream) const
{
    return av_q2d(d->format->streams[stream]->time_base);
}

} // namespace gantry::media

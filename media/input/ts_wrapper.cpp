#include "media/input/ts_wrapper.h"

#include <algorithm>
#include <cstdint>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace gantry::media {
namespace {

constexpr int bufferSize = 188 * 70;
constexpr AVRational microseconds{1, 1'000'000};
constexpr int soundGathered = 100'000; // us: the muxer sends sound after half of this

} // namespace

struct TsWrapper::Private
{
    AVFormatContext *format = nullptr;
    AVIOContext *io = nullptr;
    std::vector<std::byte> made;

    // libavformat 7 made the buffer const.
#if LIBAVFORMAT_VERSION_MAJOR >= 61
    static int write(void *opaque, const std::uint8_t *bytes, int size)
#else
    static int write(void *opaque, std::uint8_t *bytes, int size)
#endif
    {
        auto &made = static_cast<Private *>(opaque)->made;
        const auto all = std::as_bytes(std::span(bytes, std::size_t(std::max(0, size))));
        made.insert(made.end(), all.begin(), all.end());
        return size;
    }
};

bool TsWrapper::carries(int codec)
{
    switch (AVCodecID(codec)) {
    case AV_CODEC_ID_H264:
    case AV_CODEC_ID_HEVC:
    case AV_CODEC_ID_MPEG2VIDEO:
    case AV_CODEC_ID_MPEG1VIDEO:
    case AV_CODEC_ID_AAC:
    case AV_CODEC_ID_AAC_LATM:
    case AV_CODEC_ID_MP2:
    case AV_CODEC_ID_MP3:
    case AV_CODEC_ID_AC3:
    case AV_CODEC_ID_EAC3:
    case AV_CODEC_ID_OPUS:
        return true;
    default:
        return false;
    }
}

TsWrapper::TsWrapper() : d(std::make_unique<Private>()) {}

TsWrapper::~TsWrapper()
{
    if (d->format)
        d->format->pb = nullptr;
    avformat_free_context(d->format);
    if (d->io)
        av_freep(&d->io->buffer);
    avio_context_free(&d->io);
}

std::unique_ptr<TsWrapper> TsWrapper::open(std::span<const AVCodecParameters *const> streams)
{
    std::unique_ptr<TsWrapper> wrapper(new TsWrapper);
    Private &d = *wrapper->d;
    avformat_alloc_output_context2(&d.format, nullptr, "mpegts", nullptr);
    auto *buffer = static_cast<unsigned char *>(av_malloc(bufferSize));
    if (buffer)
        d.io = avio_alloc_context(buffer, bufferSize, 1, &d, nullptr, Private::write, nullptr);
    if (!d.io)
        av_free(buffer);
    if (!d.format || !d.io)
        return nullptr;
    d.format->pb = d.io;
    d.format->flags |= AVFMT_FLAG_CUSTOM_IO;
    d.format->max_delay = soundGathered;
    for (const AVCodecParameters *parameters : streams) {
        AVStream *stream = avformat_new_stream(d.format, nullptr);
        if (!stream || avcodec_parameters_copy(stream->codecpar, parameters) < 0)
            return nullptr;
        stream->codecpar->codec_tag = 0; // of the container it comes from
        stream->time_base = microseconds;
    }
    AVDictionary *options = nullptr;
    av_dict_set(&options, "pcr_period", "20", 0);
    const int written = avformat_write_header(d.format, &options);
    av_dict_free(&options);
    if (written < 0)
        return nullptr;
    return wrapper;
}

std::vector<std::byte> TsWrapper::wrap(std::size_t stream, AVPacket &packet, const PacketTimeline::Times &times)
{
    packet.stream_index = int(stream);
    packet.dts = times.decode.count();
    packet.pts = times.shown.count();
    packet.duration = 0;
    packet.pos = -1;
    av_packet_rescale_ts(&packet, microseconds, d->format->streams[stream]->time_base);
    // A packet that is refused (no start code, no configuration yet) is one that no decoder could have used.
    static_cast<void>(av_write_frame(d->format, &packet));
    avio_flush(d->io);
    return std::exchange(d->made, {});
}

} // namespace gantry::media

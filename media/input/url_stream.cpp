#include "media/input/url_stream.h"

#include "media/input/libxml.h"
#include "media/input/ts_wrapper.h"
#include "media/input/url_faults.h"
#include "media/input/url_guard.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <thread>
#include <tuple>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Carrier = UrlAddress::Carrier;
using Microseconds = PacketTimeline::Microseconds;

constexpr std::int64_t probeBytes = 2 * 1024 * 1024;
constexpr std::int64_t probeMicroseconds = 3'000'000;
constexpr int mostStreams = 128;
constexpr std::size_t mostSounds = 8;
constexpr int mostFailures = 50; // packets in a row that libavformat could not read

// Which of the two a playlist is, as far as its address says so: then nobody has to guess.
const char *webFormat(const UrlAddress &address)
{
    if (address.carrier != Carrier::Web)
        return nullptr;
    const QString path = address.path + address.hiddenPath;
    if (path.contains(QLatin1StringView("m3u8"), Qt::CaseInsensitive))
        return "hls";
    return path.contains(QLatin1StringView("mpd"), Qt::CaseInsensitive) ? "dash" : nullptr;
}

QString carrierOf(const UrlAddress &address, const char *format)
{
    switch (address.carrier) {
    case Carrier::Web:
        if (!format)
            return QStringLiteral("HTTP");
        return qstrcmp(format, "hls") == 0 ? QStringLiteral("HLS") : QStringLiteral("DASH");
    case Carrier::Rtmp:
        return QStringLiteral("RTMP");
    case Carrier::Rtsp:
        return QStringLiteral("RTSP");
    default:
        return QStringLiteral("file");
    }
}

std::int64_t figure(const AVDictionary *metadata, const char *key)
{
    const AVDictionaryEntry *entry = av_dict_get(metadata, key, nullptr, 0);
    return entry ? QByteArray(entry->value).toLongLong() : 0;
}

bool contains(const AVProgram &program, int stream)
{
    const auto indexes = std::span(program.stream_index, program.nb_stream_indexes);
    return std::ranges::find(indexes, unsigned(stream)) != indexes.end();
}

} // namespace

struct UrlStream::Private
{
    UrlAddress address;
    UrlPatience patience;
    UrlGuard guard;
    const char *format = nullptr; // of a playlist
    AVFormatContext *context = nullptr;
    PacketPointer packet{av_packet_alloc()};
    std::vector<int> chosen;

    Private(const UrlAddress &address_, UrlPatience patience_, const std::atomic<bool> &stop)
        : address(address_), patience(patience_), guard(address, stop), format(webFormat(address))
    {
    }
    ~Private() { avformat_close_input(&context); }

    Error fault(int code, bool opening)
    {
        const QString carrier = carrierOf(address, format);
        if (guard.fault())
            return *guard.fault();
        const std::optional<int> openFault = guard.openFault();
        if (guard.isExpired() || code == AVERROR_EXIT)
            return openFault && *openFault != AVERROR_EXIT ? urlFault(address, carrier, *openFault)
                                                           : urlTimedOut(address, carrier, opening);
        if (opening && address.encrypted && (code == AVERROR(EIO) || code == AVERROR_EOF || code == AVERROR_UNKNOWN) &&
            !guard.tlsWorks())
            return urlTlsFault(address);
        return urlFault(address, carrier, code);
    }

    Result<void> openContext();
    void keepBestVariant() const;
    Result<void> choose();
    int bestPicture() const;
    std::vector<int> soundsOf(int picture) const;
};

Result<void> UrlStream::Private::openContext()
{
    if (address.carrier == Carrier::File) {
        const QFileInfo file(address.path);
        if (file.exists() && !file.isFile()) // a device or a pipe would never end, or never begin
            return tl::unexpected(urlFault(address, {}, AVERROR(EINVAL)));
    }
    AVDictionary *options = nullptr;
    context = avformat_alloc_context();
    if (!context || !packet)
        return tl::unexpected(fault(AVERROR(ENOMEM), true));
    context->probesize = probeBytes;
    context->max_analyze_duration = probeMicroseconds;
    context->max_streams = mostStreams;
    guard.attach(*context, &options);
    guard.allow(patience.open);
    const AVInputFormat *input = format ? av_find_input_format(format) : nullptr;
    int result = avformat_open_input(&context, address.whole().constData(), input, &options);
    av_dict_free(&options);
    if (result < 0)
        return tl::unexpected(fault(result, true));
    if (address.carrier == Carrier::Web) {
        format = context->iformat->name;
        if (qstrcmp(format, "hls") != 0 && qstrcmp(format, "dash") != 0) {
            format = nullptr;
            return tl::unexpected(fault(AVERROR_INVALIDDATA, true));
        }
    }
    keepBestVariant();
    result = avformat_find_stream_info(context, nullptr);
    if (guard.fault() || guard.isExpired() || guard.isStopped() || (result < 0 && result != AVERROR_EOF))
        return tl::unexpected(fault(result < 0 ? result : AVERROR_EXIT, true));
    return choose();
}

// HLS offers the same programme several times: only the best is fetched, as a viewer with a good line would.
void UrlStream::Private::keepBestVariant() const
{
    const auto programs = std::span(context->programs, context->nb_programs);
    const auto rate = [](const AVProgram *program) { return figure(program->metadata, "variant_bitrate"); };
    const auto best = std::ranges::max_element(programs, {}, rate);
    if (best == programs.end() || rate(*best) == 0)
        return;
    for (unsigned i = 0; i < context->nb_streams; ++i)
        context->streams[i]->discard = contains(**best, int(i)) ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

int UrlStream::Private::bestPicture() const
{
    const auto rank = [this](int index) {
        const AVCodecParameters &codec = *context->streams[index]->codecpar;
        const std::int64_t rate =
            std::max(codec.bit_rate, figure(context->streams[index]->metadata, "variant_bitrate"));
        return std::tuple(TsWrapper::carries(int(codec.codec_id)), std::int64_t(codec.width) * codec.height, rate,
                          -index);
    };
    int best = -1;
    for (int i = 0; i < int(context->nb_streams); ++i) {
        const AVStream &stream = *context->streams[i];
        const bool isPicture = stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
                               (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0 &&
                               stream.codecpar->codec_id != AV_CODEC_ID_NONE && stream.discard != AVDISCARD_ALL;
        if (isPicture && (best < 0 || rank(i) > rank(best)))
            best = i;
    }
    return best;
}

std::vector<int> UrlStream::Private::soundsOf(int picture) const
{
    const AVProgram *program = picture < 0 ? nullptr : av_find_program_from_stream(context, nullptr, picture);
    std::vector<int> sounds;
    for (int i = 0; i < int(context->nb_streams); ++i) {
        const AVStream &stream = *context->streams[i];
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_AUDIO && stream.codecpar->codec_id != AV_CODEC_ID_NONE &&
            stream.discard != AVDISCARD_ALL && (!program || contains(*program, i)))
            sounds.push_back(i);
    }
    if (address.carrier == Carrier::Web && sounds.size() > 1) {
        // Renditions of the same sound: one of them, the default one before the richest.
        const auto rank = [this](int index) {
            const AVStream &stream = *context->streams[index];
            return std::tuple(TsWrapper::carries(int(stream.codecpar->codec_id)),
                              (stream.disposition & AV_DISPOSITION_DEFAULT) != 0, stream.codecpar->bit_rate, -index);
        };
        sounds = {*std::ranges::max_element(sounds, {}, rank)};
    }
    sounds.resize(std::min(sounds.size(), mostSounds));
    return sounds;
}

Result<void> UrlStream::Private::choose()
{
    const int picture = bestPicture();
    if (picture >= 0)
        chosen.push_back(picture);
    const std::vector<int> sounds = soundsOf(picture);
    chosen.insert(chosen.end(), sounds.begin(), sounds.end());
    if (chosen.empty())
        return tl::unexpected(urlNoMedia(address));
    for (const int index : chosen) {
        const AVCodecID codec = context->streams[index]->codecpar->codec_id;
        if (!TsWrapper::carries(int(codec)))
            return tl::unexpected(urlCodecRefused(address, codecName(int(codec))));
    }
    for (int i = 0; i < int(context->nb_streams); ++i) {
        if (std::ranges::find(chosen, i) == chosen.end())
            context->streams[i]->discard = AVDISCARD_ALL;
    }
    return {};
}

UrlStream::UrlStream() = default;

UrlStream::~UrlStream() = default;

Result<std::unique_ptr<UrlStream>> UrlStream::open(const UrlAddress &address, UrlPatience patience,
                                                   const std::atomic<bool> &stop)
{
    quietLibav();
    quietLibxml();
    std::unique_ptr<UrlStream> stream(new UrlStream);
    stream->d = std::make_unique<Private>(address, patience, stop);
    if (const auto opened = stream->d->openContext(); !opened)
        return tl::unexpected(opened.error());
    return stream;
}

QString UrlStream::carrier() const
{
    return carrierOf(d->address, d->format);
}

std::vector<const AVCodecParameters *> UrlStream::streams() const
{
    std::vector<const AVCodecParameters *> all;
    for (const int index : d->chosen)
        all.push_back(d->context->streams[index]->codecpar);
    return all;
}

Result<std::optional<UrlStream::Unit>> UrlStream::next()
{
    d->guard.allow(d->address.carrier == Carrier::Web ? d->patience.segment : d->patience.silence);
    for (int failures = 0; failures < mostFailures;) {
        av_packet_unref(d->packet.get());
        const int result = av_read_frame(d->context, d->packet.get());
        if (d->guard.fault() || d->guard.isStopped() || d->guard.isExpired() || result == AVERROR_EXIT)
            return tl::unexpected(d->fault(AVERROR_EXIT, false));
        if (result == AVERROR_EOF)
            return std::nullopt;
        if (result == AVERROR(EAGAIN)) {
            std::this_thread::sleep_for(10ms); // the deadline above ends it
            continue;
        }
        if (result == AVERROR_INVALIDDATA) {
            ++failures;
            continue;
        }
        if (result < 0)
            return tl::unexpected(d->fault(result, false));
        const auto found = std::ranges::find(d->chosen, d->packet->stream_index);
        if (found == d->chosen.end())
            continue;
        d->guard.forgetOpenFault();
        const AVRational base = d->context->streams[*found]->time_base;
        const auto time = [&](std::int64_t ticks) -> std::optional<Microseconds> {
            if (ticks == AV_NOPTS_VALUE)
                return std::nullopt;
            return Microseconds(av_rescale_q(ticks, base, AVRational{1, 1'000'000}));
        };
        return Unit{d->packet.get(), std::size_t(found - d->chosen.begin()), time(d->packet->dts), time(d->packet->pts),
                    time(d->packet->duration).value_or(Microseconds(0))};
    }
    return tl::unexpected(d->fault(AVERROR_INVALIDDATA, false));
}

} // namespace gantry::media

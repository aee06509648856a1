#include "media/feed_decoder.h"

#include "media/decode/stream_codec.h"

#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds queueWait = 200ms;
// A picture that is shown a second late misleads; decoding key pictures alone is ten times cheaper and catches up.
constexpr std::chrono::milliseconds behind = 1000ms;
constexpr std::chrono::milliseconds caughtUp = 250ms;
// Where nobody looks, pictures are made for stills alone.
constexpr std::chrono::milliseconds unwatchedPeriod = 500ms;

} // namespace

void FeedDecoder::run()
{
    while (!m_queue.closed()) {
        const std::optional<std::uint64_t> connection = m_queue.awaitConnection(m_connection, queueWait);
        if (!connection)
            continue;
        m_connection = *connection;
        if (m_settings.measured)
            m_content.emplace(m_settings.limits, m_track);
        m_sound.begin(m_connection);
        decodeConnection();
    }
}

void FeedDecoder::decodeConnection()
{
    while (!m_queue.closed() && m_queue.connection() == m_connection) {
        std::optional<MediaUnit> unit = m_queue.pop(m_connection, queueWait);
        if (!unit)
            continue;
        if (unit->stream.sort == MediaStream::Sort::Video)
            decodeVideo(*unit);
        else
            m_sound.unit(*unit);
    }
    forgetDecoders();
}

void FeedDecoder::openVideo(const MediaStream &stream)
{
    m_videoStream = stream.number;
    m_keySeen = false;
    m_video.reset();
    m_pictures.emplace(stream.codec);
    const auto parameters = parametersOf(stream);
    if (!parameters)
        return;
    if (auto opened = VideoDecoder::open(*parameters, 1.0 / StreamTime::period::den, m_gpu)) {
        m_video = std::move(*opened);
    } else {
        m_measures.decodeError(m_connection);
    }
}

void FeedDecoder::decodeVideo(MediaUnit &unit)
{
    if (m_videoStream != unit.stream.number)
        openVideo(unit.stream);
    if (!m_video)
        return;
    const auto age = Clock::now() - unit.arrived;
    if (age > behind)
        m_video->setKeyPicturesOnly(true);
    else if (age < caughtUp && m_video->keyPicturesOnly())
        m_video->setKeyPicturesOnly(false);
    if (unit.damaged && m_keySeen)
        m_measures.decodeError(m_connection);
    m_pictures->feed(unit, [this](AVPacket &packet, Time arrived) { decodePicture(packet, arrived); });
}

void FeedDecoder::decodePicture(const AVPacket &packet, Time arrived)
{
    m_keySeen = m_keySeen || (packet.flags & AV_PKT_FLAG_KEY) != 0;
    const bool fine =
        m_video->decode(packet, arrived, [this, arrived](const AVFrame &frame, Time then, const VideoFormat &format) {
            // By the arrival of the packet that let the picture out: in the order of showing it never goes back.
            if (const auto content = m_content ? m_content->picture(frame, arrived) : std::nullopt)
                m_measures.content(m_connection, *content);
            showPicture(frame, then, format);
        });
    m_measures.decoder(m_video->backend(), m_video->backendNote());
    // Who joins in the middle cannot decode before the first key picture: that is not damage.
    if (!fine && m_keySeen)
        m_measures.decodeError(m_connection);
}

void FeedDecoder::showPicture(const AVFrame &frame, Time arrived, const VideoFormat &format)
{
    const PictureDemands demands = m_measures.demands();
    const Time now = Clock::now();
    VideoFrame made{{}, format.size, arrived};
    if (!demands.empty() || now - m_scaled >= unwatchedPeriod) {
        if (!m_maker.make(frame, demands.sizes(), made)) {
            m_measures.decodeError(m_connection);
            return;
        }
        m_scaled = now;
    }
    m_measures.picture(m_connection, Clock::now(), std::move(made), format);
    if (frame.best_effort_timestamp != AV_NOPTS_VALUE)
        m_sound.picture(StreamTime(frame.best_effort_timestamp));
}

void FeedDecoder::forgetDecoders()
{
    m_pictures.reset();
    m_video.reset();
    m_videoStream = 0;
    m_keySeen = false;
    m_scaled = {};
}

} // namespace gantry::media

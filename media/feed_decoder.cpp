#include "media/feed_decoder.h"

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

} // namespace

void FeedDecoder::run()
{
    while (!m_queue.closed()) {
        const std::optional<std::uint64_t> connection = m_queue.awaitConnection(m_connection, queueWait);
        if (!connection)
            continue;
        m_connection = *connection;
        decodeConnection();
    }
}

void FeedDecoder::decodeConnection()
{
    const auto source = [this]() -> std::optional<Demuxer::Message> {
        while (!m_queue.closed() && m_queue.connection() == m_connection)
            if (auto packet = m_queue.pop(m_connection, queueWait))
                return Demuxer::Message{std::move(packet->bytes), packet->arrived};
        return std::nullopt;
    };
    // A demuxer that has given up on damaged bytes is followed by a new one on the same connection.
    while (!m_queue.closed() && m_queue.connection() == m_connection) {
        forgetDecoders();
        const auto demuxer = Demuxer::open(source);
        if (!demuxer)
            continue;
        while (const std::optional<Demuxer::Unit> unit = (*demuxer)->next()) {
            if (unit->sort == Demuxer::Sort::Video)
                decodeVideo(**demuxer, *unit);
            else
                decodeAudio(**demuxer, *unit);
        }
    }
    forgetDecoders();
}

void FeedDecoder::decodeVideo(const Demuxer &demuxer, const Demuxer::Unit &unit)
{
    const AVCodecParameters &parameters = demuxer.parameters(unit.stream);
    if (m_videoStream != unit.stream || m_videoCodec != int(parameters.codec_id)) {
        m_videoStream = unit.stream;
        m_videoCodec = int(parameters.codec_id);
        m_keySeen = false;
        m_video.reset();
        if (auto opened = VideoDecoder::open(parameters, demuxer.timeBase(unit.stream))) {
            m_video = std::move(*opened);
            m_measures.decoder(m_video->backend());
        } else {
            m_measures.decodeError(m_connection);
        }
    }
    if (!m_video)
        return;
    const auto age = Clock::now() - unit.arrived;
    if (age > behind)
        m_video->setKeyPicturesOnly(true);
    else if (age < caughtUp && m_video->keyPicturesOnly())
        m_video->setKeyPicturesOnly(false);
    m_keySeen = m_keySeen || (unit.packet->flags & AV_PKT_FLAG_KEY) != 0;
    const auto show = [this](const AVFrame &frame, Demuxer::Time arrived, const VideoFormat &format) {
        VideoFrame made{m_scaler.scaled(frame, m_measures.wantedSize()), format.size, arrived};
        if (made.picture.isNull())
            m_measures.decodeError(m_connection);
        else
            m_measures.picture(m_connection, Clock::now(), std::move(made), format);
    };
    const bool fine = m_video->decode(*unit.packet, unit.arrived, show);
    // Who joins in the middle cannot decode before the first key picture: that is not damage.
    if (!fine && m_keySeen)
        m_measures.decodeError(m_connection);
}

void FeedDecoder::decodeAudio(const Demuxer &demuxer, const Demuxer::Unit &unit)
{
    const AVCodecParameters &parameters = demuxer.parameters(unit.stream);
    if (m_audioStream != unit.stream || m_audioCodec != int(parameters.codec_id)) {
        m_audioStream = unit.stream;
        m_audioCodec = int(parameters.codec_id);
        m_audio.reset();
        if (auto opened = AudioDecoder::open(parameters))
            m_audio = std::move(*opened);
    }
    if (!m_audio)
        return;
    m_audio->decode(*unit.packet, [this](std::span<const float> samples, int channels, int sampleRate) {
        m_measures.sound(m_connection, Clock::now(), m_audio->codec(), samples, channels, sampleRate);
    });
}

void FeedDecoder::forgetDecoders()
{
    m_video.reset();
    m_audio.reset();
    m_videoStream = m_audioStream = -1;
    m_videoCodec = m_audioCodec = 0;
    m_keySeen = false;
}

} // namespace gantry::media

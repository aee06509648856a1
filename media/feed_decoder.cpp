#include "media/feed_decoder.h"

#include "media/decode/stream_codec.h"

#include <algorithm>
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
// Key pictures in a row; once may be damage.
constexpr int keysTell = 2;
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
        m_closerLook.forget();
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
        else if (m_settings.heard)
            m_sound.unit(*unit);
    }
    forgetDecoders();
}

void FeedDecoder::openVideo(const MediaStream &stream)
{
    m_videoStream = stream.number;
    m_keySeen = false;
    m_emptyKeys = m_failedKeys = 0;
    m_closerLook.forget();
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
    m_gauge.waited(std::chrono::duration_cast<std::chrono::milliseconds>(age));
    if (age > behind)
        m_video->setHurry(true);
    else if (age < caughtUp && m_video->hurries())
        m_video->setHurry(false);
    m_video->setMode(wantedMode());
    if (m_content)
        m_content->setSeldom(m_gauge.load().fewerProbes);
    if (unit.damaged && m_keySeen)
        m_measures.decodeError(m_connection);
    m_pictures->feed(unit, [this](AVPacket &packet, Time arrived) { decodePicture(packet, arrived); });
}

DecodeMode FeedDecoder::wantedMode() const
{
    const PictureDemands demands = m_measures.demands();
    const DecodeMode most = m_gauge.load().most;
    DecodeMode mode = demands.empty() ? most : std::min(most, demands.mode());
    if (mode == DecodeMode::Thumbnail && (m_emptyKeys >= keysTell || m_failedKeys >= keysTell))
        mode = DecodeMode::Light;
    if (mode == DecodeMode::Thumbnail && m_closerLook.looks())
        mode = DecodeMode::Full;
    return mode;
}

void FeedDecoder::decodePicture(const AVPacket &packet, Time arrived)
{
    const bool key = (packet.flags & AV_PKT_FLAG_KEY) != 0;
    m_keySeen = m_keySeen || key;
    bool shown = false;
    m_video->setStayOnDevice(m_measures.demands().form() == PictureForm::DevicePlanes);
    const bool fine = m_video->decode(packet, arrived, [&](const AVFrame &frame, Time then, const VideoFormat &format) {
        shown = true;
        // By the arrival of the packet that let the picture out: in the order of showing it never goes back.
        measure(frame, arrived);
        showPicture(frame, then, format);
    });
    m_measures.decoder(m_video->backend(), m_video->backendNote());
    const DecodeMode mode = m_video->mode();
    m_measures.decoding(m_connection, mode);
    if (shown)
        m_failedKeys = 0;
    if (key && mode == DecodeMode::Thumbnail)
        countKey(shown, fine);
    // What would not decode is not left out on purpose.
    if (fine && !shown && mode != DecodeMode::Full && m_failedKeys < keysTell)
        m_measures.leftOut(m_connection, Clock::now());
    // Who joins in the middle cannot decode before the first key picture: that is not damage.
    if (!fine && m_keySeen)
        m_measures.decodeError(m_connection);
}

void FeedDecoder::countKey(bool shown, bool fine)
{
    if (shown)
        m_emptyKeys = 0;
    else if (fine)
        ++m_emptyKeys;
    else
        ++m_failedKeys;
}

void FeedDecoder::measure(const AVFrame &frame, Time arrived)
{
    if (!m_content)
        return;
    const bool sparse = m_video->mode() <= DecodeMode::Thumbnail;
    m_content->setSparse(sparse);
    const AVFrame *picture = m_content->wants(arrived) ? m_video->inMemory(frame) : nullptr;
    const auto content = picture ? m_content->picture(*picture, arrived) : std::nullopt;
    if (!content)
        return;
    if (sparse)
        m_closerLook.keyPicture(m_content->keyPicturesAlike(), arrived);
    else
        m_closerLook.picture(content->frozen.value_or(0ms), arrived);
    m_measures.content(m_connection, *content);
}

bool FeedDecoder::makePicture(const AVFrame &frame, const PictureDemands &demands, VideoFrame &made)
{
    if (demands.form() == PictureForm::DevicePlanes && demands.rgbSizes().empty() && m_video->isOnDevice() &&
        m_maker.makeOnDevice(frame, made))
        return true;
    const AVFrame *picture = m_video->inMemory(frame);
    return picture && m_maker.makeFor(*picture, demands, made);
}

void FeedDecoder::showPicture(const AVFrame &frame, Time arrived, const VideoFormat &format)
{
    const PictureDemands demands = m_measures.demands();
    const Time now = Clock::now();
    VideoFrame made{{}, format.size, arrived};
    if (!demands.empty() || now - m_scaled >= unwatchedPeriod) {
        if (!makePicture(frame, demands, made)) {
            m_measures.decodeError(m_connection);
            return;
        }
        m_scaled = now;
    }
    m_measures.picture(m_connection, Clock::now(), std::move(made), format);
    // Where pictures are left out, the others come out sooner or later than they would: not by the sender's doing.
    if (m_video->mode() == DecodeMode::Full && frame.best_effort_timestamp != AV_NOPTS_VALUE)
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

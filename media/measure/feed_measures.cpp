#include "media/measure/feed_measures.h"

#include <utility>

namespace gantry::media {

void FeedMeasures::connected(std::uint64_t connection, Time now)
{
    const std::lock_guard lock(m_mutex);
    m_connection = connection;
    m_pictures = 0;
    m_probe.connected(now);
    m_meter.reset();
    m_audioCodec.clear();
    m_content.reset();
    m_slot->clear();
}

void FeedMeasures::disconnected(Time now)
{
    const std::lock_guard lock(m_mutex);
    m_connection = 0;
    m_probe.disconnected(now);
    m_meter.reset();
}

void FeedMeasures::transport(bool recognised, std::optional<bool> carriesVideo)
{
    const std::lock_guard lock(m_mutex);
    m_probe.transport(recognised, carriesVideo);
}

PictureState FeedMeasures::picture(Time now)
{
    const std::lock_guard lock(m_mutex);
    PictureState state = m_probe.state(now);
    state.unseen = m_slot->unseen();
    state.decoder = m_decoder;
    state.decoderNote = m_decoderNote;
    // Without a picture there is nothing that could be black or frozen.
    if (state.signal == SignalState::Live || state.signal == SignalState::Stalled)
        state.content = m_content;
    return state;
}

AudioLevels FeedMeasures::audio()
{
    const std::lock_guard lock(m_mutex);
    AudioLevels levels = m_meter.take();
    levels.codec = m_audioCodec;
    return levels;
}

void FeedMeasures::picture(std::uint64_t connection, Time now, VideoFrame frame, const VideoFormat &format)
{
    const std::lock_guard lock(m_mutex);
    if (connection != m_connection)
        return;
    m_probe.picture(now, frame.arrived, format);
    frame.number = ++m_pictures;
    if (!frame.picture.isNull())
        m_slot->put(std::make_shared<const VideoFrame>(std::move(frame)));
}

void FeedMeasures::content(std::uint64_t connection, const PictureContent &content)
{
    const std::lock_guard lock(m_mutex);
    if (connection == m_connection)
        m_content = content;
}

void FeedMeasures::decodeError(std::uint64_t connection)
{
    const std::lock_guard lock(m_mutex);
    if (connection == m_connection)
        m_probe.decodeError();
}

void FeedMeasures::sound(std::uint64_t connection, Time now, const QString &codec, std::span<const float> interleaved,
                         int channels, int sampleRate)
{
    const std::lock_guard lock(m_mutex);
    if (connection != m_connection)
        return;
    m_probe.sound(now);
    m_audioCodec = codec;
    m_meter.feed(interleaved, channels, sampleRate);
}

void FeedMeasures::decoder(const QString &name, const std::optional<QString> &note)
{
    const std::lock_guard lock(m_mutex);
    m_decoder = name;
    m_decoderNote = note;
}

} // namespace gantry::media

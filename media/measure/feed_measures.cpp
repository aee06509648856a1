#include "media/measure/feed_measures.h"

#include <utility>

namespace gantry::media {

void FeedMeasures::connected(std::uint64_t connection, Time now)
{
    {
        const std::lock_guard lock(m_mutex);
        m_connection = connection;
        m_pictures = 0;
        m_probe.connected(now);
        m_content.reset();
        m_decoding.reset();
        m_slot->clear();
    }
    const std::lock_guard lock(m_soundMutex);
    m_soundConnection = connection;
    m_sound.reset();
    m_soundNames = {};
}

void FeedMeasures::disconnected(Time now)
{
    {
        const std::lock_guard lock(m_mutex);
        m_connection = 0;
        m_probe.disconnected(now);
    }
    const std::lock_guard lock(m_soundMutex);
    m_soundConnection = 0;
    m_sound.reset();
    m_soundNames = {};
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
    state.decoding = m_decoding;
    // Without a picture there is nothing that could be black or frozen.
    if (state.signal == SignalState::Live || state.signal == SignalState::Stalled)
        state.content = m_content;
    return state;
}

AudioLevels FeedMeasures::audio(Time now)
{
    const std::lock_guard lock(m_soundMutex);
    AudioLevels levels = m_sound.take(now);
    levels.codec = m_soundNames.codec;
    levels.track = m_soundNames.track;
    levels.tracks = m_soundNames.tracks;
    return levels;
}

void FeedMeasures::picture(std::uint64_t connection, Time now, VideoFrame frame, const VideoFormat &format)
{
    const std::lock_guard lock(m_mutex);
    if (connection != m_connection)
        return;
    m_probe.picture(now, frame.arrived, format);
    frame.number = ++m_pictures;
    if (frame.hasPicture())
        m_slot->put(std::make_shared<const VideoFrame>(std::move(frame)));
}

void FeedMeasures::leftOut(std::uint64_t connection, Time now)
{
    const std::lock_guard lock(m_mutex);
    if (connection != m_connection)
        return;
    m_probe.leftOut(now, m_decoding == DecodeMode::Off);
    m_slot->leaveOut(now);
}

void FeedMeasures::decoding(std::uint64_t connection, DecodeMode mode)
{
    const std::lock_guard lock(m_mutex);
    if (connection != m_connection)
        return;
    m_decoding = mode;
    if (mode == DecodeMode::Off)
        m_content.reset();
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

void FeedMeasures::soundTrack(std::uint64_t connection, const QString &codec, std::optional<int> track,
                              std::optional<int> tracks)
{
    const std::lock_guard lock(m_soundMutex);
    if (connection != m_soundConnection)
        return;
    m_soundNames.codec = codec;
    m_soundNames.track = track;
    m_soundNames.tracks = tracks;
}

void FeedMeasures::sound(std::uint64_t connection, Time now, const SoundView &sound)
{
    {
        const std::lock_guard lock(m_mutex);
        if (connection != m_connection)
            return;
        m_probe.sound(now);
    }
    const std::lock_guard lock(m_soundMutex);
    if (connection == m_soundConnection)
        m_sound.feed(sound, now);
}

void FeedMeasures::pictureStamp(std::uint64_t connection, Time now, SoundOffset::Stamp stamp)
{
    const std::lock_guard lock(m_soundMutex);
    if (connection == m_soundConnection)
        m_sound.picture(stamp, now);
}

void FeedMeasures::decoder(const QString &name, const std::optional<QString> &note)
{
    const std::lock_guard lock(m_mutex);
    m_decoder = name;
    m_decoderNote = note;
}

} // namespace gantry::media

#include "media/feed_sound.h"

#include "media/decode/stream_codec.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace gantry::media {

using Clock = std::chrono::steady_clock;

namespace {

constexpr int mostSpoiled = 2; // units in a row of which no frame decodes, until the framing begins anew

} // namespace

void FeedSound::begin(std::uint64_t connection)
{
    m_connection = connection;
    m_frames.reset();
    m_decoder.reset();
    m_stream = 0;
    m_track = m_tracks = 0;
    m_heard = false;
    m_spoiled = 0;
}

void FeedSound::open(const MediaStream &stream)
{
    m_stream = stream.number;
    m_heard = false;
    m_spoiled = 0;
    m_decoder.reset();
    m_frames.emplace(stream.codec);
    const auto parameters = parametersOf(stream);
    if (!parameters)
        return;
    if (auto opened = AudioDecoder::open(*parameters, 1.0 / StreamTime::period::den))
        m_decoder = std::move(*opened);
    else
        m_measures.decodeError(m_connection);
}

void FeedSound::unit(const MediaUnit &unit)
{
    const MediaStream &stream = unit.stream;
    const bool another = m_stream != stream.number;
    if (another)
        open(stream);
    if (another || m_track != stream.track || m_tracks != stream.tracks) {
        m_track = stream.track;
        m_tracks = stream.tracks;
        m_measures.soundTrack(m_connection, codecName(stream.codec), m_track, m_tracks);
    }
    if (!m_decoder)
        return;
    bool some = false;
    bool fine = false;
    m_frames->feed(unit, [&](const AVPacket &packet, std::optional<StreamTime>) {
        some = true;
        fine = frame(packet, unit.arrived) || fine;
    });
    // A parser that damage has led astray may go on taking content for headers; a unit begins with a true one.
    m_spoiled = some && !fine ? m_spoiled + 1 : 0;
    if (m_spoiled == mostSpoiled) {
        m_spoiled = 0;
        m_frames.emplace(stream.codec);
    }
}

// Whether it decoded.
bool FeedSound::frame(const AVPacket &packet, Time arrived)
{
    const bool fine = m_decoder->decode(packet, [this, arrived](const SoundView &sound) {
        const auto now = Clock::now();
        m_heard = true;
        m_measures.sound(m_connection, now, sound);
        if (m_content)
            m_content->sound(sound.interleaved, sound.channels, sound.sampleRate, arrived);
        if (const auto tap = m_jack.tap())
            tap->sound(sound, now);
    });
    // Who joins in the middle may get half a frame first: that is not damage.
    if (!fine && m_heard)
        m_measures.decodeError(m_connection);
    return fine;
}

void FeedSound::picture(StreamTime stamp)
{
    const auto now = Clock::now();
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(stamp);
    m_measures.pictureStamp(m_connection, now, micros);
    if (const auto tap = m_jack.tap())
        tap->picture(micros, now);
}

} // namespace gantry::media

#pragma once
// The sound of one feed from units to measures, and to whoever listens: keeps the decoder that the stream needs, and
// follows when the stream becomes another. Decode thread only.

#include "media/decode/audio_decoder.h"
#include "media/decode/sound_frames.h"
#include "media/measure/content_measures.h"
#include "media/measure/feed_measures.h"
#include "media/output/sound_tap.h"

#include <memory>
#include <optional>

namespace gantry::media {

class FeedSound
{
public:
    // `content`: nothing while its owner does not measure.
    FeedSound(FeedMeasures &measures, SoundJack &jack, std::optional<ContentMeasures> &content)
        : m_measures(measures), m_jack(jack), m_content(content)
    {
    }

    // A connection begins: no decoder of an old one is used again.
    void begin(std::uint64_t connection);
    void unit(const MediaUnit &unit);
    // A picture of this time was put into its slot: what sound has to agree with.
    void picture(StreamTime stamp);

private:
    using Time = MediaUnit::Time;
    void open(const MediaStream &stream);
    bool frame(const AVPacket &packet, Time arrived);

    FeedMeasures &m_measures;
    SoundJack &m_jack;
    std::optional<ContentMeasures> &m_content;
    std::uint64_t m_connection = 0;
    std::optional<SoundFrames> m_frames;
    std::unique_ptr<AudioDecoder> m_decoder; // null after a failed opening too
    std::uint32_t m_stream = 0;              // MediaStream::number of what was opened, or tried
    int m_track = 0;
    int m_tracks = 0;
    bool m_heard = false;
    int m_spoiled = 0;
};

} // namespace gantry::media

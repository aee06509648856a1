#pragma once
// The decode side of a feed: takes a connection's bytes from the queue, as fast as it can, and turns them into pictures
// in the slot and measured sound. A connection gets a fresh demuxer and fresh decoders. Runs in the calling thread.

#include "media/decode/audio_decoder.h"
#include "media/decode/demuxer.h"
#include "media/decode/picture_scaler.h"
#include "media/decode/video_decoder.h"
#include "media/feed_settings.h"
#include "media/input/packet_queue.h"
#include "media/measure/feed_measures.h"

#include <memory>

namespace gantry::media {

class FeedDecoder
{
public:
    FeedDecoder(PacketQueue &queue, FeedMeasures &measures, const FeedSettings &settings)
        : m_queue(queue), m_measures(measures), m_settings(settings)
    {
    }

    // Until the queue is closed.
    void run();

private:
    void decodeConnection();
    void decodeVideo(const Demuxer &demuxer, const Demuxer::Unit &unit);
    void decodeAudio(const Demuxer &demuxer, const Demuxer::Unit &unit);
    void forgetDecoders();

    PacketQueue &m_queue;
    FeedMeasures &m_measures;
    const FeedSettings m_settings;
    std::uint64_t m_connection = 0;

    std::unique_ptr<VideoDecoder> m_video; // null after a failed opening too
    std::unique_ptr<AudioDecoder> m_audio;
    PictureScaler m_scaler;
    int m_videoCodec = 0; // what was opened, or tried
    int m_audioCodec = 0;
    int m_videoStream = -1;
    int m_audioStream = -1;
    bool m_keySeen = false;
};

} // namespace gantry::media

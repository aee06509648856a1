#pragma once
// The decode side of a feed: takes a connection's units from the queue, as fast as it can, and turns them into pictures
// in the slot and measured sound. Each connection, and each stream that takes the place of another, gets a fresh
// decoder. Runs in the calling thread.
//
// How much is decoded: what the load allows, and where somebody looks no more than the most that anybody wants. More
// where key pictures alone would mislead: of a feed that seems to stand still (CloserLook), and of a stream whose key
// pictures are not whole by themselves (an encoder that refreshes bit by bit), or fail.

#include "media/decode/access_units.h"
#include "media/decode/closer_look.h"
#include "media/decode/picture_maker.h"
#include "media/decode/unit_queue.h"
#include "media/decode/video_decoder.h"
#include "media/feed_load.h"
#include "media/feed_settings.h"
#include "media/feed_sound.h"
#include "media/measure/content_measures.h"
#include "media/measure/feed_measures.h"

#include <memory>
#include <optional>
#include <utility>

namespace gantry::media {

class FeedDecoder
{
public:
    using Time = MediaUnit::Time;

    // The gauge outlives the decoder. `gpu` null: software. The track, when there is one, gets the fingerprints of what
    // is decoded.
    FeedDecoder(UnitQueue &queue, FeedMeasures &measures, SoundJack &jack, const FeedSettings &settings,
                GpuDecoding *gpu, std::shared_ptr<FingerprintTrack> track, LoadGauge &gauge)
        : m_queue(queue)
        , m_measures(measures)
        , m_settings(settings)
        , m_gpu(gpu)
        , m_track(std::move(track))
        , m_gauge(gauge)
        , m_sound(measures, jack, m_content)
    {
    }

    // Until the queue is closed.
    void run();

private:
    void decodeConnection();
    void openVideo(const MediaStream &stream);
    void decodeVideo(MediaUnit &unit);
    DecodeMode wantedMode() const;
    void decodePicture(const AVPacket &packet, Time arrived);
    void countKey(bool shown, bool fine);
    void measure(const AVFrame &frame, Time arrived);
    bool makePicture(const AVFrame &frame, const PictureDemands &demands, VideoFrame &made);
    void showPicture(const AVFrame &frame, Time arrived, const VideoFormat &format);
    void forgetDecoders();

    UnitQueue &m_queue;
    FeedMeasures &m_measures;
    const FeedSettings m_settings;
    GpuDecoding *const m_gpu;
    const std::shared_ptr<FingerprintTrack> m_track;
    LoadGauge &m_gauge;
    std::optional<ContentMeasures> m_content; // of this connection; nothing when not measured
    std::uint64_t m_connection = 0;

    std::optional<AccessUnits> m_pictures;
    std::unique_ptr<VideoDecoder> m_video; // null after a failed opening too
    FeedSound m_sound;
    PictureMaker m_maker;
    std::uint32_t m_videoStream = 0; // MediaStream::number of what was opened, or tried
    bool m_keySeen = false;
    CloserLook m_closerLook;
    int m_emptyKeys = 0;  // key pictures in a row that gave nothing to see by themselves
    int m_failedKeys = 0; // that did not decode, since a picture was last seen
    Time m_scaled{};      // when a picture was last scaled
};

} // namespace gantry::media

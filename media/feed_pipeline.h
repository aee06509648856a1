#pragma once
// One feed from socket to slot.
//
//   receive thread:  MediaInput -> TsMonitor -> Demuxer -> UnitQueue   (reads the socket whatever the decoder does)
//   decode thread:   UnitQueue -> AccessUnits -> VideoDecoder -> PictureMaker -> FrameSlot
//                              -> SoundFrames -> AudioDecoder -> SoundMeasures, and SoundTap while somebody listens
//
// The demuxer stands on the receive side because it knows when a picture is whole: the decode thread is woken once for
// each picture instead of once for each message of the network, and nothing waits for the next one to begin.
//
// The stages do not know each other; this class wires them. A connection that ends is followed by another try, for
// ever, with a fresh demuxer and decoders: nothing of a dead connection is reused. The queue is bounded; when the
// decoder falls behind, the oldest packets go and are counted.

#include "media/feed_load.h"
#include "media/feed_sample.h"
#include "media/feed_settings.h"
#include "media/frame/frame_slot.h"
#include "media/input/media_input.h"
#include "media/measure/fingerprint_track.h"

#include <memory>

namespace gantry::media {

// Told what is measured. Calls come from the feed's own threads, never two at once for one feed, and must return
// quickly (post and leave). None comes before start() or after the pipeline's destructor has returned.
class FeedObserver
{
public:
    virtual ~FeedObserver() = default;
    virtual void linkSampled(const LinkSample &sample) = 0;
    virtual void transportSampled(const TransportSample &sample) = 0;
    virtual void pictureSampled(const PictureState &state) = 0;
    virtual void audioSampled(const AudioLevels &levels) = 0;
    virtual void cueSeen(const SpliceCue &cue) = 0; // each command once, however often the sender repeats it
};

class GpuDecoding;
class SoundTap;

class FeedPipeline
{
public:
    // `name` labels the threads and logs. The observer must outlive the pipeline, and so must `gpu`, which all feeds of
    // a room share; null: decoded in software. The track, when there is one, gets the fingerprints of picture and
    // sound, for comparing feeds.
    FeedPipeline(QString name, std::unique_ptr<MediaInput> input, FeedSettings settings,
                 std::shared_ptr<FrameSlot> slot, FeedObserver &observer, GpuDecoding *gpu = nullptr,
                 std::shared_ptr<FingerprintTrack> track = {});
    // Stops both threads; returns within 300 ms.
    ~FeedPipeline();

    void start();

    // Who listens to this feed from now on; null: nobody. Any thread, at any time; returns at once.
    void setListener(std::shared_ptr<SoundTap> tap);

    // What the feed may cost from now on, and how long a picture had to wait at most since the last question. Any
    // thread, also before start().
    void setLoad(const FeedLoad &load);
    std::chrono::milliseconds takeWaited();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gantry::media

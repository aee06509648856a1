#pragma once
// One feed of a live room: its pipeline, its slot, and what is measured on it on its way into the session.

#include "app/session/sequencer.h"
#include "app/show/show.h"
#include "media/feed_pipeline.h"
#include "media/input/srt_ports.h"

#include <memory>

namespace gantry {

// Built and destroyed on the UI thread. Posts to the sequencer, which must outlive it as `gpu` must, from the feed's
// threads.
class FeedLine final : private media::FeedObserver
{
public:
    // Feeds that listen on one port share it when they are given the same `ports`.
    FeedLine(const Feed &feed, Sequencer &sequencer, std::shared_ptr<media::SrtPorts> ports, media::GpuDecoding &gpu);
    ~FeedLine() override;

    const FeedId &feed() const { return m_feed.id; }
    std::shared_ptr<media::FrameSlot> slot() const { return m_slot; }
    // What the feed has shown and played of late, for comparing it with others.
    std::shared_ptr<const media::FingerprintTrack> fingerprints() const { return m_fingerprints; }

    // With the passphrase, or what goes with a url; it is kept by the connection only. Empty: there is none.
    void start(const QByteArray &secret);
    // The feed cannot even be tried: said as its link's fault.
    void fail(const media::Error &fault);
    // Who listens to this feed; null: nobody. Also before it has started.
    void setListener(std::shared_ptr<media::SoundTap> tap);
    // What it may cost; also before it has started. And how long a picture had to wait at most since the last question.
    void setLoad(const media::FeedLoad &load);
    std::chrono::milliseconds takeWaited();

private:
    void linkSampled(const media::LinkSample &sample) override;
    void transportSampled(const media::TransportSample &sample) override;
    void pictureSampled(const media::PictureState &state) override;
    void audioSampled(const media::AudioLevels &levels) override;
    void cueSeen(const media::SpliceCue &cue) override;

    const Feed m_feed;
    Sequencer &m_sequencer;
    std::shared_ptr<media::SrtPorts> m_ports;
    media::GpuDecoding &m_gpu;
    QString m_decoder; // of the picture before; on the feed's receive thread
    std::shared_ptr<media::FrameSlot> m_slot = std::make_shared<media::FrameSlot>();
    std::shared_ptr<media::FingerprintTrack> m_fingerprints = std::make_shared<media::FingerprintTrack>();
    std::shared_ptr<media::SoundTap> m_listener;
    media::FeedLoad m_load;
    std::unique_ptr<media::FeedPipeline> m_pipeline;
};

} // namespace gantry

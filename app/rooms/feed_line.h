#pragma once
// One feed of a live room: its pipeline, its slot, and what is measured on it on its way into the session.

#include "app/session/sequencer.h"
#include "app/show/show.h"
#include "media/feed_pipeline.h"

#include <memory>

namespace gantry {

// Built and destroyed on the UI thread. Posts to the sequencer, which must outlive it, from the feed's threads.
class FeedLine final : private media::FeedObserver
{
public:
    FeedLine(const Feed &feed, Sequencer &sequencer);
    ~FeedLine() override;

    const FeedId &feed() const { return m_feed.id; }
    std::shared_ptr<media::FrameSlot> slot() const { return m_slot; }

    // With the passphrase, which is kept by the connection only. Empty: not encrypted.
    void start(const QByteArray &passphrase);
    // The feed cannot even be tried: said as its link's fault.
    void fail(const media::Error &fault);
    // Who listens to this feed; null: nobody. Also before it has started.
    void setListener(std::shared_ptr<media::SoundTap> tap);

private:
    void linkSampled(const media::LinkSample &sample) override;
    void transportSampled(const media::TransportSample &sample) override;
    void pictureSampled(const media::PictureState &state) override;
    void audioSampled(const media::AudioLevels &levels) override;
    void cueSeen(const media::SpliceCue &cue) override;

    const Feed m_feed;
    Sequencer &m_sequencer;
    std::shared_ptr<media::FrameSlot> m_slot = std::make_shared<media::FrameSlot>();
    std::shared_ptr<media::SoundTap> m_listener;
    std::unique_ptr<media::FeedPipeline> m_pipeline;
};

} // namespace gantry

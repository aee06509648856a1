#include "app/rooms/feed_line.h"

#include "media/input/srt_input.h"

namespace gantry {

FeedLine::FeedLine(const Feed &feed, Sequencer &sequencer) : m_feed(feed), m_sequencer(sequencer) {}

FeedLine::~FeedLine() = default;

void FeedLine::start(const QByteArray &passphrase)
{
    media::SrtAddress address = m_feed.srt;
    address.passphrase = passphrase;
    media::FeedObserver &observer = *this; // a private base: visible here, not to make_unique
    m_pipeline = std::make_unique<media::FeedPipeline>(m_feed.id.text, std::make_unique<media::SrtInput>(address),
                                                       m_feed.settings, m_slot, observer);
    m_pipeline->start();
}

void FeedLine::fail(const media::Error &fault)
{
    media::LinkSample sample;
    sample.state = media::LinkState::Failed;
    sample.fault = fault;
    linkSampled(sample);
    pictureSampled({});
}

void FeedLine::linkSampled(const media::LinkSample &sample)
{
    m_sequencer.post(LinkRecord{m_feed.id, sample});
}

void FeedLine::transportSampled(const media::TransportSample &sample)
{
    m_sequencer.post(TransportRecord{m_feed.id, sample});
}

void FeedLine::pictureSampled(const media::PictureState &state)
{
    m_sequencer.post(PictureRecord{m_feed.id, state});
}

void FeedLine::audioSampled(const media::AudioLevels &levels)
{
    m_sequencer.post(AudioRecord{m_feed.id, levels});
}

void FeedLine::cueSeen(const media::SpliceCue &cue)
{
    m_sequencer.post(CueRecord{m_feed.id, cue});
}

} // namespace gantry

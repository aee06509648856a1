#include "app/rooms/feed_line.h"

#include "app/rooms/decoder_fall.h"
#include "media/input/srt_input.h"
#include "media/input/url_input.h"

#include <utility>

namespace gantry {

FeedLine::FeedLine(const Feed &feed, Sequencer &sequencer, std::shared_ptr<media::SrtPorts> ports,
                   media::GpuDecoding &gpu)
    : m_feed(feed), m_sequencer(sequencer), m_ports(std::move(ports)), m_gpu(gpu)
{
}

FeedLine::~FeedLine() = default;

void FeedLine::start(const QByteArray &secret)
{
    std::unique_ptr<media::MediaInput> input;
    if (m_feed.url) {
        auto address = m_feed.url->withSecret(secret);
        if (!address) {
            fail(address.error());
            return;
        }
        input = media::urlInput(std::move(*address));
    } else {
        media::SrtAddress address = m_feed.srt;
        address.passphrase = secret;
        input = std::make_unique<media::SrtInput>(address, m_ports);
    }
    media::FeedObserver &observer = *this; // a private base: visible here, not to make_unique
    m_pipeline = std::make_unique<media::FeedPipeline>(m_feed.id.text, std::move(input), m_feed.settings, m_slot,
                                                       observer, &m_gpu, m_fingerprints);
    m_pipeline->setListener(m_listener);
    m_pipeline->setLoad(m_load);
    m_pipeline->start();
}

void FeedLine::setLoad(const media::FeedLoad &load)
{
    m_load = load;
    if (m_pipeline)
        m_pipeline->setLoad(load);
}

std::chrono::milliseconds FeedLine::takeWaited()
{
    return m_pipeline ? m_pipeline->takeWaited() : std::chrono::milliseconds(0);
}

void FeedLine::setListener(std::shared_ptr<media::SoundTap> tap)
{
    m_listener = std::move(tap);
    if (m_pipeline)
        m_pipeline->setListener(m_listener);
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
    if (const auto text = decoderFall(m_decoder, state))
        m_sequencer.post(NoteRecord{m_feed.id.text, *text});
    m_decoder = state.decoder;
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

#include "app/rooms/provider_lines.h"

#include "cloud/aws/aws_identities.h"

#include <QNetworkAccessManager>

#include <algorithm>

namespace gantry {

ProviderLines::ProviderLines(const Show &show, Sequencer &sequencer, CommandDesk &desk, OperatorQuestions &questions)
    : m_show(show), m_sequencer(sequencer), m_desk(desk), m_questions(questions)
{
}

ProviderLines::~ProviderLines() = default;

void ProviderLines::open()
{
    m_network = std::make_unique<QNetworkAccessManager>();
    m_surroundings = std::make_unique<cloud::Surroundings>(
        *m_network, &m_questions, std::make_shared<cloud::AwsIdentities>(*m_network, &m_questions));
    for (const Encoder &encoder : m_show.encoders)
        openEncoder(encoder);
    for (const Audience &audience : m_show.audiences)
        openAudience(audience);
}

void ProviderLines::openEncoder(const Encoder &encoder)
{
    const cloud::EncoderProviderRow *row = cloud::encoderProvider(encoder.provider);
    Q_ASSERT(row); // the show file was checked
    auto provider = row->make(encoder.settings, *m_surroundings);
    if (!provider) {
        cloud::EncoderSample failed;
        failed.failure = provider.error();
        m_sequencer.post(EncoderRecord{encoder.id, failed});
        return;
    }
    EncoderLine line;
    line.encoder = encoder.id;
    line.provider = std::move(*provider);
    cloud::EncoderProvider *door = line.provider.get();
    line.poller = std::make_unique<cloud::Poller<cloud::EncoderSample>>(
        cloud::PollPace{door->calmInterval(), door->eagerInterval()},
        [door](auto answer) { door->poll(std::move(answer)); },
        [this, id = encoder.id, every = door->calmInterval()](cloud::EncoderSample sample) {
            sample.pollInterval = every;
            m_sequencer.post(EncoderRecord{id, std::move(sample)});
        });
    m_desk.connectEncoder(encoder.id, *door, [poller = line.poller.get()](bool eager) {
        poller->setEager(eager);
        if (eager)
            poller->lookNow();
    });
    line.poller->start();
    m_encoders.push_back(std::move(line));
}

void ProviderLines::picture(const EncoderId &encoder, const QString &pipeline,
                            const std::function<void(cloud::Result<cloud::EncoderThumbnail>)> &answer)
{
    const auto line = std::ranges::find(m_encoders, encoder, &EncoderLine::encoder);
    if (line != m_encoders.end() && line->provider->thumbnail(pipeline, answer))
        return;
    answer(cloud::EncoderThumbnail{pipeline, {}, {}, {}}); // nothing to ask, or nothing to show yet
}

void ProviderLines::openAudience(const Audience &audience)
{
    const cloud::AudienceSourceRow *row = cloud::audienceSource(audience.provider);
    Q_ASSERT(row);
    auto source = row->make(audience.settings, *m_surroundings);
    if (!source) {
        cloud::AudienceSample failed;
        failed.failure = source.error();
        m_sequencer.post(AudienceRecord{audience.id, failed});
        return;
    }
    AudienceLine line;
    line.source = std::move(*source);
    cloud::AudienceSource *door = line.source.get();
    line.poller = std::make_unique<cloud::Poller<cloud::AudienceSample>>(
        cloud::PollPace{door->interval(), door->interval()}, [door](auto answer) { door->poll(std::move(answer)); },
        [this, id = audience.id](const cloud::AudienceSample &sample) {
            m_sequencer.post(AudienceRecord{id, sample});
        });
    line.poller->start();
    m_audiences.push_back(std::move(line));
}

} // namespace gantry

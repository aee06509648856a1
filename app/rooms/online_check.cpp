#include "app/rooms/online_check.h"

#include "cloud/aws/aws_identities.h"

#include <QCoreApplication>
#include <QTimer>

#include <utility>

namespace gantry {

OnlineCheck::OnlineCheck(Show show, cloud::SecretQuestions *questions)
    : m_show(std::move(show))
    , m_room(m_network, questions, std::make_shared<cloud::AwsIdentities>(m_network, questions))
{
}

OnlineCheck::~OnlineCheck() = default;

void OnlineCheck::start()
{
    goOn();
}

void OnlineCheck::goOn()
{
    QTimer::singleShot(0, this, &OnlineCheck::next);
}

void OnlineCheck::next()
{
    m_encoder.reset();
    m_audience.reset();
    const qsizetype at = m_asked++;
    if (at < m_show.encoders.size())
        askEncoder(m_show.encoders[at]);
    else if (at - m_show.encoders.size() < m_show.audiences.size())
        askAudience(m_show.audiences[at - m_show.encoders.size()]);
    else
        Q_EMIT finished();
}

void OnlineCheck::askEncoder(const Encoder &encoder)
{
    const cloud::EncoderProviderRow *row = cloud::encoderProvider(encoder.provider);
    Q_ASSERT(row); // the show was read
    auto provider = row->make(encoder.settings, m_room);
    if (!provider) {
        Q_EMIT found({encoder.id.text, tr("credentials"), provider.error()});
        return goOn();
    }
    m_encoder = *std::move(provider);
    m_encoder->checkAccess([this, who = encoder.id.text](const std::vector<cloud::AccessFinding> &findings) {
        for (const cloud::AccessFinding &finding : findings)
            Q_EMIT found({who, finding.permission, finding.failure});
        goOn();
    });
}

void OnlineCheck::askAudience(const Audience &audience)
{
    const cloud::AudienceSourceRow *row = cloud::audienceSource(audience.provider);
    Q_ASSERT(row);
    auto source = row->make(audience.settings, m_room);
    if (!source) {
        Q_EMIT found({audience.id.text, tr("credentials"), source.error()});
        return goOn();
    }
    m_audience = *std::move(source);
    m_audience->poll([this, who = audience.id.text](const cloud::AudienceSample &sample) {
        Q_EMIT found({who, {}, sample.failure});
        goOn();
    });
}

} // namespace gantry

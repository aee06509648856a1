#include "app/rooms/access_check.h"

#include "cloud/aws/aws_identities.h"
#include "cloud/aws/aws_permissions.h"
#include "cloud/catalogue.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

namespace gantry {

namespace {

QString credentials()
{
    return QCoreApplication::translate("gantry::command_line", "credentials");
}

} // namespace

struct AccessCheck::Private
{
    Private(const Show &itsShow, cloud::SecretQuestions &questions)
        : show(itsShow), room(network, &questions, std::make_shared<cloud::AwsIdentities>(network, &questions))
    {
    }

    const Show show;
    QNetworkAccessManager network;
    cloud::Surroundings room;
    qsizetype at = 0; // encoders first, then audiences
    std::unique_ptr<cloud::EncoderProvider> encoder;
    std::unique_ptr<cloud::AwsPermissionCheck> permissions;
    std::unique_ptr<cloud::AudienceSource> audience;
    std::function<void(const AccessAnswer &)> tell;
    std::function<void()> done;
    QObject context;
};

AccessCheck::AccessCheck(const Show &show, cloud::SecretQuestions &questions)
    : m_d(std::make_unique<Private>(show, questions))
{
}

AccessCheck::~AccessCheck() = default;

void AccessCheck::start(std::function<void(const AccessAnswer &)> tell, std::function<void()> done)
{
    m_d->tell = std::move(tell);
    m_d->done = std::move(done);
    next();
}

// From the event loop: what has just answered is taken down here.
void AccessCheck::next()
{
    QTimer::singleShot(0, &m_d->context, [this] {
        m_d->encoder.reset();
        m_d->permissions.reset();
        m_d->audience.reset();
        const qsizetype at = m_d->at++;
        const qsizetype encoders = m_d->show.encoders.size();
        if (at < encoders)
            askEncoder(m_d->show.encoders[at]);
        else if (at < encoders + m_d->show.audiences.size())
            askAudience(m_d->show.audiences[at - encoders]);
        else
            m_d->done();
    });
}

void AccessCheck::askEncoder(const Encoder &encoder)
{
    const cloud::EncoderProviderRow *row = cloud::encoderProvider(encoder.provider);
    Q_ASSERT(row); // the show was read
    auto provider = row->make(encoder.settings, m_d->room);
    if (!provider) {
        m_d->tell({encoder.id.text, credentials(), provider.error()});
        next();
        return;
    }
    m_d->encoder = *std::move(provider);
    m_d->encoder->checkAccess([this, encoder](const std::vector<cloud::AccessFinding> &findings) {
        tell(encoder.id.text, findings);
        askPermissions(encoder, findings);
    });
}

void AccessCheck::tell(const QString &who, const std::vector<cloud::AccessFinding> &findings) const
{
    for (const cloud::AccessFinding &finding : findings)
        m_d->tell({who, finding.permission, finding.failure, finding.notChecked});
}

// Of an account at AWS: what the show needs besides what has been tried.
void AccessCheck::askPermissions(const Encoder &encoder, const std::vector<cloud::AccessFinding> &known)
{
    const cloud::EncoderProviderRow *row = cloud::encoderProvider(encoder.provider);
    std::vector<cloud::PolicyStatement> open =
        row->policy ? row->policy(encoder.settings) : std::vector<cloud::PolicyStatement>();
    for (cloud::PolicyStatement &statement : open) {
        for (const cloud::AccessFinding &finding : known)
            statement.actions.removeAll(finding.permission);
    }
    std::erase_if(open, [](const cloud::PolicyStatement &statement) { return statement.actions.isEmpty(); });
    if (open.empty()) {
        next();
        return;
    }
    auto permissions = cloud::AwsPermissionCheck::of(encoder.settings, m_d->room);
    if (!permissions) {
        m_d->tell({encoder.id.text, credentials(), permissions.error()});
        next();
        return;
    }
    m_d->permissions = *std::move(permissions);
    m_d->permissions->check(std::move(open), [this, who = encoder.id.text](const auto &findings) {
        tell(who, findings);
        next();
    });
}

void AccessCheck::askAudience(const Audience &audience)
{
    const cloud::AudienceSourceRow *row = cloud::audienceSource(audience.provider);
    Q_ASSERT(row);
    auto source = row->make(audience.settings, m_d->room);
    if (!source) {
        m_d->tell({audience.id.text, credentials(), source.error()});
        next();
        return;
    }
    m_d->audience = *std::move(source);
    m_d->audience->poll([this, who = audience.id.text](const cloud::AudienceSample &sample) {
        m_d->tell({who, {}, sample.failure});
        next();
    });
}

} // namespace gantry

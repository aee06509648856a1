#include "cloud/encoders/mediapackage.h"

#include "cloud/aws/aws_pages.h"
#include "cloud/aws/due.h"
#include "cloud/cloud_text.h"
#include "cloud/encoders/mediapackage_answer.h"
#include "cloud/http/json_limits.h"

#include <QJsonDocument>
#include <QStringList>
#include <QTimer>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr int kMostNames = 32;

Error invalid(const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.advice = advice;
    return error;
}

class MediaPackage : public EncoderProvider
{
public:
    MediaPackage(MediaPackageSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings)), m_door(doorSettings(), network)
    {
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        const AwsAsk ask = channelAsk();
        m_door.ask(ask, [this, tried = ask.tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            auto sample = http ? mediaPackageChannel(http->body) : tl::unexpected(http.error());
            if (!sample) {
                EncoderSample failed;
                failed.failure = m_door.named(sample.error(), tried);
                answer(std::move(failed));
                return;
            }
            sample->roundTrip = http->roundTrip;
            sample->providerTime = answerDate(*http);
            sample->credentialsExpire = m_door.credentialsExpire();
            readMore(*std::move(sample), answer);
        });
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        const auto ask = harvestAsk(command);
        const QString tried = Text::tr("make a clip");
        if (!ask) {
            const Error error = m_door.named(ask.error(), tried);
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        m_ours.append(command.token);
        while (m_ours.size() > kMostNames)
            m_ours.removeFirst();
        m_door.ask(*ask, [this, tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            if (!http) {
                answer(tl::unexpected(http.error()));
                return;
            }
            const auto object = readJsonObject(http->body);
            answer(object ? CommandAnswer{} : tl::unexpected(m_door.named(object.error(), tried)));
        });
    }

    void checkAccess(std::function<void(std::vector<AccessFinding>)> answer) override
    {
        auto findings = std::make_shared<std::vector<AccessFinding>>();
        const std::vector<AwsAsk> asks{channelAsk(), endpointsAsk(), jobsAsk()};
        for (const AwsAsk &ask : asks) {
            m_door.ask(ask, [findings, all = asks.size(), answer, ask](const Result<HttpAnswer> &http) {
                findings->push_back({ask.permission, http ? std::nullopt : std::optional(http.error())});
                if (findings->size() == all)
                    answer(std::move(*findings));
            });
        }
    }

    std::chrono::milliseconds calmInterval() const override { return 10s; }
    std::chrono::milliseconds eagerInterval() const override { return 2s; }
    std::chrono::milliseconds effectWithin(Verb) const override { return 15min; } // a clip of hours takes its time

private:
    AwsDoorSettings doorSettings() const
    {
        AwsDoorSettings door;
        door.region = m_settings.region;
        door.service = "mediapackagev2";
        door.endpoint = m_settings.endpoint;
        door.subject = QStringLiteral("MediaPackage %1, %2/%3")
                           .arg(QString::fromLatin1(m_settings.region), QString::fromLatin1(m_settings.group),
                                QString::fromLatin1(m_settings.channel));
        door.identity = m_settings.identity;
        door.limits = m_settings.limits;
        door.now = m_settings.now;
        return door;
    }

    QByteArray channelPath() const { return "/channelGroup/" + m_settings.group + "/channel/" + m_settings.channel; }

    static AwsAsk readAsk(const QByteArray &path, const QByteArray &query, const QString &tried, const char *permission)
    {
        AwsAsk ask;
        ask.path = path;
        ask.query = query;
        ask.tried = tried;
        ask.permission = QLatin1String(permission);
        return ask;
    }
    // The slash at the end belongs to the address, and to the signature.
    AwsAsk channelAsk() const
    {
        return readAsk(channelPath() + '/', {}, Text::tr("read the channel"), "mediapackagev2:GetChannel");
    }
    AwsAsk endpointsAsk() const
    {
        return readAsk(channelPath() + "/originEndpoint", "maxResults=100", Text::tr("read the origin endpoints"),
                       "mediapackagev2:ListOriginEndpoints");
    }
    AwsAsk jobsAsk() const
    {
        return readAsk("/channelGroup/" + m_settings.group + "/harvestJob",
                       "channelName=" + m_settings.channel + "&maxResults=100", Text::tr("read the harvest jobs"),
                       "mediapackagev2:ListHarvestJobs");
    }

    const MediaPackageEndpoint *clipSource() const
    {
        const auto found = std::find_if(m_endpoints.begin(), m_endpoints.end(), [this](const auto &one) {
            return m_settings.originEndpoint.isEmpty() ? !one.hlsManifest.isEmpty()
                                                       : one.name.toLatin1() == m_settings.originEndpoint;
        });
        return found == m_endpoints.end() || found->hlsManifest.isEmpty() ? nullptr : &*found;
    }

    // Why no clip can be made; empty: it can.
    QString clipObstacle() const
    {
        if (m_settings.bucket.isEmpty())
            return Text::tr("Name a bucket for clips (\"bucket\") in the show file.");
        return clipSource() ? QString() : Text::tr("No origin endpoint with an HLS manifest is known.");
    }

    Result<AwsAsk> harvestAsk(const Command &command) const
    {
        if (command.verb != Verb::HarvestClip)
            return tl::unexpected(invalid(Text::tr("MediaPackage has no command for this.")));
        if (const QString why = clipObstacle(); !why.isEmpty())
            return tl::unexpected(invalid(why));
        if (!command.at || !command.until || *command.at >= *command.until || command.token.isEmpty())
            return tl::unexpected(invalid(Text::tr("A clip needs a beginning and an end after it.")));
        const auto seconds = [](ProviderTime time) { return double(time.time_since_epoch().count()) / 1000; };
        const MediaPackageEndpoint &source = *clipSource();
        const QString folder = command.input.isEmpty() ? command.token : command.input;
        const QJsonObject manifest{{QStringLiteral("ManifestName"), source.hlsManifest}};
        const QJsonObject bucket{{QStringLiteral("BucketName"), m_settings.bucket},
                                 {QStringLiteral("DestinationPath"), folder}};
        const QJsonObject body{
            {QStringLiteral("HarvestJobName"), command.token},
            {QStringLiteral("HarvestedManifests"), QJsonObject{{QStringLiteral("HlsManifests"), QJsonArray{manifest}}}},
            {QStringLiteral("ScheduleConfiguration"),
             QJsonObject{{QStringLiteral("StartTime"), seconds(*command.at)},
                         {QStringLiteral("EndTime"), seconds(*command.until)}}},
            {QStringLiteral("Destination"), QJsonObject{{QStringLiteral("S3Destination"), bucket}}}};
        AwsAsk ask = readAsk(channelPath() + "/originEndpoint/" + source.name.toLatin1() + "/harvestJob", {},
                             Text::tr("make a clip"), "mediapackagev2:CreateHarvestJob");
        ask.method = "POST";
        ask.changes = true;
        ask.headers.emplaceBack("x-amzn-client-token", command.token.toLatin1());
        ask.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return ask;
    }

    void readMore(EncoderSample sample, std::function<void(EncoderSample)> answer)
    {
        auto again = [this, answer](EncoderSample more) { readMore(std::move(more), answer); };
        if (m_endpointsDue.is(60s)) {
            m_endpointsDue.start();
            readEndpoints([again, sample = std::move(sample)] { again(sample); });
        } else if (!m_ours.isEmpty() && m_jobsDue.is(2s)) {
            m_jobsDue.start();
            readJobs([again, sample = std::move(sample)] { again(sample); });
        } else {
            for (const MediaPackageEndpoint &endpoint : m_endpoints)
                sample.details.insert(sample.details.end(), endpoint.details.begin(), endpoint.details.end());
            if (!m_note.isEmpty())
                sample.details.push_back({QStringLiteral("originEndpoint"), m_note});
            if (const QString why = clipObstacle(); !why.isEmpty())
                sample.obstacles.push_back({Verb::HarvestClip, {}, why});
            sample.jobs = m_jobs;
            answer(std::move(sample));
        }
    }

    void readEndpoints(std::function<void()> then)
    {
        auto read = std::make_shared<std::vector<MediaPackageEndpoint>>();
        readAwsPages(
            m_door, endpointsAsk(), "nextToken",
            [read](const QByteArray &body) -> Result<QString> {
                auto page = mediaPackageEndpoints(body);
                if (!page)
                    return tl::unexpected(page.error());
                read->insert(read->end(), page->endpoints.begin(), page->endpoints.end());
                return page->nextToken;
            },
            [this, read, then = std::move(then)](const Result<void> &done) {
                if (done)
                    m_endpoints = std::move(*read);
                m_note = done ? QString() : done.error().advice;
                then();
            });
    }

    // Ours alone; those of others are their business. What is over needs no more asking.
    void readJobs(std::function<void()> then)
    {
        auto read = std::make_shared<std::vector<JobSample>>();
        readAwsPages(
            m_door, jobsAsk(), "nextToken",
            [this, read](const QByteArray &body) -> Result<QString> {
                auto page = mediaPackageJobs(body);
                if (!page)
                    return tl::unexpected(page.error());
                for (JobSample &job : page->jobs) {
                    if (m_ours.contains(job.name))
                        read->push_back(std::move(job));
                }
                return page->nextToken;
            },
            [this, read, then = std::move(then)](const Result<void> &done) {
                if (done) {
                    m_jobs = std::move(*read);
                    for (const JobSample &job : m_jobs) {
                        if (job.state == JobSample::State::Done || job.state == JobSample::State::Failed)
                            m_ours.removeAll(job.name);
                    }
                }
                then();
            });
    }

    MediaPackageSettings m_settings;
    AwsDoor m_door;
    std::vector<MediaPackageEndpoint> m_endpoints;
    std::vector<JobSample> m_jobs;
    QStringList m_ours;
    QString m_note;
    Due m_endpointsDue;
    Due m_jobsDue;
    QObject m_context;
};

} // namespace

std::unique_ptr<EncoderProvider> makeMediaPackage(MediaPackageSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<MediaPackage>(std::move(settings), network);
}

} // namespace gantry::cloud

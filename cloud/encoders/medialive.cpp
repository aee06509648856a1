#include "cloud/encoders/medialive.h"

#include "cloud/aws/aws_pages.h"
#include "cloud/aws/cloudwatch.h"
#include "cloud/aws/due.h"
#include "cloud/cloud_text.h"
#include "cloud/encoders/medialive_answer.h"
#include "cloud/encoders/medialive_asks.h"
#include "cloud/encoders/medialive_health.h"
#include "cloud/encoders/medialive_schedule.h"
#include "cloud/http/json_limits.h"

#include <QElapsedTimer>
#include <QTimer>

#include <utility>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr int kMostNames = 32;                          // of actions whose fate is asked about
constexpr std::chrono::seconds kScheduleStaysEager{60}; // after a command that changes it

class MediaLive : public EncoderProvider
{
public:
    MediaLive(MediaLiveSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings))
        , m_asks(m_settings.channel)
        , m_door(doorSettings("medialive", m_settings.endpoint), network)
        , m_metrics(doorSettings("monitoring", m_settings.metricsEndpoint), network)
    {
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        const AwsAsk ask = m_asks.channel();
        m_door.ask(ask, [this, ask, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            EncoderSample sample = sampleFrom(ask.tried, http);
            if (sample.failure)
                answer(std::move(sample));
            else
                readMore(std::move(sample), due(), answer);
        });
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        const auto ask = m_asks.command(command, now());
        if (!ask) {
            const Error error = m_door.named(ask.error(), mediaLiveTried(command));
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        if (ask->path.endsWith("/schedule"))
            lookAtSchedule(command.token);
        m_door.ask(*ask, [this, tried = ask->tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            if (!http) {
                answer(tl::unexpected(http.error()));
                return;
            }
            // Somebody between us and the provider may say 200 to anything.
            const auto object = readJsonObject(http->body, {qsizetype{2} * 1024 * 1024, 64});
            answer(object ? CommandAnswer{} : tl::unexpected(m_door.named(object.error(), tried)));
        });
    }

    bool thumbnail(const QString &pipeline, std::function<void(Result<EncoderThumbnail>)> answer) override
    {
        const AwsAsk ask = m_asks.thumbnail(pipeline);
        m_door.ask(
            ask, [this, pipeline, tried = ask.tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
                if (!http && http.error().kind == Error::Kind::NotFound) {
                    answer(EncoderThumbnail{pipeline, {}, {}, {}}); // the service says "not found" for "none now"
                    return;
                }
                auto read = http ? mediaLiveThumbnail(http->body, pipeline) : tl::unexpected(http.error());
                answer(read ? std::move(read) : tl::unexpected(m_door.named(read.error(), tried)));
            });
        return true;
    }

    void checkAccess(std::function<void(std::vector<AccessFinding>)> answer) override
    {
        auto check = std::make_shared<Check>();
        check->done = std::move(answer);
        const std::vector<AwsAsk> asks{m_asks.channel(), m_asks.alerts(), m_asks.schedule()};
        check->open = asks.size() + (wantsMetrics() ? 1 : 0);
        for (const AwsAsk &ask : asks) {
            m_door.ask(ask, [this, check, permission = ask.permission](const Result<HttpAnswer> &http) {
                if (!http && http.error().kind == Error::Kind::NotFound && check->findings.empty())
                    nameTheOthers(check, permission, http.error());
                else
                    check->found(permission, http ? std::nullopt : std::optional(http.error()));
            });
        }
        if (wantsMetrics())
            m_metrics.newest(mediaLiveMetrics(m_settings.channel, 1), 60s,
                             [check](const Result<CloudWatch::Answer> &values) {
                                 check->found(QStringLiteral("cloudwatch:GetMetricData"),
                                              values ? std::nullopt : std::optional(values.error()));
                             });
    }

    std::chrono::milliseconds calmInterval() const override { return 2s; }
    std::chrono::milliseconds eagerInterval() const override { return 500ms; }
    std::chrono::milliseconds effectWithin(Verb verb) const override
    {
        switch (verb) {
        case Verb::Start:
            return 90s;
        case Verb::Stop:
            return 60s;
        case Verb::RestartPipeline:
            return 180s;
        default:
            return 20s; // a standard channel waits about 10 s so that both pipelines switch together
        }
    }

private:
    // Answers of several questions, whichever comes first.
    struct Check
    {
        std::vector<AccessFinding> findings;
        std::size_t open = 0;
        std::function<void(std::vector<AccessFinding>)> done;

        void found(const QString &permission, const std::optional<Error> &failure)
        {
            findings.push_back({permission, failure});
            if (--open == 0)
                done(std::move(findings));
        }
    };

    // A channel that is not there: which ones are?
    void nameTheOthers(const std::shared_ptr<Check> &check, const QString &permission, Error error)
    {
        auto names = std::make_shared<QStringList>();
        readAwsPages(
            m_door, m_asks.channels(), "nextToken",
            [names](const QByteArray &body) -> Result<QString> {
                const auto page = mediaLiveChannels(body);
                if (!page)
                    return tl::unexpected(page.error());
                for (const MediaLiveChannel &channel : *page)
                    names->append(QStringLiteral("%1 %2").arg(channel.id, channel.name).trimmed());
                return mediaLiveNextToken(body);
            },
            [check, permission, error = std::move(error), names](const Result<void> &) mutable {
                if (!names->isEmpty())
                    error.advice = Text::tr("This region has the channels %1.").arg(names->join(QStringLiteral(", ")));
                check->found(permission, error);
            });
    }

    AwsDoorSettings doorSettings(const QByteArray &service, const QUrl &endpoint) const
    {
        AwsDoorSettings door;
        door.region = m_settings.region;
        door.service = service;
        door.endpoint = endpoint;
        door.subject = QStringLiteral("MediaLive %1, channel %2")
                           .arg(QString::fromLatin1(m_settings.region), QString::fromLatin1(m_settings.channel));
        door.identity = m_settings.identity ? m_settings.identity : fixedIdentity(m_settings.credentials);
        door.limits = m_settings.limits;
        door.now = m_settings.now;
        return door;
    }
    bool wantsMetrics() const { return m_settings.metricsEvery > 0ms; }
    ProviderTime now() const { return ProviderTime(std::chrono::milliseconds(m_door.now().toMSecsSinceEpoch())); }

    EncoderSample sampleFrom(const QString &tried, const Result<HttpAnswer> &http) const
    {
        EncoderSample failed;
        if (!http) {
            failed.failure = http.error();
            return failed;
        }
        auto sample = mediaLiveSample(http->body);
        if (!sample) {
            failed.failure = m_door.named(sample.error(), tried);
            failed.roundTrip = http->roundTrip;
            return failed;
        }
        sample->roundTrip = http->roundTrip;
        sample->providerTime = answerDate(*http);
        sample->credentialsExpire = m_door.credentialsExpire();
        return *std::move(sample);
    }

    // What a poll asks besides the channel: each question once, however often it is due.
    struct Besides
    {
        bool alerts = false;
        bool schedule = false;
        bool metrics = false;
    };
    Besides due()
    {
        return {m_alertsDue.take(m_settings.alertsEvery), m_scheduleDue.take(scheduleInterval()),
                wantsMetrics() && m_metricsDue.take(m_settings.metricsEvery)};
    }

    // One after the other; then the sample goes out with the newest of each.
    void readMore(EncoderSample sample, Besides open, std::function<void(EncoderSample)> answer)
    {
        const auto after = [this, answer, sample](Besides rest) {
            return [this, answer, sample, rest] { readMore(sample, rest, answer); };
        };
        if (std::exchange(open.alerts, false)) {
            readAlerts(after(open));
        } else if (std::exchange(open.schedule, false)) {
            readSchedule(after(open));
        } else if (std::exchange(open.metrics, false)) {
            readMetrics(sample.pipelinesExpected.value_or(2), after(open));
        } else {
            sample.alerts = m_alerts;
            sample.planned = m_planned;
            sample.jobs = m_jobs;
            sample.details.insert(sample.details.end(), m_notes.begin(), m_notes.end());
            if (m_health)
                addHealth(*m_health, sample);
            answer(std::move(sample));
        }
    }

    // Alerts that cannot be read do not spoil the state that could; after the third time they are an alert themselves.
    void readAlerts(std::function<void()> then)
    {
        auto read = std::make_shared<std::vector<EncoderAlert>>();
        readAwsPages(
            m_door, m_asks.alerts(), "nextToken",
            [read](const QByteArray &body) -> Result<QString> {
                auto page = mediaLiveAlerts(body);
                if (!page)
                    return tl::unexpected(page.error());
                read->insert(read->end(), page->begin(), page->end());
                return mediaLiveNextToken(body);
            },
            [this, read, then = std::move(then)](const Result<void> &done) {
                if (done) {
                    m_alerts = std::move(*read);
                    m_alertFailures = 0;
                } else if (++m_alertFailures >= 3) {
                    m_alerts = {{QStringLiteral("gantry-alerts"),
                                 QStringLiteral("ALERTS_UNREADABLE"),
                                 Text::tr("The channel's alerts cannot be read: %1").arg(done.error().detail),
                                 {}}};
                }
                then();
            });
    }

    std::chrono::milliseconds scheduleInterval() const
    {
        return m_scheduleChanged.isValid() &&
                       !m_scheduleChanged.hasExpired(std::chrono::milliseconds(kScheduleStaysEager).count())
                   ? std::chrono::milliseconds(1s)
                   : m_settings.scheduleEvery;
    }

    void lookAtSchedule(const QString &token)
    {
        m_scheduleChanged.start();
        m_ours.append(token);
        while (m_ours.size() > kMostNames)
            m_ours.removeFirst();
    }

    // What is planned is unknown while it cannot be read: an old plan would prove what is no longer so.
    void readSchedule(std::function<void()> then)
    {
        auto read = std::make_shared<MediaLiveSchedule>();
        readAwsPages(
            m_door, m_asks.schedule(), "nextToken",
            [this, read](const QByteArray &body) -> Result<QString> {
                auto page = mediaLiveSchedule(body, now(), m_ours);
                if (!page)
                    return tl::unexpected(page.error());
                read->planned.insert(read->planned.end(), page->planned.begin(), page->planned.end());
                read->jobs.insert(read->jobs.end(), page->jobs.begin(), page->jobs.end());
                return page->nextToken;
            },
            [this, read, then = std::move(then)](const Result<void> &done) {
                m_planned.reset();
                m_jobs.clear();
                note(QStringLiteral("schedule"), done ? QString() : done.error().advice);
                if (done) {
                    m_planned = std::move(read->planned);
                    m_jobs = std::move(read->jobs);
                }
                then();
            });
    }

    void readMetrics(int pipelines, std::function<void()> then)
    {
        m_metrics.newest(mediaLiveMetrics(m_settings.channel, pipelines), 120s,
                         [this, then = std::move(then)](const Result<CloudWatch::Answer> &answer) {
                             m_health.reset(); // old figures would look like new ones
                             if (answer)
                                 m_health = mediaLiveHealth(answer->values);
                             note(QStringLiteral("CloudWatch"),
                                  answer ? answer->notes.join(QStringLiteral(", ")) : answer.error().advice);
                             then();
                         });
    }

    void note(const QString &name, const QString &value)
    {
        std::erase_if(m_notes, [&name](const ProviderWord &word) { return word.name == name; });
        if (!value.isEmpty())
            m_notes.push_back({name, value});
    }

    MediaLiveSettings m_settings;
    MediaLiveAsks m_asks;
    AwsDoor m_door;
    CloudWatch m_metrics;
    std::vector<EncoderAlert> m_alerts;
    std::optional<std::vector<PlannedAction>> m_planned;
    std::vector<JobSample> m_jobs;
    std::optional<MediaLiveHealth> m_health;
    std::vector<ProviderWord> m_notes; // what could not be read, and why
    QStringList m_ours;                // names of the actions that we put into the schedule
    Due m_alertsDue;
    Due m_scheduleDue;
    Due m_metricsDue;
    QElapsedTimer m_scheduleChanged;
    int m_alertFailures = 0;
    QObject m_context;
};

} // namespace

std::unique_ptr<EncoderProvider> makeMediaLive(MediaLiveSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<MediaLive>(std::move(settings), network);
}

} // namespace gantry::cloud

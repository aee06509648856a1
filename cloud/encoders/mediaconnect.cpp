#include "cloud/encoders/mediaconnect.h"

#include "cloud/aws/aws_door.h"
#include "cloud/aws/cloudwatch.h"
#include "cloud/aws/due.h"
#include "cloud/cloud_text.h"
#include "cloud/encoders/mediaconnect_answer.h"
#include "cloud/http/json_limits.h"

#include <QJsonDocument>
#include <QTimer>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

QString triedTo(const Command &command)
{
    switch (command.verb) {
    case Verb::Start:
        return Text::tr("start the flow");
    case Verb::Stop:
        return Text::tr("stop the flow");
    default:
        return Text::tr("prefer source %1").arg(command.input);
    }
}

class MediaConnect : public EncoderProvider
{
public:
    MediaConnect(MediaConnectSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings))
        , m_door(doorSettings("mediaconnect", m_settings.endpoint), network)
        , m_metrics(doorSettings("monitoring", m_settings.metricsEndpoint), network)
    {
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        const AwsAsk ask = flowAsk();
        m_door.ask(ask, [this, tried = ask.tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            auto flow = http ? mediaConnectFlow(http->body) : tl::unexpected(http.error());
            if (!flow) {
                EncoderSample failed;
                failed.failure = m_door.named(flow.error(), tried);
                answer(std::move(failed));
                return;
            }
            flow->sample.roundTrip = http->roundTrip;
            flow->sample.providerTime = answerDate(*http);
            flow->sample.credentialsExpire = m_door.credentialsExpire();
            addMetrics(*std::move(flow), answer);
        });
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        const auto ask = askFor(command);
        if (!ask) {
            const Error error = m_door.named(ask.error(), triedTo(command));
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        m_door.ask(*ask, [this, tried = ask->tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            if (!http) {
                answer(tl::unexpected(http.error()));
                return;
            }
            const auto object = readJsonObject(http->body, {qsizetype{1024} * 1024, 32});
            answer(object ? CommandAnswer{} : tl::unexpected(m_door.named(object.error(), tried)));
        });
    }

    bool thumbnail(const QString &, std::function<void(Result<EncoderThumbnail>)> answer) override
    {
        AwsAsk ask;
        ask.path = "/v1/flows/" + arn() + "/source-thumbnail";
        ask.tried = Text::tr("read a thumbnail");
        ask.permission = QStringLiteral("mediaconnect:DescribeFlowSourceThumbnail");
        m_door.ask(ask, [this, tried = ask.tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            auto read = http ? mediaConnectThumbnail(http->body) : tl::unexpected(http.error());
            answer(read ? std::move(read) : tl::unexpected(m_door.named(read.error(), tried)));
        });
        return true;
    }

    void checkAccess(std::function<void(std::vector<AccessFinding>)> answer) override
    {
        m_door.ask(flowAsk(), [this, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            std::vector<AccessFinding> findings{
                {QStringLiteral("mediaconnect:DescribeFlow"), http ? std::nullopt : std::optional(http.error())}};
            if (m_settings.metricsEvery == 0ms) {
                answer(std::move(findings));
                return;
            }
            const MediaConnectSource any{QString(), m_settings.flow};
            m_metrics.newest(
                mediaConnectMetrics({any}), 60s,
                [findings = std::move(findings), answer](const Result<CloudWatch::Answer> &values) mutable {
                    findings.push_back({QStringLiteral("cloudwatch:GetMetricData"),
                                        values ? std::nullopt : std::optional(values.error())});
                    answer(std::move(findings));
                });
        });
    }

    std::chrono::milliseconds calmInterval() const override { return 2s; }
    std::chrono::milliseconds eagerInterval() const override { return 1s; }
    std::chrono::milliseconds effectWithin(Verb verb) const override
    {
        return verb == Verb::PreferInput ? 60s : 120s; // the service's own waiters give it 3 s x 40
    }

private:
    QByteArray arn() const { return QUrl::toPercentEncoding(QString::fromUtf8(m_settings.flow)); }

    AwsDoorSettings doorSettings(const QByteArray &service, const QUrl &endpoint) const
    {
        AwsDoorSettings door;
        door.region = m_settings.region;
        door.service = service;
        door.endpoint = endpoint;
        door.subject = QStringLiteral("MediaConnect %1").arg(QString::fromUtf8(m_settings.flow));
        door.identity = m_settings.identity;
        door.limits = m_settings.limits;
        door.now = m_settings.now;
        return door;
    }

    AwsAsk flowAsk() const
    {
        AwsAsk ask;
        ask.path = "/v1/flows/" + arn();
        ask.tried = Text::tr("read the flow's state");
        ask.permission = QStringLiteral("mediaconnect:DescribeFlow");
        return ask;
    }

    Result<AwsAsk> askFor(const Command &command) const
    {
        AwsAsk ask;
        ask.method = "POST";
        ask.changes = true;
        ask.tried = triedTo(command);
        switch (command.verb) {
        case Verb::Start:
            ask.path = "/v1/flows/start/" + arn();
            ask.permission = QStringLiteral("mediaconnect:StartFlow");
            return ask;
        case Verb::Stop:
            ask.path = "/v1/flows/stop/" + arn();
            ask.permission = QStringLiteral("mediaconnect:StopFlow");
            return ask;
        case Verb::PreferInput: {
            const QJsonObject priority{{QStringLiteral("primarySource"), command.input}};
            const QJsonObject failover{{QStringLiteral("state"), QStringLiteral("ENABLED")},
                                       {QStringLiteral("failoverMode"), QStringLiteral("FAILOVER")},
                                       {QStringLiteral("sourcePriority"), priority}};
            ask.method = "PUT";
            ask.path = "/v1/flows/" + arn();
            ask.permission = QStringLiteral("mediaconnect:UpdateFlow");
            ask.body = QJsonDocument(QJsonObject{{QStringLiteral("sourceFailoverConfig"), failover}})
                           .toJson(QJsonDocument::Compact);
            return ask;
        }
        default: {
            Error error;
            error.kind = Error::Kind::Invalid;
            error.advice = Text::tr("MediaConnect has no command for this.");
            return tl::unexpected(error);
        }
        }
    }

    void addMetrics(MediaConnectFlow flow, std::function<void(EncoderSample)> answer)
    {
        const bool isDue = m_settings.metricsEvery > 0ms && !flow.sources.empty() && m_due.is(m_settings.metricsEvery);
        if (!isDue) {
            give(std::move(flow), answer);
            return;
        }
        m_due.start();
        const auto metrics = mediaConnectMetrics(flow.sources);
        m_metrics.newest(metrics, 180s,
                         [this, flow = std::move(flow),
                          answer = std::move(answer)](const Result<CloudWatch::Answer> &values) mutable {
                             m_values =
                                 values ? values->values : MetricValues(); // old figures would look like new ones
                             m_asked = flow.sources;
                             m_note = values ? values->notes.join(QStringLiteral(", ")) : values.error().advice;
                             give(std::move(flow), answer);
                         });
    }

    void give(MediaConnectFlow flow, const std::function<void(EncoderSample)> &answer) const
    {
        addSourceHealth(m_asked, m_values, flow.sample);
        if (!m_note.isEmpty())
            flow.sample.details.push_back({QStringLiteral("CloudWatch"), m_note});
        answer(std::move(flow.sample));
    }

    MediaConnectSettings m_settings;
    AwsDoor m_door;
    CloudWatch m_metrics;
    Due m_due;
    std::vector<MediaConnectSource> m_asked;
    MetricValues m_values;
    QString m_note;
    QObject m_context;
};

} // namespace

std::unique_ptr<EncoderProvider> makeMediaConnect(MediaConnectSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<MediaConnect>(std::move(settings), network);
}

} // namespace gantry::cloud

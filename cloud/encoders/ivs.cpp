#include "cloud/encoders/ivs.h"

#include "cloud/aws/aws_door.h"
#include "cloud/aws/due.h"
#include "cloud/cloud_text.h"
#include "cloud/encoders/ivs_answer.h"
#include "cloud/http/json_limits.h"

#include <QJsonDocument>
#include <QTimer>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

AwsDoorSettings doorSettings(const IvsSettings &settings, const QByteArray &service, const QUrl &endpoint)
{
    AwsDoorSettings door;
    door.region = settings.region;
    door.service = service;
    door.endpoint = endpoint;
    door.subject = QStringLiteral("IVS %1").arg(QString::fromUtf8(settings.channel));
    door.identity = settings.identity;
    door.limits = settings.limits;
    door.now = settings.now;
    return door;
}

AwsAsk channelAsk(const QByteArray &channel, const char *operation, const QString &tried)
{
    AwsAsk ask;
    ask.method = "POST";
    ask.path = QByteArray("/") + operation;
    ask.body = QJsonDocument(QJsonObject{{QStringLiteral("channelArn"), QString::fromUtf8(channel)}})
                   .toJson(QJsonDocument::Compact);
    ask.tried = tried;
    ask.permission = QStringLiteral("ivs:") + QLatin1String(operation);
    return ask;
}

AwsAsk streamAsk(const QByteArray &channel)
{
    return channelAsk(channel, "GetStream", Text::tr("read the stream's state"));
}

// The service says "not found" for "nobody sends", and the same of a channel that does not exist.
Result<IvsStream> streamFrom(const AwsDoor &door, const Result<HttpAnswer> &http)
{
    if (!http && http.error().kind == Error::Kind::NotFound &&
        http.error().detail.startsWith(QLatin1String("ChannelNotBroadcasting")))
        return ivsOffline();
    const QString tried = Text::tr("read the stream's state");
    auto stream = http ? ivsStream(http->body) : tl::unexpected(http.error());
    if (!stream)
        return tl::unexpected(door.named(stream.error(), tried));
    stream->sample.roundTrip = http->roundTrip;
    stream->sample.providerTime = answerDate(*http);
    return stream;
}

class Ivs : public EncoderProvider
{
public:
    Ivs(IvsSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings))
        , m_door(doorSettings(m_settings, "ivs", m_settings.endpoint), network)
        , m_metrics(doorSettings(m_settings, "monitoring", m_settings.metricsEndpoint), network)
    {
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        m_door.ask(streamAsk(m_settings.channel), [this, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            auto stream = streamFrom(m_door, http);
            if (!stream) {
                EncoderSample failed;
                failed.failure = stream.error();
                answer(std::move(failed));
                return;
            }
            stream->sample.credentialsExpire = m_door.credentialsExpire();
            if (stream->sample.state == EncoderState::Running) {
                readMore(std::move(stream->sample), answer);
                return;
            }
            m_words.clear(); // those of a stream that is over
            m_values.clear();
            answer(std::move(stream->sample));
        });
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        const QString tried = Text::tr("disconnect who sends");
        if (command.verb != Verb::DisconnectInput) {
            Error error;
            error.kind = Error::Kind::Invalid;
            error.advice = Text::tr("IVS has no command for this.");
            error = m_door.named(error, tried);
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        AwsAsk ask = channelAsk(m_settings.channel, "StopStream", tried);
        ask.changes = true;
        m_door.ask(ask, [this, tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            if (!http) {
                answer(tl::unexpected(http.error()));
                return;
            }
            const auto object = readJsonObject(http->body.isEmpty() ? QByteArray("{}") : http->body);
            answer(object ? CommandAnswer{} : tl::unexpected(m_door.named(object.error(), tried)));
        });
    }

    void checkAccess(std::function<void(std::vector<AccessFinding>)> answer) override
    {
        m_door.ask(streamAsk(m_settings.channel), [this, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            const auto stream = streamFrom(m_door, http);
            answer({{QStringLiteral("ivs:GetStream"), stream ? std::nullopt : std::optional(stream.error())}});
        });
    }

    std::chrono::milliseconds calmInterval() const override { return 5s; } // five calls a second for the account
    std::chrono::milliseconds eagerInterval() const override { return 1s; }
    std::chrono::milliseconds effectWithin(Verb) const override { return 30s; }

private:
    void readMore(EncoderSample sample, std::function<void(EncoderSample)> answer)
    {
        auto again = [this, answer](EncoderSample more) { readMore(std::move(more), answer); };
        if (m_sessionDue.is(60s)) {
            m_sessionDue.start();
            m_door.ask(channelAsk(m_settings.channel, "GetStreamSession", Text::tr("read the stream's session")),
                       [this, again, sample = std::move(sample)](const Result<HttpAnswer> &http) {
                           auto words = http ? ivsSession(http->body) : tl::unexpected(http.error());
                           m_words = words ? *std::move(words)
                                           : std::vector<ProviderWord>{
                                                 {QStringLiteral("GetStreamSession"), words.error().advice}};
                           again(sample);
                       });
        } else if (m_settings.metricsEvery > 0ms && m_metricsDue.is(m_settings.metricsEvery)) {
            m_metricsDue.start();
            m_metrics.newest(ivsMetrics(m_settings.channel), 180s,
                             [this, again, sample = std::move(sample)](const Result<CloudWatch::Answer> &values) {
                                 m_values = values ? values->values : MetricValues();
                                 again(sample);
                             });
        } else {
            sample.details.insert(sample.details.end(), m_words.begin(), m_words.end());
            addIvsHealth(m_values, sample);
            answer(std::move(sample));
        }
    }

    IvsSettings m_settings;
    AwsDoor m_door;
    CloudWatch m_metrics;
    std::vector<ProviderWord> m_words;
    MetricValues m_values;
    Due m_sessionDue;
    Due m_metricsDue;
    QObject m_context;
};

class IvsAudience : public AudienceSource
{
public:
    IvsAudience(IvsSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings)), m_door(doorSettings(m_settings, "ivs", m_settings.endpoint), network)
    {
    }

    void poll(std::function<void(AudienceSample)> answer) override
    {
        m_door.ask(streamAsk(m_settings.channel), [this, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            const auto stream = streamFrom(m_door, http);
            AudienceSample sample;
            if (!stream) {
                sample.failure = stream.error();
            } else {
                sample.viewers =
                    stream->sample.state == EncoderState::Idle ? std::optional<std::int64_t>(0) : stream->viewers;
                sample.providerTime = stream->sample.providerTime;
                sample.roundTrip = stream->sample.roundTrip;
            }
            answer(std::move(sample));
        });
    }
    std::chrono::milliseconds interval() const override { return 15s; } // the figure is as late as that

private:
    IvsSettings m_settings;
    AwsDoor m_door;
};

} // namespace

std::unique_ptr<EncoderProvider> makeIvs(IvsSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<Ivs>(std::move(settings), network);
}

std::unique_ptr<AudienceSource> makeIvsAudience(IvsSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<IvsAudience>(std::move(settings), network);
}

} // namespace gantry::cloud

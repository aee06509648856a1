#include "cloud/encoders/medialive.h"

#include "cloud/encoders/medialive_answer.h"
#include "cloud/http/aws_error.h"
#include "cloud/http/aws_sigv4.h"
#include "cloud/http/endpoint.h"
#include "cloud/http/json_limits.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

QUrl ownEndpoint(const QByteArray &region)
{
    const QByteArray domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return QUrl::fromEncoded("https://medialive." + region + '.' + domain);
}

QByteArray switchBody(const Command &command)
{
    const QJsonObject inputSwitch{{QStringLiteral("inputAttachmentNameReference"), command.input},
                                  {QStringLiteral("urlPath"), QJsonArray()}};
    const QJsonObject action{
        {QStringLiteral("actionName"), command.token}, // unique in the channel: a second arrival changes nothing
        {QStringLiteral("scheduleActionSettings"), QJsonObject{{QStringLiteral("inputSwitchSettings"), inputSwitch}}},
        {QStringLiteral("scheduleActionStartSettings"),
         QJsonObject{{QStringLiteral("immediateModeScheduleActionStartSettings"), QJsonObject()}}}};
    const QJsonObject creates{{QStringLiteral("scheduleActions"), QJsonArray{action}}};
    return QJsonDocument(QJsonObject{{QStringLiteral("creates"), creates}}).toJson(QJsonDocument::Compact);
}

QString triedTo(const Command &command)
{
    switch (command.verb) {
    case Verb::Start:
        return QCoreApplication::translate("cloud", "start the channel");
    case Verb::Stop:
        return QCoreApplication::translate("cloud", "stop the channel");
    case Verb::SwitchInput:
        break;
    }
    return QCoreApplication::translate("cloud", "switch to input %1").arg(command.input);
}

class MediaLive : public EncoderProvider
{
public:
    MediaLive(MediaLiveSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings))
        , m_http(network, m_settings.limits)
        , m_subject(QStringLiteral("MediaLive %1, channel %2")
                        .arg(QString::fromLatin1(m_settings.region), QString::fromLatin1(m_settings.channel)))
    {
        if (m_settings.endpoint.isEmpty())
            m_settings.endpoint = ownEndpoint(m_settings.region);
        if (!m_settings.now)
            m_settings.now = [] { return QDateTime::currentDateTimeUtc(); };
    }

    void poll(std::function<void(EncoderSample)> answer) override
    {
        ask("GET", {}, {}, {}, [this, answer = std::move(answer)](Result<HttpAnswer> http) {
            EncoderSample sample = sampleFrom(http);
            if (sample.failure) {
                answer(std::move(sample));
            } else if (!alertsAreDue()) {
                sample.alerts = m_alerts;
                answer(std::move(sample));
            } else {
                askAlerts(std::move(sample), answer);
            }
        });
    }

    void send(const Command &command, std::function<void(CommandAnswer)> answer) override
    {
        const QString tried = triedTo(command);
        if (command.verb == Verb::SwitchInput && (command.input.isEmpty() || command.token.isEmpty())) {
            Error error = named({}, tried);
            error.kind = Error::Kind::Invalid;
            error.advice = QCoreApplication::translate("cloud", "Name the input to switch to.");
            QTimer::singleShot(0, &m_context, [answer = std::move(answer), error] { answer(tl::unexpected(error)); });
            return;
        }
        auto done = [this, tried, answer = std::move(answer)](const Result<HttpAnswer> &http) {
            answer(commandAnswer(tried, http));
        };
        switch (command.verb) {
        case Verb::Start:
            ask("POST", "/start", {}, {}, std::move(done));
            break;
        case Verb::Stop:
            ask("POST", "/stop", {}, {}, std::move(done));
            break;
        case Verb::SwitchInput:
            ask("PUT", "/schedule", {}, switchBody(command), std::move(done));
            break;
        }
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
        case Verb::SwitchInput:
            break;
        }
        return 20s; // an immediate switch of a standard channel waits about 10 s so that both pipelines act together
    }

private:
    void ask(const QByteArray &method, const QByteArray &subPath, const QByteArray &query, const QByteArray &body,
             HttpClient::Answer answer)
    {
        HttpRequest request;
        request.method = method;
        request.url = endpointUrl(m_settings.endpoint, "/prod/channels/" + m_settings.channel + subPath, query);
        request.body = body;
        request.once = method != "GET";
        if (!body.isEmpty())
            request.headers.emplaceBack("Content-Type", "application/json");
        const SigV4Scope scope{m_settings.region, "medialive", m_settings.now()};
        request.headers += sigV4Headers(method, request.url, request.headers, body, m_settings.credentials, scope);
        m_http.send(request, std::move(answer));
    }

    // The exchange as a value: the answer of a 2xx, or an error that says what was tried.
    Result<HttpAnswer> understood(const QString &tried, const Result<HttpAnswer> &http) const
    {
        if (!http)
            return tl::unexpected(named(http.error(), tried));
        if (http->status >= 200 && http->status < 300)
            return *http;
        const auto now = std::chrono::sys_seconds(std::chrono::seconds(m_settings.now().toSecsSinceEpoch()));
        return tl::unexpected(awsError(tried, m_subject, *http, m_settings.credentials, now));
    }

    CommandAnswer commandAnswer(const QString &tried, const Result<HttpAnswer> &http) const
    {
        const auto answer = understood(tried, http);
        if (!answer)
            return tl::unexpected(answer.error());
        // Somebody between us and the provider may say 200 to anything.
        const auto object = readJsonObject(answer->body, {qsizetype{2} * 1024 * 1024, 64});
        if (!object)
            return tl::unexpected(named(object.error(), tried));
        return {};
    }

    EncoderSample sampleFrom(const Result<HttpAnswer> &http) const
    {
        const QString tried = QCoreApplication::translate("cloud", "read the channel's state");
        EncoderSample failed;
        const auto answer = understood(tried, http);
        if (!answer) {
            failed.failure = answer.error();
            return failed;
        }
        auto sample = mediaLiveSample(answer->body);
        if (!sample) {
            failed.failure = named(sample.error(), tried);
            failed.roundTrip = answer->roundTrip;
            return failed;
        }
        sample->roundTrip = answer->roundTrip;
        sample->providerTime = answerDate(*answer);
        return *std::move(sample);
    }

    bool alertsAreDue() const
    {
        return !m_sinceAlerts.isValid() || m_sinceAlerts.hasExpired(m_settings.alertsEvery.count());
    }

    // Alerts that cannot be read do not spoil the state that could; after the third time they are an alert themselves.
    void askAlerts(EncoderSample sample, std::function<void(EncoderSample)> answer)
    {
        m_sinceAlerts.start();
        ask("GET", "/alerts", "maxResults=100&stateFilter=SET", {},
            [this, sample = std::move(sample), answer = std::move(answer)](const Result<HttpAnswer> &http) mutable {
                takeAlerts(http);
                sample.alerts = m_alerts;
                answer(std::move(sample));
            });
    }

    void takeAlerts(const Result<HttpAnswer> &http)
    {
        const QString tried = QCoreApplication::translate("cloud", "read the channel's alerts");
        const auto answer = understood(tried, http);
        auto alerts = answer ? mediaLiveAlerts(answer->body) : tl::unexpected(answer.error());
        if (alerts) {
            m_alerts = *std::move(alerts);
            m_alertFailures = 0;
        } else if (++m_alertFailures >= 3) {
            m_alerts = {EncoderAlert{QStringLiteral("gantry-alerts"),
                                     QStringLiteral("ALERTS_UNREADABLE"),
                                     QCoreApplication::translate("cloud", "The channel's alerts cannot be read: %1")
                                         .arg(alerts.error().detail),
                                     {}}};
        }
    }

    Error named(Error error, const QString &tried) const
    {
        error.tried = tried;
        error.subject = m_subject;
        return error;
    }

    MediaLiveSettings m_settings;
    HttpClient m_http;
    QString m_subject;
    std::vector<EncoderAlert> m_alerts;
    QElapsedTimer m_sinceAlerts;
    int m_alertFailures = 0;
    QObject m_context;
};

} // namespace

std::unique_ptr<EncoderProvider> makeMediaLive(MediaLiveSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<MediaLive>(std::move(settings), network);
}

} // namespace gantry::cloud

#include "cloud/audience/mux_data.h"

#include "cloud/http/endpoint.h"
#include "cloud/http/json_limits.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr int kMostPoints = 20'000; // a day of five seconds is 17 280

QString subject()
{
    return QStringLiteral("Mux Data");
}

Error muxFault(Error error, const QString &tried)
{
    error.tried = tried;
    error.subject = subject();
    return error;
}

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return Error::Kind::Refused;
    case 404:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::TimedOut;
    case 429:
        return Error::Kind::Throttled;
    default:
        break;
    }
    if (status >= 500)
        return Error::Kind::ServerFault;
    return status >= 400 ? Error::Kind::Invalid : Error::Kind::BadAnswer;
}

QString adviceFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Refused:
        return QCoreApplication::translate("cloud",
                                           "Check MUX_TOKEN_ID and MUX_TOKEN_SECRET: a token with permission to "
                                           "read Mux Data, in a plan that includes monitoring.");
    case Error::Kind::Throttled:
        return QCoreApplication::translate("cloud", "Too many requests to Mux. Gantry asks less often by itself.");
    case Error::Kind::ServerFault:
    case Error::Kind::TimedOut:
        return QCoreApplication::translate("cloud", "A fault at Mux. Gantry keeps asking.");
    default:
        return QCoreApplication::translate("cloud", "The provider did not accept the request as it was written.");
    }
}

class MuxData : public AudienceSource
{
public:
    MuxData(MuxSettings settings, QNetworkAccessManager &network)
        : m_settings(std::move(settings)), m_http(network, m_settings.limits)
    {
        if (m_settings.endpoint.isEmpty())
            m_settings.endpoint = QUrl(QStringLiteral("https://api.mux.com"));
    }

    void poll(std::function<void(AudienceSample)> answer) override
    {
        // One after the other: when the first fails, the second would fail the same way.
        ask("current-concurrent-viewers", [this, answer = std::move(answer)](Result<HttpAnswer> viewers) {
            if (!viewers) {
                answer(failed(viewers.error()));
                return;
            }
            ask("current-rebuffering-percentage",
                [viewers = *std::move(viewers), answer](const Result<HttpAnswer> &rebuffering) {
                    answer(rebuffering ? sampleOf(viewers, *rebuffering) : failed(rebuffering.error()));
                });
        });
    }

    std::chrono::milliseconds interval() const override { return 5s; }

private:
    static QString tried() { return QCoreApplication::translate("cloud", "read the audience figures"); }

    static AudienceSample failed(const Error &error)
    {
        AudienceSample sample;
        sample.failure = error;
        return sample;
    }

    static AudienceSample sampleOf(const HttpAnswer &viewers, const HttpAnswer &rebuffering)
    {
        auto sample = muxSample(viewers.body, rebuffering.body);
        if (!sample)
            return failed(muxFault(sample.error(), tried()));
        sample->roundTrip = viewers.roundTrip + rebuffering.roundTrip;
        return *std::move(sample);
    }

    void ask(const QByteArray &metric, HttpClient::Answer answer)
    {
        HttpRequest request;
        const QByteArray query =
            m_settings.filter.isEmpty() ? QByteArray() : "filters%5B%5D=" + m_settings.filter.toPercentEncoding();
        request.url = endpointUrl(m_settings.endpoint, "/data/v1/monitoring/metrics/" + metric + "/timeseries", query);
        const QByteArray key = m_settings.credentials.tokenId + ':' + m_settings.credentials.tokenSecret;
        request.headers = {{"Authorization", "Basic " + key.toBase64()}, {"Accept", "application/json"}};
        m_http.send(request, [answer = std::move(answer)](Result<HttpAnswer> http) {
            if (!http)
                answer(tl::unexpected(muxFault(http.error(), tried())));
            else if (http->status < 200 || http->status >= 300)
                answer(tl::unexpected(muxError(
                    tried(), *http, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()))));
            else
                answer(std::move(http));
        });
    }

    MuxSettings m_settings;
    HttpClient m_http;
};

} // namespace

std::unique_ptr<AudienceSource> makeMuxData(MuxSettings settings, QNetworkAccessManager &network)
{
    return std::make_unique<MuxData>(std::move(settings), network);
}

Result<std::optional<MuxPoint>> newestMuxPoint(const QByteArray &body)
{
    const auto answer = readJsonObject(body, {qsizetype{4} * 1024 * 1024, 16});
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->contains(QLatin1StringView("data")))
        return tl::unexpected(
            wrongMember(QStringLiteral("data"), QCoreApplication::translate("cloud", "a list of points")));
    const auto points = arrayMember(*answer, QLatin1StringView("data"), kMostPoints);
    if (!points)
        return tl::unexpected(points.error());
    std::optional<MuxPoint> newest;
    for (const auto &point : *points) {
        const QJsonObject object = point.toObject();
        const auto value = numberMember(object, QLatin1StringView("value"));
        if (!value)
            return tl::unexpected(value.error());
        const auto date = textMember(object, QLatin1StringView("date"));
        if (!date)
            return tl::unexpected(date.error());
        const QDateTime time = QDateTime::fromString(date->value_or(QString()), Qt::ISODateWithMs);
        if (!time.isValid())
            return tl::unexpected(
                wrongMember(QStringLiteral("date"), QCoreApplication::translate("cloud", "a date and time")));
        const std::chrono::sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds(time.toMSecsSinceEpoch())};
        if (value->has_value() && (!newest || newest->time < at))
            newest = MuxPoint{**value, at};
    }
    return newest;
}

Result<AudienceSample> muxSample(const QByteArray &viewersBody, const QByteArray &rebufferingBody)
{
    const auto viewers = newestMuxPoint(viewersBody);
    if (!viewers)
        return tl::unexpected(viewers.error());
    const auto rebuffering = newestMuxPoint(rebufferingBody);
    if (!rebuffering)
        return tl::unexpected(rebuffering.error());
    if (viewers->has_value() && ((*viewers)->value < 0 || (*viewers)->value > 1e12))
        return tl::unexpected(
            wrongMember(QStringLiteral("value"), QCoreApplication::translate("cloud", "a number of viewers")));
    if (rebuffering->has_value() && ((*rebuffering)->value < 0 || (*rebuffering)->value > 1))
        return tl::unexpected(
            wrongMember(QStringLiteral("value"), QCoreApplication::translate("cloud", "a share between 0 and 1")));

    AudienceSample sample;
    sample.rebufferingFormula = QCoreApplication::translate("cloud", "share of viewing time spent rebuffering (Mux)");
    if (viewers->has_value()) {
        sample.viewers = std::int64_t((*viewers)->value);
        sample.providerTime = (*viewers)->time;
    }
    if (rebuffering->has_value()) {
        sample.rebuffering = (*rebuffering)->value;
        sample.providerTime = std::max(sample.providerTime.value_or((*rebuffering)->time), (*rebuffering)->time);
    }
    return sample;
}

Error muxError(const QString &tried, const HttpAnswer &answer, std::chrono::sys_seconds now)
{
    Error error;
    error.kind = kindOf(answer.status);
    error.tried = tried;
    error.subject = subject();
    error.advice = adviceFor(error.kind);
    error.httpStatus = answer.status;
    error.retryAfterSeconds = retryAfterSeconds(answer.header("Retry-After"), now);
    // {"error":{"type":"unauthorized","messages":["Unauthorized request"]}}
    const auto body = readJsonObject(answer.body, {qsizetype{64} * 1024, 16});
    if (body) {
        const QJsonObject fault = body->value(QLatin1StringView("error")).toObject();
        const QString type = fault.value(QLatin1StringView("type")).toString();
        const QString message = fault.value(QLatin1StringView("messages")).toArray().first().toString();
        error.detail = (message.isEmpty() ? type : type + QStringLiteral(" · ") + message).left(300);
    }
    return error;
}

std::optional<QString> muxFilterFault(const QString &text)
{
    static const QStringList dimensions{QStringLiteral("asn"),          QStringLiteral("cdn"),
                                        QStringLiteral("country"),      QStringLiteral("operating_system"),
                                        QStringLiteral("player_name"),  QStringLiteral("region"),
                                        QStringLiteral("stream_type"),  QStringLiteral("sub_property_id"),
                                        QStringLiteral("video_series"), QStringLiteral("video_title"),
                                        QStringLiteral("view_has_ad")};
    QString dimension = text.section(u':', 0, 0);
    if (dimension.startsWith(u'!'))
        dimension.remove(0, 1); // Mux's "all but"
    if (dimensions.contains(dimension) && !text.section(u':', 1).isEmpty())
        return std::nullopt;
    return QCoreApplication::translate("cloud", "A filter is written dimension:value, with one of: %1.")
        .arg(dimensions.join(QStringLiteral(", ")));
}

} // namespace gantry::cloud

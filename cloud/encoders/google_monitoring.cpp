#include "cloud/encoders/google_monitoring.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr int kMostSeries = 1000;
constexpr int kMostPoints = 2000;
constexpr auto kTooOld = 5min; // a minute's interval that is visible two minutes late, and twice as much

std::optional<double> valueOf(const QJsonObject &value)
{
    if (const QJsonValue whole = value.value(QLatin1StringView("int64Value")); !whole.isUndefined()) {
        bool isNumber = false;
        const qint64 number = whole.toString().toLongLong(&isNumber);
        return isNumber ? std::optional(double(number)) : std::nullopt;
    }
    QJsonValue number = value.value(QLatin1StringView("doubleValue"));
    if (const QJsonObject distribution = value.value(QLatin1StringView("distributionValue")).toObject();
        !distribution.isEmpty()) {
        if (distribution.value(QLatin1StringView("count")).toString().toLongLong() <= 0)
            return std::nullopt; // nothing was measured: no mean
        number = distribution.value(QLatin1StringView("mean")).toDouble();
    }
    return number.isDouble() && std::isfinite(number.toDouble()) ? std::optional(number.toDouble()) : std::nullopt;
}

Result<std::optional<MonitoredPoint>> newestOf(const QJsonArray &points)
{
    std::optional<MonitoredPoint> newest;
    for (const auto &each : points) {
        const QJsonObject point = each.toObject();
        const QString end =
            point.value(QLatin1StringView("interval")).toObject().value(QLatin1StringView("endTime")).toString();
        const QDateTime time = QDateTime::fromString(end.left(64), Qt::ISODateWithMs);
        if (!time.isValid())
            return tl::unexpected(
                wrongMember(QStringLiteral("endTime"), QCoreApplication::translate("cloud", "a date and time")));
        const auto value = valueOf(point.value(QLatin1StringView("value")).toObject());
        const ProviderTime at{std::chrono::milliseconds(time.toMSecsSinceEpoch())};
        if (value && (!newest || newest->time < at))
            newest = MonitoredPoint{*value, at};
    }
    return newest;
}

} // namespace

Result<MonitoredSeries> googleSeries(const QJsonObject &body, const QString &label)
{
    const auto list = arrayMember(body, QLatin1StringView("timeSeries"), kMostSeries);
    if (!list)
        return tl::unexpected(list.error());
    MonitoredSeries all;
    for (const auto &each : *list) {
        const QJsonObject series = each.toObject();
        const auto points = arrayMember(series, QLatin1StringView("points"), kMostPoints);
        if (!points)
            return tl::unexpected(points.error());
        const auto newest = newestOf(*points);
        if (!newest)
            return tl::unexpected(newest.error());
        if (!newest->has_value())
            continue;
        const QString name = series.value(QLatin1StringView("metric"))
                                 .toObject()
                                 .value(QLatin1StringView("labels"))
                                 .toObject()
                                 .value(label)
                                 .toString()
                                 .left(512);
        const auto known = all.find(name);
        if (known == all.end() || known->second.time < (*newest)->time)
            all[name] = **newest;
        else if (known->second.time == (*newest)->time)
            known->second.value += (*newest)->value; // one label of several: what differs elsewhere adds up
    }
    return all;
}

const std::vector<GoogleMonitoring::Figure> &GoogleMonitoring::figures()
{
    static const std::vector<Figure> all{{"received_bytes_count", "ALIGN_RATE", "input_attachment"},
                                         {"dropped_packets_count", "ALIGN_DELTA", "input_attachment"},
                                         {"input_rtt", "ALIGN_DELTA", "input_attachment"},
                                         {"published_bytes_count", "ALIGN_RATE", ""}};
    return all;
}

GoogleMonitoring::GoogleMonitoring(GoogleMonitored what, JsonService service, std::shared_ptr<Authorizer> authorizer,
                                   QNetworkAccessManager &network)
    : m_what(std::move(what)), m_client(std::move(service), std::move(authorizer), network)
{
}

void GoogleMonitoring::refresh()
{
    if (m_asking || (m_sinceAsked.isValid() && m_sinceAsked.elapsed() < m_what.every.count()))
        return;
    m_asking = true;
    m_sinceAsked.start();
    m_failure.reset();
    ask(0);
}

void GoogleMonitoring::ask(std::size_t index)
{
    if (index >= figures().size()) {
        m_asking = false;
        return;
    }
    askPage(index, {}, PageGuard(10));
}

void GoogleMonitoring::askPage(std::size_t index, const QString &pageToken, PageGuard guard)
{
    const Figure &figure = figures()[index];
    const QDateTime until = QDateTime::fromSecsSinceEpoch(m_client.now().time_since_epoch().count()).toUTC();
    const QString filter =
        QStringLiteral("metric.type=\"livestream.googleapis.com/channel/%1\" AND resource.labels.location=\"%2\" AND "
                       "resource.labels.channel_id=\"%3\"")
            .arg(QLatin1StringView(figure.metric), QString::fromLatin1(m_what.location),
                 QString::fromLatin1(m_what.channel));
    JsonCall call;
    call.tried = QCoreApplication::translate("cloud", "read the channel's figures");
    call.path = "/v3/projects/" + m_what.project + "/timeSeries";
    call.query = "filter=" + filter.toUtf8().toPercentEncoding() +
                 "&interval.startTime=" + until.addSecs(-360).toString(Qt::ISODate).toLatin1().toPercentEncoding() +
                 "&interval.endTime=" + until.toString(Qt::ISODate).toLatin1().toPercentEncoding() +
                 "&aggregation.alignmentPeriod=60s&aggregation.perSeriesAligner=" + figure.aligner +
                 "&view=FULL&pageSize=1000";
    if (*figure.label == '\0')
        call.query += "&aggregation.crossSeriesReducer=REDUCE_SUM";
    if (!pageToken.isEmpty())
        call.query += "&pageToken=" + pageToken.toUtf8().toPercentEncoding();
    m_client.call(call, [this, index, guard](Result<JsonAnswer> answer) mutable {
        const Figure &asked = figures()[index];
        auto series =
            answer ? googleSeries(answer->body, QLatin1StringView(asked.label)) : tl::unexpected(answer.error());
        if (series) {
            take(asked, *series);
            const QString next = answer->body.value(QLatin1StringView("nextPageToken")).toString().left(4096);
            const auto goesOn = guard.goesOn(next);
            if (goesOn && *goesOn) {
                askPage(index, next, guard);
                return;
            }
            if (!goesOn)
                m_failure = m_client.named(goesOn.error(), {});
        } else {
            m_failure = series.error();
        }
        // When one cannot be read, the others would fail the same way: the next minute is soon enough.
        ask(series ? index + 1 : figures().size());
    });
}

void GoogleMonitoring::take(const Figure &figure, const MonitoredSeries &series)
{
    MonitoredSeries &known = m_known[QLatin1StringView(figure.metric)];
    for (const auto &[label, point] : series) {
        if (const auto before = known.find(label); before == known.end() || before->second.time < point.time)
            known[label] = point;
    }
}

std::optional<MonitoredPoint> GoogleMonitoring::newest(const char *metric, const QString &label) const
{
    const auto series = m_known.find(QLatin1StringView(metric));
    if (series == m_known.end())
        return std::nullopt;
    const auto point = series->second.find(label);
    if (point == series->second.end() || point->second.time + kTooOld < ProviderTime(m_client.now()))
        return std::nullopt;
    return point->second;
}

void GoogleMonitoring::fill(EncoderSample &sample) const
{
    const auto rate = [](const std::optional<MonitoredPoint> &point) {
        return point ? std::optional(BitsPerSecond{point->value * 8}) : std::nullopt;
    };
    const auto out = newest("published_bytes_count", {});
    const auto in = newest("received_bytes_count", sample.activeInput());
    sample.figures.outputRate = rate(out);
    if (!sample.activeInput().isEmpty())
        sample.figures.inputRate = rate(in);
    for (const auto &point : {out, in}) {
        if (point)
            sample.figures.measured = std::max(sample.figures.measured.value_or(point->time), point->time);
    }
    for (InputSample &input : sample.inputHealth) {
        input.rate = rate(newest("received_bytes_count", input.name));
        if (const auto lost = newest("dropped_packets_count", input.name))
            input.notRecovered = std::int64_t(lost->value);
        if (const auto there = newest("input_rtt", input.name))
            input.roundTrip = std::chrono::milliseconds(std::llround(there->value));
    }
    if (m_failure)
        sample.details.push_back(
            {QCoreApplication::translate("cloud", "Figures"),
             QCoreApplication::translate("cloud", "Cannot be read. %1 %2").arg(m_failure->advice, m_failure->detail)});
}

} // namespace gantry::cloud

#include "cloud/sandbox/sandbox_cloudwatch.h"

#include "cloud/sandbox/sandbox_service.h"

#include "cloud/http/json_limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

namespace gantry::cloud {

namespace {

using Time = SandboxMetrics::Time;
using namespace std::chrono_literals;

constexpr qsizetype kMostQueries = 500;
constexpr qsizetype kMostValues = 100'800;
constexpr qsizetype kPageOfMetrics = 500;

// Both languages as one tree: the query form's "A.member.1.B=c" becomes {"A":[{"B":"c"}]}.
void put(QJsonObject &object, QStringList path, const QString &value, int depth = 0)
{
    const QString name = path.takeFirst();
    if (path.isEmpty() || depth > 12) {
        object.insert(name, value);
        return;
    }
    if (path.first() != QLatin1StringView("member") || path.size() < 2) {
        QJsonObject inner = object.value(name).toObject();
        put(inner, path, value, depth + 1);
        object.insert(name, inner);
        return;
    }
    path.removeFirst();
    const int index = path.takeFirst().toInt() - 1;
    QJsonArray list = object.value(name).toArray();
    if (index < 0 || index > list.size() || index >= 1000)
        return; // clients number them from 1, in order
    if (index == list.size())
        list.append(QJsonValue());
    if (path.isEmpty()) {
        list[index] = value;
    } else {
        QJsonObject item = list.at(index).toObject();
        put(item, path, value, depth + 1);
        list[index] = item;
    }
    object.insert(name, list);
}

QJsonObject fromForm(const QByteArray &body)
{
    QJsonObject object;
    const QUrlQuery form(QString::fromLatin1(QByteArray(body).replace('+', "%20")));
    for (const auto &[name, value] : form.queryItems(QUrl::FullyDecoded))
        put(object, name.split(u'.'), value);
    return object;
}

// Epoch seconds, or ISO 8601.
QDateTime timeOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QDateTime::fromMSecsSinceEpoch(qint64(value.toDouble() * 1000), Qt::UTC);
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

qint64 numberOf(const QJsonValue &value, qint64 usual)
{
    if (value.isDouble())
        return qint64(value.toDouble());
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    return isNumber ? number : usual;
}

MetricQuery metricOf(const QJsonObject &metric)
{
    MetricQuery query;
    query.nameSpace = metric.value(QLatin1StringView("Namespace")).toString();
    query.name = metric.value(QLatin1StringView("MetricName")).toString();
    const QJsonArray dimensions = metric.value(QLatin1StringView("Dimensions")).toArray();
    for (const QJsonValue &value : dimensions)
        query.dimensions.insert(value.toObject().value(QLatin1StringView("Name")).toString(),
                                value.toObject().value(QLatin1StringView("Value")).toString());
    return query;
}

std::optional<double> reduced(const std::vector<double> &values, const QString &statistic)
{
    if (values.empty())
        return std::nullopt;
    if (statistic == QLatin1StringView("Maximum"))
        return *std::max_element(values.begin(), values.end());
    if (statistic == QLatin1StringView("Minimum"))
        return *std::min_element(values.begin(), values.end());
    if (statistic == QLatin1StringView("SampleCount"))
        return double(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value;
    return statistic == QLatin1StringView("Sum") ? sum : sum / double(values.size());
}

struct Series
{
    QString id;
    QString label;
    std::vector<qint64> timestamps; // epoch seconds
    std::vector<double> values;
};

Series seriesOf(const QJsonObject &query, const SandboxMetrics &metrics, const QDateTime &from, const QDateTime &to,
                bool ascending, const SandboxNow &now)
{
    const QJsonObject statistic = query.value(QLatin1StringView("MetricStat")).toObject();
    const MetricQuery metric = metricOf(statistic.value(QLatin1StringView("Metric")).toObject());
    const qint64 period = std::clamp<qint64>(numberOf(statistic.value(QLatin1StringView("Period")), 60), 1, 86'400);
    const QString kind = statistic.value(QLatin1StringView("Stat")).toString();
    Series series;
    series.id = query.value(QLatin1StringView("Id")).toString();
    series.label = query.value(QLatin1StringView("Label")).toString(metric.name);
    const qint64 newest = now.wallClock.addMSecs(-qint64(now.metricsLate.count())).toSecsSinceEpoch();
    const qint64 wanted = std::max(from.toSecsSinceEpoch(), now.wallOf(0ms).toSecsSinceEpoch()); // nothing is older
    const qint64 first = wanted - wanted % period;
    const qint64 end = std::min(to.toSecsSinceEpoch(), newest);
    for (qint64 bucket = first; bucket < end && series.values.size() < std::size_t(kMostValues); bucket += period) {
        std::vector<double> values;
        for (qint64 second = bucket; second < std::min(bucket + period, newest); ++second) {
            const auto at = now.timeOf(QDateTime::fromSecsSinceEpoch(second, Qt::UTC));
            if (const auto value = metrics.at(metric, at))
                values.push_back(*value);
        }
        if (const auto value = reduced(values, kind)) {
            series.timestamps.push_back(bucket);
            series.values.push_back(*value);
        }
    }
    if (!ascending) {
        std::reverse(series.timestamps.begin(), series.timestamps.end());
        std::reverse(series.values.begin(), series.values.end());
    }
    return series;
}

ServedAnswer jsonAnswer(const QJsonObject &object)
{
    ServedAnswer answer;
    answer.contentType = "application/x-amz-json-1.0";
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

// {"A":[{"B":1}]} as <A><member><B>1</B></member></A>.
QByteArray xmlOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QByteArray text;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &item : list)
            text += "<member>" + xmlOf(item) + "</member>";
        return text;
    }
    if (value.isObject()) {
        QByteArray text;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            text += '<' + it.key().toLatin1() + '>' + xmlOf(it.value()) + "</" + it.key().toLatin1() + '>';
        return text;
    }
    if (value.isDouble())
        return QByteArray::number(value.toDouble(), 'g', 15);
    return value.toString().toHtmlEscaped().toUtf8();
}

ServedAnswer answerOf(const ServedRequest &request, const QByteArray &action, const QJsonObject &result)
{
    if (!isAwsQuery(request))
        return jsonAnswer(result);
    ServedAnswer answer;
    answer.contentType = "text/xml";
    answer.body = '<' + action + "Response xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><" + action +
                  "Result>" + xmlOf(result) + "</" + action +
                  "Result><ResponseMetadata><RequestId>rehearsal</RequestId></ResponseMetadata></" + action +
                  "Response>";
    return answer;
}

QJsonArray timestampsOf(const Series &series, qsizetype from, qsizetype to, bool asText)
{
    QJsonArray list;
    for (qsizetype i = from; i < to; ++i) {
        const qint64 at = series.timestamps[std::size_t(i)];
        list.append(asText ? QJsonValue(QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate))
                           : QJsonValue(at));
    }
    return list;
}

ServedAnswer bad(const ServedRequest &request, const QString &message)
{
    return refuse(SandboxService::CloudWatch, request,
                  {Refusal::Kind::BadRequest, 400, "ValidationError", message, std::nullopt});
}

// A page holds MaxDatapoints values; the token says how many went before.
ServedAnswer metricData(const ServedRequest &request, const QJsonObject &input, const SandboxMetrics &metrics,
                        const SandboxNow &now)
{
    const QJsonArray queries = input.value(QLatin1StringView("MetricDataQueries")).toArray();
    const QDateTime from = timeOf(input.value(QLatin1StringView("StartTime")));
    const QDateTime to = timeOf(input.value(QLatin1StringView("EndTime")));
    if (queries.isEmpty() || queries.size() > kMostQueries)
        return bad(request, QStringLiteral("MetricDataQueries: 1 to %1.").arg(kMostQueries));
    if (!from.isValid() || !to.isValid() || from >= to || from.secsTo(to) > 7 * 86'400)
        return bad(request, QStringLiteral("StartTime must be before EndTime, and not by more than a week."));
    const bool ascending =
        input.value(QLatin1StringView("ScanBy")).toString() == QLatin1StringView("TimestampAscending");
    const qsizetype most =
        std::clamp<qint64>(numberOf(input.value(QLatin1StringView("MaxDatapoints")), kMostValues), 1, kMostValues);
    qsizetype skip = input.value(QLatin1StringView("NextToken")).toString().toLongLong();
    qsizetype left = most;
    qsizetype gone = skip;
    QJsonArray results;
    bool further = false;
    for (const QJsonValue &value : queries) {
        const Series series = seriesOf(value.toObject(), metrics, from, to, ascending, now);
        const qsizetype size = qsizetype(series.values.size());
        const qsizetype begin = std::min(skip, size);
        const qsizetype end = std::min(size, begin + left);
        skip -= begin;
        left -= end - begin;
        gone += end - begin;
        further = further || end < size;
        QJsonArray values;
        for (qsizetype i = begin; i < end; ++i)
            values.append(series.values[std::size_t(i)]);
        results.append(QJsonObject{
            {QStringLiteral("Id"), series.id},
            {QStringLiteral("Label"), series.label},
            {QStringLiteral("StatusCode"), end < size ? QStringLiteral("PartialData") : QStringLiteral("Complete")},
            {QStringLiteral("Timestamps"), timestampsOf(series, begin, end, isAwsQuery(request))},
            {QStringLiteral("Values"), values}});
    }
    QJsonObject result{{QStringLiteral("MetricDataResults"), results}, {QStringLiteral("Messages"), QJsonArray()}};
    if (further || now.tokenLoop)
        result.insert(QStringLiteral("NextToken"), QString::number(now.tokenLoop ? 0 : gone));
    return answerOf(request, "GetMetricData", result);
}

ServedAnswer listMetrics(const ServedRequest &request, const QJsonObject &input, const SandboxMetrics &metrics,
                         const SandboxNow &now)
{
    const QString nameSpace = input.value(QLatin1StringView("Namespace")).toString();
    const QString name = input.value(QLatin1StringView("MetricName")).toString();
    QJsonArray list;
    for (const MetricQuery &metric : metrics.list()) {
        if ((!nameSpace.isEmpty() && metric.nameSpace != nameSpace) || (!name.isEmpty() && metric.name != name))
            continue;
        QJsonArray dimensions;
        for (auto it = metric.dimensions.begin(); it != metric.dimensions.end(); ++it)
            dimensions.append(QJsonObject{{QStringLiteral("Name"), it.key()}, {QStringLiteral("Value"), it.value()}});
        list.append(QJsonObject{{QStringLiteral("Namespace"), metric.nameSpace},
                                {QStringLiteral("MetricName"), metric.name},
                                {QStringLiteral("Dimensions"), dimensions}});
    }
    const qsizetype from =
        std::clamp<qsizetype>(input.value(QLatin1StringView("NextToken")).toString().toLongLong(), 0, list.size());
    QJsonArray page;
    for (qsizetype i = from; i < list.size() && page.size() < kPageOfMetrics; ++i)
        page.append(list.at(i));
    QJsonObject result{{QStringLiteral("Metrics"), page}};
    const qsizetype next = now.tokenLoop ? 0 : from + page.size();
    if (now.tokenLoop || next < list.size())
        result.insert(QStringLiteral("NextToken"), QString::number(next));
    return answerOf(request, "ListMetrics", result);
}

} // namespace

ServedAnswer SandboxCloudWatch::answer(const ServedRequest &request, const SandboxMetrics &metrics,
                                       const SandboxNow &now)
{
    if (!m_bucket.take(now.time))
        return refuse(SandboxService::CloudWatch, request,
                      {Refusal::Kind::Throttled, 400, {}, QStringLiteral("Rate exceeded"), std::nullopt});
    QJsonObject input;
    QByteArray action;
    if (isAwsQuery(request)) {
        input = fromForm(request.body);
        action = input.value(QLatin1StringView("Action")).toString().toLatin1();
    } else {
        const auto object = readJsonObject(request.body, {qsizetype{512} * 1024, 16});
        if (!object)
            return bad(request, object.error().detail);
        input = *object;
        action = request.header("X-Amz-Target").mid(request.header("X-Amz-Target").indexOf('.') + 1);
    }
    if (action == "GetMetricData")
        return metricData(request, input, metrics, now);
    if (action == "ListMetrics")
        return listMetrics(request, input, metrics, now);
    return refuse(SandboxService::CloudWatch, request,
                  {Refusal::Kind::BadRequest, 400, "InvalidAction",
                   QStringLiteral("Could not find operation %1").arg(QString::fromLatin1(action.left(64))),
                   std::nullopt});
}

} // namespace gantry::cloud

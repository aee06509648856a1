#include "cloud/aws/cloudwatch.h"

#include "cloud/cloud_text.h"
#include "cloud/http/json_limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace gantry::cloud {

namespace {

constexpr JsonLimits kLimits{qsizetype{2} * 1024 * 1024, 16};
constexpr int kMostPages = 50;
constexpr int kMostPoints = 10'000;

// "m12" -> 12; nullopt for anything we did not ask.
std::optional<std::size_t> indexOf(const QString &id, std::size_t count)
{
    bool isNumber = false;
    const uint index = id.mid(1).toUInt(&isNumber);
    if (!id.startsWith(u'm') || !isNumber || index >= count)
        return std::nullopt;
    return index;
}

Result<void> takeSeries(const QJsonObject &series, std::optional<MetricValue> &newest)
{
    const auto times = arrayMember(series, QLatin1StringView("Timestamps"), kMostPoints);
    const auto values = arrayMember(series, QLatin1StringView("Values"), kMostPoints);
    if (!times || !values)
        return tl::unexpected(times ? values.error() : times.error());
    if (times->size() != values->size())
        return tl::unexpected(wrongMember(QStringLiteral("Values"), Text::tr("as many values as times")));
    for (qsizetype i = 0; i < times->size(); ++i) {
        const QJsonValue time = times->at(i);
        const QJsonValue value = values->at(i);
        if (!time.isDouble() || !value.isDouble() || std::abs(time.toDouble()) > 4e9)
            return tl::unexpected(wrongMember(QStringLiteral("Timestamps"), Text::tr("numbers")));
        const ProviderTime at(std::chrono::milliseconds(std::llround(time.toDouble() * 1000)));
        if (!newest || at > newest->at)
            newest = MetricValue{value.toDouble(), at};
    }
    return {};
}

} // namespace

Result<QString> readMetricData(const QByteArray &body, MetricValues &into, QStringList &notes)
{
    const auto answer = readJsonObject(body, kLimits);
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->contains(QLatin1StringView("MetricDataResults")))
        return tl::unexpected(wrongMember(QStringLiteral("MetricDataResults"), Text::tr("a list")));
    const auto results = arrayMember(*answer, QLatin1StringView("MetricDataResults"), 2 * int(kMostMetrics));
    if (!results)
        return tl::unexpected(results.error());
    for (const auto &value : *results) {
        const QJsonObject series = value.toObject();
        const auto index = indexOf(series.value(QLatin1StringView("Id")).toString(), into.size());
        if (!index)
            return tl::unexpected(wrongMember(QStringLiteral("Id"), Text::tr("one of the questions")));
        const QString status = series.value(QLatin1StringView("StatusCode")).toString();
        if (status == QLatin1String("Forbidden") || status == QLatin1String("InternalError"))
            notes.append(status);
        if (const auto taken = takeSeries(series, into[*index]); !taken)
            return tl::unexpected(taken.error());
    }
    const auto token = textMember(*answer, QLatin1StringView("NextToken"));
    if (!token)
        return tl::unexpected(token.error());
    return token->value_or(QString());
}

QByteArray metricQuestion(const std::vector<Metric> &metrics, std::size_t first, std::size_t count, ProviderTime from,
                          ProviderTime to, const QString &token)
{
    QJsonArray queries;
    for (std::size_t i = 0; i < count; ++i) {
        const Metric &metric = metrics[first + i];
        QJsonArray dimensions;
        for (const auto &[name, value] : metric.dimensions)
            dimensions.append(QJsonObject{{QStringLiteral("Name"), QString::fromLatin1(name)},
                                          {QStringLiteral("Value"), QString::fromUtf8(value)}});
        const QJsonObject named{{QStringLiteral("Namespace"), QString::fromLatin1(metric.space)},
                                {QStringLiteral("MetricName"), QString::fromLatin1(metric.name)},
                                {QStringLiteral("Dimensions"), dimensions}};
        const QJsonObject stat{{QStringLiteral("Metric"), named},
                               {QStringLiteral("Period"), metric.period},
                               {QStringLiteral("Stat"), QString::fromLatin1(metric.statistic)}};
        queries.append(QJsonObject{{QStringLiteral("Id"), QStringLiteral("m%1").arg(i)},
                                   {QStringLiteral("MetricStat"), stat},
                                   {QStringLiteral("ReturnData"), true}});
    }
    QJsonObject question{{QStringLiteral("StartTime"), qint64(from.time_since_epoch().count() / 1000)},
                         {QStringLiteral("EndTime"), qint64(to.time_since_epoch().count() / 1000)},
                         {QStringLiteral("ScanBy"), QStringLiteral("TimestampAscending")},
                         {QStringLiteral("MetricDataQueries"), queries}};
    if (!token.isEmpty())
        question.insert(QStringLiteral("NextToken"), token);
    return QJsonDocument(question).toJson(QJsonDocument::Compact);
}

struct CloudWatch::Question
{
    std::vector<Metric> metrics;
    ProviderTime from;
    ProviderTime to;
    std::function<void(Result<Answer>)> done;
    Answer answer;
    std::size_t first = 0; // of the batch under way
    MetricValues batch;
    QSet<QString> seen;

    std::size_t count() const { return std::min(kMostMetrics, metrics.size() - first); }
};

CloudWatch::CloudWatch(AwsDoorSettings settings, QNetworkAccessManager &network)
    : m_door(
          [&settings] {
              settings.service = "monitoring";
              return std::move(settings);
          }(),
          network)
{
}

void CloudWatch::newest(std::vector<Metric> metrics, std::chrono::seconds window,
                        std::function<void(Result<Answer>)> answer)
{
    Q_ASSERT(!metrics.empty());
    auto question = std::make_shared<Question>();
    question->metrics = std::move(metrics);
    question->to = ProviderTime(std::chrono::milliseconds(m_door.now().toMSecsSinceEpoch()));
    question->from = question->to - window;
    question->done = std::move(answer);
    question->batch.resize(question->count());
    next(question, {});
}

void CloudWatch::next(const std::shared_ptr<Question> &question, const QString &token)
{
    AwsAsk ask;
    ask.method = "POST";
    ask.path = "/";
    ask.contentType = "application/x-amz-json-1.0";
    ask.headers = {{"X-Amz-Target", "GraniteServiceVersion20100801.GetMetricData"}, {"x-amzn-query-mode", "true"}};
    ask.body =
        metricQuestion(question->metrics, question->first, question->count(), question->from, question->to, token);
    ask.tried = Text::tr("read metrics");
    ask.permission = QStringLiteral("cloudwatch:GetMetricData");
    m_door.ask(ask, [this, question, tried = ask.tried](const Result<HttpAnswer> &http) {
        if (!http) {
            question->done(tl::unexpected(http.error()));
            return;
        }
        const auto more = readMetricData(http->body, question->batch, question->answer.notes);
        if (!more) {
            question->done(tl::unexpected(m_door.named(more.error(), tried)));
            return;
        }
        if (!more->isEmpty() && !question->seen.contains(*more) && question->seen.size() < kMostPages) {
            question->seen.insert(*more);
            next(question, *more);
            return;
        }
        question->answer.values.insert(question->answer.values.end(), question->batch.begin(), question->batch.end());
        question->first += question->batch.size();
        question->seen.clear();
        if (question->first >= question->metrics.size()) {
            question->done(std::move(question->answer));
            return;
        }
        question->batch.assign(question->count(), std::nullopt);
        next(question, {});
    });
}

} // namespace gantry::cloud

#include "cloud/encoders/azure_monitor.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QNetworkAccessManager>
#include <QRegularExpression>

#include <algorithm>

namespace gantry::cloud {

using namespace std::chrono_literals;

namespace {

constexpr int kMostResources = 50; // a call
constexpr int kMostMetrics = 100;
constexpr int kMostPoints = 2000;
constexpr auto kTooOld = 10min;

Error badBatch(const QString &member, const char *expected)
{
    return wrongMember(member, QCoreApplication::translate("cloud", expected));
}

std::optional<AzurePoint> newestOf(const QJsonArray &data, const QString &aggregation)
{
    std::optional<AzurePoint> newest;
    for (const auto &each : data) {
        const QJsonObject point = each.toObject();
        const QJsonValue value = point.value(aggregation);
        const QDateTime time =
            QDateTime::fromString(point.value(QLatin1StringView("timeStamp")).toString().left(64), Qt::ISODateWithMs);
        if (!value.isDouble() || !time.isValid()) // a minute without data has a time and nothing else
            continue;
        const ProviderTime at{std::chrono::milliseconds(time.toMSecsSinceEpoch())};
        if (!newest || newest->time < at)
            newest = AzurePoint{value.toDouble(), at};
    }
    return newest;
}

Result<std::optional<AzurePoint>> metricOf(const QJsonObject &metric, const QString &aggregation)
{
    const auto series = arrayMember(metric, QLatin1StringView("timeseries"), kMostMetrics);
    if (!series)
        return tl::unexpected(series.error());
    if (series->size() > 1)
        return tl::unexpected(
            badBatch(QStringLiteral("timeseries"), QT_TRANSLATE_NOOP("cloud", "one series a metric")));
    if (series->isEmpty())
        return std::nullopt;
    const auto data = arrayMember(series->first().toObject(), QLatin1StringView("data"), kMostPoints);
    if (!data)
        return tl::unexpected(data.error());
    return newestOf(*data, aggregation);
}

JsonService serviceOf(const AzureMonitor::Settings &settings)
{
    JsonService service;
    service.subject = QStringLiteral("Azure Monitor, %1").arg(QString::fromLatin1(settings.region));
    service.endpoint = settings.endpoint.isEmpty()
                           ? QUrl::fromEncoded("https://" + settings.region + ".metrics.monitor.azure.com")
                           : settings.endpoint;
    service.advice.refused = QCoreApplication::translate("cloud", "The application may not read these figures: give it "
                                                                  "the role Monitoring Reader on the resource.");
    service.words = azureWords;
    service.limits = settings.limits;
    service.now = settings.now;
    service.rate = {"azure monitor " + settings.subscription, 1, 10, 0};
    return service;
}

class MonitorShelf : public QObject
{
public:
    explicit MonitorShelf(QObject *parent) : QObject(parent) {}
    QHash<QByteArray, std::weak_ptr<AzureMonitor>> held;
};

} // namespace

std::optional<QString> frontDoorFault(const QString &text)
{
    static const QRegularExpression id(
        QStringLiteral("^/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/"
                       "Microsoft\\.Cdn/profiles/[A-Za-z0-9-]{1,260}$"),
        QRegularExpression::CaseInsensitiveOption);
    if (id.match(text).hasMatch())
        return std::nullopt;
    return QCoreApplication::translate("cloud",
                                       "The profile's resource id is needed: /subscriptions/…/resourceGroups/…/"
                                       "providers/Microsoft.Cdn/profiles/…");
}

FaultWords azureWords(const QJsonObject &body)
{
    const QJsonObject error = body.value(QLatin1StringView("error")).toObject();
    FaultWords words;
    words.name = error.value(QLatin1StringView("code")).toString();
    words.message = error.value(QLatin1StringView("message")).toString();
    if (words.message.isEmpty())
        words.message = error.value(QLatin1StringView("detail")).toString(); // MK.IO's word for it
    return words;
}

Result<AzureFigures> azureBatch(const QJsonObject &body, const std::vector<AzureMetric> &metrics)
{
    if (!body.value(QLatin1StringView("values")).isArray())
        return tl::unexpected(badBatch(QStringLiteral("values"), QT_TRANSLATE_NOOP("cloud", "a list of resources")));
    const auto values = arrayMember(body, QLatin1StringView("values"), kMostResources);
    if (!values)
        return tl::unexpected(values.error());
    AzureFigures figures;
    for (const auto &value : *values) {
        const QJsonObject resource = value.toObject();
        const auto id = textMember(resource, QLatin1StringView("resourceid"));
        if (!id)
            return tl::unexpected(id.error());
        const auto list = arrayMember(resource, QLatin1StringView("value"), kMostMetrics);
        if (!list)
            return tl::unexpected(list.error());
        for (const auto &each : *list) {
            const QJsonObject metric = each.toObject();
            const QString name =
                metric.value(QLatin1StringView("name")).toObject().value(QLatin1StringView("value")).toString();
            const auto asked =
                std::find_if(metrics.begin(), metrics.end(), [&name](const AzureMetric &m) { return m.name == name; });
            if (asked == metrics.end())
                continue;
            const auto point = metricOf(metric, asked->aggregation);
            if (!point)
                return tl::unexpected(point.error());
            if (point->has_value())
                figures[id->value_or(QString()).toLower()][name] = **point;
        }
    }
    return figures;
}

AzureMonitor::AzureMonitor(Settings settings, QNetworkAccessManager &network)
    : m_settings(std::move(settings)), m_client(serviceOf(m_settings), m_settings.authorizer, network)
{
}

void AzureMonitor::watch(const QString &resource)
{
    if (!m_resources.contains(resource.toLower()))
        m_resources.append(resource.toLower());
}

void AzureMonitor::refresh()
{
    if (m_asking || m_resources.isEmpty() ||
        (m_sinceAsked.isValid() && m_sinceAsked.elapsed() < m_settings.every.count()))
        return;
    m_asking = true;
    m_sinceAsked.start();
    m_failure.reset();
    for (qsizetype first = 0; first < m_resources.size(); first += kMostResources)
        m_batches.push_back(m_resources.mid(first, kMostResources));
    askNext();
}

void AzureMonitor::askNext()
{
    if (m_batches.empty()) {
        m_asking = false;
        return;
    }
    QStringList names;
    QStringList aggregations;
    for (const AzureMetric &metric : m_settings.metrics) {
        names.append(metric.name);
        if (!aggregations.contains(metric.aggregation))
            aggregations.append(metric.aggregation);
    }
    const QDateTime until = QDateTime::fromSecsSinceEpoch(m_client.now().time_since_epoch().count()).toUTC();
    const auto encoded = [](const QString &text) { return text.toUtf8().toPercentEncoding(); };
    JsonCall call;
    call.tried = QCoreApplication::translate("cloud", "read Azure's figures");
    call.method = "POST";
    call.isQuestion = true;
    call.path = "/subscriptions/" + m_settings.subscription + "/metrics:getBatch";
    call.query = "api-version=2024-02-01&starttime=" + encoded(until.addSecs(-900).toString(Qt::ISODate)) +
                 "&endtime=" + encoded(until.toString(Qt::ISODate)) +
                 "&interval=PT1M&metricnamespace=" + encoded(m_settings.metricNamespace) +
                 "&metricnames=" + encoded(names.join(u',')) + "&aggregation=" + encoded(aggregations.join(u','));
    call.body = QJsonObject{{QStringLiteral("resourceids"), QJsonArray::fromStringList(m_batches.front())}};
    m_batches.pop_front();
    m_client.call(call, [this, tried = call.tried](const Result<JsonAnswer> &http) {
        const auto figures = http ? azureBatch(http->body, m_settings.metrics) : tl::unexpected(http.error());
        if (figures) {
            take(*figures);
        } else {
            m_failure = http ? m_client.named(figures.error(), tried) : figures.error();
            m_batches.clear(); // the others would fail the same way
        }
        askNext();
    });
}

void AzureMonitor::take(const AzureFigures &figures)
{
    for (const auto &[resource, metrics] : figures) {
        for (const auto &[name, point] : metrics) {
            const auto before = m_known[resource].find(name);
            if (before == m_known[resource].end() || before->second.time < point.time)
                m_known[resource][name] = point;
        }
    }
}

std::optional<AzurePoint> AzureMonitor::newest(const QString &resource, const QString &metric) const
{
    const auto known = m_known.find(resource.toLower());
    if (known == m_known.end())
        return std::nullopt;
    const auto point = known->second.find(metric);
    if (point == known->second.end() || point->second.time + kTooOld < ProviderTime(m_client.now()))
        return std::nullopt;
    return point->second;
}

std::shared_ptr<AzureMonitor> sharedAzureMonitor(QNetworkAccessManager &network, const AzureMonitor::Settings &settings)
{
    MonitorShelf *shelf = nullptr;
    for (QObject *child : network.children()) {
        if ((shelf = dynamic_cast<MonitorShelf *>(child)))
            break;
    }
    if (!shelf)
        shelf = new MonitorShelf(&network);
    const QByteArray key = settings.region + ' ' + settings.subscription + ' ' + settings.metricNamespace.toUtf8() +
                           ' ' + settings.endpoint.toEncoded();
    if (auto held = shelf->held.value(key).lock())
        return held;
    auto made = std::make_shared<AzureMonitor>(settings, network);
    shelf->held.insert(key, made);
    return made;
}

} // namespace gantry::cloud

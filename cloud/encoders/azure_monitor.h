#pragma once
// Azure Monitor: minute figures of Azure resources, asked for in batches: one call a minute for all resources of a
// subscription and a region that a room watches (at most fifty a call), beside the polls. No data is not zero: a metric
// without a value in the newest interval is not there. What arrives late never replaces what is newer.

#include "cloud/encoder_sample.h"
#include "cloud/http/json_client.h"

#include <QElapsedTimer>
#include <QStringList>

#include <deque>
#include <map>

namespace gantry::cloud {

struct AzureMetric
{
    QString name;        // "Percentage5XX"
    QString aggregation; // "average"; as the answer calls it
};

struct AzurePoint
{
    double value = 0;
    ProviderTime time; // the beginning of its minute
};
// Newest value of each metric, by resource id in lower case (Azure does not mind the case).
using AzureFigures = std::map<QString, std::map<QString, AzurePoint>>;

// Of POST metrics:getBatch. Several series of a metric (dimensions) that were not asked for are a bad answer: their sum
// would be made up.
Result<AzureFigures> azureBatch(const QJsonObject &body, const std::vector<AzureMetric> &metrics);

// {error:{code,message}}
FaultWords azureWords(const QJsonObject &body);

// "/subscriptions/S/resourceGroups/G/providers/Microsoft.Cdn/profiles/P"
std::optional<QString> frontDoorFault(const QString &text);

class AzureMonitor
{
public:
    struct Settings
    {
        QUrl endpoint; // empty: https://{region}.metrics.monitor.azure.com
        QByteArray region = "global";
        QByteArray subscription;
        QString metricNamespace; // "Microsoft.Cdn/profiles"
        std::vector<AzureMetric> metrics;
        std::shared_ptr<Authorizer> authorizer;
        HttpLimits limits;
        std::chrono::milliseconds every{60'000};
        std::function<QDateTime()> now;
    };
    AzureMonitor(Settings settings, QNetworkAccessManager &network);

    void watch(const QString &resource);
    // Asks when it is time to; the answers come later.
    void refresh();
    bool isAsking() const { return m_asking; }
    // Nothing older than ten minutes: a value is final some minutes after its own.
    std::optional<AzurePoint> newest(const QString &resource, const QString &metric) const;
    const std::optional<Error> &failure() const { return m_failure; } // of the last round

private:
    void askNext();
    void take(const AzureFigures &figures);

    Settings m_settings;
    JsonClient m_client;
    QStringList m_resources;
    std::deque<QStringList> m_batches; // still to be asked in this round
    AzureFigures m_known;
    std::optional<Error> m_failure;
    QElapsedTimer m_sinceAsked;
    bool m_asking = false;
};

// One for all who watch resources of a subscription in a room; what is to be made stands in `settings`.
std::shared_ptr<AzureMonitor> sharedAzureMonitor(QNetworkAccessManager &network,
                                                 const AzureMonitor::Settings &settings);

} // namespace gantry::cloud

#pragma once
// MK.IO: one live event of a project (the successor of Azure Media Services, which has ended).
//
// Asks the live event at every poll, its live outputs (a page at a time) every ten seconds, and, after a command, the
// operation it began: not more often than every five seconds or as its Retry-After says. MK.IO names no limits; two
// requests a second with a burst of ten are asked for at most. It gives no figures of its input: where the stream goes
// out through Azure Front Door, its minute figures of Azure Monitor stand in the details, and what is wrong with them
// is an alert.

#include "cloud/encoder_provider.h"
#include "cloud/encoders/azure_monitor.h"
#include "cloud/http/authorizer.h"
#include "cloud/http/http_client.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct MkioSettings
{
    QByteArray project;
    QByteArray event;
    QUrl endpoint; // empty: https://api.mk.io
    std::shared_ptr<Authorizer> authorizer;
    QString frontDoor; // a resource id; empty: none
    std::shared_ptr<AzureMonitor> monitor;
    HttpLimits limits;
    double requestsPerSecond = 2; // of the project, all live events together
    std::chrono::milliseconds outputsEvery{10'000};
    std::chrono::milliseconds operationEvery{5'000};
    std::function<QDateTime()> now;
};

std::vector<Verb> mkioVerbs();

// What is asked of Front Door, for AzureMonitor::Settings.
std::vector<AzureMetric> frontDoorMetrics();

std::unique_ptr<EncoderProvider> makeMkio(MkioSettings settings, QNetworkAccessManager &network);

} // namespace gantry::cloud

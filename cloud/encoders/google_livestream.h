#pragma once
// Google Live Stream: one channel of a project.
//
// Asks GET channels/{c} at every poll; its inputs and events, a page at a time, every ten seconds; long-running
// operations that commands began, one a poll, until they are done; figures of Cloud Monitoring once a minute, beside
// the polls. At the calm pace that is 0.7 requests a second, around a command 1.4. The API's limits are a project's own
// (Google shows them under Quotas); four a second with a burst of ten are asked for at most, all channels together.
//
// Start and stop answer with an operation, a switch with an event: both are shown as jobs under the command's token.
// Every change carries the command's token as requestId: what arrives twice is executed once.

#include "cloud/encoder_provider.h"
#include "cloud/http/authorizer.h"
#include "cloud/http/http_client.h"

#include <QDateTime>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct GoogleLiveStreamSettings
{
    QByteArray project;  // "show-1"
    QByteArray location; // "europe-west4"
    QByteArray channel;  // "final"
    QUrl endpoint;       // empty: https://livestream.googleapis.com
    QUrl monitoring;     // empty: https://monitoring.googleapis.com
    bool readsFigures = true;
    std::shared_ptr<Authorizer> authorizer;
    HttpLimits limits;
    double requestsPerSecond = 4; // of the project, all channels together
    std::chrono::milliseconds listsEvery{10'000};
    std::function<QDateTime()> now; // empty: this computer's clock
};

// What its row of the catalogue offers.
std::vector<Verb> googleLiveStreamVerbs();

std::unique_ptr<EncoderProvider> makeGoogleLiveStream(GoogleLiveStreamSettings settings,
                                                      QNetworkAccessManager &network);

} // namespace gantry::cloud

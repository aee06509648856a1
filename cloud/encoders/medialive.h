#pragma once
// AWS Elemental MediaLive: one channel.
//
// Asks GET /prod/channels/{id} at every poll; its alerts every ten seconds; its schedule once a minute, and at every
// poll for a while after a command that changes it; CloudWatch once a minute. At the calm pace a channel costs the
// account 0.6 requests a second, around a command 2.6; the account has 5 (burst 30) for everybody, so six channels on
// one screen still leave room for the operator's commands and for other tools.

#include "cloud/aws/aws_identity.h"
#include "cloud/encoder_provider.h"
#include "cloud/http/credentials.h"
#include "cloud/http/http_client.h"

#include <QDateTime>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct MediaLiveSettings
{
    QByteArray region;  // "eu-west-1"
    QByteArray channel; // "1000001"
    QUrl endpoint;      // empty: the region's own
    AwsCredentials credentials;
    HttpLimits limits;
    std::chrono::milliseconds alertsEvery{10'000};
    std::function<QDateTime()> now;            // empty: this computer's clock
    std::shared_ptr<AwsIdentity> identity;     // instead of `credentials`
    QUrl metricsEndpoint;                      // empty: the region's own
    std::chrono::milliseconds metricsEvery{0}; // 0: CloudWatch is not asked
    std::chrono::milliseconds scheduleEvery{60'000};
};

std::unique_ptr<EncoderProvider> makeMediaLive(MediaLiveSettings settings, QNetworkAccessManager &network);

} // namespace gantry::cloud

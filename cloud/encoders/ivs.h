#pragma once
// Amazon IVS (low latency): one channel. Whether somebody sends to it and how well that arrives, as an encoder; how
// many watch, as an audience. There is nothing to start; who sends can be disconnected, and comes back at once with the
// same key.
//
// Asks GetStream at every poll, GetStreamSession and CloudWatch once a minute while it is live.

#include "cloud/audience_source.h"
#include "cloud/aws/aws_identity.h"
#include "cloud/encoder_provider.h"
#include "cloud/http/http_client.h"

#include <QDateTime>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct IvsSettings
{
    QByteArray region;
    QByteArray channel; // ARN
    QUrl endpoint;      // empty: the region's own
    std::shared_ptr<AwsIdentity> identity;
    QUrl metricsEndpoint;
    std::chrono::milliseconds metricsEvery{0}; // 0: CloudWatch is not asked
    HttpLimits limits;
    std::function<QDateTime()> now;
};

std::unique_ptr<EncoderProvider> makeIvs(IvsSettings settings, QNetworkAccessManager &network);
std::unique_ptr<AudienceSource> makeIvsAudience(IvsSettings settings, QNetworkAccessManager &network);

} // namespace gantry::cloud

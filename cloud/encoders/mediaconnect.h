#pragma once
// AWS Elemental MediaConnect: one flow, with its sources as inputs.
//
// Asks GET /v1/flows/{arn} at every poll (30 a second for the account) and CloudWatch about the sources once a minute.
// A cut by hand to the other source is its being preferred: PreferInput.

#include "cloud/aws/aws_identity.h"
#include "cloud/encoder_provider.h"
#include "cloud/http/http_client.h"

#include <QDateTime>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct MediaConnectSettings
{
    QByteArray region;
    QByteArray flow; // ARN
    QUrl endpoint;   // empty: the region's own
    std::shared_ptr<AwsIdentity> identity;
    QUrl metricsEndpoint;
    std::chrono::milliseconds metricsEvery{0}; // 0: CloudWatch is not asked
    HttpLimits limits;
    std::function<QDateTime()> now;
};

std::unique_ptr<EncoderProvider> makeMediaConnect(MediaConnectSettings settings, QNetworkAccessManager &network);

} // namespace gantry::cloud

#pragma once
// AWS Elemental MediaPackage v2: one channel, its origin endpoints, and clips harvested from one of them.
//
// A channel has no run state and cannot be started or stopped. Asks for the channel every ten seconds, for the
// endpoints once a minute, and for harvest jobs while one of ours is under way.

#include "cloud/aws/aws_identity.h"
#include "cloud/encoder_provider.h"
#include "cloud/http/http_client.h"

#include <QDateTime>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct MediaPackageSettings
{
    QByteArray region;
    QByteArray group;          // channel group's name
    QByteArray channel;        // name
    QByteArray originEndpoint; // what clips are made of; empty: the first that has an HLS manifest
    QString bucket;            // where clips go; empty: no clips
    QUrl endpoint;             // empty: the region's own
    std::shared_ptr<AwsIdentity> identity;
    HttpLimits limits;
    std::function<QDateTime()> now;
};

std::unique_ptr<EncoderProvider> makeMediaPackage(MediaPackageSettings settings, QNetworkAccessManager &network);

} // namespace gantry::cloud

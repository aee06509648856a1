#pragma once
// AWS Elemental MediaLive's answers in our words. Pure: bytes in, values or BadAnswer out.
// Shapes: DescribeChannel and ListAlerts of the public service model (botocore, medialive).

#include "cloud/encoder_provider.h"

#include <QByteArray>

#include <vector>

namespace gantry::cloud {

// What ChannelState means. A word we do not know is Unknown, not an error: the service may learn new ones.
EncoderState mediaLiveState(const QString &word);

// GET /prod/channels/{id}. Inputs that are a failover pair cannot be cut by hand while the pair prefers its primary:
// that is an obstacle, with the reason. A channel without a state is a bad answer; without pipelineDetails it is merely
// not running.
Result<EncoderSample> mediaLiveSample(const QByteArray &body);

// GET /prod/channels/{id}/alerts. Only alerts that are set.
Result<std::vector<EncoderAlert>> mediaLiveAlerts(const QByteArray &body);

// Of any page of a list; empty on the last.
Result<QString> mediaLiveNextToken(const QByteArray &body);

// One page of GET /prod/channels.
struct MediaLiveChannel
{
    QString id;
    QString name;
    QString state;
};
Result<std::vector<MediaLiveChannel>> mediaLiveChannels(const QByteArray &body);

// GET /prod/channels/{id}/thumbnails. No picture of this pipeline: an empty one.
Result<EncoderThumbnail> mediaLiveThumbnail(const QByteArray &body, const QString &pipeline);

} // namespace gantry::cloud

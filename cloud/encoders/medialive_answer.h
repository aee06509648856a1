#pragma once
// AWS Elemental MediaLive's answers in our words. Pure: bytes in, values or BadAnswer out.
// Shapes: DescribeChannel and ListAlerts of the public service model (botocore, medialive).

#include "cloud/encoder_sample.h"

#include <QByteArray>

#include <vector>

namespace gantry::cloud {

// What ChannelState means. A word we do not know is Unknown, not an error: the service may learn new ones.
EncoderState mediaLiveState(const QString &word);

// GET /prod/channels/{id}. A channel without a state is a bad answer; without pipelineDetails it is merely not running.
Result<EncoderSample> mediaLiveSample(const QByteArray &body);

// GET /prod/channels/{id}/alerts. Only alerts that are set.
Result<std::vector<EncoderAlert>> mediaLiveAlerts(const QByteArray &body);

} // namespace gantry::cloud

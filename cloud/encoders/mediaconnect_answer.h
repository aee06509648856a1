#pragma once
// AWS Elemental MediaConnect's answers in our words, and what CloudWatch knows about a flow's sources. Pure.
// Shapes: DescribeFlow and DescribeFlowSourceThumbnail of the public service model (botocore, mediaconnect).

#include "cloud/aws/cloudwatch.h"
#include "cloud/encoder_provider.h"

namespace gantry::cloud {

EncoderState mediaConnectState(const QString &word);

struct MediaConnectSource
{
    QString name;
    QByteArray arn;
};
struct MediaConnectFlow
{
    EncoderSample sample;
    std::vector<MediaConnectSource> sources; // in the order of EncoderSample::inputHealth
};
// GET /v1/flows/{arn}. Which of two sources is used is not in it: that comes with the metrics.
Result<MediaConnectFlow> mediaConnectFlow(const QByteArray &body);

// By source, each with the dimension SourceARN and no other.
std::vector<Metric> mediaConnectMetrics(const std::vector<MediaConnectSource> &sources);
// `values` as asked for these sources. A minute old at most; which source is used goes into the inputs, not into the
// pipeline: tally must not stand on it.
void addSourceHealth(const std::vector<MediaConnectSource> &sources, const MetricValues &values, EncoderSample &sample);

// GET /v1/flows/{arn}/source-thumbnail.
Result<EncoderThumbnail> mediaConnectThumbnail(const QByteArray &body);

} // namespace gantry::cloud

#pragma once
// Amazon IVS's answers in our words, and what CloudWatch knows about a channel. Pure.
// Shapes: GetStream and GetStreamSession of the public service model (botocore, ivs).

#include "cloud/audience_sample.h"
#include "cloud/aws/cloudwatch.h"

namespace gantry::cloud {

// The one thing that a channel takes.
inline constexpr char kIvsInput[] = "ingest";

struct IvsStream
{
    EncoderSample sample;
    std::optional<std::int64_t> viewers; // up to a quarter of a minute late
};
// POST /GetStream.
Result<IvsStream> ivsStream(const QByteArray &body);
// 404 ChannelNotBroadcasting: nobody sends. Not a failure.
IvsStream ivsOffline();

// POST /GetStreamSession: what the sender sends, and the newest events.
Result<std::vector<ProviderWord>> ivsSession(const QByteArray &body);

// With the dimension Channel (the last part of the ARN) and no other.
std::vector<Metric> ivsMetrics(const QByteArray &channelArn);
void addIvsHealth(const MetricValues &values, EncoderSample &sample);

} // namespace gantry::cloud

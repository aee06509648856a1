#pragma once
// What CloudWatch knows about a MediaLive channel, and where it belongs in a sample. Pure.
// Metrics, units, statistics and dimension sets: MediaLive user guide, "Monitoring a channel using Amazon CloudWatch".

#include "cloud/aws/cloudwatch.h"

#include <array>

namespace gantry::cloud {

// For pipelines "0" to `pipelines`-1, each with the dimensions ChannelId and Pipeline and no other.
std::vector<Metric> mediaLiveMetrics(const QByteArray &channel, int pipelines);

struct MediaLiveHealth
{
    std::array<HealthFigures, 2> figures;        // by pipeline
    std::array<std::optional<bool>, 2> locked{}; // by pipeline
};
// `values` as asked by mediaLiveMetrics(). What has no data stays unknown.
MediaLiveHealth mediaLiveHealth(const MetricValues &values);

// Into the pipelines of this sample, and as a whole: the largest input, the sum of what was dropped, the worst of the
// rest. A channel whose lock metric is 0 throughout may have outputs that need none, so 0 is unknown without a 1.
void addHealth(const MediaLiveHealth &health, EncoderSample &sample);

} // namespace gantry::cloud

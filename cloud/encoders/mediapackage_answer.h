#pragma once
// AWS Elemental MediaPackage v2's answers in our words. Pure. The service's members begin with capitals.
// Shapes: GetChannel, ListOriginEndpoints, ListHarvestJobs of the public service model (botocore, mediapackagev2).

#include "cloud/encoder_sample.h"

namespace gantry::cloud {

// GET /channelGroup/{g}/channel/{c}/. A channel has no run state: the sample's is Unknown, its word the kind of input.
Result<EncoderSample> mediaPackageChannel(const QByteArray &body);

struct MediaPackageEndpoint
{
    QString name;
    QString hlsManifest;               // the first; empty: it has none
    std::vector<ProviderWord> details; // the addresses that viewers use, and an error that is forced on them
};
// One page of GET .../originEndpoint.
struct MediaPackageEndpoints
{
    std::vector<MediaPackageEndpoint> endpoints;
    QString nextToken;
};
Result<MediaPackageEndpoints> mediaPackageEndpoints(const QByteArray &body);

// One page of GET /channelGroup/{g}/harvestJob.
struct MediaPackageJobs
{
    std::vector<JobSample> jobs;
    QString nextToken;
};
Result<MediaPackageJobs> mediaPackageJobs(const QByteArray &body);

} // namespace gantry::cloud

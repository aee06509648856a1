#include "fuzz/targets.h"

#include "cloud/aws/aws_permissions.h"
#include "cloud/aws/aws_process.h"
#include "cloud/aws/aws_profiles.h"
#include "cloud/aws/aws_sts.h"
#include "cloud/aws/cloudwatch.h"
#include "cloud/encoders/ivs_answer.h"
#include "cloud/encoders/mediaconnect_answer.h"
#include "cloud/encoders/medialive_answer.h"
#include "cloud/encoders/medialive_health.h"
#include "cloud/encoders/medialive_schedule.h"
#include "cloud/encoders/mediapackage_answer.h"

#include <algorithm>
#include <cmath>

namespace gantry::fuzz {
namespace {

using namespace gantry::cloud;

bool isHeaderSafe(const QByteArray &key)
{
    return std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

void mustBeKeys(const Result<AwsCredentials> &keys)
{
    if (!keys)
        return;
    must(!keys->accessKey.isEmpty() && isHeaderSafe(keys->accessKey));
    must(!keys->secretKey.isEmpty() && isHeaderSafe(keys->secretKey));
    must(isHeaderSafe(keys->sessionToken));
}

} // namespace

// Profiles, the answers of the token service, and a sign-in.
void awsKeys(Bytes bytes)
{
    const QByteArray all = text(bytes);
    const AwsProfiles read = readAwsProfiles(all, all);
    for (auto profile = read.profiles.cbegin(); profile != read.profiles.cend(); ++profile)
        mustBeKeys(keysOfProfile(profile.key(), profile.value()));
    mustBeKeys(readAssumeRole(all));
    if (const auto caller = readCallerIdentity(all))
        awsPrincipal(caller->arn);
    if (const auto findings = readSimulation(all, {QStringLiteral("medialive:StartChannel")}))
        must(findings->size() == 1);
    readRoleArn(all);
    readStsFault(all);
    mustBeKeys(readProcessKeys(all));
    if (const auto words = commandWords(QString::fromUtf8(all)))
        must(!words->isEmpty() && !words->first().isEmpty());
    if (const auto token = readSsoToken(all))
        must(isHeaderSafe(token->accessToken));
}

// The answers of every AWS service that adapters read besides MediaLive's channel.
void awsMedia(Bytes bytes)
{
    const QByteArray all = text(bytes);
    if (const auto flow = mediaConnectFlow(all))
        must(flow->sources.size() == flow->sample.inputHealth.size());
    mediaConnectThumbnail(all);
    mediaPackageChannel(all);
    mediaPackageEndpoints(all);
    mediaPackageJobs(all);
    if (const auto stream = ivsStream(all))
        must(!stream->viewers || *stream->viewers >= 0);
    ivsSession(all);
    mediaLiveSchedule(all, ProviderTime{}, {QStringLiteral("ours")});
    mediaLiveChannels(all);
    mediaLiveThumbnail(all, QStringLiteral("0"));
    MetricValues values(14);
    QStringList notes;
    if (readMetricData(all, values, notes)) {
        EncoderSample sample;
        addHealth(mediaLiveHealth(values), sample);
        must(!sample.figures.inputRate || std::isfinite(sample.figures.inputRate->value));
        must(!sample.figures.fill || sample.figures.fill->count() >= 0);
    }
}

} // namespace gantry::fuzz

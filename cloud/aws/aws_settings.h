#pragma once
// The settings that all AWS providers have in common, and what they mean. Inside cloud/aws.

#include "cloud/aws/aws_door.h"
#include "cloud/catalogue.h"

namespace gantry::cloud {

// region, profile, keychain, endpoint, metrics, metrics_endpoint, and the provider's own.
std::vector<SettingRule> awsRules(std::vector<SettingRule> own);

// "arn:aws:SERVICE:REGION:ACCOUNT:..." of the service.
std::optional<QString> arnFault(const QString &text, const QString &service);

// The identity of these settings; made for the occasion where the room has none in common.
Result<std::shared_ptr<AwsIdentity>> awsIdentity(const ProviderSettings &settings, const Surroundings &room);

// How often CloudWatch is asked; 0: never ("off"). Without a word once a minute, as each question is billed; never
// where another address is given for the provider and none for the metrics.
std::chrono::milliseconds metricsEvery(const ProviderSettings &settings);

// "arn:aws:medialive:eu-west-1:*:channel:1000001" with the partition of the region.
QString awsArn(const ProviderSettings &settings, const QString &service, const QString &resource);

// GetMetricData knows no resource; it is asked for where metrics are.
void addMetricsPolicy(const ProviderSettings &settings, std::vector<PolicyStatement> &policy);

} // namespace gantry::cloud

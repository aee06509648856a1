#include "cloud/aws/aws_rows.h"

#include "cloud/aws/aws_settings.h"
#include "cloud/cloud_text.h"
#include "cloud/encoders/ivs.h"
#include "cloud/encoders/mediaconnect.h"
#include "cloud/encoders/medialive.h"
#include "cloud/encoders/mediapackage.h"
#include "cloud/provider_settings.h"

#include <QRegularExpression>

namespace gantry::cloud {

namespace {

QString setting(const ProviderSettings &settings, const char *name)
{
    return settings.value(QLatin1String(name));
}

std::optional<QString> channelFault(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9]{1,20}$"));
    if (digits.match(text).hasMatch())
        return std::nullopt;
    return Text::tr("The channel's id is needed: the number at the end of its ARN.");
}

// An ARN names its region; asked in another one it is not found, and nobody would know why.
std::optional<Error> otherRegion(const QString &provider, const char *name, const ProviderSettings &settings)
{
    if (setting(settings, name).section(u':', 3, 3) == setting(settings, "region"))
        return std::nullopt;
    return settingError(provider, QLatin1String(name), Text::tr("The ARN is of another region than \"region\" says."));
}

// ---- MediaLive

const std::vector<SettingRule> &mediaLiveRules()
{
    static const std::vector<SettingRule> rules = awsRules({{QStringLiteral("channel"), true, channelFault}});
    return rules;
}

Result<std::unique_ptr<EncoderProvider>> mediaLiveFrom(const ProviderSettings &settings, const Surroundings &room)
{
    if (const auto fault = firstFault(QStringLiteral("medialive"), mediaLiveRules(), settings))
        return tl::unexpected(*fault);
    auto identity = awsIdentity(settings, room);
    if (!identity)
        return tl::unexpected(identity.error());
    MediaLiveSettings own;
    own.region = setting(settings, "region").toLatin1();
    own.channel = setting(settings, "channel").toLatin1();
    own.endpoint = QUrl(setting(settings, "endpoint"));
    own.identity = *std::move(identity);
    own.metricsEndpoint = QUrl(setting(settings, "metrics_endpoint"));
    own.metricsEvery = metricsEvery(settings);
    return makeMediaLive(std::move(own), room.network);
}

std::vector<PolicyStatement> mediaLivePolicy(const ProviderSettings &settings)
{
    const QString channel =
        awsArn(settings, QStringLiteral("medialive"), QStringLiteral("channel:") + setting(settings, "channel"));
    std::vector<PolicyStatement> policy{
        {{QStringLiteral("medialive:DescribeChannel"), QStringLiteral("medialive:ListAlerts"),
          QStringLiteral("medialive:DescribeSchedule"), QStringLiteral("medialive:DescribeThumbnails"),
          QStringLiteral("medialive:StartChannel"), QStringLiteral("medialive:StopChannel"),
          QStringLiteral("medialive:BatchUpdateSchedule"), QStringLiteral("medialive:RestartChannelPipelines")},
         {channel}}};
    // The names of the channels there are, where this one is not; the action knows no resource.
    policy.push_back({{QStringLiteral("medialive:ListChannels")}, {QStringLiteral("*")}});
    addMetricsPolicy(settings, policy);
    return policy;
}

// ---- MediaConnect

std::optional<QString> flowFault(const QString &text)
{
    return arnFault(text, QStringLiteral("mediaconnect"));
}

const std::vector<SettingRule> &mediaConnectRules()
{
    static const std::vector<SettingRule> rules = awsRules({{QStringLiteral("flow"), true, flowFault}});
    return rules;
}

Result<std::unique_ptr<EncoderProvider>> mediaConnectFrom(const ProviderSettings &settings, const Surroundings &room)
{
    if (const auto fault = firstFault(QStringLiteral("mediaconnect"), mediaConnectRules(), settings))
        return tl::unexpected(*fault);
    if (const auto fault = otherRegion(QStringLiteral("mediaconnect"), "flow", settings))
        return tl::unexpected(*fault);
    auto identity = awsIdentity(settings, room);
    if (!identity)
        return tl::unexpected(identity.error());
    MediaConnectSettings own;
    own.region = setting(settings, "region").toLatin1();
    own.flow = setting(settings, "flow").toLatin1();
    own.endpoint = QUrl(setting(settings, "endpoint"));
    own.identity = *std::move(identity);
    own.metricsEndpoint = QUrl(setting(settings, "metrics_endpoint"));
    own.metricsEvery = metricsEvery(settings);
    return makeMediaConnect(std::move(own), room.network);
}

std::vector<PolicyStatement> mediaConnectPolicy(const ProviderSettings &settings)
{
    std::vector<PolicyStatement> policy{
        {{QStringLiteral("mediaconnect:DescribeFlow"), QStringLiteral("mediaconnect:DescribeFlowSourceThumbnail"),
          QStringLiteral("mediaconnect:StartFlow"), QStringLiteral("mediaconnect:StopFlow"),
          QStringLiteral("mediaconnect:UpdateFlow")},
         {setting(settings, "flow")}}};
    addMetricsPolicy(settings, policy);
    return policy;
}

// ---- MediaPackage v2

std::optional<QString> resourceNameFault(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9_-]{1,256}$"));
    if (pattern.match(text).hasMatch())
        return std::nullopt;
    return Text::tr("A name of letters, digits, - and _ is needed.");
}

std::optional<QString> bucketFault(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"));
    if (pattern.match(text).hasMatch())
        return std::nullopt;
    return Text::tr("The name of an S3 bucket is needed.");
}

const std::vector<SettingRule> &mediaPackageRules()
{
    static const std::vector<SettingRule> rules =
        awsRules({{QStringLiteral("group"), true, resourceNameFault},
                  {QStringLiteral("channel"), true, resourceNameFault},
                  {QStringLiteral("origin_endpoint"), false, resourceNameFault},
                  {QStringLiteral("bucket"), false, bucketFault}});
    return rules;
}

Result<std::unique_ptr<EncoderProvider>> mediaPackageFrom(const ProviderSettings &settings, const Surroundings &room)
{
    if (const auto fault = firstFault(QStringLiteral("mediapackage"), mediaPackageRules(), settings))
        return tl::unexpected(*fault);
    auto identity = awsIdentity(settings, room);
    if (!identity)
        return tl::unexpected(identity.error());
    MediaPackageSettings own;
    own.region = setting(settings, "region").toLatin1();
    own.group = setting(settings, "group").toLatin1();
    own.channel = setting(settings, "channel").toLatin1();
    own.originEndpoint = setting(settings, "origin_endpoint").toLatin1();
    own.bucket = setting(settings, "bucket");
    own.endpoint = QUrl(setting(settings, "endpoint"));
    own.identity = *std::move(identity);
    return makeMediaPackage(std::move(own), room.network);
}

std::vector<PolicyStatement> mediaPackagePolicy(const ProviderSettings &settings)
{
    const QString group = QStringLiteral("channelGroup/") + setting(settings, "group");
    const QString channel = group + QStringLiteral("/channel/") + setting(settings, "channel");
    const auto arn = [&settings](const QString &resource) {
        return awsArn(settings, QStringLiteral("mediapackagev2"), resource);
    };
    std::vector<PolicyStatement> policy{
        {{QStringLiteral("mediapackagev2:GetChannel"), QStringLiteral("mediapackagev2:ListOriginEndpoints")},
         {arn(channel)}},
        {{QStringLiteral("mediapackagev2:ListHarvestJobs")}, {arn(group)}}};
    if (const QString bucket = setting(settings, "bucket"); !bucket.isEmpty()) {
        const QString origin = setting(settings, "origin_endpoint");
        policy.push_back({{QStringLiteral("mediapackagev2:CreateHarvestJob")},
                          {arn(channel + QStringLiteral("/originEndpoint/") +
                               (origin.isEmpty() ? QStringLiteral("*") : origin) + QStringLiteral("/harvestJob/*"))}});
    }
    return policy;
}

// ---- IVS

std::optional<QString> ivsChannelFault(const QString &text)
{
    return arnFault(text, QStringLiteral("ivs"));
}

const std::vector<SettingRule> &ivsRules()
{
    static const std::vector<SettingRule> rules = awsRules({{QStringLiteral("channel"), true, ivsChannelFault}});
    return rules;
}

Result<IvsSettings> ivsSettings(const ProviderSettings &settings, const Surroundings &room)
{
    if (const auto fault = firstFault(QStringLiteral("ivs"), ivsRules(), settings))
        return tl::unexpected(*fault);
    if (const auto fault = otherRegion(QStringLiteral("ivs"), "channel", settings))
        return tl::unexpected(*fault);
    auto identity = awsIdentity(settings, room);
    if (!identity)
        return tl::unexpected(identity.error());
    IvsSettings own;
    own.region = setting(settings, "region").toLatin1();
    own.channel = setting(settings, "channel").toLatin1();
    own.endpoint = QUrl(setting(settings, "endpoint"));
    own.identity = *std::move(identity);
    own.metricsEndpoint = QUrl(setting(settings, "metrics_endpoint"));
    own.metricsEvery = metricsEvery(settings);
    return own;
}

Result<std::unique_ptr<EncoderProvider>> ivsFrom(const ProviderSettings &settings, const Surroundings &room)
{
    auto own = ivsSettings(settings, room);
    if (!own)
        return tl::unexpected(own.error());
    return makeIvs(*std::move(own), room.network);
}

Result<std::unique_ptr<AudienceSource>> ivsAudienceFrom(const ProviderSettings &settings, const Surroundings &room)
{
    auto own = ivsSettings(settings, room);
    if (!own)
        return tl::unexpected(own.error());
    return makeIvsAudience(*std::move(own), room.network);
}

std::vector<PolicyStatement> ivsPolicy(const ProviderSettings &settings)
{
    std::vector<PolicyStatement> policy{
        {{QStringLiteral("ivs:GetStream"), QStringLiteral("ivs:GetStreamSession"), QStringLiteral("ivs:StopStream")},
         {setting(settings, "channel")}}};
    addMetricsPolicy(settings, policy);
    return policy;
}

} // namespace

EncoderProviderRow mediaLiveRow()
{
    return {QStringLiteral("medialive"),
            mediaLiveRules(),
            mediaLiveFrom,
            {Verb::Start, Verb::Stop, Verb::SwitchInput, Verb::PrepareInput, Verb::ScheduleSwitch, Verb::CancelPlanned,
             Verb::RestartPipeline},
            mediaLivePolicy,
            true};
}

EncoderProviderRow mediaConnectRow()
{
    return {QStringLiteral("mediaconnect"),
            mediaConnectRules(),
            mediaConnectFrom,
            {Verb::Start, Verb::Stop, Verb::PreferInput},
            mediaConnectPolicy,
            true};
}

EncoderProviderRow mediaPackageRow()
{
    return {
        QStringLiteral("mediapackage"), mediaPackageRules(), mediaPackageFrom, {Verb::HarvestClip}, mediaPackagePolicy};
}

EncoderProviderRow ivsRow()
{
    return {QStringLiteral("ivs"), ivsRules(), ivsFrom, {Verb::DisconnectInput}, ivsPolicy};
}

AudienceSourceRow ivsAudienceRow()
{
    return {
        QStringLiteral("ivs"), ivsRules(), ivsAudienceFrom, [](const ProviderSettings &settings) {
            return std::vector<PolicyStatement>{{{QStringLiteral("ivs:GetStream")}, {setting(settings, "channel")}}};
        }};
}

} // namespace gantry::cloud

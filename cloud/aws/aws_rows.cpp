#include "cloud/aws/aws_rows.h"

#include "cloud/aws/aws_settings.h"
#include "cloud/cloud_text.h"
#include "cloud/encoders/medialive.h"
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
            mediaLivePolicy};
}

} // namespace gantry::cloud

#include "cloud/aws/aws_settings.h"

#include "cloud/aws/aws_identities.h"
#include "cloud/cloud_text.h"
#include "cloud/http/endpoint.h"
#include "cloud/provider_settings.h"

#include <QRegularExpression>

namespace gantry::cloud {

namespace {

std::optional<QString> nameFault(const QString &text)
{
    if (!text.isEmpty() && text.size() <= 200 && text == text.trimmed())
        return std::nullopt;
    return Text::tr("A name is needed.");
}

std::optional<QString> metricsFault(const QString &text)
{
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (text == QLatin1String("off") || (isNumber && seconds >= 10 && seconds <= 300))
        return std::nullopt;
    return Text::tr("\"off\", or every how many seconds CloudWatch is asked: 10 to 300.");
}

} // namespace

std::vector<SettingRule> awsRules(std::vector<SettingRule> own)
{
    std::vector<SettingRule> rules{{QStringLiteral("region"), true, regionFault}};
    rules.insert(rules.end(), own.begin(), own.end());
    rules.push_back({QStringLiteral("profile"), false, nameFault});
    rules.push_back({QStringLiteral("keychain"), false, nameFault});
    rules.push_back({QStringLiteral("endpoint"), false, endpointFault});
    rules.push_back({QStringLiteral("metrics"), false, metricsFault});
    rules.push_back({QStringLiteral("metrics_endpoint"), false, endpointFault});
    return rules;
}

std::optional<QString> arnFault(const QString &text, const QString &service)
{
    static const QRegularExpression pattern(
        QStringLiteral("^arn:aws(-[a-z-]+)?:([a-z0-9]+):[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9:/_.-]{1,200}$"));
    const auto match = pattern.match(text);
    if (match.hasMatch() && match.captured(2) == service)
        return std::nullopt;
    return Text::tr("An ARN such as arn:aws:%1:eu-west-1:123456789012:... is needed.").arg(service);
}

Result<std::shared_ptr<AwsIdentity>> awsIdentity(const ProviderSettings &settings, const Surroundings &room)
{
    const AwsSource source{settings.value(QStringLiteral("profile")), settings.value(QStringLiteral("keychain")),
                           settings.value(QStringLiteral("region")).toLatin1()};
    if (!source.profile.isEmpty() && !source.keychain.isEmpty())
        return tl::unexpected(settingError(QStringLiteral("AWS"), QStringLiteral("keychain"),
                                           Text::tr("Name a profile or a keychain entry, not both.")));
    if (room.aws)
        return room.aws->find(source);
    return AwsIdentities(room.network, room.questions).find(source);
}

std::chrono::milliseconds metricsEvery(const ProviderSettings &settings)
{
    const QString word = settings.value(QStringLiteral("metrics"));
    if (word == QLatin1String("off"))
        return {};
    if (settings.contains(QStringLiteral("endpoint")) && !settings.contains(QStringLiteral("metrics_endpoint")))
        return {};
    return std::chrono::seconds(word.isEmpty() ? 60 : word.toInt());
}

QString awsArn(const ProviderSettings &settings, const QString &service, const QString &resource)
{
    const QString region = settings.value(QStringLiteral("region"));
    const QString partition = region.startsWith(QLatin1String("cn-"))       ? QStringLiteral("aws-cn")
                              : region.startsWith(QLatin1String("us-gov-")) ? QStringLiteral("aws-us-gov")
                                                                            : QStringLiteral("aws");
    return QStringLiteral("arn:%1:%2:%3:*:%4").arg(partition, service, region, resource);
}

void addMetricsPolicy(const ProviderSettings &settings, std::vector<PolicyStatement> &policy)
{
    if (metricsEvery(settings).count() > 0)
        policy.push_back({{QStringLiteral("cloudwatch:GetMetricData")}, {QStringLiteral("*")}});
}

} // namespace gantry::cloud

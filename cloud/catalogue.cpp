#include "cloud/catalogue.h"

#include "cloud/audience/mux_data.h"
#include "cloud/encoders/medialive.h"
#include "cloud/http/credentials.h"
#include "cloud/http/endpoint.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace gantry::cloud {

namespace {

std::optional<QString> regionFault(const QString &text)
{
    static const QRegularExpression region(QStringLiteral("^[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}$"));
    if (region.match(text).hasMatch())
        return std::nullopt;
    return QCoreApplication::translate("cloud", "A region such as eu-west-1 is needed.");
}

std::optional<QString> channelFault(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9]{1,20}$"));
    if (digits.match(text).hasMatch())
        return std::nullopt;
    return QCoreApplication::translate("cloud", "The channel's id is needed: the number at the end of its ARN.");
}

Error settingError(const QString &provider, const QString &setting, const QString &advice)
{
    Error error;
    error.kind = Error::Kind::Setting;
    error.tried = QCoreApplication::translate("cloud", "read setting \"%1\"").arg(setting);
    error.subject = provider;
    error.advice = advice;
    return error;
}

// The show file is checked by the same rules when it is read; what arrives here may come from elsewhere.
std::optional<Error> firstFault(const QString &provider, const std::vector<SettingRule> &rules,
                                const ProviderSettings &settings)
{
    for (const SettingRule &rule : rules) {
        if (!settings.contains(rule.name)) {
            if (rule.required)
                return settingError(provider, rule.name,
                                    QCoreApplication::translate("cloud", "This setting is needed."));
            continue;
        }
        if (const auto fault = rule.fault(settings.value(rule.name)))
            return settingError(provider, rule.name, *fault);
    }
    for (auto it = settings.keyBegin(); it != settings.keyEnd(); ++it) {
        const QString &name = *it;
        if (std::none_of(rules.begin(), rules.end(), [&name](const SettingRule &rule) { return rule.name == name; }))
            return settingError(provider, name, QCoreApplication::translate("cloud", "There is no such setting."));
    }
    return std::nullopt;
}

const std::vector<SettingRule> &mediaLiveRules()
{
    static const std::vector<SettingRule> rules{{QStringLiteral("region"), true, regionFault},
                                                {QStringLiteral("channel"), true, channelFault},
                                                {QStringLiteral("endpoint"), false, endpointFault}};
    return rules;
}

const std::vector<SettingRule> &muxRules()
{
    static const std::vector<SettingRule> rules{{QStringLiteral("endpoint"), false, endpointFault},
                                                {QStringLiteral("filter"), false, muxFilterFault}};
    return rules;
}

Result<std::unique_ptr<EncoderProvider>> mediaLiveFrom(const ProviderSettings &settings, QNetworkAccessManager &network)
{
    if (const auto fault = firstFault(QStringLiteral("medialive"), mediaLiveRules(), settings))
        return tl::unexpected(*fault);
    const auto credentials = awsCredentials();
    if (!credentials)
        return tl::unexpected(credentials.error());
    MediaLiveSettings own;
    own.region = settings.value(QStringLiteral("region")).toLatin1();
    own.channel = settings.value(QStringLiteral("channel")).toLatin1();
    own.endpoint = QUrl(settings.value(QStringLiteral("endpoint")));
    own.credentials = *credentials;
    return makeMediaLive(std::move(own), network);
}

Result<std::unique_ptr<AudienceSource>> muxFrom(const ProviderSettings &settings, QNetworkAccessManager &network)
{
    if (const auto fault = firstFault(QStringLiteral("mux"), muxRules(), settings))
        return tl::unexpected(*fault);
    const auto credentials = muxCredentials();
    if (!credentials)
        return tl::unexpected(credentials.error());
    MuxSettings own;
    own.endpoint = QUrl(settings.value(QStringLiteral("endpoint")));
    own.filter = settings.value(QStringLiteral("filter")).toUtf8();
    own.credentials = *credentials;
    return makeMuxData(std::move(own), network);
}

} // namespace

std::span<const EncoderProviderRow> encoderProviders()
{
    static const std::vector<EncoderProviderRow> rows{{QStringLiteral("medialive"), mediaLiveRules(), mediaLiveFrom}};
    return rows;
}

std::span<const AudienceSourceRow> audienceSources()
{
    static const std::vector<AudienceSourceRow> rows{{QStringLiteral("mux"), muxRules(), muxFrom}};
    return rows;
}

const EncoderProviderRow *encoderProvider(const QString &name)
{
    const auto rows = encoderProviders();
    const auto row = std::find_if(rows.begin(), rows.end(), [&name](const auto &r) { return r.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

const AudienceSourceRow *audienceSource(const QString &name)
{
    const auto rows = audienceSources();
    const auto row = std::find_if(rows.begin(), rows.end(), [&name](const auto &r) { return r.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

} // namespace gantry::cloud

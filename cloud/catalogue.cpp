#include "cloud/catalogue.h"

#include "cloud/audience/mux_data.h"
#include "cloud/aws/aws_rows.h"
#include "cloud/encoders/encoder_rows.h"
#include "cloud/http/credentials.h"
#include "cloud/http/endpoint.h"
#include "cloud/provider_settings.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace gantry::cloud {

namespace {

const std::vector<SettingRule> &muxRules()
{
    static const std::vector<SettingRule> rules{{QStringLiteral("endpoint"), false, endpointFault},
                                                {QStringLiteral("filter"), false, muxFilterFault}};
    return rules;
}

Result<std::unique_ptr<AudienceSource>> muxFrom(const ProviderSettings &settings, const Surroundings &network)
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
    static const std::vector<EncoderProviderRow> rows{
        mediaLiveRow(), mediaConnectRow(), mediaPackageRow(), ivsRow(),  googleLiveStreamRow(),
        mkioRow(),      obsRow(),          mediaMtxRow(),     srsRow()};
    return rows;
}

std::span<const AudienceSourceRow> audienceSources()
{
    static const std::vector<AudienceSourceRow> rows{{QStringLiteral("mux"), muxRules(), muxFrom}, ivsAudienceRow()};
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

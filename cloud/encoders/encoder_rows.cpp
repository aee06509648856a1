#include "cloud/encoders/encoder_rows.h"

#include "cloud/cloud_text.h"
#include "cloud/encoders/google_livestream.h"
#include "cloud/encoders/mediamtx.h"
#include "cloud/encoders/mkio.h"
#include "cloud/encoders/obs_websocket.h"
#include "cloud/encoders/srs.h"
#include "cloud/http/endpoint.h"
#include "cloud/http/entra_token.h"
#include "cloud/http/google_key.h"
#include "cloud/http/secret_place.h"
#include "cloud/provider_settings.h"

#include <QRegularExpression>

namespace gantry::cloud {

namespace {

using Fault = std::optional<QString>;
using Made = Result<std::unique_ptr<EncoderProvider>>;

QString setting(const ProviderSettings &settings, const char *name, const char *usual = "")
{
    const QString value = settings.value(QLatin1StringView(name));
    return value.isEmpty() ? QString::fromLatin1(usual) : value;
}

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1StringView(pattern))).match(text).hasMatch();
}

Fault projectFault(const QString &text)
{
    return matches("([a-z0-9.-]{1,100}:)?[a-z0-9][a-z0-9-]{1,61}", text)
               ? Fault()
               : Text::tr("A project's id or number is needed, such as my-show-1.");
}

Fault locationFault(const QString &text)
{
    return matches("[a-z]{2,20}-[a-z]{2,20}[0-9]{1,2}", text) ? Fault()
                                                              : Text::tr("A location such as europe-west4 is needed.");
}

Fault googleChannelFault(const QString &text)
{
    return matches("[a-z]([a-z0-9-]{0,61}[a-z0-9])?", text)
               ? Fault()
               : Text::tr("The channel's id is needed: small letters, digits and hyphens.");
}

Fault fileFault(const QString &text)
{
    return text.isEmpty() || text.contains(QChar(0)) ? Text::tr("The path of a file is needed.") : Fault();
}

Fault nameFault(const QString &text)
{
    return matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}", text)
               ? Fault()
               : Text::tr("A name is needed: letters, digits, hyphens, dots and underscores.");
}

Fault userFault(const QString &text)
{
    return matches("[!-9;-~]{1,100}", text) ? Fault() : Text::tr("A user name without spaces and colons is needed.");
}

Fault pathFault(const QString &text)
{
    return matches("[A-Za-z0-9._~/-]{1,200}", text) && !text.startsWith(u'/')
               ? Fault()
               : Text::tr("The name of a path is needed, such as live/final.");
}

Fault streamFault(const QString &text)
{
    return matches("[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}", text)
               ? Fault()
               : Text::tr("Application and stream are needed, such as live/final.");
}

// ---- Google Live Stream

const std::vector<SettingRule> &googleRules()
{
    static const std::vector<SettingRule> rules{{QStringLiteral("project"), false, projectFault},
                                                {QStringLiteral("location"), true, locationFault},
                                                {QStringLiteral("channel"), true, googleChannelFault},
                                                {QStringLiteral("key_file"), false, fileFault},
                                                {QStringLiteral("endpoint"), false, endpointFault},
                                                {QStringLiteral("metrics_endpoint"), false, endpointFault}};
    return rules;
}

Made googleFrom(const ProviderSettings &settings, const Surroundings &room)
{
    if (const auto fault = firstFault(QStringLiteral("google-livestream"), googleRules(), settings))
        return tl::unexpected(*fault);
    const auto key = readGoogleKey(setting(settings, "key_file"));
    if (!key)
        return tl::unexpected(key.error());
    GoogleLiveStreamSettings own;
    own.project = setting(settings, "project", key->project.toLatin1()).toLatin1();
    if (const auto fault = projectFault(QString::fromLatin1(own.project)))
        return tl::unexpected(settingError(QStringLiteral("google-livestream"), QStringLiteral("project"), *fault));
    own.location = setting(settings, "location").toLatin1();
    own.channel = setting(settings, "channel").toLatin1();
    own.endpoint = QUrl(setting(settings, "endpoint"));
    own.monitoring = QUrl(setting(settings, "metrics_endpoint"));
    // A rehearsal's address stands for Live Stream alone: real figures do not belong to it.
    own.readsFigures = own.endpoint.isEmpty() || !own.monitoring.isEmpty();
    own.authorizer = sharedAuthorizer(room.network, QStringLiteral("google ") + key->email, [&] {
        return std::make_shared<OAuthToken>(googleToken(*key, "https://www.googleapis.com/auth/cloud-platform"),
                                            room.network);
    });
    return makeGoogleLiveStream(std::move(own), room.network);
}

// ---- MK.IO

const std::vector<SettingRule> &mkioRules()
{
    static const std::vector<SettingRule> rules{{QStringLiteral("project"), true, nameFault},
                                                {QStringLiteral("event"), true, nameFault},
                                                {QStringLiteral("token"), false, secretPlaceFault},
                                                {QStringLiteral("endpoint"), false, endpointFault},
                                                {QStringLiteral("front_door"), false, frontDoorFault},
                                                {QStringLiteral("tenant"), false, nameFault},
                                                {QStringLiteral("client"), false, nameFault},
                                                {QStringLiteral("client_secret"), false, secretPlaceFault},
                                                {QStringLiteral("login_endpoint"), false, endpointFault},
                                                {QStringLiteral("metrics_endpoint"), false, endpointFault}};
    return rules;
}

// The setting, or the variable that Microsoft's own tools read.
Result<QByteArray> entraId(const ProviderSettings &settings, const char *name, const char *variable)
{
    const QString id = setting(settings, name, qgetenv(variable).constData());
    if (!nameFault(id))
        return id.toLatin1();
    Error error = settingError(
        QStringLiteral("mkio"), QLatin1StringView(name),
        Text::tr("Front Door's figures need it, here or in the variable %1.").arg(QLatin1StringView(variable)));
    error.kind = Error::Kind::Credentials;
    return tl::unexpected(error);
}

Result<std::shared_ptr<AzureMonitor>> monitorFrom(const ProviderSettings &settings, const Surroundings &room)
{
    const auto tenant = entraId(settings, "tenant", "AZURE_TENANT_ID");
    if (!tenant)
        return tl::unexpected(tenant.error());
    const auto client = entraId(settings, "client", "AZURE_CLIENT_ID");
    if (!client)
        return tl::unexpected(client.error());
    EntraApplication application;
    application.tenant = *tenant;
    application.client = *client;
    application.authority = QUrl(setting(settings, "login_endpoint"));
    application.secret =
        std::make_shared<StoredSecret>(setting(settings, "client_secret", "environment:AZURE_CLIENT_SECRET"));
    AzureMonitor::Settings own;
    own.endpoint = QUrl(setting(settings, "metrics_endpoint"));
    own.subscription = setting(settings, "front_door").section(u'/', 2, 2).toLatin1();
    own.metricNamespace = QStringLiteral("Microsoft.Cdn/profiles");
    own.metrics = frontDoorMetrics();
    own.authorizer =
        sharedAuthorizer(room.network, QStringLiteral("entra ") + QString::fromLatin1(*tenant + *client), [&] {
            return std::make_shared<OAuthToken>(entraToken(application, "https://metrics.monitor.azure.com/.default"),
                                                room.network);
        });
    return sharedAzureMonitor(room.network, own);
}

Made mkioFrom(const ProviderSettings &settings, const Surroundings &room)
{
    if (const auto fault = firstFault(QStringLiteral("mkio"), mkioRules(), settings))
        return tl::unexpected(*fault);
    MkioSettings own;
    own.project = setting(settings, "project").toLatin1();
    own.event = setting(settings, "event").toLatin1();
    own.endpoint = QUrl(setting(settings, "endpoint"));
    const QString token = setting(settings, "token", "environment:MKIO_TOKEN");
    own.authorizer = sharedAuthorizer(room.network, QStringLiteral("mkio ") + token, [&] {
        return std::make_shared<SecretHeader>(SecretHeader::Form::Bearer, QByteArray(), token);
    });
    own.frontDoor = setting(settings, "front_door");
    if (!own.frontDoor.isEmpty()) {
        auto monitor = monitorFrom(settings, room);
        if (!monitor)
            return tl::unexpected(monitor.error());
        own.monitor = *std::move(monitor);
    }
    return makeMkio(std::move(own), room.network);
}

// ---- What stands in the same room

const std::vector<SettingRule> &obsRules()
{
    static const std::vector<SettingRule> rules{{QStringLiteral("address"), false, obsAddressFault},
                                                {QStringLiteral("password"), false, secretPlaceFault}};
    return rules;
}

Made obsFrom(const ProviderSettings &settings, const Surroundings &)
{
    if (const auto fault = firstFault(QStringLiteral("obs"), obsRules(), settings))
        return tl::unexpected(*fault);
    return makeObs({QUrl(setting(settings, "address", "ws://127.0.0.1:4455")),
                    setting(settings, "password"),
                    std::chrono::seconds(5),
                    {}});
}

// User and password of a server of one's own; without a user nothing is sent.
std::shared_ptr<Authorizer> basicAuthorizer(const ProviderSettings &settings)
{
    return std::make_shared<SecretHeader>(SecretHeader::Form::Basic, setting(settings, "user").toUtf8(),
                                          setting(settings, "password"));
}

const std::vector<SettingRule> &mediaMtxRules()
{
    static const std::vector<SettingRule> rules{{QStringLiteral("path"), true, pathFault},
                                                {QStringLiteral("endpoint"), false, endpointFault},
                                                {QStringLiteral("user"), false, userFault},
                                                {QStringLiteral("password"), false, secretPlaceFault}};
    return rules;
}

Made mediaMtxFrom(const ProviderSettings &settings, const Surroundings &room)
{
    if (const auto fault = firstFault(QStringLiteral("mediamtx"), mediaMtxRules(), settings))
        return tl::unexpected(*fault);
    MediaMtxSettings own;
    own.endpoint = QUrl(setting(settings, "endpoint", "http://127.0.0.1:9997"));
    own.path = setting(settings, "path");
    own.authorizer = basicAuthorizer(settings);
    return makeMediaMtx(std::move(own), room.network);
}

const std::vector<SettingRule> &srsRules()
{
    static const std::vector<SettingRule> rules{{QStringLiteral("stream"), true, streamFault},
                                                {QStringLiteral("endpoint"), false, endpointFault},
                                                {QStringLiteral("user"), false, userFault},
                                                {QStringLiteral("password"), false, secretPlaceFault}};
    return rules;
}

Made srsFrom(const ProviderSettings &settings, const Surroundings &room)
{
    if (const auto fault = firstFault(QStringLiteral("srs"), srsRules(), settings))
        return tl::unexpected(*fault);
    SrsSettings own;
    own.endpoint = QUrl(setting(settings, "endpoint", "http://127.0.0.1:1985"));
    own.app = setting(settings, "stream").section(u'/', 0, 0);
    own.name = setting(settings, "stream").section(u'/', 1);
    own.authorizer = basicAuthorizer(settings);
    return makeSrs(std::move(own), room.network);
}

} // namespace

EncoderProviderRow googleLiveStreamRow()
{
    return {QStringLiteral("google-livestream"), googleRules(), googleFrom, googleLiveStreamVerbs()};
}

EncoderProviderRow mkioRow()
{
    return {QStringLiteral("mkio"), mkioRules(), mkioFrom, mkioVerbs()};
}

EncoderProviderRow obsRow()
{
    return {QStringLiteral("obs"), obsRules(), obsFrom, obsVerbs(), {}, true};
}

EncoderProviderRow mediaMtxRow()
{
    return {QStringLiteral("mediamtx"), mediaMtxRules(), mediaMtxFrom, mediaMtxVerbs()};
}

EncoderProviderRow srsRow()
{
    return {QStringLiteral("srs"), srsRules(), srsFrom, srsVerbs()};
}

} // namespace gantry::cloud

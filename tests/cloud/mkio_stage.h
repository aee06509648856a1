#pragma once
// MK.IO and Azure Monitor on the loopback: one live event, and whatever else a test lets them say.

#include "cloud/encoders/azure_monitor.h"
#include "cloud/encoders/mkio.h"
#include "cloud/http/secret_place.h"

#include "cloud/http_stage.h"
#include "cloud/provider_calls.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>

namespace gantry::test {

inline const QString kFrontDoor =
    QStringLiteral("/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/Show/"
                   "providers/Microsoft.Cdn/profiles/final");

inline QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

inline QByteArray liveEvent(const char *state)
{
    return json("{'name':'final','location':'westeurope','properties':{'resourceState':'STATE',"
                "'provisioningState':'Succeeded','input':{'streamingProtocol':'SRT','accessToken':'HUSHhush',"
                "'endpoints':[{'protocol':'SRT','url':'srt://x:1?passphrase=HUSHhush&pbkeylen=16'}]},"
                "'encoding':{'encodingType':'SomethingNew','presetName':'Default1080p'}}}")
        .replace("STATE", state);
}

struct MkioCloud
{
    HttpStage stage{[this](const SeenRequest &request) { return answer(request); }};
    QNetworkAccessManager network;
    std::function<std::optional<StageAnswer>(const SeenRequest &)> instead;
    QByteArray state = "Running";
    QByteArray operation = json("{'status':'InProgress'}");
    QByteArray operationLink;
    QByteArray batch = json("{'values':[]}");
    QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-22T12:00:00Z"), Qt::ISODate);
    std::unique_ptr<cloud::EncoderProvider> provider;

    explicit MkioCloud(bool hasFrontDoor = false, const QByteArray &token = "HUSHhush.token")
    {
        qputenv("GANTRY_TEST_MKIO", token);
        const auto bearer = std::make_shared<cloud::SecretHeader>(cloud::SecretHeader::Form::Bearer, QByteArray(),
                                                                  QStringLiteral("environment:GANTRY_TEST_MKIO"));
        cloud::MkioSettings settings;
        settings.project = "show";
        settings.event = "final";
        settings.endpoint = stage.url();
        settings.authorizer = bearer;
        settings.requestsPerSecond = 10'000;
        settings.outputsEvery = std::chrono::milliseconds(0); // at every poll
        settings.operationEvery = std::chrono::milliseconds(0);
        settings.now = [this] { return now; };
        if (hasFrontDoor) {
            settings.frontDoor = kFrontDoor;
            settings.monitor = std::make_shared<cloud::AzureMonitor>(monitor(bearer), network);
        }
        operationLink = stage.url(QStringLiteral("/api/ams/show/operations/o-1?x=%2F")).toEncoded();
        provider = cloud::makeMkio(settings, network);
    }
    cloud::AzureMonitor::Settings monitor(std::shared_ptr<cloud::Authorizer> authorizer)
    {
        cloud::AzureMonitor::Settings settings;
        settings.endpoint = stage.url();
        settings.subscription = "00000000-0000-0000-0000-000000000001";
        settings.metricNamespace = QStringLiteral("Microsoft.Cdn/profiles");
        settings.metrics = cloud::frontDoorMetrics();
        settings.authorizer = std::move(authorizer);
        settings.now = [this] { return now; };
        return settings;
    }

    StageAnswer answer(const SeenRequest &request)
    {
        if (instead) {
            if (const auto own = instead(request))
                return *own;
        }
        if (request.path().endsWith("metrics:getBatch"))
            return {200, batch, {}};
        if (request.method == "POST")
            return {202, "", {{"Azure-AsyncOperation", operationLink}, {"Retry-After", "0"}}};
        if (request.path().contains("/operations/"))
            return {200, operation, {}};
        if (request.path().endsWith("/liveOutputs"))
            return {200, json("{'value':[{'name':'rec','properties':{'resourceState':'Running'}}]}"), {}};
        return {200, liveEvent(state), {}};
    }
    cloud::CommandAnswer command(cloud::Verb verb)
    {
        cloud::Command made;
        made.verb = verb;
        made.token = QStringLiteral("t-1");
        return send(*provider, made);
    }
};

} // namespace gantry::test

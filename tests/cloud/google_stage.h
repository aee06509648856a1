#pragma once
// Google Live Stream on the loopback: one channel, and whatever else a test lets it say.

#include "cloud/encoders/google_livestream.h"
#include "cloud/http/secret_place.h"

#include "cloud/http_stage.h"
#include "cloud/provider_calls.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>

namespace gantry::test {

inline const QString kToken = QStringLiteral("0b0e29ad-57a5-4f2c-9d2f-3c7b8bde0001");

inline QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

// As channels.get answers for a channel on air, shortened where nothing of ours looks.
inline QByteArray channel(const char *state = "STREAMING", const char *active = "cam-a")
{
    return json("{'name':'projects/show-1/locations/europe-west4/channels/final','createTime':'2026-11-01T10:00:00Z',"
                "'inputAttachments':[{'key':'cam-a','input':'projects/show-1/locations/europe-west4/inputs/a',"
                "'automaticFailover':{'inputKeys':['cam-b']}},"
                "{'key':'cam-b','input':'projects/show-1/locations/europe-west4/inputs/b'}],"
                "'inputConfig':{'inputSwitchMode':'FAILOVER_PREFER_PRIMARY'},'elementaryStreams':[{'key':'v'}],"
                "'streamingState':'STATE','activeInput':'ACTIVE','somethingNew':{'a':[1,{'b':null}]}}")
        .replace("STATE", state)
        .replace("ACTIVE", active);
}

inline QByteArray inputs()
{
    return json("{'inputs':[{'name':'projects/show-1/locations/europe-west4/inputs/a','type':'SRT_PUSH','tier':'HD',"
                "'uri':'srt://1.2.3.4:5000?streamid=HUSHhush','inputStreamProperty':{'lastEstablishTime':"
                "'2026-11-22T12:00:00Z','videoStreams':[{'index':0}]}},"
                "{'name':'projects/show-1/locations/europe-west4/inputs/b','type':'SRT_PUSH','tier':'HD'}]}");
}

inline const QByteArray kOperation =
    json("{'name':'projects/show-1/locations/europe-west4/operations/op-1','done':false,'metadata':{'verb':'start'}}");

struct Google
{
    HttpStage stage{[this](const SeenRequest &request) { return answer(request); }};
    QNetworkAccessManager network;
    std::function<std::optional<StageAnswer>(const SeenRequest &)> instead;
    QByteArray state = "STREAMING";
    QByteArray active = "cam-a";
    QByteArray events = "{}";
    QByteArray operation = kOperation;
    QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-22T12:00:00Z"), Qt::ISODate);
    std::unique_ptr<cloud::EncoderProvider> provider;

    explicit Google(bool readsFigures = false, cloud::HttpLimits limits = {},
                    std::chrono::milliseconds listsEvery = std::chrono::milliseconds(0))
    {
        qputenv("GANTRY_TEST_TOKEN", "ya29.HUSHhush");
        cloud::GoogleLiveStreamSettings settings;
        settings.project = "show-1";
        settings.location = "europe-west4";
        settings.channel = "final";
        settings.endpoint = stage.url();
        settings.monitoring = stage.url();
        settings.readsFigures = readsFigures;
        settings.limits = limits;
        settings.requestsPerSecond = 10'000;
        settings.listsEvery = listsEvery;
        settings.now = [this] { return now; };
        settings.authorizer = std::make_shared<cloud::SecretHeader>(cloud::SecretHeader::Form::Bearer, QByteArray(),
                                                                    QStringLiteral("environment:GANTRY_TEST_TOKEN"));
        provider = cloud::makeGoogleLiveStream(settings, network);
    }

    StageAnswer answer(const SeenRequest &request)
    {
        if (instead) {
            if (const auto own = instead(request))
                return *own;
        }
        if (request.method == "POST" && request.path().endsWith("/events"))
            return {200, json("{'name':'projects/show-1/locations/europe-west4/channels/final/events/x'}"), {}};
        if (request.method == "POST")
            return {200, operation, {}};
        if (request.path().endsWith("/inputs"))
            return {200, inputs(), {}};
        if (request.path().endsWith("/events"))
            return {200, events, {}};
        if (request.path().contains("/operations/"))
            return {200, operation, {}};
        if (request.path().endsWith("/timeSeries"))
            return {200, "{}", {}};
        return {200, channel(state, active), {{"Date", "Sun, 22 Nov 2026 12:00:00 GMT"}}};
    }
    cloud::CommandAnswer command(cloud::Verb verb, const QString &input = {},
                                 std::optional<cloud::ProviderTime> at = {})
    {
        cloud::Command made;
        made.verb = verb;
        made.input = input;
        made.token = kToken;
        made.at = at;
        return send(*provider, made);
    }
    cloud::ProviderTime time() const { return cloud::ProviderTime(std::chrono::milliseconds(now.toMSecsSinceEpoch())); }
};

} // namespace gantry::test

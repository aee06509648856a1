#include "cloud/encoders/mediamtx_answer.h"

#include "cloud/http/json_limits.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gantry::cloud {

namespace {

constexpr int kMostReaders = 100'000;
constexpr int kMostTracks = 100;
constexpr int kMostConnections = 1000;

// A counter, by its new name or its old one; beyond what a double holds exactly it is unknown rather than an error.
std::optional<std::int64_t> counter(const QJsonObject &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const auto value = integerMember(object, QLatin1StringView(name)); value && *value && **value >= 0)
            return **value;
    }
    return std::nullopt;
}

std::optional<double> number(const QJsonObject &object, const char *name)
{
    const auto value = numberMember(object, QLatin1StringView(name));
    return value && *value && **value >= 0 ? *value : std::nullopt;
}

} // namespace

Result<MediaMtxPath> mediaMtxPath(const QJsonObject &body)
{
    MediaMtxPath path;
    bool isSaid = false;
    for (const char *name : {"available", "ready"}) { // the new name, then the old one
        const QJsonValue value = body.value(QLatin1StringView(name));
        if (value.isBool() && !isSaid) {
            path.isAvailable = value.toBool();
            isSaid = true;
        }
    }
    if (!isSaid)
        return tl::unexpected(
            wrongMember(QStringLiteral("available"), QCoreApplication::translate("cloud", "yes or no")));
    const auto name = textMember(body, QLatin1StringView("name"));
    if (!name)
        return tl::unexpected(name.error());
    const QJsonObject source = body.value(QLatin1StringView("source")).toObject();
    path.sourceType = source.value(QLatin1StringView("type")).toString().left(64);
    path.sourceId = source.value(QLatin1StringView("id")).toString().left(128);
    path.inboundBytes = counter(body, {"inboundBytes", "bytesReceived"});
    path.outboundBytes = counter(body, {"outboundBytes", "bytesSent"});
    path.framesInError = counter(body, {"inboundFramesInError"});

    auto tracks = arrayMember(body, QLatin1StringView("tracks2"), kMostTracks);
    if (tracks && tracks->isEmpty())
        tracks = arrayMember(body, QLatin1StringView("tracks"), kMostTracks);
    if (!tracks)
        return tl::unexpected(tracks.error());
    for (const auto &track : *tracks)
        path.tracks.push_back(
            (track.isString() ? track : track.toObject().value(QLatin1StringView("codec"))).toString().left(64));
    const auto readers = arrayMember(body, QLatin1StringView("readers"), kMostReaders);
    if (!readers)
        return tl::unexpected(readers.error());
    for (const auto &reader : *readers) {
        const QString kind = reader.toObject().value(QLatin1StringView("type")).toString().left(64);
        const auto known = std::find_if(path.readers.begin(), path.readers.end(),
                                        [&kind](const auto &each) { return each.first == kind; });
        if (known != path.readers.end())
            ++known->second;
        else if (path.readers.size() < 32)
            path.readers.emplace_back(kind, 1);
    }
    return path;
}

Result<std::vector<MediaMtxSrtConnection>> mediaMtxSrtConnections(const QJsonObject &body)
{
    const auto items = arrayMember(body, QLatin1StringView("items"), kMostConnections);
    if (!items)
        return tl::unexpected(items.error());
    std::vector<MediaMtxSrtConnection> connections;
    for (const auto &item : *items) {
        const QJsonObject object = item.toObject();
        const auto id = textMember(object, QLatin1StringView("id"));
        if (!id)
            return tl::unexpected(id.error());
        MediaMtxSrtConnection connection;
        connection.id = id->value_or(QString());
        connection.path = object.value(QLatin1StringView("path")).toString().left(512);
        connection.state = object.value(QLatin1StringView("state")).toString().left(32);
        connection.remote = object.value(QLatin1StringView("remoteAddr")).toString().left(128);
        connection.rtt = number(object, "msRTT");
        connection.megabits = number(object, "mbpsReceiveRate");
        if (const auto percent = number(object, "packetsReceivedLossRate"))
            connection.lossShare = std::min(*percent / 100.0, 1.0);
        connection.dropped = counter(object, {"packetsReceivedDrop"});
        connections.push_back(std::move(connection));
    }
    return connections;
}

QString mediaMtxFault(const QJsonObject &body)
{
    return body.value(QLatin1StringView("error")).toString();
}

QByteArray mediaMtxKickList(const QString &sourceType)
{
    static constexpr std::array<std::pair<const char *, const char *>, 7> lists{{{"srtConn", "srtconns"},
                                                                                 {"rtmpConn", "rtmpconns"},
                                                                                 {"rtmpsConn", "rtmpsconns"},
                                                                                 {"rtspSession", "rtspsessions"},
                                                                                 {"rtspsSession", "rtspssessions"},
                                                                                 {"webRTCSession", "webrtcsessions"},
                                                                                 {"hlsSession", "hlssessions"}}};
    for (const auto &[type, list] : lists) {
        if (sourceType == QLatin1String(type))
            return list;
    }
    return {};
}

} // namespace gantry::cloud

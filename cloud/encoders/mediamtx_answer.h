#pragma once
// MediaMTX's answers (API v3) in our words. Pure. Shapes: Path and SRTConn of its OpenAPI; older names are read, too.

#include "cloud/encoder_sample.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <vector>

namespace gantry::cloud {

struct MediaMtxPath
{
    bool isAvailable = false;
    QString sourceType; // "srtConn"; empty: nobody publishes
    QString sourceId;
    std::optional<std::int64_t> inboundBytes; // since the path is there
    std::optional<std::int64_t> outboundBytes;
    std::optional<std::int64_t> framesInError;
    std::vector<QString> tracks;                  // "H264"
    std::vector<std::pair<QString, int>> readers; // kind and how many
};
Result<MediaMtxPath> mediaMtxPath(const QJsonObject &body);

struct MediaMtxSrtConnection
{
    QString id;
    QString path;
    QString state; // "publish"
    QString remote;
    std::optional<double> rtt;           // ms
    std::optional<double> megabits;      // received a second
    std::optional<double> lossShare;     // 0..1
    std::optional<std::int64_t> dropped; // packets, since it is there
};
Result<std::vector<MediaMtxSrtConnection>> mediaMtxSrtConnections(const QJsonObject &body);

// {status:"error",error:"..."}
QString mediaMtxFault(const QJsonObject &body);

// "srtconns" for "srtConn": where a publisher of this kind is thrown out; empty: nowhere.
QByteArray mediaMtxKickList(const QString &sourceType);

} // namespace gantry::cloud

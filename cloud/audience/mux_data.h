#pragma once
// Mux Data's monitoring figures: viewers now, and the share of their time that is spent rebuffering.
//
// Two requests a poll:
// /data/v1/monitoring/metrics/{current-concurrent-viewers|current-rebuffering-percentage}/timeseries, points of five
// seconds, the newest with a value counts. A plan that includes monitoring is needed.

#include "cloud/audience_source.h"
#include "cloud/http/credentials.h"
#include "cloud/http/http_client.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace gantry::cloud {

struct MuxSettings
{
    QUrl endpoint;     // empty: https://api.mux.com
    QByteArray filter; // "video_title:Final"; empty: all viewers of the environment
    MuxCredentials credentials;
    HttpLimits limits;
};

std::unique_ptr<AudienceSource> makeMuxData(MuxSettings settings, QNetworkAccessManager &network);

// The newest point that has a value; std::nullopt when there is none yet, which is not an error. Pure.
struct MuxPoint
{
    double value = 0;
    std::chrono::sys_time<std::chrono::milliseconds> time;
    bool operator==(const MuxPoint &) const = default;
};
Result<std::optional<MuxPoint>> newestMuxPoint(const QByteArray &body);

// Both series of one poll as a sample. A share outside of 0..1 or a negative crowd is a bad answer.
Result<AudienceSample> muxSample(const QByteArray &viewersBody, const QByteArray &rebufferingBody);

// What an answer other than 2xx means. Pure.
Error muxError(const QString &tried, const HttpAnswer &answer, std::chrono::sys_seconds now);

// One sentence on what is allowed, or nullopt: "dimension:value" with a dimension Mux monitors.
std::optional<QString> muxFilterFault(const QString &text);

} // namespace gantry::cloud

#pragma once
// MediaLive's routes of the rehearsal cloud, in the shapes of the public service model (rest-json, lowerCamelCase).

#include "cloud/http/credentials.h"
#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_channel.h"
#include "cloud/sandbox/sandbox_faults.h"
#include "cloud/sandbox/token_bucket.h"

#include <QDateTime>

#include <vector>

class QJsonObject;

namespace gantry::cloud {

struct SandboxNow
{
    SandboxChannel::Time time{0}; // since the start of the rehearsal
    QDateTime wallClock;
};

class SandboxAws
{
public:
    struct Settings
    {
        AwsCredentials credentials;
        QByteArray region = "eu-west-1";
        SandboxChannel::Delays delays = SandboxChannel::realisticDelays();
        bool running = true;
        int channels = 1;             // 1000001 "rehearsal", 1000002 "rehearsal 2", ...
        double requestsPerSecond = 5; // of the whole account, as the real one
        double burst = 30;
    };

    explicit SandboxAws(Settings settings);

    // Everything below /prod/.
    ServedAnswer answer(const ServedRequest &request, const SandboxNow &now, const SandboxFaults &faults);

    SandboxChannel &channel(std::size_t index = 0) { return m_channels.at(index); }
    void advance(SandboxChannel::Time now);

private:
    ServedAnswer route(const ServedRequest &request, const SandboxNow &now, const SandboxFaults &faults);
    ServedAnswer channelRoute(std::size_t index, const QByteArray &rest, const ServedRequest &request,
                              const SandboxNow &now, const SandboxFaults &faults);
    ServedAnswer command(std::size_t index, bool start, const SandboxNow &now, const SandboxFaults &faults);
    ServedAnswer updateSchedule(std::size_t index, const QByteArray &body, const SandboxNow &now,
                                const SandboxFaults &faults);
    QJsonObject channelSummary(std::size_t index) const;
    QJsonObject channelDetails(std::size_t index) const;
    QJsonObject input(std::size_t index) const;
    QString arn(const QString &kind, const QString &id) const;

    Settings m_settings;
    std::vector<SandboxChannel> m_channels;
    TokenBucket m_bucket;
};

} // namespace gantry::cloud

#pragma once
// MediaLive's routes of the rehearsal cloud, in the shapes of the public service model (rest-json, lowerCamelCase).

#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_channel.h"
#include "cloud/sandbox/sandbox_faults.h"
#include "cloud/sandbox/sandbox_now.h"
#include "cloud/sandbox/token_bucket.h"

#include <QJsonArray>

#include <functional>
#include <vector>

class QJsonObject;

namespace gantry::cloud {

class SandboxMediaLive
{
public:
    struct Settings
    {
        QByteArray region = "eu-west-1";
        std::vector<QString> inputs{QStringLiteral("A"), QStringLiteral("B")};
        SandboxChannel::Delays delays = SandboxChannel::realisticDelays();
        SandboxChannel::Options options;
        bool running = true;
        int channels = 1;             // 1000001 "rehearsal", 1000002 "rehearsal 2", ...
        double requestsPerSecond = 5; // of the whole account, as the real one
        double burst = 30;
        // A small JPEG of what the input shows now; empty where nothing is known of it.
        std::function<QByteArray(const QString &input)> thumbnail;
    };

    explicit SandboxMediaLive(Settings settings);

    // Everything below /prod/; the caller has been let in already.
    ServedAnswer answer(const ServedRequest &request, const SandboxNow &now, const std::vector<EncoderAlert> &further);

    std::vector<SandboxChannel> &channels() { return m_channels; }
    const std::vector<SandboxChannel> &channels() const { return m_channels; }
    void advance(SandboxChannel::Time now);

    static QString channelId(std::size_t index); // "1000001"
    QString channelArn(std::size_t index) const;

private:
    ServedAnswer route(const ServedRequest &request, const SandboxNow &now, const std::vector<EncoderAlert> &further);
    ServedAnswer channelRoute(std::size_t index, const QByteArray &rest, const ServedRequest &request,
                              const SandboxNow &now, const std::vector<EncoderAlert> &further);
    ServedAnswer command(std::size_t index, bool start, const SandboxNow &now);
    ServedAnswer batch(const QByteArray &body, bool start, const SandboxNow &now);
    ServedAnswer restart(std::size_t index, const QByteArray &body, const SandboxNow &now);
    ServedAnswer updateSchedule(std::size_t index, const QByteArray &body, const SandboxNow &now);
    ServedAnswer thumbnails(std::size_t index, const QByteArray &query, const SandboxNow &now) const;
    QJsonArray alerts(std::size_t index, const QByteArray &query, const SandboxNow &now,
                      const std::vector<EncoderAlert> &further) const;
    QJsonObject channelSummary(std::size_t index) const;
    QJsonObject channelDetails(std::size_t index) const;
    QJsonObject input(std::size_t index) const;
    QString arn(const QString &kind, const QString &id) const;

    Settings m_settings;
    std::vector<SandboxChannel> m_channels;
    TokenBucket m_bucket;
    TokenBucket m_thumbnailBucket; // counted apart by the real service
};

} // namespace gantry::cloud

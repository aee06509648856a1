#pragma once
// Live Stream's REST routes of the rehearsal cloud, under /v1/projects/rehearsal/locations/europe-west1: channels,
// inputs, events and long-running operations. A call with a requestId that was seen before gets the same answer again,
// and nothing is executed twice.

#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_livestream.h"
#include "cloud/sandbox/sandbox_now.h"
#include "cloud/sandbox/token_bucket.h"

#include <QHash>

#include <vector>

class QJsonObject;

namespace gantry::cloud {

class SandboxGoogle
{
public:
    struct Settings
    {
        std::vector<QString> inputs{QStringLiteral("A"), QStringLiteral("B")};
        SandboxLivestream::Delays delays = SandboxLivestream::realisticDelays();
        bool running = true;
        int channels = 1; // "rehearsal", "rehearsal-2", ...
        double requestsPerSecond = 10;
        double burst = 60;
    };

    explicit SandboxGoogle(Settings settings);

    ServedAnswer answer(const ServedRequest &request, const SandboxNow &now);

    std::vector<SandboxLivestream> &channels() { return m_channels; }
    const std::vector<SandboxLivestream> &channels() const { return m_channels; }
    void advance(SandboxLivestream::Time now);

    static QString location(); // "projects/rehearsal/locations/europe-west1"
    static QString channelName(std::size_t index);

private:
    struct Operation
    {
        QString target;
        QString verb;
        SandboxLivestream::Time created{0};
        SandboxLivestream::Time done{0};
    };

    ServedAnswer route(const ServedRequest &request, const SandboxNow &now);
    ServedAnswer testPermissions(const ServedRequest &request, const SandboxNow &now) const;
    ServedAnswer channelRoute(std::size_t index, const QString &rest, const ServedRequest &request,
                              const SandboxNow &now);
    ServedAnswer startOrStop(std::size_t index, bool start, const SandboxNow &now);
    ServedAnswer patch(std::size_t index, const ServedRequest &request, const SandboxNow &now);
    ServedAnswer eventsRoute(std::size_t index, const QString &id, const ServedRequest &request, const SandboxNow &now);
    ServedAnswer createEvent(std::size_t index, const ServedRequest &request, const SandboxNow &now);
    ServedAnswer inputsRoute(const QString &id, const ServedRequest &request, const SandboxNow &now) const;
    ServedAnswer operationsRoute(const QString &id, const ServedRequest &request, const SandboxNow &now) const;
    ServedAnswer begin(const Operation &operation, const SandboxNow &now);
    QJsonObject channel(std::size_t index, const SandboxNow &now) const;
    QJsonObject input(std::size_t index, const SandboxNow &now) const;
    QJsonObject operation(std::size_t index, const SandboxNow &now) const;
    QString inputName(std::size_t index) const;

    Settings m_settings;
    std::vector<SandboxLivestream> m_channels;
    std::vector<Operation> m_operations;
    QHash<QString, ServedAnswer> m_answered; // by requestId
    TokenBucket m_bucket;
};

} // namespace gantry::cloud

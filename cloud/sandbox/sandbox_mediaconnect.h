#pragma once
// MediaConnect's routes of the rehearsal cloud: flows with two SRT sources and one output, in the shapes of the public
// service model. Names and ARNs: flow "rehearsal", sources "A" and "B", output "program".

#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_flow.h"
#include "cloud/sandbox/sandbox_inputs.h"
#include "cloud/sandbox/sandbox_now.h"
#include "cloud/sandbox/token_bucket.h"

#include <functional>
#include <vector>

class QJsonObject;

namespace gantry::cloud {

class SandboxMediaConnect
{
public:
    struct Settings
    {
        QByteArray region = "eu-west-1";
        std::vector<QString> sources{QStringLiteral("A"), QStringLiteral("B")};
        SandboxFlow::Delays delays = SandboxFlow::realisticDelays();
        bool running = true;
        int flows = 1; // "rehearsal", "rehearsal 2", ...
        double requestsPerSecond = 10;
        double burst = 60;
        std::function<QByteArray(const QString &source)> thumbnail; // a small JPEG; without it there is none
    };

    explicit SandboxMediaConnect(Settings settings);

    // Everything below /v1/flows; the caller has been let in already.
    ServedAnswer answer(const ServedRequest &request, const SandboxNow &now);

    std::vector<SandboxFlow> &flows() { return m_flows; }
    const std::vector<SandboxFlow> &flows() const { return m_flows; }
    void advance(SandboxFlow::Time now);

    QString flowArn(std::size_t index) const;
    QString sourceArn(std::size_t index, const QString &source) const;
    QString outputArn(std::size_t index) const;

private:
    ServedAnswer flowRoute(std::size_t index, const QByteArray &rest, const ServedRequest &request,
                           const SandboxNow &now);
    ServedAnswer startOrStop(const QByteArray &arn, bool start, const SandboxNow &now);
    ServedAnswer update(std::size_t index, const QByteArray &body, const SandboxNow &now);
    ServedAnswer updateOutput(std::size_t index, const QByteArray &body, const SandboxNow &now);
    ServedAnswer thumbnail(std::size_t index, const SandboxNow &now) const;
    ServedAnswer metadata(std::size_t index, const SandboxNow &now) const;
    std::optional<std::size_t> flowOf(const QByteArray &encodedArn) const;
    QJsonObject listed(std::size_t index) const;
    QJsonObject described(std::size_t index) const;
    QJsonObject source(std::size_t index, std::size_t source) const;
    QJsonObject output(std::size_t index) const;

    Settings m_settings;
    std::vector<SandboxFlow> m_flows;
    TokenBucket m_bucket;
};

} // namespace gantry::cloud

#pragma once
// Everything the rehearsal cloud consists of, advanced together: inputs, channels, flows, figures and who is let in.
// Knows no HTTP server and no clock.

#include "cloud/sandbox/sandbox_audience.h"
#include "cloud/sandbox/sandbox_cloudwatch.h"
#include "cloud/sandbox/sandbox_disturbance.h"
#include "cloud/sandbox/sandbox_google.h"
#include "cloud/sandbox/sandbox_google_keys.h"
#include "cloud/sandbox/sandbox_sts.h"

namespace gantry::cloud {

class SandboxWorld
{
public:
    struct Settings
    {
        AwsCredentials keys;
        QByteArray mfaCode;
        QByteArray region;
        MuxCredentials mux;
        QByteArray googleAccount;
        std::uint64_t crowdSeed = 1;
        std::vector<QString> inputs;
        SandboxMediaLive::Settings mediaLive;
        SandboxMediaConnect::Settings mediaConnect;
        SandboxGoogle::Settings google;
    };

    explicit SandboxWorld(Settings settings);

    ServedAnswer answer(const ServedRequest &request, const SandboxNow &now, SandboxFaults &faults);
    // What is due, and what is out of order on purpose.
    void advance(std::chrono::milliseconds now, SandboxFaults &faults);

    SandboxInputs inputs;
    SandboxAccess access;
    SandboxGoogleKeys googleKeys;
    SandboxMediaLive mediaLive;
    SandboxMediaConnect mediaConnect;
    SandboxGoogle google;

private:
    ServedAnswer routed(const ServedRequest &request, SandboxService service, const SandboxNow &now,
                        const SandboxFaults &faults, bool isKeyExpired);
    ServedAnswer awsRouted(const ServedRequest &request, SandboxService service, const SandboxNow &now,
                           const SandboxFaults &faults, bool isKeyExpired);

    SandboxAudience m_audience;
    SandboxSts m_sts;
    SandboxCloudWatch m_cloudWatch;
    SandboxMetrics m_metrics;
    bool m_wereKeysExpired = false;
};

} // namespace gantry::cloud

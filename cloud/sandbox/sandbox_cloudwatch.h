#pragma once
// CloudWatch of the rehearsal cloud: GetMetricData and ListMetrics, in both languages its clients speak: the older form
// (parameters in, XML out) and JSON 1.0.

#include "cloud/sandbox/http_listener.h"
#include "cloud/sandbox/sandbox_metrics.h"
#include "cloud/sandbox/sandbox_now.h"
#include "cloud/sandbox/token_bucket.h"

namespace gantry::cloud {

class SandboxCloudWatch
{
public:
    explicit SandboxCloudWatch(double requestsPerSecond = 50) : m_bucket(requestsPerSecond, requestsPerSecond * 2) {}

    ServedAnswer answer(const ServedRequest &request, const SandboxMetrics &metrics, const SandboxNow &now);

private:
    TokenBucket m_bucket;
};

} // namespace gantry::cloud

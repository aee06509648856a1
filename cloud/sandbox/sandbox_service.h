#pragma once
// Which of the rehearsed services a request is meant for, and how that service says no. Pure.

#include "cloud/sandbox/http_listener.h"

#include <chrono>
#include <optional>

namespace gantry::cloud {

enum class SandboxService { Unknown, MediaLive, MediaConnect, CloudWatch, Sts, Iam, Google, Mux };

SandboxService serviceOf(const ServedRequest &request);
// "medialive", as a fault script writes it; empty for Unknown.
QByteArray wordOf(SandboxService service);
// What it signs with: "monitoring"; empty where nothing is signed.
QByteArray signingNameOf(SandboxService service);
// Whether it would change something: these are what an accept-only cloud forgets.
bool isCommand(const ServedRequest &request, SandboxService service);

struct Refusal
{
    enum class Kind { Throttled, ServerError, Denied, Unauthenticated, BadRequest, NotFound };
    Kind kind = Kind::ServerError;
    int status = 500; // of a ServerError
    QByteArray code;  // of Unauthenticated and BadRequest at AWS: "ExpiredTokenException"
    QString message;
    std::optional<std::chrono::seconds> retryAfter;
};

// In the service's own words and shape; `request` decides where one speaks two languages (CloudWatch: XML and JSON).
ServedAnswer refuse(SandboxService service, const ServedRequest &request, const Refusal &refusal);

bool isAwsQuery(const ServedRequest &request); // the older form: parameters in, XML out

} // namespace gantry::cloud

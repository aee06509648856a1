#pragma once
// IAM of the rehearsal cloud, as far as a client asks it before a show: SimulatePrincipalPolicy and GetRole. Everything
// is allowed but what a fault of kind "denied" refuses now. Pure.

#include "cloud/sandbox/sandbox_access.h"
#include "cloud/sandbox/sandbox_now.h"

namespace gantry::cloud {

ServedAnswer sandboxIam(const ServedRequest &request, const SandboxNow &now);

} // namespace gantry::cloud

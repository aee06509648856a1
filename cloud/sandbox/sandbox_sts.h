#pragma once
// STS of the rehearsal cloud: GetCallerIdentity, AssumeRole and GetSessionToken, in query form with answers in XML.
// The role ending in "/rehearsal" is anybody's; the one ending in "/rehearsal-mfa" asks for the device
// "arn:aws:iam::000000000000:mfa/rehearsal" and the code of this rehearsal.

#include "cloud/sandbox/sandbox_access.h"
#include "cloud/sandbox/sandbox_now.h"

namespace gantry::cloud {

class SandboxSts
{
public:
    SandboxSts(SandboxAccess &access, QByteArray mfaCode);

    ServedAnswer answer(const ServedRequest &request, const SandboxCaller &caller, const SandboxNow &now);

private:
    SandboxAccess &m_access;
    QByteArray m_mfaCode;
};

} // namespace gantry::cloud
